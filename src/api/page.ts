import * as z from 'zod/mini';
import { ApiError } from './api-error';
import type { ApiClient, RequestOptions } from './client';

/** One page of a listing as the app keeps it. */
export interface Page<T> {
  items: readonly T[];
  /** Pass to the next read; undefined at the end. */
  next: string | undefined;
  /** Records left out because they cannot be used (no id, wrong shape). */
  unusable: number;
}

const shellSchema = z.looseObject({ nextPaginationToken: z.optional(z.nullable(z.string())) });

/**
 * Requests one page of a listing whose records stand under `field`. Records are judged one by one, so that a bad
 * one never blanks a page. An empty page or an empty token ends the listing; a short page does not.
 */
export async function requestPage<S extends z.ZodMiniType, T>(
  client: ApiClient,
  path: string,
  options: RequestOptions,
  { field, schema, summarize }: { field: string; schema: S; summarize: (record: z.output<S>) => T },
): Promise<Page<T>> {
  const shell = await client.request(path, shellSchema, options);
  const records = recordsOf(shell, field);
  const items = readRecords(records, schema, summarize);
  const next = records.length === 0 ? undefined : shell.nextPaginationToken || undefined;
  return { items, next, unusable: records.length - items.length };
}

/** The list under `field`; an answer without it is not this contract. */
export function recordsOf(shell: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const records = shell[field];
  if (Array.isArray(records)) return records as unknown[];
  throw new ApiError('unusable', `The answer has no list of ${field}.`);
}

/** The records that parse, reduced. */
export function readRecords<S extends z.ZodMiniType, T>(
  records: readonly unknown[],
  schema: S,
  summarize: (record: z.output<S>) => T,
): T[] {
  return records.flatMap((record) => {
    const parsed = schema.safeParse(record);
    return parsed.success ? [summarize(parsed.data)] : [];
  });
}
