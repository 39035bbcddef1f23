import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { lazyPart, loadPart } from './lazy-part';

const missing = new TypeError('Failed to fetch dynamically imported module');
const goOffline = () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);

describe('a part of the app', () => {
  it('is drawn once it is loaded, whatever else its module holds', async () => {
    const Note = lazyPart(
      async () => ({ Note: ({ text }: { text: string }) => <p>{text}</p>, limit: 3 }),
      'Note',
    );
    const { unmount } = render(<Note text="Here" />);
    expect(await screen.findByText('Here')).toBeVisible();
    unmount();
    render(<Note text="At once" />);
    expect(screen.getByText('At once')).toBeVisible();
  });

  it('is there at once where it was loaded beforehand, and stands for itself until it is', async () => {
    const Note = lazyPart(async () => ({ Note: () => <p>Here</p> }), 'Note', <p>Soon</p>);
    const { unmount } = render(<Note />);
    expect(screen.getByText('Soon')).toBeVisible();
    unmount();
    await Note.preload();
    render(<Note />);
    expect(screen.getByText('Here')).toBeVisible();
  });

  it('is waited for without a network, as often as that goes away', async () => {
    const offline = goOffline();
    const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(missing).mockRejectedValueOnce(missing);
    load.mockResolvedValue('loaded');
    const part = loadPart(load);
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    offline.mockReturnValue(true);
    dispatchEvent(new Event('online'));
    await expect(part).resolves.toBe('loaded');
  });

  it('fails where there is a network and no such file', async () => {
    await expect(loadPart(() => Promise.reject(missing))).rejects.toBe(missing);
  });
});
