import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];
type Colour = { rgb: Rgb; alpha: number };

const css = readFileSync(join(import.meta.dirname, 'styles.css'), 'utf8');

/** The colour tokens of a theme, as they stand in styles.css. */
function tokensOf(theme: 'dark' | 'light'): Map<string, Colour> {
  const from = css.indexOf(`[data-theme="${theme}"]`);
  const block = css.slice(from, css.indexOf('}', from));
  const tokens = new Map<string, Colour>();
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const colour = parse(value.trim());
    if (colour) tokens.set(name, colour);
  }
  return tokens;
}

function parse(value: string): Colour | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value);
  if (hex) {
    const [, r = '', g = '', b = ''] = hex;
    return { rgb: [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)], alpha: 1 };
  }
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(value);
  if (!rgb) return null;
  const [, r, g, b, alpha] = rgb;
  return { rgb: [Number(r), Number(g), Number(b)], alpha: Number(alpha) / 100 };
}

const over = ({ rgb: [r, g, b], alpha }: Colour, [R, G, B]: Rgb): Rgb => [
  r * alpha + R * (1 - alpha),
  g * alpha + G * (1 - alpha),
  b * alpha + B * (1 - alpha),
];

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text, what it stands on, and a fill between the two. */
const TEXT: readonly [string, string, string?][] = [
  ...['ground', 'surface', 'raised'].flatMap((ground): [string, string, string?][] => [
    ['text', ground],
    ['text', ground, 'hover'],
    ['text', ground, 'control-fill'],
    ['text', ground, 'control-fill-hover'],
    ['muted', ground],
    ['muted', ground, 'hover'],
    ['muted', ground, 'control-fill'],
    ['danger', ground],
    ['danger', ground, 'hover'],
    ['warning', ground],
    ['accent', ground],
  ]),
  ['text', 'segment'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-tooltip', 'tooltip'],
];

/** Parts of controls, focus rings, marks. */
const PARTS: readonly [string, string][] = ['ground', 'surface', 'raised'].flatMap(
  (ground): [string, string][] => [
    ['field', ground],
    ['accent', ground],
    ['accent-strong', ground],
    ['danger', ground],
  ],
);

describe.each(['dark', 'light'] as const)('colours of the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const solid = (name: string): Rgb => {
    const token = tokens.get(name);
    if (token?.alpha !== 1) throw new Error(`${name} is no solid colour of the ${theme} theme`);
    return token.rgb;
  };

  it.each(TEXT)('%s reads on %s (%s)', (text, ground, fill) => {
    const under = solid(ground);
    const layer = fill === undefined ? undefined : tokens.get(fill);
    expect(contrast(solid(text), layer ? over(layer, under) : under)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PARTS)('%s is seen on %s', (part, ground) => {
    expect(contrast(solid(part), solid(ground))).toBeGreaterThanOrEqual(3);
  });

  it('keeps its greys without a tint', () => {
    for (const name of ['ground', 'surface', 'raised', 'text', 'muted', 'field', 'segment', 'backdrop'])
      expect(new Set(solid(name)).size).toBe(1);
  });
});
