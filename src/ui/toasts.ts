import { createStore } from 'zustand/vanilla';
import { announce } from './live-region';

interface ToastAction {
  label: string;
  /** Keys that do the same, as `Mod+Z`. */
  keys?: string;
  onAct: () => void;
  /** Keeps the toast after the act. */
  stays?: boolean;
}

export interface ToastContent {
  /** Exact and plain: "Added 85 to Props". */
  text: string;
  /** A second line: why a part failed, what comes next. */
  detail?: string;
  tone?: 'neutral' | 'danger';
  actions?: readonly ToastAction[];
  /** Shows a bar; `value: null` while the amount is unknown. A toast with a bar stays until it is updated. */
  progress?: { value: number | null; max: number } | null;
  /** Milliseconds in sight, at least 10 s; `null` stays until dismissed. */
  duration?: number | null;
}

export interface Toast extends ToastContent {
  id: string;
}

/** Shorter than this nobody reads a message and decides to undo. */
export const TOAST_MS = 10_000;
/** More at once are noise: the oldest goes. */
const MOST = 4;

export const toastStore = createStore<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));
let counter = 0;

/** Messages in the corner, from anywhere. A result is also read out; progress is not, or it would never end. */
export const toasts = {
  /** Shows a toast, or replaces the one with the same id, and returns its id. */
  show(content: ToastContent, id = `toast-${++counter}`): string {
    toastStore.setState(({ toasts: current }) => {
      const toast = { ...content, id };
      const known = current.some((other) => other.id === id);
      return {
        toasts: known
          ? current.map((other) => (other.id === id ? toast : other))
          : [...current, toast].slice(-MOST),
      };
    });
    if (!content.progress)
      announce(
        [content.text, content.detail].filter(Boolean).join('. '),
        content.tone === 'danger' ? 'assertive' : 'polite',
      );
    return id;
  },
  dismiss(id: string): void {
    const { toasts: current } = toastStore.getState();
    const left = current.filter((toast) => toast.id !== id);
    if (left.length < current.length) toastStore.setState({ toasts: left });
  },
  isShown: (id: string): boolean => toastStore.getState().toasts.some((toast) => toast.id === id),
  clear(): void {
    toastStore.setState({ toasts: [] });
  },
};
