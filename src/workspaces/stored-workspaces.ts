import * as z from 'zod/mini';
import { parseStored, readStoredText, writeStoredText } from '~/ui/stored-text';
import { definitionFields, type WorkspaceDefinition } from './workspace-definition';
import { workspaceId } from './workspace-id';

/** Where this browser keeps the workspaces that somebody added. They hold no keys. */
export const STORED_WORKSPACES = 'vitrine.workspaces';
const VERSION = 1;

const storedSchema = z.object({ workspaces: z.array(z.unknown()) });
const definitionSchema = z.object(definitionFields);

/** The workspaces added in this browser. Unknown fields pass; what cannot be used is left out. */
export function readStoredWorkspaces(): WorkspaceDefinition[] {
  return entries().flatMap((entry) => usable(entry) ?? []);
}

/** Keeps these. What an earlier or later version wrote and this one cannot use stays where it is. */
export function writeStoredWorkspaces(definitions: readonly WorkspaceDefinition[]): void {
  const others = entries().filter((entry) => usable(entry) === undefined);
  const stored = { version: VERSION, workspaces: [...definitions, ...others] };
  writeStoredText(STORED_WORKSPACES, JSON.stringify(stored));
}

function entries(): readonly unknown[] {
  const parsed = storedSchema.safeParse(parseStored(readStoredText(STORED_WORKSPACES)));
  return parsed.success ? parsed.data.workspaces : [];
}

function usable(entry: unknown): WorkspaceDefinition | undefined {
  const parsed = definitionSchema.safeParse(entry);
  // A path would be another address on another site.
  if (!parsed.success || !URL.canParse(parsed.data.baseUrl)) return undefined;
  return { ...parsed.data, id: parsed.data.id ?? workspaceId(parsed.data) };
}
