import { toasts } from './toasts';

/** Puts text on the clipboard and says so; where the browser refuses, shows the text to copy by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: done });
  } catch {
    toasts.show({ text: 'The browser did not allow copying', detail: text.slice(0, 400), tone: 'danger' });
  }
}
