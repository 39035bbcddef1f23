import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TestFile } from './test-files';

/** Writes files below a folder (names may hold slashes) and returns the folder. */
export function writeFolder(folder: string, files: readonly TestFile[]): string {
  for (const { name, buffer } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, buffer);
  }
  return folder;
}

/**
 * Drags files and folders of the disk onto the middle of the page and lets go, as from a file manager: the browser
 * itself makes the directory entries, which no script can do.
 */
export async function dropFromDisk(page: Page, paths: readonly string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await browser.detach();
}
