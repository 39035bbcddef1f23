import { ApiError } from './api-error';
import type { Page } from './page';

interface EachPageOptions {
  /** The token of the first page. */
  from?: string | undefined;
  /** What a token means that comes a second time, since it would go round for ever: an error, or the end. */
  repeated?: 'refused' | 'ends';
}

/**
 * The pages of a listing from a token on, each read when it is asked for. Throws `unusable` where a token comes a
 * second time, unless that is to be the end.
 */
export async function* eachPage<T>(
  read: (token: string | undefined) => Promise<Page<T>>,
  { from, repeated = 'refused' }: EachPageOptions = {},
): AsyncGenerator<Page<T>, void> {
  const used = new Set<string | undefined>([from]);
  for (let token = from; ; ) {
    // oxlint-disable-next-line no-await-in-loop -- each token comes with the page before it
    const page = await read(token);
    yield page;
    token = page.next;
    if (token === undefined) return;
    if (used.has(token)) {
      if (repeated === 'ends') return;
      throw repeatedListing();
    }
    used.add(token);
  }
}

export const repeatedListing = (): ApiError =>
  new ApiError('unusable', 'The listing repeats itself: the workspace sent the same page token twice.');
