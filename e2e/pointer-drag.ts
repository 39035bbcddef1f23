import { expect, type Locator, type Page } from '@playwright/test';

/** The middle of what is seen of an element. */
async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('Not in the document');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on an element and moves far enough for a drag to begin; the button stays down. */
export async function grab(page: Page, item: Locator): Promise<void> {
  const { x, y } = await middleOf(item);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 12, { steps: 4 });
  await expect(page.locator('html')).toHaveAttribute('data-dragging', '');
}

/** Moves what is dragged over an element, as a hand does: on the way it is over other things. */
export async function dragOver(page: Page, target: Locator): Promise<void> {
  const { x, y } = await middleOf(target);
  await page.mouse.move(x, y, { steps: 8 });
}
