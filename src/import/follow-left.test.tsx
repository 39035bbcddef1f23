import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { changeCollectionAssets } from '~/api/collections';
import { buildAsset, buildCollection } from '~/testing/builders';
import { pngBytes } from '~/testing/open-upload-library';
import { renderApp } from '~/testing/render-app';

/** What a tab has left that was closed just now. */
function leave(paths: readonly string[], size: number) {
  const sizes = paths.map(() => size);
  const unread = { sessionId: 'one', aliveAt: Date.now(), closed: true, paths, sizes, total: paths.length };
  localStorage.setItem('vitrine.unread.local.one', JSON.stringify(unread));
}

beforeEach(() => localStorage.clear());

it('shows what the workspace goes on with when the tab that sent it is gone', async () => {
  leave(['a.png'], 7);
  const [props, chair] = [buildCollection({ name: 'Props' }), buildAsset({ name: 'Chair' })];
  const seed = { collections: [props], assets: [chair] };
  const { workspace } = await renderApp({ at: '/local/collections', seed });
  const card = async (name: RegExp) =>
    within(await screen.findByRole('list', { name: 'Collections' })).findByRole('link', { name });
  expect(await card(/^Props/)).toBeVisible();
  await changeCollectionAssets(workspace.client, 'add', props.id, [chair.id]);
  expect(await card(/^Props, 1 asset/)).toBeVisible();
});

it('names files no longer that were chosen again', async () => {
  const bytes = pngBytes('a');
  leave(['a.png', 'b.png'], bytes.length);
  await renderApp({ at: '/local/import' });
  const notice = await screen.findByRole('region', { name: 'Files that were not read' });
  expect(within(notice).getAllByRole('listitem')).toHaveLength(2);
  const files = [new File([bytes], 'a.png', { type: 'image/png' })];
  fireEvent.change(await screen.findByLabelText('Files to import'), { target: { files } });
  expect(await screen.findByText('This file was not read; choose it again')).toBeVisible();
  expect(
    within(notice)
      .getAllByRole('listitem')
      .map((line) => line.textContent),
  ).toEqual(['b.png']);
});
