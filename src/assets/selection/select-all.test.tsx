import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const at = '/local/assets?layout=square&size=200';
const seed = {
  assets: Array.from({ length: 430 }, (_, n) =>
    buildAsset({ name: `Many ${n}`, tags: n < 330 ? ['early'] : [], properties: { size: 1000 } }),
  ),
};
const grid = () => screen.findByRole('listbox', { name: 'Assets' });
const tile = async (name: string) => within(await grid()).findByRole('option', { name });
const status = (text: RegExp) => screen.findByText(text, { selector: '[role=status]' });

describe('selecting beyond what is loaded', () => {
  it('takes what is loaded at first, and all that match when asked again', async () => {
    const { user } = await renderApp({ at, seed });
    (await tile('Many 429')).focus();
    await user.keyboard('{Control>}a{/Control}');
    expect(await status(/^\d+ shown of 430 · \d00 selected/)).toBeVisible();
    await user.keyboard('{Control>}a{/Control}');
    expect(await status(/ · 430 selected, 430 kB$/)).toBeVisible();
  });

  it('goes by the filter, and says what another filter hides', async () => {
    const { user, router } = await renderApp({ at: `${at}&tag=early`, seed });
    (await tile('Many 329')).focus();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Select all 330' }));
    expect(await status(/ · 330 selected, 330 kB$/)).toBeVisible();
    await router.navigate({
      to: '/$workspace/assets',
      params: { workspace: 'local' },
      search: { q: 'many' },
    });
    expect(await status(/ · 330 selected, 330 kB · \d+ not shown so far$/)).toBeVisible();
    await router.navigate({
      to: '/$workspace/assets',
      params: { workspace: 'local' },
      search: { kind: 'video' },
    });
    expect(await status(/ · 330 selected, 330 kB · 330 hidden by the filter$/)).toBeVisible();
  });

  it('turns the whole listing round', async () => {
    const { user } = await renderApp({ at, seed });
    await user.click(await tile('Many 429'));
    await user.keyboard('{Control>}{Shift>}i{/Shift}{/Control}');
    expect(await status(/ · 429 selected/)).toBeVisible();
    expect(await tile('Many 429')).toHaveAttribute('aria-selected', 'false');
  });

  it('is called off by Escape, which lets the selection be', async () => {
    const { user, setFaults } = await renderApp({ at, seed });
    (await tile('Many 429')).focus();
    await user.keyboard('{Control>}a{/Control}');
    setFaults([{ path: '/v1/assets', fault: { type: 'hang' } }]);
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText(/^Selecting: \d00 of 430/)).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText(/^Selecting/)).toBeNull());
    expect(await status(/ · \d00 selected/)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await status(/^\d+ shown of 430$/)).toBeVisible();
  });

  it('shows what is selected alone, from every page and filter, and everything again', async () => {
    const { user } = await renderApp({ at, seed });
    await user.click(await tile('Many 429'));
    await user.keyboard('{Control>}');
    await user.click(await tile('Many 427'));
    await user.keyboard('{/Control}');
    await user.click(screen.getByRole('button', { name: 'Selected only' }));
    expect(await status(/^Only the 2 selected · 2 selected/)).toBeVisible();
    expect(within(await grid()).getAllByRole('option')).toHaveLength(2);
    // A click on one selects that one, and leaves the other in sight.
    await user.click(await tile('Many 427'));
    expect(await tile('Many 429')).toHaveAttribute('aria-selected', 'false');
    expect(await status(/^Only the 2 selected before · 1 selected/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Selected only' }));
    expect(await status(/^\d+ shown of 430 · 1 selected/)).toBeVisible();
    await user.type(screen.getByRole('searchbox', { name: 'Search assets' }), 'Many 12');
    expect(await status(/1 hidden by the filter|1 not shown so far/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Selected only' }));
    expect(await status(/^Only the 1 selected, whatever the filter · 1 selected/)).toBeVisible();
  });
});
