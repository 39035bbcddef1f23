import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlField } from './loose-fields';

describe('urlField', () => {
  it.each([
    'https://cdn.example.com/assets/a.png?Expires=1&Signature=x~y_z',
    'http://127.0.0.1:4340/~library/media/thumbnails/asset_1',
    'HTTPS://EXAMPLE.COM',
    ' https://example.com/x',
    'https://example.com',
    'https://example.com ',
    'https://user:secret@example.com/x',
    'https:\\\\example.com\\x',
    'data:image/png;base64,AAAA',
  ])('takes %j', (value) => {
    expect(urlField(value)).toBe(value);
  });

  it.each([
    '',
    'asset_1',
    '/media/asset_1',
    'javascript:alert(1)',
    'data:text/html,x',
    'data:image/svg+xml,<svg/>',
    'file:///etc/passwd',
    'https://',
    'https://example.com /x',
    'https://exa mple.com/x',
    'https://999.999.999.999/x',
    'https://example.com:99999/x',
    'https://[::1/x',
    undefined,
    null,
    42,
    { url: 'https://example.com' },
  ])('refuses %j', (value) => {
    expect(urlField(value)).toBeUndefined();
  });

  it('says of every text what a URL parser says of it, also when it has seen its beginning before', () => {
    const pieces = [
      'https:',
      'http:',
      'ftp:',
      '//',
      '/',
      '\\',
      'host',
      '.com',
      ':80',
      ':',
      '@',
      '[::1]',
      '1.2.3.',
    ];
    const more = [' ', '\t', '\u0000', '?q=1', '#x', '%41', '%', '..', 'é', 'xn--', '999', '<', '|'];
    const text = fc
      .array(fc.constantFrom(...pieces, ...more), { maxLength: 9 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        for (const one of [...texts, ...texts.map((each) => `https://host${each}`)]) {
          const isWeb = URL.canParse(one) && /^https?:$/.test(new URL(one).protocol);
          expect(urlField(one)).toBe(isWeb ? one : undefined);
        }
      }),
      { numRuns: 500 },
    );
  });
});
