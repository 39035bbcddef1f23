import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

export type Site = 'root' | 'sub-path';

interface Fixtures {
  /** Which deployment relative addresses are opened on. */
  site: Site;
  /**
   * Status codes the journey provokes on purpose. The browser writes a line of its own for each such answer;
   * everything else on the console fails the test.
   */
  refusals: readonly number[];
  /**
   * The journey cuts the network: the browser writes a line of its own for each read that was on its way, React one for
   * a page whose code could not be had.
   */
  cutsNetwork: boolean;
  complaints: Complaints;
  /** Stops what serves the pages of a test when they are closed: none may ask a host that is gone. */
  closeLater: <T extends Host>(host: T) => T;
}

interface Host {
  close(): Promise<void>;
}

const CUT_OFF =
  /^Failed to load resource: net::ERR_INTERNET_DISCONNECTED|^TypeError: Not loaded: Failed to fetch dynamically/;

/** Everything the browser complained about, in words. */
export class Complaints {
  readonly found: string[] = [];
  constructor(
    private readonly refusals: readonly number[],
    private readonly cutsNetwork: boolean,
  ) {}

  /** Listens to every page and worker of a context, also to those still to come. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => this.#console(message));
    context.on('weberror', (error) => this.found.push(`uncaught: ${error.error().stack ?? ''}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`Refused by the policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  #console(message: ConsoleMessage): void {
    if (message.type() !== 'error' || this.#isExpected(message)) return;
    this.found.push(`console: ${message.text()} (${message.location().url})`);
  }

  /** The browser's own line for an answer ≥ 400: always for a deep link on a static host, else where provoked. */
  #isExpected(message: ConsoleMessage): boolean {
    if (this.cutsNetwork && CUT_OFF.test(message.text())) return true;
    const status = /^Failed to load resource: the server responded with a status of (\d+)/.exec(
      message.text(),
    )?.[1];
    if (status === undefined) return false;
    const { url } = message.location();
    const isDeepLink = status === '404' && url === message.page()?.url().split('#')[0];
    return isDeepLink || this.refusals.includes(Number(status));
  }
}

export const test = base.extend<Fixtures>({
  site: ['root', { option: true }],
  refusals: [[], { option: true }],
  cutsNetwork: [false, { option: true }],
  baseURL: async ({ site }, provide) => {
    await provide(siteUrl(site));
  },
  complaints: async ({ refusals, cutsNetwork }, provide) => {
    const complaints = new Complaints(refusals, cutsNetwork);
    await provide(complaints);
    expect(complaints.found, 'complaints of the browser').toEqual([]);
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs
  closeLater: async ({}, provide) => {
    const hosts: Host[] = [];
    await provide((host) => {
      hosts.unshift(host);
      return host;
    });
    for (const host of hosts) await host.close();
  },
  // What is named first goes last.
  context: async ({ closeLater: _hosts, context, complaints }, provide) => {
    await complaints.watch(context);
    await provide(context);
  },
});

/** Address of a deployment made by the global setup, with its slash at the end. */
export function siteUrl(site: Site): string {
  const url = process.env[site === 'root' ? 'VITRINE_ROOT_URL' : 'VITRINE_SUB_PATH_URL'];
  if (url === undefined) throw new Error('The global setup has not run.');
  return url;
}

/** axe finds nothing wrong on the page as it stands; call it once the content is there. `besides`: rules left out. */
export async function expectNoAxeViolations(page: Page, besides: readonly string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Menus float beside the landmarks, as the pattern for menus has it.
    .disableRules(['region', ...besides])
    .analyze();
  const words = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`,
  );
  expect(words, `axe on ${page.url()}`).toEqual([]);
}
