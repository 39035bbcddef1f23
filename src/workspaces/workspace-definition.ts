import * as z from 'zod/mini';

const text = (what: string) => z.string({ error: `must be ${what}` });
export const filled = (what: string) => text(what).check(z.trim(), z.minLength(1, `must be ${what}`));
const amount = z.number({ error: 'must be a number' }).check(z.positive('must be more than 0'));
const address = filled('an http or https address').check(
  z.refine(isHttpAddress, 'must be an http or https address'),
);

/**
 * How requests are authorized. `proxy`: by whatever stands at the address, nothing is sent from here. `key`: each
 * person gives an API key. `public`: without a key, what the service shows to everybody.
 */
export const ACCESSES = ['proxy', 'key', 'public'] as const;
export type Access = (typeof ACCESSES)[number];

/** What is said of a far end, in `config.json` and in what a browser keeps. Never a key. */
export const definitionFields = {
  /** Stands in every address; default: a slug of base URL and project. */
  id: z.optional(text('a text of a-z, 0-9 and -').check(z.regex(/^[a-z0-9-]+$/, 'may hold a-z, 0-9 and -'))),
  name: filled('a text'),
  /** Where the contract is spoken, e.g. `https://host/v1`, or a path of this site: `/v1`. */
  baseUrl: filled('an http or https address, or a path of this site').check(
    z.refine(
      (value) => isPath(value) || isHttpAddress(value),
      'must be an http or https address, or a path of this site',
    ),
    z.refine((value) => !holdsMore(value), 'must hold nothing but host and path: no key, no ?, no #'),
  ),
  access: z._default(z.enum(ACCESSES, { error: `must be one of ${ACCESSES.join(', ')}` }), 'proxy'),
  projectId: z.optional(filled('a text')),
  /** What the far end takes before it answers 429; default: 100 requests in 60 seconds, as the service documents. */
  rateLimit: z.optional(z.strictObject({ requests: amount, seconds: amount })),
  /** Further hosts its pictures and uploads live on. */
  mediaOrigins: z.optional(z.array(address)),
};

const definitionSchema = z.object(definitionFields);

/** A far end with its id and an absolute base URL. */
export type WorkspaceDefinition = z.output<typeof definitionSchema> & { id: string };

/** `//host` would be another site. */
function isPath(value: string): boolean {
  return /^\/(?![/\\])/.test(value);
}

export function isHttpAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** `https://key:secret@host` would put a key into every list of workspaces. */
function holdsMore(value: string): boolean {
  if (!URL.canParse(value, 'https://site.test')) return false;
  const { username, password, search, hash } = new URL(value, 'https://site.test');
  return [username, password, search, hash].some((part) => part !== '');
}
