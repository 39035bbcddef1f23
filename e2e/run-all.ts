import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Everything `npm test` proves, one runner after another: a failure never keeps the next from running. */
const project = join(import.meta.dirname, '..');
const results = join(project, '.tmp');
const unitResults = join(results, 'unit.json');
const e2eResults = join(results, 'e2e.json');

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Runner {
  readonly name: string;
  readonly command: string;
  /** Reads the runner's own report; without it the runner is one check. */
  readonly count?: () => Outcome;
}

const runners: readonly Runner[] = [
  { name: 'types', command: 'npm run --silent typecheck' },
  { name: 'lint and format', command: 'npm run --silent lint' },
  { name: 'unused code', command: 'npm run --silent unused' },
  {
    name: 'unit and component',
    command: `npm run --silent unit -- --reporter=dot --reporter=json --outputFile.json=${unitResults}`,
    count: countUnit,
  },
  { name: 'browser', command: 'npm run --silent e2e', count: countBrowser },
];

function countUnit(): Outcome {
  const report = JSON.parse(readFileSync(unitResults, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
  };
  // A file that cannot even be loaded has no tests to fail, so it counts as one.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

function countBrowser(): Outcome {
  const { stats, errors } = JSON.parse(readFileSync(e2eResults, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: readonly unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

function run(command: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'], shell: true });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function outcomeOf({ name, command, count }: Runner): Promise<Outcome> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const ok = (await run(command)) === 0;
  const counted = count ? read(count) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A runner that ends badly without naming a failed test has failed all the same; so has one that ran nothing.
  const unnamed = counted.failed === 0 && (!ok || counted.passed === 0);
  const outcome = { passed: counted.passed, failed: unnamed ? 1 : counted.failed };
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${outcome.passed} passed, ${outcome.failed} failed in ${seconds} s`);
  return outcome;
}

function read(count: () => Outcome): Outcome {
  try {
    return count();
  } catch (error) {
    console.error('No report:', error);
    return { passed: 0, failed: 1 };
  }
}

// An old report must never be taken for a new one.
mkdirSync(results, { recursive: true });
for (const file of [unitResults, e2eResults]) rmSync(file, { force: true });

let passed = 0;
let failed = 0;
for (const runner of runners) {
  const outcome = await outcomeOf(runner);
  passed += outcome.passed;
  failed += outcome.failed;
}
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
