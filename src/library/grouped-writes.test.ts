import { expect, it } from 'vitest';
import { createGroupedWrites } from './grouped-writes';
import { createMemoryStorage } from './memory-storage';
import type { Storage, WriteTransaction } from './storage';

function watched() {
  const storage = createMemoryStorage();
  let transactions = 0;
  const counting: Storage = {
    ...storage,
    write: async (tables, work) => {
      transactions += 1;
      return storage.write(tables, work);
    },
  };
  const values = async () => storage.read(['facts'], (tx) => tx.range('facts', {}));
  return { write: createGroupedWrites(counting), values, count: () => transactions };
}

it('gives what came during a transaction the next one together, each with its own result', async () => {
  const { write, values, count } = watched();
  const ends = ['a', 'b', 'c', 'd'].map((name, value) =>
    write(name, ['facts'], async (tx) => {
      tx.put('facts', { name, value });
      return value;
    }),
  );
  expect(await Promise.all(ends)).toEqual([0, 1, 2, 3]);
  expect(await values()).toHaveLength(4);
  expect(count()).toBe(2);
});

it('keeps to the tables that the works of a transaction need', async () => {
  const storage = createMemoryStorage();
  const scopes: string[][] = [];
  const watching: Storage = {
    ...storage,
    write: async (tables, work) => {
      scopes.push([...tables]);
      return storage.write(tables, work);
    },
  };
  const write = createGroupedWrites(watching);
  const nothing = async () => undefined;
  await Promise.all([
    write('a', ['uploads'], nothing),
    write('b', ['uploads', 'chunks'], nothing),
    write('c', ['uploads'], nothing),
  ]);
  expect(scopes).toEqual([['uploads'], ['uploads', 'chunks']]);
});

it('refuses one without taking the others along, and keeps nothing of it', async () => {
  const { write, values } = watched();
  const ends = await Promise.allSettled(
    ['a', 'b', 'c'].map((name, value) =>
      write(name, ['facts'], async (tx) => {
        tx.put('facts', { name, value });
        if (name === 'b') throw new Error('refused');
      }),
    ),
  );
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await values()).map(({ name }) => name)).toEqual(['a', 'c']);
});

it('lets all end before it gives a shared transaction up', async () => {
  const storage = createMemoryStorage();
  const late: string[] = [];
  const strict: Storage = {
    ...storage,
    write: async (tables, work) => {
      let over = false;
      const put: WriteTransaction['put'] = (table) => {
        if (over) late.push(table);
      };
      return storage.write(tables, (tx) => work({ ...tx, put })).finally(() => (over = true));
    },
  };
  const write = createGroupedWrites(strict);
  const slow = async (tx: WriteTransaction) => {
    for (let reads = 0; reads < 5; reads += 1) await tx.get('facts', 'a');
    tx.put('facts', { name: 'a', value: 1 });
  };
  const refused = async () => {
    throw new Error('refused');
  };
  const ends = await Promise.allSettled([
    write('first', ['facts'], slow),
    write('b', ['facts'], refused),
    write('c', ['facts'], slow),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(late).toEqual([]);
});

it('lets each work of one key see what the one before wrote', async () => {
  const { write, values } = watched();
  const add = () =>
    write('count', ['facts'], async (tx) => {
      const known = await tx.get('facts', 'count');
      tx.put('facts', { name: 'count', value: Number(known?.value ?? 0) + 1 });
    });
  await Promise.all(Array.from({ length: 5 }, add));
  expect(await values()).toEqual([{ name: 'count', value: 5 }]);
});
