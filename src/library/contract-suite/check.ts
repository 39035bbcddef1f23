import type { Probe } from './probe';

/** One promise of the contract; `run` throws where it is not kept. */
export interface Check {
  name: string;
  run: (probe: Probe) => Promise<void>;
}
