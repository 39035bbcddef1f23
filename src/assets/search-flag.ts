import * as z from 'zod/mini';

/** A search parameter that is on or not there: text when it comes from the address, a boolean from a link inside. */
export const flag = z.catch(
  z.optional(
    z.pipe(
      z.union([z.literal('true'), z.literal(true)]),
      z.transform(() => true),
    ),
  ),
  undefined,
);
