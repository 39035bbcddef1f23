import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';
import { formatCount } from '~/ui/format-facts';

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

async function goTo(user: UserEvent, day: string) {
  await user.keyboard('g');
  fireEvent.change(await screen.findByLabelText('Date', { selector: 'input' }), { target: { value: day } });
  await user.click(screen.getByRole('button', { name: 'Go' }));
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

  it('are reached by a range that ends there', async () => {
    const { user, grid, scrolled } = await open();
    within(grid).getByRole('option', { name: 'Many 1499' }).focus();
    const before = Number(document.activeElement?.getAttribute('aria-posinset')) - 1;
    await user.keyboard('{Shift>}{End}{/Shift}');
    const text = new RegExp(` of 1,500 · ${formatCount(1500 - before)} selected`);
    await waitFor(() => {
      scrolled();
      expect(screen.getByText(text)).toBeVisible();
    });
    expect(document.activeElement).toHaveAttribute('aria-posinset', '1500');
  });

  it('are reached by their date', async () => {
    const { user, scrolled, pagesRead } = await open();
    await goTo(user, '2025-03-15');
    // The fifteenth of 150 days that go backwards: 135 days of ten stand before it.
    await waitFor(() => {
      scrolled();
      expect(document.activeElement).toHaveAttribute('aria-posinset', '1351');
    });
    expect(pagesRead()).toBeLessThan(12);
    expect(screen.queryByText(/^Nothing on/)).not.toBeInTheDocument();
  });

  it.each([
    ['2026-01-01', '1', 'Nothing on Jan 1, 2026', 'The next is from Jul 28, 2025.'],
    ['2024-12-24', '1500', 'Nothing on Dec 24, 2024', 'The listing ends before it: this is the last.'],
  ])('are the nearest where nothing is of a date (%s)', async (day, position, text, detail) => {
    const { user, scrolled } = await open();
    await goTo(user, day);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByText(detail)).toBeVisible();
    await waitFor(() => {
      scrolled();
      expect(document.activeElement).toHaveAttribute('aria-posinset', position);
    });
  });
});
