import { SEARCH_FILTER_FIELDS } from '~/contract/search';
import { badRequest } from '../library-error';
import { type FilterToken, readFilterTokens } from './filter-token';

export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<=';

/** A filter as a tree. */
export type Filter =
  | { type: 'and' | 'or'; parts: Filter[] }
  | { type: 'not'; part: Filter }
  | { type: 'compare'; field: string; operator: Comparison; value: string }
  | { type: 'empty'; field: string }
  | { type: 'contains'; field: string; value: string };

const FIELDS: ReadonlySet<string> = new Set(SEARCH_FILTER_FIELDS);
const KEYWORDS = new Set(['AND', 'OR', 'NOT', 'IS', 'EMPTY', 'CONTAINS']);
/** Nobody writes such a filter by hand; it would only exhaust the stack. */
const DEEPEST = 100;

/**
 * Parses `field = value`, `!= > >= < <=`, `IS EMPTY`, `IS NOT EMPTY`, `metadata.type CONTAINS value`, `AND OR NOT` and
 * parentheses. AND binds more than OR, NOT more than AND. Every other form is 400.
 */
export function parseFilter(text: string): Filter {
  const tokens = readFilterTokens(text);
  let at = 0;
  let depth = 0;

  const isWord = (word: string): boolean => {
    const token = tokens[at];
    return token?.type === 'text' && !token.quoted && token.value.toUpperCase() === word;
  };
  const takeWord = (word: string): boolean => {
    const found = isWord(word);
    if (found) at += 1;
    return found;
  };
  const takeSymbol = (value: string): boolean => {
    const token = tokens[at];
    const found = token?.type === 'symbol' && token.value === value;
    if (found) at += 1;
    return found;
  };

  const chain = (type: 'and' | 'or', word: string, next: () => Filter): Filter => {
    const parts = [next()];
    while (takeWord(word)) parts.push(next());
    return parts.length === 1 ? (parts[0] as Filter) : { type, parts };
  };
  const disjunction = (): Filter => chain('or', 'OR', () => chain('and', 'AND', negation));
  const negation = (): Filter => {
    depth += 1;
    if (depth > DEEPEST) throw invalid('it is nested too deeply');
    const part: Filter = takeWord('NOT') ? { type: 'not', part: negation() } : primary();
    depth -= 1;
    return part;
  };
  const primary = (): Filter => {
    if (!takeSymbol('(')) return condition();
    const inner = disjunction();
    if (!takeSymbol(')')) throw invalid('a parenthesis is not closed');
    return inner;
  };
  const condition = (): Filter => {
    const field = text_(tokens[at], 'a field');
    at += 1;
    if (!FIELDS.has(field)) throw invalid(`"${field}" cannot be filtered`);
    if (takeWord('IS')) {
      const present = takeWord('NOT');
      if (!takeWord('EMPTY')) throw invalid('IS goes with EMPTY or NOT EMPTY');
      const empty: Filter = { type: 'empty', field };
      return present ? { type: 'not', part: empty } : empty;
    }
    if (takeWord('CONTAINS')) {
      if (field !== 'metadata.type') throw invalid('CONTAINS works on metadata.type only');
      return { type: 'contains', field, value: value() };
    }
    const token = tokens[at];
    if (token?.type !== 'symbol' || token.value === '(' || token.value === ')') {
      throw invalid(`an operator is missing after ${field}`);
    }
    at += 1;
    return { type: 'compare', field, operator: token.value, value: value() };
  };
  const value = (): string => {
    const token = tokens[at];
    const found = text_(token, 'a value');
    at += 1;
    return found;
  };

  const filter = disjunction();
  if (at < tokens.length) throw invalid('AND or OR is missing');
  return filter;
}

function text_(token: FilterToken | undefined, what: string): string {
  if (token?.type !== 'text') throw invalid(`${what} is missing`);
  if (!token.quoted && KEYWORDS.has(token.value.toUpperCase())) throw invalid(`${what} is missing`);
  return token.value;
}

function invalid(why: string): Error {
  return badRequest(`Invalid filter: ${why}`);
}
