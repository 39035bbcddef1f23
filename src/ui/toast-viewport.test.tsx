import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveRegion } from './live-region';
import { nextTask } from './next-task';
import { ToastViewport } from './toast-viewport';
import { TOAST_MS, toasts } from './toasts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  toasts.clear();
});

function pass(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

function renderToasts() {
  render(
    <>
      <ToastViewport />
      <LiveRegion />
    </>,
  );
  return screen.getByRole('region', { name: 'Notifications' });
}

describe('toasts', () => {
  it('stays its time, longer under the pointer, and goes', () => {
    const region = renderToasts();
    act(() => void toasts.show({ text: 'Added 85 to Props' }));
    pass(TOAST_MS - 1);
    expect(region).toHaveTextContent('Added 85 to Props');
    fireEvent.pointerEnter(region);
    pass(TOAST_MS * 3);
    expect(region).toHaveTextContent('Added 85 to Props');
    fireEvent.pointerLeave(region);
    pass(TOAST_MS);
    expect(region).toBeEmptyDOMElement();
  });

  it('goes when the button that had the focus went with another toast', async () => {
    const region = renderToasts();
    act(() => void toasts.show({ text: 'Renamed Props to Hero' }));
    act(() => void toasts.show({ text: 'Added 85 to Hero' }));
    const [dismiss] = screen.getAllByRole('button', { name: 'Dismiss' });
    act(() => dismiss?.focus());
    fireEvent.click(dismiss as HTMLElement);
    await act(nextTask);
    expect(region.children).toHaveLength(1);
    pass(TOAST_MS);
    expect(region).toBeEmptyDOMElement();
  });

  it('never goes before 10 s, and never while it shows progress', () => {
    const region = renderToasts();
    act(() => void toasts.show({ text: 'Renamed', duration: 10 }));
    act(() => void toasts.show({ text: 'Adding 87', progress: { value: 40, max: 87 } }));
    pass(TOAST_MS - 1);
    expect(region).toHaveTextContent('Renamed');
    pass(TOAST_MS * 3);
    expect(region).not.toHaveTextContent('Renamed');
    expect(screen.getByRole('progressbar', { name: 'Adding 87' })).toHaveValue(40);
  });

  it('runs its action once and is gone', () => {
    const region = renderToasts();
    const undo = vi.fn<() => void>();
    act(() => void toasts.show({ text: 'Removed 5 from Props', actions: [{ label: 'Undo', onAct: undo }] }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(region).toBeEmptyDOMElement();
  });

  it('replaces progress by its result, which is read out', () => {
    const region = renderToasts();
    act(() => void toasts.show({ text: 'Adding 87', progress: { value: 1, max: 87 } }, 'batch-1'));
    expect(screen.queryByText(/^Adding 87.?$/, { selector: '[aria-live]' })).toBeNull();
    act(() => void toasts.show({ text: 'Added 87 to Props', detail: '2 were already in' }, 'batch-1'));
    expect(region).not.toHaveTextContent('Adding');
    expect(
      screen.getByText(/Added 87 to Props\. 2 were already in/, { selector: '[aria-live]' }),
    ).toBeInTheDocument();
  });

  it('shows four at most, the newest', () => {
    const region = renderToasts();
    act(() => {
      for (const number of [1, 2, 3, 4, 5]) toasts.show({ text: `Message ${number}` });
    });
    expect(region).not.toHaveTextContent('Message 1');
    expect(region).toHaveTextContent('Message 5');
  });
});
