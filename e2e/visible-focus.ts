import { expect, type Locator, type Page } from '@playwright/test';

/** A person with a keyboard and nothing else. After every key there is a focus, and it is seen. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await expectVisibleFocus(this.page);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await expectVisibleFocus(this.page);
  }

  /** Presses Tab until `target` has the focus; wherever that stops on the way, the focus is seen. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < 60; stop++) {
      await this.page.keyboard.press(key);
      // Past its last stop, a page gives the focus to the browser around it.
      if (await this.page.evaluate(() => document.activeElement === document.body)) continue;
      await expectVisibleFocus(this.page);
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    await expect(target, 'reached by Tab').toBeFocused();
  }
}

/** Something has the focus, it is in the window, nothing hides all of it, and a ring around it says so. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(describeFocus), 'what is wrong with the focus').toBe('');
}

/** What keeps the focus from being seen, in words; nothing where it is seen. Runs in the page. */
function describeFocus(): string {
  const active = document.activeElement;
  if (!active || active === document.body) return 'nothing has the focus';
  const name = `${active.tagName} ${active.getAttribute('aria-label') ?? active.textContent}`;
  // A control that is drawn by its label is too small for a ring of its own to be seen.
  const drawn = active.getBoundingClientRect().width < 4 ? (active.closest('label') ?? active) : active;
  const { left, top, width, height } = drawn.getBoundingClientRect();
  const parts = [0.02, 0.5, 0.98];
  const seen = parts.some((x) =>
    parts.some((y) => {
      const there = document.elementFromPoint(left + width * x, top + height * y);
      return there !== null && (drawn.contains(there) || there.contains(drawn));
    }),
  );
  if (!seen) return `${name}: out of the window or covered`;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn);
  const isRing = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !outlineColor.endsWith(' 0)');
  return isRing ? '' : `${name}: no ring`;
}
