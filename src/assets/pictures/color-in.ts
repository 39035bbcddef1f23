/**
 * The colour that the address of a thumbnail says behind `#`, as the built-in library writes it: `#7a6b58`, what most of
 * an opaque picture looks like. It is read off when it is needed, for a list keeps no more of 100,000 assets than it must.
 */
export function colorIn(address = ''): string | undefined {
  const end = address.slice(-7);
  return /^#[\da-f]{6}$/.test(end) ? end : undefined;
}
