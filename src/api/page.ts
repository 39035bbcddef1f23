import * as z from 'zod/mini';
import { ApiError } from './api-error';
import type { ApiClient, RequestOptions } from './client';
import { textField } from './loose-fields';

/** One page of a listing as the app keeps it. */
export interface Page<T> {
  items: readonly T[];
  /** Pass to the next read; undefined at the end. */
  next: string | undefined;
  /** Records left out because they cannot be used (no id, wrong shape). */
  unusable: number;
}

/** Makes a record of what was sent; undefined where it cannot be used. */
export type ReadRecord<T> = (value: unknown) => T | undefined;

const looseSchema = z.looseObject({});

/**
 * Requests one page of a listing whose records stand under `field`. Records are judged one by one, so that a bad
 * one never blanks a page. An empty page or an empty token ends the listing; a short page does not.
 */
export async function requestPage<T>(
  client: ApiClient,
  path: string,
  options: RequestOptions,
  { field, read }: { field: string; read: ReadRecord<T> },
): Promise<Page<T>> {
  const shell = await client.request(path, looseSchema, options);
  const records = recordsOf(shell, field);
  const items = readRecords(records, read);
  const next = records.length === 0 ? undefined : textField(shell['nextPaginationToken']) || undefined;
  return { items, next, unusable: records.length - items.length };
}

/** The list under `field`; an answer without it is not this contract. */
export function recordsOf(shell: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const records = shell[field];
  if (Array.isArray(records)) return records as unknown[];
  throw new ApiError('unusable', `The answer has no list of ${field}.`);
}

/** The records that can be used. */
export function readRecords<T>(records: readonly unknown[], read: ReadRecord<T>): T[] {
  return records.flatMap((record) => read(record) ?? []);
}

/** The one record under `field`; an answer without a usable one is not this contract. */
export async function requestRecord<T>(
  client: ApiClient,
  path: string,
  options: RequestOptions | undefined,
  { field, read }: { field: string; read: ReadRecord<T> },
): Promise<T> {
  const shell = await client.request(path, looseSchema, options);
  const record = read(shell[field]);
  if (record !== undefined) return record;
  throw new ApiError('unusable', `The answer has no usable ${field}.`);
}
