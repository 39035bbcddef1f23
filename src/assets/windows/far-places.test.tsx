import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const DAY = 86_400_000;
const START = new Date('2025-03-01T12:00:00').getTime();
/** Ten a day; those of a day came in at the same moment. */
const assets = Array.from({ length: 1500 }, (_, n) => {
  const createdAt = new Date(START + Math.floor(n / 10) * DAY).toISOString();
  return buildAsset({ name: `Many ${n}`, createdAt, updatedAt: createdAt });
});
const at = '/local/assets?size=240&layout=square';

async function open() {
  const app = await renderApp({ at, seed: { assets } });
  const grid = await screen.findByRole('listbox', { name: 'Assets' });
  // jsdom does not say that something scrolled.
  const scrolled = () => fireEvent.scroll(grid.parentElement ?? grid);
  await within(grid).findByRole('option', { name: 'Many 1499' });
  await screen.findByText(/ of 1,500$/);
  const pagesRead = () => app.sent.filter(({ line }) => line.startsWith('GET /v1/assets?')).length;
  return { ...app, grid, scrolled, pagesRead };
}

describe('far places', () => {
  it('are reached by End without reading what lies before, and left by Home', async () => {
    const { user, grid, scrolled, pagesRead } = await open();
    within(grid).getByRole('option', { name: 'Many 1499' }).focus();
    await user.keyboard('{End}');
    scrolled();
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '1500'));
    expect(pagesRead()).toBeLessThan(12);
    await user.keyboard('{Home}');
    scrolled();
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '1'));
  });

  it('are reached by their date', async () => {
    const { user, scrolled, pagesRead } = await open();
    await user.keyboard('g');
    fireEvent.change(await screen.findByLabelText('Date', { selector: 'input' }), {
      target: { value: '2025-03-15' },
    });
    await user.click(screen.getByRole('button', { name: 'Go' }));
    // The fifteenth of 150 days that go backwards: 135 days of ten stand before it.
    await waitFor(() => {
      scrolled();
      expect(document.activeElement).toHaveAttribute('aria-posinset', '1351');
    });
    expect(pagesRead()).toBeLessThan(12);
  });
});
