import * as z from 'zod/mini';
import { browserStorage, parseStored, readStoredText } from '~/ui/stored-text';
import { type HeldKeys, heldKeysSchema } from './key-channel';

const STORED = 'vitrine.keys';
const VERSION = 1;

const storedSchema = z.object({ version: z.literal(VERSION), keys: heldKeysSchema });

/** The keys that a person asked to keep on this device; what cannot be read counts as none. */
export function readKeptKeys(): HeldKeys {
  const parsed = storedSchema.safeParse(parseStored(readStoredText(STORED)));
  return parsed.success ? parsed.data.keys : {};
}

/** Keeps these and no others, in plain text, in the storage of this site; false where the browser refuses. */
export function writeKeptKeys(keys: HeldKeys): boolean {
  try {
    const storage = browserStorage();
    if (Object.keys(keys).length === 0) storage?.removeItem(STORED);
    else storage?.setItem(STORED, JSON.stringify({ version: VERSION, keys }));
    return storage !== undefined;
  } catch {
    return false;
  }
}
