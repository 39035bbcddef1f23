import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createQueryClient } from '~/query-client';
import { createAppRouter } from '~/router';
import { KeyVault } from '~/workspaces/key-vault';
import { WorkspaceRegistry } from '~/workspaces/workspace-registry';

function renderAt(address: string) {
  const queryClient = createQueryClient();
  const history = createMemoryHistory({ initialEntries: [address] });
  const registry = new WorkspaceRegistry({ presets: [], keys: new KeyVault() });
  const router = createAppRouter({ queryClient, registry, history });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, user: userEvent.setup() };
}

describe('frame', () => {
  it('has landmarks, places and a skip link that leads to the page', async () => {
    const { user } = renderAt('/settings');
    const main = await screen.findByRole('main');
    await screen.findByRole('heading', { name: 'Settings', level: 1 });
    const places = screen.getByRole('navigation', { name: 'Places' });
    expect(
      within(places)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Collections', 'Library', 'Models', 'Import']);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(main).toHaveFocus();
  });

  it('hides the sidebar and brings it back, by button and by key', async () => {
    const { user } = renderAt('/settings');
    await user.click(await screen.findByRole('button', { name: 'Hide the sidebar' }));
    await user.click(screen.getByRole('button', { name: 'Show the sidebar' }));
    await user.keyboard('{Control>}b{/Control}');
    expect(screen.getByRole('button', { name: 'Show the sidebar' })).toBeVisible();
    await user.keyboard('{Control>}b{/Control}');
    expect(screen.queryByRole('button', { name: 'Show the sidebar' })).toBeNull();
  });

  it('keeps the keyboard when the sidebar that had it is hidden', async () => {
    const { user } = renderAt('/settings');
    const link = await screen.findByRole('link', { name: 'Library' });
    link.focus();
    await user.keyboard('{Control>}b{/Control}');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('says of an unknown address that nothing is there', async () => {
    renderAt('/settings/nothing');
    expect(await screen.findByRole('heading', { name: 'Nothing is at this address' })).toBeVisible();
  });

  it('opens the palette by its keys, runs what is chosen and gives the focus back', async () => {
    const { user } = renderAt('/settings');
    await screen.findByRole('heading', { name: 'Settings', level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'Find a command' });
    await user.type(field, 'light th');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Light theme');
    await user.keyboard('{Enter}');
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('light');
    expect(screen.queryByRole('combobox', { name: 'Find a command' })).toBeNull();
  });

  it('shows all keys on ?', async () => {
    const { user } = renderAt('/settings');
    await screen.findByRole('heading', { name: 'Settings', level: 1 });
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(sheet).getByText('Invert selection')).toBeVisible();
  });
});
