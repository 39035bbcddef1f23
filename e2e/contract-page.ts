import { contractChecks } from '~/library/contract-suite';
import { Probe, type ProbeTarget } from '~/library/contract-suite/probe';

/** What the contract suite adds to the page it runs in. */
export interface ContractPage {
  /** Runs one check on the library of this deployment; resolves to why it failed, or to nothing. */
  run(name: string): Promise<string | undefined>;
}

/** As any page of this origin: the service worker answers. */
const target: ProbeTarget = {
  baseUrl: `${location.origin}/~library/v1`,
  fetch: (request) => fetch(request),
};

const contractPage: ContractPage = {
  async run(name) {
    const check = contractChecks.find((one) => one.name === name);
    if (!check) return `There is no check “${name}”`;
    try {
      await check.run(new Probe(target));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
};

Object.assign(globalThis, { contractPage });
