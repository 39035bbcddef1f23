/** Bits of a channel that tell colours apart: four shades of each, so that light and grain do not. */
const BITS = 2;

/**
 * The colour that most pixels (RGBA, 8 bits each) are near to, as `#rrggbb`; undefined where any of them is transparent, or
 * there is none. Not the mean of all: half blue and half orange is no grey.
 */
export function dominantColor(pixels: Uint8ClampedArray): string | undefined {
  const counts = new Uint32Array(1 << (3 * BITS));
  const sums = new Uint32Array(3 * counts.length);
  let fullest = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = [
      pixels[at],
      pixels[at + 1],
      pixels[at + 2],
      pixels[at + 3],
    ];
    if (alpha < 255) return undefined;
    const shade = (channel: number) => channel >> (8 - BITS);
    const bin = (((shade(red) << BITS) | shade(green)) << BITS) | shade(blue);
    const count = (counts[bin] ?? 0) + 1;
    counts[bin] = count;
    for (const [channel, value] of [red, green, blue].entries()) {
      sums[3 * bin + channel] = (sums[3 * bin + channel] ?? 0) + value;
    }
    if (count > (counts[fullest] ?? 0)) fullest = bin;
  }
  const count = counts[fullest] ?? 0;
  if (count === 0) return undefined;
  const means = [0, 1, 2].map((channel) => Math.round((sums[3 * fullest + channel] ?? 0) / count));
  return `#${means.map((mean) => mean.toString(16).padStart(2, '0')).join('')}`;
}
