import { createLibraryApp } from '~/library/app';
import { createMemoryStorage } from '~/library/memory-storage';

/** Answers as an empty library does that asks for this key. */
export function answerAsLibrary(credentials: { key: string; secret: string }) {
  const app = createLibraryApp({ storage: createMemoryStorage(), credentials });
  return async (request: Request): Promise<Response> => app.fetch(request);
}
