import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundItem } from './found-file';
import { nameClipboardFile } from './name-clipboard-file';
import { takeDropped, takePasted } from './brought-files';
import { readBrought, readFiles } from './read-brought';
import { readEntries } from './read-entries';

interface Tree {
  name: string;
  children?: readonly Tree[];
  broken?: boolean;
}

/** Directory readers as Chromium's: at most 100 entries a call, then an empty answer. */
function entryOf({ name, children, broken }: Tree): FileSystemEntry {
  if (children) {
    let rest = children.map(entryOf);
    const createReader = () => ({
      readEntries(resolve: (entries: FileSystemEntry[]) => void, reject: (error: Error) => void) {
        if (broken) return reject(new DOMException('no', 'NotReadableError'));
        const batch = rest.slice(0, 100);
        rest = rest.slice(100);
        resolve(batch);
      },
    });
    return { name, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
  }
  const file = (resolve: (file: File) => void, reject: (error: Error) => void) =>
    broken ? reject(new DOMException('gone', 'NotFoundError')) : resolve(new File(['x'], name));
  return { name, isDirectory: false, isFile: true, file } as unknown as FileSystemEntry;
}

async function collect(items: AsyncIterable<FoundItem>): Promise<FoundItem[]> {
  const all: FoundItem[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const leaves = (tree: Tree, parent = ''): string[] =>
  tree.children
    ? tree.children.flatMap((child) => leaves(child, `${parent}${tree.name}/`))
    : [`${parent}${tree.name}`];

const nameOf = fc.constantFrom('a', 'b', 'c.png', 'd e.jpg', 'ä.webp', '日本.glb');
const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; folder: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('folder')),
  leaf: fc.record({ name: nameOf }),
  folder: fc.record({ name: nameOf, children: fc.array(tie('tree'), { maxLength: 6 }) }),
}));

describe('readEntries', () => {
  it('finds every file of any tree once, by its path, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 5 }), async (trees) => {
        const items = await collect(readEntries(trees.map(entryOf)));
        expect(items.map(({ path }) => path)).toEqual(trees.flatMap((one) => leaves(one)));
        expect(items.every(({ kind }) => kind === 'file')).toBe(true);
      }),
    );
  });

  it('reads a folder of 5,000 although a call answers 100', async () => {
    const children = Array.from({ length: 5000 }, (_, index) => ({ name: `${index}.png` }));
    expect(await collect(readEntries([entryOf({ name: 'big', children })]))).toHaveLength(5000);
  });

  it('counts what belongs to the system without opening it', async () => {
    const children: Tree[] = [
      { name: '.DS_Store', broken: true },
      { name: 'Thumbs.db', broken: true },
      { name: '__MACOSX', children: [{ name: '._a.png' }], broken: true },
      { name: 'a.png' },
    ];
    const items = await collect(readEntries([entryOf({ name: 'Refs', children })]));
    expect(items.map(({ kind, path }) => [kind, path])).toEqual([
      ['skipped', 'Refs/.DS_Store'],
      ['skipped', 'Refs/Thumbs.db'],
      ['skipped', 'Refs/__MACOSX'],
      ['file', 'Refs/a.png'],
    ]);
  });

  it('names what cannot be opened and goes on', async () => {
    const children: Tree[] = [
      { name: 'gone.png', broken: true },
      { name: 'locked', children: [], broken: true },
      { name: 'a.png' },
    ];
    const items = await collect(readEntries([entryOf({ name: 'Refs', children })]));
    expect(items).toMatchObject([
      {
        kind: 'unreadable',
        path: 'Refs/gone.png',
        reason: 'It was moved or deleted while it was being read.',
      },
      { kind: 'unreadable', path: 'Refs/locked/', reason: 'The browser may not read it.' },
      { kind: 'file', path: 'Refs/a.png' },
    ]);
  });
});

const now = new Date(2026, 10, 21, 4, 6, 49);

describe('readBrought', () => {
  it('takes every entry before the event is over', async () => {
    const items: Partial<DataTransferItem>[] = [
      { kind: 'file', webkitGetAsEntry: () => entryOf({ name: 'Refs', children: [{ name: 'a.png' }] }) },
      { kind: 'string', webkitGetAsEntry: () => null },
      {
        kind: 'file',
        webkitGetAsEntry: () => null,
        getAsFile: () => new File(['x'], 'made by a script.png'),
      },
    ];
    const dataTransfer = { types: ['Files'], items };
    const dropped = takeDropped({ dataTransfer } as unknown as DragEvent);
    items.length = 0;
    if (!dropped) throw new Error('Nothing was taken');
    const source = readBrought(dropped, now);
    expect(source.hasFolders).toBe(true);
    expect((await collect(source.items)).map(({ path }) => path)).toEqual([
      'Refs/a.png',
      'made by a script.png',
    ]);
  });
});

describe('readFiles', () => {
  it('keeps the paths of a chosen folder and leaves system files out', async () => {
    const inFolder = (path: string) => {
      const file = new File(['x'], path.slice(path.lastIndexOf('/') + 1));
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    };
    const source = readFiles([
      inFolder('Refs/a.png'),
      inFolder('Refs/.git/config'),
      inFolder('Refs/x/b.png'),
    ]);
    expect(source.hasFolders).toBe(true);
    expect((await collect(source.items)).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'file Refs/a.png',
      'skipped Refs/.git/config',
      'file Refs/x/b.png',
    ]);
  });
});

describe('pasted files', () => {
  it.each([
    ['image.png', 'image/png', 0, 'Pasted 2026-11-21 04.06.49.png'],
    ['image.png', 'image/png', 1, 'Pasted 2026-11-21 04.06.49 2.png'],
    ['', 'image/jpeg', 0, 'Pasted 2026-11-21 04.06.49.jpg'],
    ['castle.png', 'image/png', 0, 'castle.png'],
    ['image of a castle.png', 'image/png', 0, 'image of a castle.png'],
  ])('%j of type %s, number %i, becomes %j', (name, type, index, expected) => {
    expect(nameClipboardFile(new File(['x'], name, { type }), now, index).name).toBe(expected);
  });

  it('is nothing where the clipboard holds text only', () => {
    expect(takePasted({ clipboardData: { files: [] } } as unknown as ClipboardEvent)).toBeUndefined();
  });
});
