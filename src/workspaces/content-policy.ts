import type { WorkspaceDefinition } from './workspace-definition';

/** Where the Scenario service keeps pictures and originals, also those of a proxy in front of it. */
const SCENARIO_ORIGINS = ['https://cdn.cloud.scenario.com', 'https://cdn.scenario.com'];

/**
 * The policy that narrows the one in index.html to the configured far ends. A policy can only be narrowed, so
 * it is added once, before the first request; another workspace needs a reload.
 */
export function contentPolicy(workspaces: readonly WorkspaceDefinition[]): string {
  const scenario = workspaces.length > 0 ? SCENARIO_ORIGINS : [];
  const origins = [...new Set([...workspaces.flatMap(originsOf), ...scenario])];
  const list = (...more: string[]) => ["'self'", ...more, ...origins].join(' ');
  return [
    // The dev server's own channel.
    `connect-src ${list(...(import.meta.env.DEV ? ['ws:', 'wss:'] : []))}`,
    `img-src ${list('data:', 'blob:')}`,
    `media-src ${list('blob:')}`,
  ].join('; ');
}

/** Adds the policy to the page. */
export function narrowContentPolicy(workspaces: readonly WorkspaceDefinition[]): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = contentPolicy(workspaces);
  document.head.append(meta);
}

function originsOf({ baseUrl, mediaOrigins = [] }: WorkspaceDefinition): string[] {
  return [baseUrl, ...mediaOrigins].map((address) => new URL(address).origin);
}
