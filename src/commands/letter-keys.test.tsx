import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';
import { setLetterKeys } from './key-settings';

const seed = { assets: [buildAsset({ name: 'Lamp' })] };
const tile = () => screen.findByRole('option', { name: 'Lamp' });

afterEach(() => setLetterKeys(true));

describe('single-letter keys that are switched off', () => {
  it('do nothing on a tile; the others go on', async () => {
    setLetterKeys(false);
    const { user } = await renderApp({ at: '/local/assets', seed });
    (await tile()).focus();
    await user.keyboard('x');
    expect(await tile()).toHaveAttribute('aria-selected', 'false');
    await user.keyboard('{Control>} {/Control}');
    expect(await tile()).toHaveAttribute('aria-selected', 'true');
  });

  it('do nothing in the viewer; the others go on', async () => {
    setLetterKeys(false);
    const { user } = await renderApp({ at: '/local/assets', seed });
    (await tile()).focus();
    await user.keyboard('{Enter}');
    const viewer = await screen.findByRole('dialog', { name: 'Lamp' });
    await user.keyboard('xi');
    expect(within(viewer).queryByRole('complementary')).toBeNull();
    expect(within(viewer).getByRole('button', { name: 'Select' })).toHaveAttribute('aria-pressed', 'false');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('keys pressed before an open menu has the focus', () => {
  it('are the menu’s: Escape closes it and lets the selection be', async () => {
    const { user } = await renderApp({ at: '/local/assets', seed });
    await user.pointer({ keys: '[MouseRight]', target: await tile() });
    await screen.findAllByRole('menuitem');
    fireEvent.keyDown(await tile(), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(await tile()).toHaveAttribute('aria-selected', 'true');
  });
});

describe('letters typed before a dialog is there', () => {
  it('do nothing on the page behind it', async () => {
    const { user } = await renderApp({ at: '/local/assets', seed });
    await user.click(await tile());
    await user.keyboard('ax');
    expect(await screen.findByRole('dialog', { name: /^Add / })).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await tile()).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('x');
    expect(await tile()).toHaveAttribute('aria-selected', 'false');
  });
});

describe('the sheet of keys', () => {
  it('has every key of every command, and says when letters do nothing', async () => {
    setLetterKeys(false);
    const { user } = await renderApp({ at: '/local/assets', seed });
    await tile();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Find a command' }), 'show all keys{Enter}');
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(sheet).getByText(/^Single-letter keys are switched off/)).toBeVisible();
    for (const key of ['Backspace', 'Space', 'R', 'F10', 'F2', 'Y'])
      expect(within(sheet).getAllByText(key)).not.toHaveLength(0);
  });
});
