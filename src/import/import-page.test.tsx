import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { basicAuthorization } from '~/api/authorization';
import { getCollection } from '~/api/collections';
import { buildAsset, buildCollection } from '~/testing/builders';
import { pngBytes } from '~/testing/open-upload-library';
import { renderApp } from '~/testing/render-app';

const png = (name: string) => new File([pngBytes(name)], name, { type: 'image/png' });
const noise = (name: string) => new File([new Uint8Array([0, 1, 2, 3])], name);

async function chooseFiles(files: readonly File[]) {
  const input = await screen.findByLabelText('Files to import');
  fireEvent.change(input, { target: { files } });
}

describe('the import page', () => {
  beforeEach(() => localStorage.clear());

  it('imports chosen files into the library and says so', async () => {
    await renderApp({ at: '/local/import' });
    await chooseFiles([png('a.png'), png('b.png')]);
    const session = await screen.findByRole('region', { name: /^Import into the library/ });
    expect(await within(session).findByText('Imported 2 into the library')).toBeVisible();
    expect(within(session).queryByRole('progressbar')).not.toBeInTheDocument();
    expect(within(session).queryByRole('button', { name: 'Pause' })).not.toBeInTheDocument();
  });

  it('sends the parts to whatever origin is named for them, and the key to none but the workspace’s', async () => {
    const credentials = { key: 'key-1', secret: 'secret-1' };
    const studio = {
      id: 'studio',
      name: 'Studio',
      baseUrl: 'https://studio.test/v1',
      access: 'key',
    } as const;
    const { registry, sent, origins, showed } = await renderApp({
      at: '/studio/import',
      presets: [studio],
      credentials,
      quirks: { mediaOrigin: 'https://uploads.test' },
    });
    registry.workspaces.find(({ id }) => id === 'studio')?.key?.give(credentials, false);
    await chooseFiles([png('a.png')]);
    expect(await screen.findByText('Imported 1 into the library')).toBeVisible();
    const shown = sent.map(({ line }, n) => ({ line, origin: origins[n], header: showed[n] ?? null }));
    const parts = shown.filter(({ line }) => line.startsWith('PUT /upload/'));
    expect(parts).toMatchObject([{ origin: 'https://uploads.test', header: null }]);
    const elsewhere = shown.filter(({ origin }) => origin !== 'https://studio.test');
    expect(elsewhere.filter(({ header }) => header !== null)).toEqual([]);
    expect(shown.some(({ header }) => header === basicAuthorization(credentials))).toBe(true);
  });

  it('goes to the chosen collection, which stands in the address', async () => {
    const collections = [buildCollection({ name: 'Props' }), buildCollection({ name: 'Castles' })];
    const { user, router, workspace } = await renderApp({ at: '/local/import', seed: { collections } });
    await screen.findByRole('option', { name: 'Props' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Import into' }), 'Props');
    await waitFor(() => expect(router.state.location.search).toEqual({ into: collections[0]?.id }));
    await chooseFiles([png('a.png')]);
    const session = await screen.findByRole('region', { name: /^Import into Props/ });
    expect(await within(session).findByText('Imported 1 into Props')).toBeVisible();
    const props = collections[0];
    expect(props && (await getCollection(workspace.client, props.id)).assetCount).toBe(1);
  });

  it('shows exactly what came, selected', async () => {
    const { user, router } = await renderApp({
      at: '/local/import',
      seed: { assets: [buildAsset({ name: 'Was here' })] },
    });
    await chooseFiles([png('a.png'), png('b.png')]);
    await screen.findByText('Imported 2 into the library');
    await user.click(screen.getByRole('link', { name: 'Show imported' }));
    expect(await screen.findByText(/^Only the 2 selected · 2 selected/)).toBeVisible();
    const tiles = await within(screen.getByRole('listbox', { name: 'Assets' })).findAllByRole('option');
    expect(tiles.map((tile) => tile.getAttribute('aria-selected'))).toEqual(['true', 'true']);
    expect(router.state.location.pathname).toBe('/local/assets');
  });

  it('names each file that failed and why, and tries again', async () => {
    const { user, sent } = await renderApp({ at: '/local/import' });
    await chooseFiles([png('good.png'), noise('noise.png'), new File([], 'empty.png')]);
    const failed = await screen.findByRole('list', { name: 'Files that failed' });
    await waitFor(() => expect(within(failed).getAllByRole('listitem')).toHaveLength(2));
    expect(within(failed).getByText('empty.png')).toBeVisible();
    expect(within(failed).getByText('The file is empty (0 bytes).')).toBeVisible();
    const session = screen.getByRole('region', { name: /^Import into the library/ });
    expect(await within(session).findByText('Imported 1 into the library · 2 failed')).toBeVisible();
    const before = sent.length;
    await user.click(within(session).getByRole('button', { name: 'Retry 1 failed' }));
    await waitFor(() => expect(sent.length).toBeGreaterThan(before));
    expect(await within(session).findByText('Imported 1 into the library · 2 failed')).toBeVisible();
  });

  it('lists what a closed tab had not read until told to forget it', async () => {
    const unread = {
      sessionId: 'one',
      aliveAt: 0,
      closed: true,
      paths: ['Refs/a.png', 'Refs/b.png'],
      total: 2,
    };
    localStorage.setItem('vitrine.unread.local.one', JSON.stringify(unread));
    const { user } = await renderApp({ at: '/local/import' });
    const notice = await screen.findByRole('region', { name: 'Files that were not read' });
    expect(notice).toHaveTextContent('These 2 files were not read; choose them again');
    expect(within(notice).getByText('Refs/b.png')).toBeVisible();
    await user.click(within(notice).getByRole('button', { name: 'Forget these' }));
    expect(notice).not.toBeInTheDocument();
    expect(localStorage.getItem('vitrine.unread.local.one')).toBeNull();
  });

  it('says so wherever one is, and takes them for the collection they were to go to', async () => {
    const props = buildCollection({ name: 'Props' });
    const unread = {
      sessionId: 'one',
      aliveAt: 0,
      closed: true,
      paths: ['a.png', 'b.png'],
      sizes: [pngBytes('a').length, 9],
      target: 'Props',
      into: props.id,
      total: 2,
    };
    localStorage.setItem('vitrine.unread.local.one', JSON.stringify(unread));
    const { user } = await renderApp({ at: '/local/collections', seed: { collections: [props] } });
    expect(await screen.findByText('2 files not read')).toBeVisible();
    expect(screen.getByText('A tab was closed before they were in Props.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    const notice = await screen.findByRole('region', { name: 'Files that were not read' });
    expect(screen.queryByText('2 files not read')).not.toBeInTheDocument();
    const files = [new File([pngBytes('a')], 'a.png', { type: 'image/png' })];
    fireEvent.change(within(notice).getByLabelText('Files to choose again'), { target: { files } });
    const session = await screen.findByRole('region', { name: /^Import into Props/ });
    expect(await within(session).findByText('Imported 1 into Props')).toBeVisible();
    expect(await within(notice).findByText('This file was not read; choose it again')).toBeVisible();
    // Seen already: leaving the page brings no message.
    await user.click(screen.getByRole('link', { name: 'Library' }));
    await screen.findByRole('listbox', { name: 'Assets' });
    expect(screen.queryByText('1 file not read')).not.toBeInTheDocument();
  });

  it('makes collections of their folders where that was asked for when they were first chosen', async () => {
    const unread = {
      sessionId: 'one',
      aliveAt: 0,
      closed: true,
      paths: ['Refs/a.png'],
      sizes: [pngBytes('a').length],
      folders: { makeCollections: true, reuse: true },
      total: 1,
    };
    localStorage.setItem('vitrine.unread.local.one', JSON.stringify(unread));
    await renderApp({ at: '/local/import' });
    const file = new File([pngBytes('a')], 'a.png', { type: 'image/png' });
    Object.defineProperty(file, 'webkitRelativePath', { value: 'Refs/a.png' });
    const input = await screen.findByLabelText('Folder to choose again');
    fireEvent.change(input, { target: { files: [file] } });
    const sidebar = within(await screen.findByRole('navigation', { name: 'Collections' }));
    expect(await sidebar.findByRole('link', { name: /^Refs/ })).toBeVisible();
  });

  it('names only those of them that are not in the library', async () => {
    const came = buildAsset({ name: 'a.png', properties: { size: 7 } });
    const unread = {
      sessionId: 'one',
      aliveAt: 0,
      closed: true,
      paths: ['Refs/a.png', 'Refs/b.png'],
      sizes: [7, 8],
      sent: [true, true],
      since: came.createdAt,
      total: 2,
    };
    localStorage.setItem('vitrine.unread.local.one', JSON.stringify(unread));
    await renderApp({ at: '/local/import', seed: { assets: [came] } });
    const notice = await screen.findByRole('region', { name: 'Files that were not read' });
    expect(notice).toHaveTextContent('This file was not read; choose it again');
    expect(
      within(notice)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['Refs/b.png']);
  });

  it('hears what a tab said as it closed, though that comes late', async () => {
    await renderApp({ at: '/local/import' });
    await screen.findByRole('heading', { name: 'Imports of this tab' });
    const unread = { sessionId: 'one', aliveAt: 0, closed: true, paths: ['a.png'], total: 1 };
    const key = 'vitrine.unread.local.one';
    localStorage.setItem(key, JSON.stringify(unread));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
    expect(await screen.findByText('This file was not read; choose it again')).toBeVisible();
  });

  it('names all of them where the library cannot be asked', async () => {
    const unread = {
      sessionId: 'one',
      aliveAt: 0,
      closed: true,
      paths: ['a.png'],
      total: 1,
      sizes: [7],
      sent: [true],
    };
    const since = '2026-01-01T00:00:00.000Z';
    localStorage.setItem('vitrine.unread.local.one', JSON.stringify({ ...unread, since }));
    const faults = [{ path: '/v1/assets', fault: { type: 'internal-error' as const } }];
    await renderApp({ at: '/local/import', faults });
    expect(await screen.findByText('This file was not read; choose it again')).toBeVisible();
  });
});

describe('files dropped or pasted anywhere', () => {
  const transfer = (files: readonly File[]) => ({
    types: ['Files'],
    files,
    items: files.map((file) => ({ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file })),
  });

  it('are announced over the page and go into the library', async () => {
    await renderApp({ at: '/local/import' });
    await screen.findByRole('heading', { level: 1, name: 'Import' });
    await waitFor(() => {
      fireEvent.dragEnter(window, { dataTransfer: transfer([png('a.png')]) });
      expect(screen.getByText('Drop to import into the library')).toBeVisible();
    });
    fireEvent.drop(window, { dataTransfer: transfer([png('a.png')]) });
    expect(screen.queryByText('Drop to import into the library')).not.toBeInTheDocument();
    const session = await screen.findByRole('region', { name: /^Import into the library/ });
    expect(await within(session).findByText('Imported 1 into the library')).toBeVisible();
  });

  it('go into the library of the last workspace where none is shown', async () => {
    await renderApp({ at: '/settings' });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await waitFor(() => {
      fireEvent.dragEnter(window, { dataTransfer: transfer([png('a.png')]) });
      expect(screen.getByText('Drop to import into Built-in library')).toBeVisible();
    });
    fireEvent.drop(window, { dataTransfer: transfer([png('a.png')]) });
    const session = await screen.findByRole('region', { name: /^Import into the library/ });
    expect(await within(session).findByText('Imported 1 into the library')).toBeVisible();
  });

  it('say nothing of what is dragged inside the app', async () => {
    await renderApp({ at: '/local/import' });
    await screen.findByRole('heading', { level: 1, name: 'Import' });
    fireEvent.dragEnter(window, { dataTransfer: { types: ['text/plain'], items: [], files: [] } });
    expect(screen.queryByText(/^Drop to import/)).not.toBeInTheDocument();
  });

  it('are taken from a paste, but not from one into a field', async () => {
    await renderApp({ at: '/local/import' });
    await screen.findByRole('heading', { level: 1, name: 'Import' });
    const field = document.body.appendChild(document.createElement('input'));
    fireEvent.paste(field, { clipboardData: { files: [png('field.png')] } });
    fireEvent.paste(document.body, { clipboardData: { files: [png('image.png')] } });
    field.remove();
    const session = await screen.findByRole('region', { name: /^Import into the library/ });
    expect(await within(session).findByText('Imported 1 into the library')).toBeVisible();
    expect(screen.getAllByRole('region', { name: /^Import into/ })).toHaveLength(1);
  });
});
