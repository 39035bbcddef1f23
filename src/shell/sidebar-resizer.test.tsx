import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderApp } from '~/testing/render-app';

afterEach(() => localStorage.clear());

it('makes the sidebar wider and narrower with the keys, within bounds, and remembers it', async () => {
  const { user } = await renderApp({ at: '/local/assets' });
  await user.keyboard('{Shift}');
  const edge = await screen.findByRole('separator', { name: 'Width of the sidebar' });
  expect(edge).toHaveAttribute('aria-valuenow', '240');
  edge.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(edge).toHaveAttribute('aria-valuenow', '256');
  expect(screen.getByRole('complementary', { name: 'Sidebar' })).toHaveStyle({ width: '256px' });
  expect(localStorage.getItem('vitrine.sidebar-width')).toBe('256');
  await user.keyboard('{End}{ArrowRight}');
  expect(edge).toHaveAttribute('aria-valuenow', '480');
  await user.keyboard('{Home}');
  expect(edge).toHaveAttribute('aria-valuenow', '180');
  fireEvent.doubleClick(edge);
  expect(edge).toHaveAttribute('aria-valuenow', '240');
  edge.focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: 'Show the sidebar' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show the sidebar' }));
});
