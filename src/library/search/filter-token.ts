import { badRequest } from '../library-error';

/** A piece of a filter. Quoted text is a `text` even where it reads like a keyword. */
export type FilterToken =
  | { type: 'text'; value: string; quoted: boolean }
  | { type: 'symbol'; value: '=' | '!=' | '>' | '>=' | '<' | '<=' | '(' | ')' };

const SYMBOL = /^(?:!=|>=|<=|[=<>()])/;
const BARE = /^[^\s()=<>!"'[\],]+/;
const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/s;

/** Cuts a filter into tokens; 400 where a character fits nowhere. */
export function readFilterTokens(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let rest = filter.trimStart();
  while (rest !== '') {
    const { token, length } = readToken(rest, filter.length - rest.length);
    tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

function readToken(rest: string, at: number): { token: FilterToken; length: number } {
  const quoted = QUOTED.exec(rest);
  if (quoted) {
    const raw = quoted[1] ?? quoted[2] ?? '';
    return {
      token: { type: 'text', value: raw.replace(/\\(.)/gs, '$1'), quoted: true },
      length: quoted[0].length,
    };
  }
  const symbol = SYMBOL.exec(rest)?.[0] as Extract<FilterToken, { type: 'symbol' }>['value'] | undefined;
  if (symbol) return { token: { type: 'symbol', value: symbol }, length: symbol.length };
  const bare = BARE.exec(rest)?.[0];
  if (bare) return { token: { type: 'text', value: bare, quoted: false }, length: bare.length };
  throw badRequest(`Invalid filter: unexpected character at ${at + 1}`);
}
