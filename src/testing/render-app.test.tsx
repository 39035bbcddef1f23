import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from './render-app';

describe('an unknown workspace', () => {
  it('has a screen of its own with the way on', async () => {
    await renderApp({ at: '/nowhere/collections' });
    expect(
      await screen.findByRole('heading', { name: 'There is no workspace “nowhere” here' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Built-in library' })).toHaveAttribute(
      'href',
      '/local/collections',
    );
  });
});
