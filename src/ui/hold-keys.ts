/**
 * Keeps keys from the page until a dialog that was asked for has the focus: it may have to be loaded first, and what is
 * typed meanwhile is meant for it, not for the commands of the page. `onEscape` calls it off. Returns how to let go.
 */
export function holdKeys(onEscape: () => void): () => void {
  const holding = new AbortController();
  const { signal } = holding;
  const letGo = () => holding.abort();
  const onKeyDown = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onEscape();
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.closest('[data-modal]')) letGo();
  };
  document.addEventListener('keydown', onKeyDown, { capture: true, signal });
  document.addEventListener('focusin', onFocusIn, { signal });
  return letGo;
}
