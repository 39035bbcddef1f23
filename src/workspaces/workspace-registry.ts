import { createStore } from 'zustand/vanilla';
import { remoteWorkspace } from './create-workspaces';
import type { KeyVault } from './key-vault';
import { forgetPlace } from './last-place';
import type { LibraryHandle } from './library-handle';
import { readStoredWorkspaces, STORED_WORKSPACES, writeStoredWorkspaces } from './stored-workspaces';
import { BUILT_IN_ID, RESERVED_IDS, type Workspace } from './workspace';
import type { WorkspaceDefinition } from './workspace-definition';
import { workspaceId } from './workspace-id';

interface RegistryOptions {
  /** Those of `config.json`. */
  presets: readonly WorkspaceDefinition[];
  /** The built-in library, where it is offered. */
  builtIn?: Workspace | undefined;
  keys: KeyVault;
  /** Stands in for `fetch` in tests. */
  fetch?: typeof globalThis.fetch | undefined;
}

/** The workspaces there are: the built-in library, those of `config.json`, and those added in this browser. */
export class WorkspaceRegistry {
  private readonly made = new Map<string, Workspace>();
  /** The page's policy names only the far ends that were there when it was loaded. */
  private readonly atStart: ReadonlySet<string>;
  private hasBuiltIn = true;
  readonly store = createStore<{ workspaces: readonly Workspace[] }>(() => ({ workspaces: [] }));

  constructor(private readonly options: RegistryOptions) {
    this.atStart = new Set(this.definitions().map(addressOf));
    this.refresh();
    window.addEventListener('storage', ({ key }) => {
      // null: all of it was cleared.
      if (key === STORED_WORKSPACES || key === null) this.refresh();
    });
  }

  get workspaces(): readonly Workspace[] {
    return this.store.getState().workspaces;
  }

  /** The far ends, those of `config.json` first; one of them hides what was added under the same id. */
  definitions(): readonly WorkspaceDefinition[] {
    const { presets } = this.options;
    const seen = new Set([BUILT_IN_ID, ...RESERVED_IDS, ...presets.map(({ id }) => id)]);
    const added = readStoredWorkspaces().filter(({ id }) => !seen.has(id) && seen.add(id));
    return [...presets, ...added];
  }

  /** Whether it was added in this browser, and can be renamed and removed here. */
  isAdded(id: string): boolean {
    return !this.isPreset(id) && readStoredWorkspaces().some((one) => one.id === id);
  }

  /** Keeps a new workspace in this browser and answers its id. The page must be loaded anew before it can be used. */
  add(given: Omit<WorkspaceDefinition, 'id'>): string {
    const wanted = workspaceId(given);
    const taken = new Set([BUILT_IN_ID, ...RESERVED_IDS, ...this.definitions().map(({ id }) => id)]);
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
    this.write([...readStoredWorkspaces(), { ...given, id }]);
    return id;
  }

  rename(id: string, name: string): void {
    this.write(readStoredWorkspaces().map((one) => (one.id === id ? { ...one, name } : one)));
  }

  /** Forgets a workspace that was added here, and its key; what is at the far end stays. Answers how to take it back. */
  remove(id: string): () => void {
    const removed = readStoredWorkspaces().filter((one) => one.id === id);
    const giveBack = this.workspaces.find((one) => one.id === id)?.key?.forget();
    this.write(readStoredWorkspaces().filter((one) => one.id !== id));
    forgetPlace(id);
    return () => {
      if (this.definitions().some((one) => one.id === id)) return;
      giveBack?.();
      this.write([...readStoredWorkspaces(), ...removed]);
    };
  }

  /** To be called before the page is loaded anew: its keys are held for the next one, where the library can do that. */
  async handOverKeys(library: LibraryHandle | undefined): Promise<void> {
    await this.options.keys.handOver(library?.carry);
  }

  /** The library could not start in this browser. */
  omitBuiltIn(): void {
    this.hasBuiltIn = false;
    this.refresh();
  }

  private isPreset(id: string): boolean {
    return id === BUILT_IN_ID || this.options.presets.some((one) => one.id === id);
  }

  private write(definitions: readonly WorkspaceDefinition[]): void {
    writeStoredWorkspaces(definitions);
    this.refresh();
  }

  private refresh(): void {
    const { builtIn } = this.options;
    const remote = this.definitions().map((definition) => this.workspaceOf(definition));
    this.store.setState({ workspaces: builtIn && this.hasBuiltIn ? [builtIn, ...remote] : remote });
  }

  /** The same object as long as nothing but the name changes: caches and running acts hang on its client. */
  private workspaceOf(definition: WorkspaceDefinition): Workspace {
    const { keys, fetch } = this.options;
    const address = addressOf(definition);
    const known = this.made.get(address);
    if (known?.name === definition.name) return known;
    const made = known
      ? { ...known, name: definition.name }
      : {
          ...remoteWorkspace(definition, keys, fetch),
          ...(!this.atStart.has(address) && { needsReload: true as const }),
        };
    this.made.set(address, made);
    return made;
  }
}

function addressOf({ id, baseUrl, projectId = '', access }: WorkspaceDefinition): string {
  return [id, baseUrl, projectId, access].join(' ');
}
