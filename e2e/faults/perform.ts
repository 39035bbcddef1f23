import type { Locator, Page } from '@playwright/test';
import { type Act, ALL } from './schedule';

interface Where {
  page: Page;
  /** Address of the workspace, with its slash at the end. */
  address: string;
  /** Ids of the collections by number, as they are now; undefined where one is gone. */
  collection: (n: number) => string | undefined;
}

/** Does what a person would do for the step, by the keys and names of the interface. */
export async function perform(step: Act, { page, address, collection }: Where): Promise<void> {
  const open = (path: string) => page.goto(address + path);
  switch (step.kind) {
    case 'add': {
      const id = need(collection(step.collection));
      await open(`collections/${id}/pick?unfiled=true`);
      await choose(page, page.getByRole('listbox', { name: 'Library' }), step);
      return page.getByRole('button', { name: /^Add \d/ }).click();
    }
    case 'remove': {
      await open(`collections/${need(collection(step.collection))}`);
      await choose(page, page.getByRole('listbox', { name: /^Assets of/ }), step);
      return page.keyboard.press('Delete');
    }
    case 'move': {
      await open(`collections/${need(collection(step.from))}`);
      await choose(page, page.getByRole('listbox', { name: /^Assets of/ }), { ...step, from: 0 });
      await page.keyboard.press('m');
      return page.getByRole('dialog').getByRole('option').first().click();
    }
    case 'create': {
      await open('assets?unfiled=true');
      await choose(page, page.getByRole('listbox', { name: 'Assets' }), { ...step, from: 2 });
      await page.keyboard.press('Shift+N');
      await page.getByRole('dialog').getByRole('textbox').fill(`Made of ${step.count}`);
      return page.keyboard.press('Enter');
    }
    case 'rename': {
      await open(`collections/${need(collection(step.collection))}`);
      await present(page, page.getByRole('button', { name: /^Actions for/ }));
      await page.keyboard.press('F2');
      await page.getByRole('textbox', { name: /^Name of/ }).fill(step.name);
      return page.keyboard.press('Enter');
    }
    case 'cover': {
      await open(`collections/${need(collection(step.collection))}`);
      await choose(page, page.getByRole('listbox', { name: /^Assets of/ }), { from: step.tile, count: 1 });
      return page.keyboard.press('t');
    }
    case 'delete-collection': {
      await open(`collections/${need(collection(step.collection))}`);
      const actions = page.getByRole('button', { name: /^Actions for/ });
      await present(page, actions);
      await actions.first().click();
      return page.getByRole('menuitem', { name: /Delete collection/ }).click();
    }
    case 'undo':
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      return page.keyboard.press('Control+z');
  }
}

/** Selects some tiles in a row, or all that are loaded. */
async function choose(
  page: Page,
  grid: Locator,
  { from, count }: { from: number; count: number },
): Promise<void> {
  const tiles = grid.getByRole('option');
  await present(page, tiles);
  const shown = await tiles.count();
  await tiles.nth(Math.min(from, shown - 1)).click();
  if (count >= ALL) return page.keyboard.press('Control+a');
  for (let n = 1; n < count; n += 1) await page.keyboard.press('Shift+ArrowRight');
}

/** A place says with a heading of its own that nothing is there: then there is no use in waiting for more. */
async function present(page: Page, wanted: Locator): Promise<void> {
  const nothing = page.getByRole('main').getByRole('heading', { level: 2 });
  await wanted.or(nothing).first().waitFor();
  if ((await wanted.count()) === 0) throw new Error('Nothing is there.');
}

function need(id: string | undefined): string {
  if (id === undefined) throw new Error('The collection is gone.');
  return id;
}
