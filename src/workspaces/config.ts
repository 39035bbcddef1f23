import * as z from 'zod/mini';
import { BUILT_IN_ID, RESERVED_IDS } from './workspace';
import { definitionFields, filled, type WorkspaceDefinition } from './workspace-definition';
import { workspaceId } from './workspace-id';

const flag = z._default(z.boolean({ error: 'must be true or false' }), true);

const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  builtIn: z._default(
    z.strictObject({ enabled: flag, name: z._default(filled('a text'), 'My library'), samples: flag }),
    { enabled: true, name: 'My library', samples: true },
  ),
  workspaces: z._default(z.array(z.strictObject(definitionFields), { error: 'must be a list' }), []),
});

export interface Config {
  builtIn: { enabled: boolean; name: string; samples: boolean };
  workspaces: readonly WorkspaceDefinition[];
}

/** The configuration used, and what was wrong with the file where it could not be. */
export interface LoadedConfig {
  config: Config;
  problem?: string;
}

/** What holds without a configuration: the built-in library alone. */
export const DEFAULT_CONFIG: Config = {
  builtIn: { enabled: true, name: 'My library', samples: true },
  workspaces: [],
};

/** Reads `config.json` of the site at `base`. Never throws: a bad file is named and the defaults hold. */
export async function loadConfig(base: string): Promise<LoadedConfig> {
  try {
    const response = await fetch(`${base}config.json`, { cache: 'no-cache' });
    // No file, no wishes.
    if (response.status === 404) return { config: DEFAULT_CONFIG };
    if (!response.ok) return broken(`it answered ${response.status}`);
    return parseConfig(await response.text(), location.origin);
  } catch {
    return broken('it could not be loaded');
  }
}

/** Whether the host of the site at `base` answers at all. Never throws. */
export async function hostAnswers(base: string): Promise<boolean> {
  try {
    await fetch(base, { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/** Reads the text of a `config.json` of a site at `origin`; the addresses it answers are absolute. */
export function parseConfig(source: string, origin: string): LoadedConfig {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    return broken(`it is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  const parsed = configSchema.safeParse(data, { error: () => 'is not as expected' });
  if (!parsed.success) return broken(parsed.error.issues.map(describeIssue).join('; '));

  const workspaces = parsed.data.workspaces.map((given) => {
    const one = { ...given, baseUrl: new URL(given.baseUrl, origin).href };
    return { ...one, id: one.id ?? workspaceId(one) };
  });
  const problem = idProblem(workspaces.map(({ id }) => id));
  if (problem) return broken(problem);
  if (!parsed.data.builtIn.enabled && workspaces.length === 0) {
    return broken('with the built-in library off it needs at least one workspace');
  }
  return { config: { builtIn: parsed.data.builtIn, workspaces } };
}

function idProblem(ids: readonly string[]): string | undefined {
  for (const [index, id] of ids.entries()) {
    if ([BUILT_IN_ID, ...RESERVED_IDS].includes(id)) return `workspaces[${index}].id: "${id}" is reserved`;
    const first = ids.indexOf(id);
    if (first !== index) return `workspaces[${index}].id: "${id}" is also that of workspaces[${first}]`;
  }
  return undefined;
}

function broken(problem: string): LoadedConfig {
  return { config: DEFAULT_CONFIG, problem: `config.json was not used: ${problem}.` };
}

function describeIssue(issue: {
  path: readonly PropertyKey[];
  code?: string;
  message: string;
  keys?: unknown;
}) {
  const path = issue.path.reduce<string>(
    (said, key) =>
      typeof key === 'number' ? `${said}[${key}]` : said ? `${said}.${String(key)}` : String(key),
    '',
  );
  if (Array.isArray(issue.keys)) return `${path || 'it'} has unknown fields: ${issue.keys.join(', ')}`;
  return path ? `${path}: ${issue.message}` : issue.message;
}
