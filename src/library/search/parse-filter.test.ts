import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEARCH_FILTER_FIELDS } from '~/contract/search';
import { type Filter, parseFilter } from './parse-filter';

const value = fc.string({ unit: 'binary', maxLength: 12 });
const field = fc.constantFrom(...SEARCH_FILTER_FIELDS);
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    type: fc.constant('compare' as const),
    field,
    operator: fc.constantFrom('=', '!=', '>', '>=', '<', '<='),
    value,
  }),
  fc.record({ type: fc.constant('empty' as const), field }),
  fc.record({ type: fc.constant('contains' as const), field: fc.constant('metadata.type'), value }),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ type: fc.constant('not' as const), part: tie('filter') }),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

/** Writes a tree down, every part in parentheses. */
function write(tree: Filter): string {
  switch (tree.type) {
    case 'and':
    case 'or':
      return tree.parts.map((part) => `(${write(part)})`).join(` ${tree.type.toUpperCase()} `);
    case 'not':
      return `NOT (${write(tree.part)})`;
    case 'empty':
      return `${tree.field} IS EMPTY`;
    case 'contains':
      return `${tree.field} CONTAINS ${quote(tree.value)}`;
    case 'compare':
      return `${tree.field} ${tree.operator} ${quote(tree.value)}`;
    default:
      return tree satisfies never;
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

describe('parseFilter', () => {
  it('reads back every filter that can be written', () => {
    fc.assert(
      fc.property(filter, (tree) => {
        expect(parseFilter(write(tree))).toEqual(tree);
      }),
    );
  });

  it('answers any text with a tree or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let answer: unknown;
        try {
          answer = parseFilter(text).type;
        } catch (thrown) {
          answer = (thrown as { status?: number }).status;
        }
        expect(answer).toBeOneOf(['and', 'or', 'not', 'compare', 'empty', 'contains', 400]);
      }),
    );
  });

  it('lets AND bind more than OR, and NOT more than AND', () => {
    expect(parseFilter('NOT kind = a AND tags = b OR seed = 1')).toEqual({
      type: 'or',
      parts: [
        {
          type: 'and',
          parts: [
            { type: 'not', part: { type: 'compare', field: 'kind', operator: '=', value: 'a' } },
            { type: 'compare', field: 'tags', operator: '=', value: 'b' },
          ],
        },
        { type: 'compare', field: 'seed', operator: '=', value: '1' },
      ],
    });
  });

  it('takes a quoted keyword as a value, and refuses a bare one', () => {
    expect(parseFilter('tags = "AND"')).toMatchObject({ value: 'AND' });
    expect(() => parseFilter('tags = AND')).toThrow('Invalid filter');
  });

  it('refuses depth instead of failing on it', () => {
    expect(() => parseFilter(`${'('.repeat(50_000)}kind = a`)).toThrow('nested too deeply');
    expect(() => parseFilter(`${'NOT '.repeat(50_000)}kind = a`)).toThrow('nested too deeply');
  });
});
