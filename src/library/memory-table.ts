import type { Key } from './key';
import type { KeyRange } from './key-range';
import { SortedEntries } from './sorted-entries';
import type { TableDefinition } from './tables';

type Values = Readonly<Record<string, unknown>>;

/** One table in memory, with its indexes. List keys are told apart by their JSON text. */
export class MemoryTable {
  readonly #records = new Map<string, Values>();
  readonly #indexes = new Map<string, SortedEntries>();
  readonly #primary = new SortedEntries();
  readonly #definition: TableDefinition;

  constructor(definition: TableDefinition) {
    this.#definition = definition;
    for (const name of Object.keys(definition.indexes)) this.#indexes.set(name, new SortedEntries());
  }

  get(key: Key): Values | undefined {
    return this.#records.get(JSON.stringify(key));
  }

  /** Stores the record and gives back the one it replaces. */
  put(record: Values): Values | undefined {
    const key = this.keyOf(record);
    const id = JSON.stringify(key);
    const before = this.#records.get(id);
    this.#records.set(id, record);
    if (!before) this.#primary.add(key, key);
    this.#reindex(key, before, record);
    return before;
  }

  delete(key: Key): Values | undefined {
    const id = JSON.stringify(key);
    const before = this.#records.get(id);
    if (!before) return undefined;
    this.#records.delete(id);
    this.#primary.remove(key, key);
    this.#reindex(key, before, undefined);
    return before;
  }

  range(index: string | undefined, range: KeyRange, limit: number, reverse: boolean): Values[] {
    const entries = index === undefined ? this.#primary : this.#indexes.get(index);
    if (!entries) throw new Error(`No index ${index}`);
    return entries.primaries(range, limit, reverse).flatMap((key) => {
      const record = this.get(key);
      return record ? [record] : [];
    });
  }

  keyOf(record: Values): Key {
    const key = readKey(record, this.#definition.keyPath);
    if (key === undefined) throw new Error('A record without its key');
    return key;
  }

  #reindex(primary: Key, before: Values | undefined, after: Values | undefined): void {
    for (const [name, { keyPath, multiEntry }] of Object.entries(this.#definition.indexes)) {
      const entries = this.#indexes.get(name);
      const read = (record: Values | undefined): Key[] => {
        const key = record && readKey(record, keyPath);
        if (key === undefined) return [];
        return multiEntry && typeof key === 'object' ? [...key] : [key];
      };
      const old = new Map(read(before).map((key) => [JSON.stringify(key), key]));
      for (const key of read(after)) if (!old.delete(JSON.stringify(key))) entries?.add(key, primary);
      for (const key of old.values()) entries?.remove(key, primary);
    }
  }
}

function readKey(record: Values, keyPath: string | readonly string[]): Key | undefined {
  if (typeof keyPath === 'string') return record[keyPath] as Key | undefined;
  return keyPath.map((name) => record[name] as Key);
}
