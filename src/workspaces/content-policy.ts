import type { ConfiguredWorkspace } from './config';

/** Where the Scenario service keeps pictures and originals. */
const SCENARIO_ORIGINS = ['https://cdn.cloud.scenario.com', 'https://cdn.scenario.com'];

/**
 * The policy that narrows the one in index.html to the configured far ends. A policy can only be narrowed, so
 * it is added once, before the first request; another workspace needs a reload.
 */
export function contentPolicy(workspaces: readonly ConfiguredWorkspace[]): string {
  const origins = [...new Set(workspaces.flatMap(originsOf))];
  const list = (...more: string[]) => ["'self'", ...more, ...origins].join(' ');
  return [
    // The dev server's own channel.
    `connect-src ${list(...(import.meta.env.DEV ? ['ws:', 'wss:'] : []))}`,
    `img-src ${list('data:', 'blob:')}`,
    `media-src ${list('blob:')}`,
  ].join('; ');
}

/** Adds the policy to the page. */
export function narrowContentPolicy(workspaces: readonly ConfiguredWorkspace[]): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = contentPolicy(workspaces);
  document.head.append(meta);
}

function originsOf({ baseUrl, mediaOrigins = [] }: ConfiguredWorkspace): string[] {
  const { origin, hostname } = new URL(baseUrl);
  const scenario = hostname === 'scenario.com' || hostname.endsWith('.scenario.com') ? SCENARIO_ORIGINS : [];
  return [origin, ...mediaOrigins.map((address) => new URL(address).origin), ...scenario];
}
