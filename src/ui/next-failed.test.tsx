import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NextFailed } from './next-failed';

it('asks again when told to, and when the network is back', () => {
  const onRetry = vi.fn<() => void>();
  const { unmount } = render(<NextFailed what="assets" onRetry={onRetry} />);
  expect(screen.getByRole('alert')).toHaveTextContent('The next assets could not be read.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  fireEvent(window, new Event('online'));
  expect(onRetry).toHaveBeenCalledTimes(2);
  unmount();
  fireEvent(window, new Event('online'));
  expect(onRetry).toHaveBeenCalledTimes(2);
});
