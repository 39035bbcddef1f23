import { expect, it } from 'vitest';
import { CHOOSING_VERBS, COLLECTION_VERBS, COMMAND_IDS, SELECTION_VERBS } from './commands';

it.each([
  ['a selection', SELECTION_VERBS],
  ['a choice', CHOOSING_VERBS],
  ['a collection', COLLECTION_VERBS],
])('offers the verbs of %s in the order of the palette and the sheet of keys', (_name, verbs) => {
  const ids = verbs.filter((id) => id !== null);
  expect(ids).toEqual(COMMAND_IDS.filter((id) => ids.includes(id)));
  expect(new Set(ids).size).toBe(ids.length);
});
