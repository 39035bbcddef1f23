import type * as z from 'zod/mini';
import { badRequest } from './library-error';

/** Reads a JSON body; 400 names the first field that is not as the contract wants it. */
export async function parseBody<T extends z.ZodMiniType>(request: Request, schema: T): Promise<z.output<T>> {
  const body: unknown = await request.json().catch(() => {
    throw badRequest('The body is not valid JSON');
  });
  return parse(schema, body);
}

/** Reads query parameters; repeated ones are joined by commas. */
export function parseQuery<T extends z.ZodMiniType>(url: string, schema: T): z.output<T> {
  const values: Record<string, string> = {};
  for (const [rawName, value] of new URL(url).searchParams) {
    const name = rawName.replace(/\[\]$/, '');
    if (value !== '') values[name] = values[name] === undefined ? value : `${values[name]},${value}`;
  }
  return parse(schema, values);
}

function parse<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.');
  throw badRequest(`${at ? `${at}: ` : ''}${issue?.message ?? 'Invalid request'}`);
}
