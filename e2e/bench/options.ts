import { parseArgs } from 'node:util';

export const PARTS = ['load', 'scroll', 'memory', 'library', 'select', 'add', 'import'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly Part[];
  /** Assets of the libraries measured, ascending. */
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Seconds of each scroll. */
  readonly seconds: number;
  /** Goes on with the site built before: for comparing runs of one build. */
  readonly keepBuild: boolean;
}

export const USAGE = `npm run bench -- [--only ${PARTS.join(',')}] [--sizes 1000,10000,100000] [--runs 3] [--seconds 8] [--keep-build]`;

/** Reads `--only scroll,select --sizes 1000,100000 --runs 3`; throws with the usage where something is unknown. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: PARTS.join(',') },
      sizes: { type: 'string', default: '1000,10000,100000' },
      runs: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '8' },
      'keep-build': { type: 'boolean', default: false },
    },
  });
  const asked = values.only.split(',');
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  const sizes = values.sizes.split(',').map(Number);
  if (unknown !== undefined || sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error(USAGE);
  return {
    parts: PARTS.filter((part) => asked.includes(part)),
    sizes: sizes.sort((a, b) => a - b),
    runs: Math.max(1, Number(values.runs)),
    seconds: Number(values.seconds),
    keepBuild: values['keep-build'],
  };
}
