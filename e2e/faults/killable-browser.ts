import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { findBrowser } from '../find-browser';

/** A browser process with a profile on the disk, which can be killed at any moment and started again. */
export class KillableBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'vitrine-faults-'));
  #process: ChildProcess | undefined;
  #browser: Browser | undefined;

  async start(): Promise<BrowserContext> {
    const child = spawn(
      findBrowser() ?? chromium.executablePath(),
      [
        ...BROWSER_ARGS,
        '--headless=new',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--remote-debugging-port=0',
        `--user-data-dir=${this.#profile}`,
        '--window-size=1280,800',
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    this.#process = child;
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(child.stderr).on('line', (line) => {
        const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`The browser ended with code ${code}`)));
    });
    this.#browser = await chromium.connectOverCDP(address);
    const [context] = this.#browser.contexts();
    if (!context) throw new Error('The browser has no context.');
    return context;
  }

  /** Ends the process and its children at once: nothing in them is told, nothing of theirs stays open. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    await this.#browser?.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.kill();
    try {
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // Children of a killed browser may still write for a moment: it is a temporary folder all the same.
    }
  }
}
