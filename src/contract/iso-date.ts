import * as z from 'zod/mini';

/** A date bound: anything `Date.parse` reads, ISO 8601 by contract. */
export const isoDateSchema = z
  .string()
  .check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 date'));
