import { formatCount } from '~/ui/format-facts';

interface ReadPages {
  readonly pages: readonly { readonly unusable: number }[] | undefined;
}

/** Says after a number of records that others were sent which nobody can use: "12 assets · 1 unusable left out". */
export function withLeftOut(text: string, { pages = [] }: ReadPages): string {
  const count = pages.reduce((sum, { unusable }) => sum + unusable, 0);
  return count === 0 ? text : `${text} · ${formatCount(count)} unusable left out`;
}
