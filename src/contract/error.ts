import * as z from 'zod/mini';

// What is no text, or an empty one, is as good as missing: one odd field must not hide what the others say.
const text = z.catch(z.optional(z.string().check(z.trim(), z.minLength(1))), undefined);
const seconds = z.catch(
  z.optional(z.pipe(z.union([z.number(), z.string().check(z.regex(/^\d/))]), z.coerce.number())),
  undefined,
);

/** Error bodies are not uniform: the reason is the first of these fields that holds text. */
export const errorBodySchema = z.looseObject({
  reason: text,
  message: text,
  /** As gateways spell it where a rule denies. */
  Message: text,
  error: text,
  detail: text,
  name: text,
  code: text,
  trace_id: text,
  traceId: text,
  remainingSeconds: seconds,
  details: z.optional(z.unknown()),
});

/** The readable reason of an error body, or undefined where it holds none. */
export function reasonOf(body: unknown): string | undefined {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { reason, message, error, detail, Message } = parsed.data;
  return reason ?? message ?? error ?? detail ?? Message;
}
