import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showOverlay } from '~/commands/command-store';
import { COMMAND_IDS, COMMANDS } from '~/commands/commands';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const seed = {
  collections: [props],
  assets: [buildAsset({ name: 'Lamp', collectionIds: [props.id] })],
  models: [buildModel({ name: 'Lamp', collectionIds: [props.id] })],
};

afterEach(() => {
  localStorage.clear();
  // What lies over the page outlives it.
  showOverlay(null);
});

const plain = (text: string | null | undefined) => (text ?? '').replace(/…$/, '');

it.each([
  ['/local/assets'],
  ['/local/models'],
  [`/local/collections/${props.id}`],
  [`/local/collections/${props.id}/models`],
])('has the same verbs in the same order in menu, bar, palette and sheet at %s', async (at) => {
  const { user } = await renderApp({ at, seed });
  const tile = await screen.findByRole('option', { name: 'Lamp' });
  await user.pointer({ keys: '[MouseRight]', target: tile });
  const items = await screen.findAllByRole('menuitem');
  // The keys stand in an element of their own after the name.
  const menu = items.map((item) => {
    const keys = item.querySelector('kbd')?.textContent ?? '';
    return plain(item.textContent.slice(0, item.textContent.length - keys.length));
  });
  expect(menu.length).toBeGreaterThanOrEqual(3);
  await user.keyboard('{Escape}');

  const bar = within(await screen.findByRole('region', { name: 'Selection' }));
  const buttons = bar.getAllByRole('button').map((button) => plain(button.getAttribute('aria-label')));
  const inBar = buttons.filter((name) => !['More for the selection', 'Clear selection'].includes(name));
  expect(inBar).toEqual(menu.filter((name) => inBar.includes(name)));

  await user.keyboard('{Control>}k{/Control}');
  const list = within(await screen.findByRole('listbox', { name: 'Commands' }));
  const offered = list.getAllByRole('option').map((line) => {
    const keys = line.querySelector('kbd')?.textContent ?? '';
    return plain(line.textContent.slice(0, line.textContent.length - keys.length));
  });
  const inPalette = offered.filter((line) => line.startsWith('Selection ')).map((line) => line.slice(10));
  const shared = inPalette.filter((name) => menu.includes(name));
  // Opening is a matter of where the keyboard is, and no line of the palette.
  expect(shared).toEqual(menu.filter((name) => name !== 'Open'));
  await user.keyboard('{Escape}');

  await user.keyboard('?');
  const sheet = await screen.findByRole('group', { name: 'All keys' });
  const withKeys = COMMAND_IDS.filter((id) => COMMANDS[id].group === 'Selection' && COMMANDS[id].keys);
  const places = withKeys.map((id) => sheet.textContent.indexOf(COMMANDS[id].label));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

it.each(['/local/assets', '/local/models'])(
  'offers to clear the selection where there is one at %s',
  async (at) => {
    const { user } = await renderApp({ at, seed });
    const offered = async () => {
      await user.keyboard('{Control>}k{/Control}');
      const list = within(await screen.findByRole('listbox', { name: 'Commands' }));
      const found = list.queryByRole('option', { name: /Clear selection/ });
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('listbox', { name: 'Commands' })).toBeNull());
      return found !== null;
    };
    const tile = await screen.findByRole('option', { name: 'Lamp' });
    expect(await offered()).toBe(false);
    await user.click(tile);
    expect(await offered()).toBe(true);
  },
);
