import * as z from 'zod/mini';

const text = z.optional(z.string());

/** Error bodies are not uniform: the reason is the first of these fields that holds text. */
export const errorBodySchema = z.looseObject({
  reason: text,
  message: text,
  error: text,
  detail: text,
  name: text,
  code: text,
  trace_id: text,
  traceId: text,
  remainingSeconds: z.optional(z.number()),
  details: z.optional(z.unknown()),
});

/** The readable reason of an error body, or undefined where it holds none. */
export function reasonOf(body: unknown): string | undefined {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { reason, message, error, detail } = parsed.data;
  return reason ?? message ?? error ?? detail;
}
