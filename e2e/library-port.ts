import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PROJECT } from './bundles';

export interface LibraryPort {
  /** Base URL of the contract, as `npm run library` prints it. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts `npm run library` on a free port with the given options; resolves when it has printed its address. */
export async function startLibraryPort(options: readonly string[]): Promise<LibraryPort> {
  // Without npm in between, so that ending the process ends the server.
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/library/serve.ts', '--port', '0', ...options],
    {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('http')) resolve(line.trim());
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The library ended with code ${code}`)));
  });
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
