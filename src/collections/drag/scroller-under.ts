/** The innermost box under a point that can be scrolled up and down. */
export function scrollerUnder(elements: readonly Element[]): HTMLElement | undefined {
  for (const element of elements) {
    for (let box: Element | null = element; box instanceof HTMLElement; box = box.parentElement) {
      if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
        return box;
    }
  }
  return undefined;
}
