/** Fields of a record from outside, read for what they are rather than for what was promised. */
export type LooseRecord = Readonly<Record<string, unknown>>;

/** An object, or one without fields where something else stands in its place. */
export function recordField(value: unknown): LooseRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseRecord) : {};
}

/** Text; a number where text was promised (seeds, ids) becomes text; anything else is missing. */
export function textField(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A finite number, also where it comes as text. */
export function numberField(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A length, a size, a count: never below zero, 0 where it is missing. */
export function amountField(value: unknown): number {
  return Math.max(0, numberField(value) ?? 0);
}

/** The texts of a list; what is no text is left out, what is no list is empty. Ids are texts that are not empty. */
export function textsField<T extends string = string>(value: unknown): T[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => textField(one) || []) as T[];
}

/** Scheme and host of an address on the web. What follows them is a path, which is never invalid. */
const ORIGIN = /^https?:\/\/[^/?#\\]+/i;
/** Those found to be valid: a page of records names one or two of them, hundreds of times. */
const validOrigins = new Set<string>();
const MOST_ORIGINS = 50;

/** An address that a browser may load or open; `javascript:` and its like are no address. */
export function urlField(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const origin = ORIGIN.exec(value)?.[0];
  if (origin !== undefined && isValidOrigin(origin)) return value;
  if (!URL.canParse(value)) return undefined;
  const { protocol } = new URL(value);
  const isSafe = protocol === 'https:' || protocol === 'http:' || /^data:image\/(?!svg)/i.test(value);
  return isSafe ? value : undefined;
}

function isValidOrigin(origin: string): boolean {
  if (validOrigins.has(origin)) return true;
  // With a path, or blanks that are allowed at the end of an address would pass in the middle of one.
  if (!URL.canParse(`${origin}/`)) return false;
  if (validOrigins.size >= MOST_ORIGINS) validOrigins.clear();
  validOrigins.add(origin);
  return true;
}
