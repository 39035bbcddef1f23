import type { Browser, BrowserContext, Page } from '@playwright/test';
import { KillableBrowser } from './killable-browser';

/** The tabs of one seed. There is always one that is looked at; others may be open behind it. */
export class Tabs {
  #context: BrowserContext | undefined;
  #killable: KillableBrowser | undefined;
  #pages: Page[] = [];

  constructor(
    private readonly address: string,
    private readonly shared: Browser | undefined,
  ) {}

  async open(): Promise<Page> {
    if (!this.#context) {
      if (this.shared)
        this.#context = await this.shared.newContext({ viewport: { width: 1280, height: 800 } });
      else {
        this.#killable ??= new KillableBrowser();
        this.#context = await this.#killable.start();
      }
    }
    const page = await this.#context.newPage();
    page.setDefaultTimeout(10_000);
    // A place that says nothing is soon looked away from; a machine that is slow says nothing about the app.
    page.setDefaultNavigationTimeout(60_000);
    this.#pages.push(page);
    await page.goto(this.address);
    return page;
  }

  /** The tab that is looked at, opened if there is none. */
  async current(): Promise<Page> {
    return this.#pages.at(-1) ?? this.open();
  }

  async closeOldest(): Promise<void> {
    await this.#pages.shift()?.close();
  }

  async kill(): Promise<void> {
    await this.#killable?.kill();
    this.#context = undefined;
    this.#pages = [];
  }

  async close(): Promise<void> {
    if (this.#killable) await this.#killable.close();
    else await this.#context?.close();
  }
}
