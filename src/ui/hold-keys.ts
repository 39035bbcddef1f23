/**
 * Keeps keys from the page until a dialog that was asked for has the focus: it may have to be loaded first, and what is
 * typed meanwhile is meant for its field, not for the commands of the page. `onEscape` calls it off. Returns how to let go.
 */
export function holdKeys(onEscape: () => void): () => void {
  const holding = new AbortController();
  const { signal } = holding;
  const letGo = () => holding.abort();
  let typed = '';
  const onKeyDown = (event: KeyboardEvent) => {
    event.preventDefault();
    // Who holds first has all of them.
    event.stopImmediatePropagation();
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typed += event.key;
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !target.closest('[data-modal]')) return;
    letGo();
    if (target instanceof HTMLInputElement && target.type === 'text' && typed) type(target, typed);
  };
  document.addEventListener('keydown', onKeyDown, { capture: true, signal });
  document.addEventListener('focusin', onFocusIn, { signal });
  return letGo;
}

/** As if it came from the keyboard, in the place of what is marked in the field. */
function type(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
