import { ApiError } from '~/api/api-error';
import type { UploadId } from '~/contract/ids';
import type { Upload } from '~/contract/upload';
import type { Clock } from './patience';

/** Uploads asked about at once; the contract has no bulk read. Most answers are to be ends: a few more than ended last. */
const AT_ONCE = 8;
const MORE_THAN_ENDED = 2;
/** An upload asked about this often without an end makes way for those behind it. */
const ASKS_BEFORE_THE_BACK = 5;
const SHORTEST_MS = 120;
/** While many wait, nobody waits for the next of them. */
const AMONG_MANY_MS = 250;
const LONGEST_MS = 4_000;
/** Rounds without any answer (about two minutes) after which the fate of an upload counts as unknown. */
const SILENT_ROUNDS = 30;

export interface PolledUpload {
  index: number;
  upload: Upload;
}

interface PollOptions {
  read: (id: UploadId) => Promise<Upload>;
  clock: Clock;
  signal: AbortSignal;
  /** Uploads that came to an end, in one wave; `failed` where the workspace says so or no longer knows them. */
  onEnded: (wave: readonly PolledUpload[]) => Promise<void>;
}

/**
 * Waits for any number of uploads with one loop: the oldest few are asked about (workspaces work in order), again at
 * once while that brings ends, ever more slowly while it does not. 5,000 waiting uploads cost no more than 8.
 */
export function createUploadPoller({ read, clock, signal, onEnded }: PollOptions) {
  const queue: { index: number; upload: Upload; asked: number }[] = [];
  let running = false;
  let size = 0;

  async function run(): Promise<void> {
    let delay = SHORTEST_MS;
    let silent = 0;
    let most = AT_ONCE;
    while (queue.length > 0) {
      const round = queue.splice(0, most);
      const answers = await Promise.all(round.map(async (entry) => ask(entry.upload)));
      const ended: PolledUpload[] = [];
      const open: typeof queue = [];
      let longest = 0;
      silent = answers.some((answer) => answer.upload) ? 0 : silent + 1;
      for (const [position, entry] of round.entries()) {
        const answer = answers[position];
        const upload = answer?.upload ?? (silent >= SILENT_ROUNDS ? lost(entry.upload) : undefined);
        longest = Math.max(longest, answer?.waitMs ?? 0);
        if (upload && hasEnded(upload)) ended.push({ index: entry.index, upload });
        else open.push({ ...entry, asked: entry.asked + 1 });
      }
      queue.unshift(...open.filter(({ asked }) => asked % ASKS_BEFORE_THE_BACK !== 0));
      queue.push(...open.filter(({ asked }) => asked % ASKS_BEFORE_THE_BACK === 0));
      size -= ended.length;
      if (ended.length > 0) await onEnded(ended);
      most = Math.min(AT_ONCE, ended.length + MORE_THAN_ENDED);
      const shortest = queue.length > AT_ONCE ? AMONG_MANY_MS : SHORTEST_MS;
      delay = ended.length > 0 ? shortest : Math.min(LONGEST_MS, delay * 1.6);
      // Where every one had ended, more probably have.
      if (open.length > 0) await clock.wait(Math.max(delay, longest), signal);
    }
  }

  async function ask(upload: Upload): Promise<{ upload?: Upload; waitMs?: number }> {
    if (hasEnded(upload)) return { upload };
    try {
      return { upload: await read(upload.id) };
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (thrown.kind === 'not-found') return { upload: lost(upload) };
      return { waitMs: thrown.retryAfterMs ?? LONGEST_MS };
    }
  }

  return {
    get idle() {
      return !running;
    },
    /** Uploads whose end is awaited. */
    get size() {
      return size;
    },
    /** Resolves when every upload known so far has ended. */
    async add(index: number, upload: Upload): Promise<void> {
      size += 1;
      queue.push({ index, upload, asked: 0 });
      if (running) return;
      running = true;
      try {
        await run();
      } finally {
        running = false;
      }
    },
  };
}

function hasEnded(upload: Upload): boolean {
  return upload.status === 'imported' || upload.status === 'failed';
}

function lost(upload: Upload): Upload {
  const errorMessage = 'The workspace took the file but does not say what became of it.';
  return { ...upload, status: 'failed', errorMessage };
}
