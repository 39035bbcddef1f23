import { isOwn, type AssetRecord } from '../asset-record';
import { foldWords } from './fold-text';

/** Fields of the filter grammar that hold texts, with their values in an asset. */
const TEXT_FIELDS: Readonly<Record<string, (record: AssetRecord) => readonly unknown[]>> = {
  kind: ({ asset }) => [asset.kind],
  mimeType: ({ asset }) => [asset.mimeType],
  name: ({ asset }) => [asset.metadata.name],
  prompt: ({ asset }) => [asset.metadata.prompt],
  text: ({ asset }) => [asset.metadata['text']],
  negativePrompt: ({ asset }) => [asset.metadata.negativePrompt],
  seed: ({ asset }) => [asset.metadata.seed],
  modelId: ({ asset }) => [asset.metadata.modelId],
  baseModelId: ({ asset }) => [asset.metadata.baseModelId],
  modelType: ({ asset }) => [asset.metadata.modelType],
  scheduler: ({ asset }) => [asset.metadata.scheduler],
  aspectRatio: ({ asset }) => [asset.metadata.aspectRatio],
  tags: ({ asset }) => asset.tags,
  collectionIds: ({ asset }) => asset.collectionIds,
  nsfw: ({ asset }) => asset.nsfw ?? [],
  privacy: ({ asset }) => [asset.privacy],
  authorId: ({ asset }) => [asset.authorId],
  'metadata.type': ({ asset }) => [asset.metadata.type],
};

/** Numbers an asset is sorted and compared by; dates are milliseconds. */
const NUMBER_FIELDS: Readonly<Record<string, (record: AssetRecord) => number | undefined>> = {
  createdAt: ({ asset }) => Date.parse(asset.createdAt),
  updatedAt: ({ asset }) => Date.parse(asset.updatedAt),
  width: ({ asset }) => asset.properties.width ?? asset.metadata.width,
  height: ({ asset }) => asset.properties.height ?? asset.metadata.height,
  size: ({ asset }) => asset.properties.size,
  numInferenceSteps: ({ asset }) => asset.metadata.numInferenceSteps,
  guidance: ({ asset }) => asset.metadata.guidance,
};

/** Whether a filter field holds numbers; false for texts, undefined for a field there is not. */
export function isNumberField(field: string): boolean | undefined {
  if (Object.hasOwn(NUMBER_FIELDS, field)) return true;
  return Object.hasOwn(TEXT_FIELDS, field) ? false : undefined;
}

/** Everything one may search. */
export const OWN = 'own';
export const PUBLIC = 'public';
/** "The field has this value". */
export const equalsTerm = (field: string, value: string) => `=${field}=${shorten(value)}`;
/** Start of the terms of every value of the field. */
export const valuesOf = (field: string) => `=${field}=`;
/** "The field has a value". */
export const presentTerm = (field: string) => `?${field}`;
/** "A word is exactly this", "a word begins with these one or two characters". */
export const wordTerm = (word: string) => `w${word}`;
export const initialsTerm = (initials: string) => `i${initials}`;

/** All search terms of an asset; hidden ones have none. */
export function termsOf(record: AssetRecord): Set<string> {
  const terms = new Set<string>();
  const { asset } = record;
  const shown = !asset.isHidden;
  if (shown && isOwn(record)) terms.add(OWN);
  if (shown && asset.privacy === 'public') terms.add(PUBLIC);
  if (terms.size === 0) return terms;
  for (const [field, read] of Object.entries(TEXT_FIELDS)) {
    for (const value of read(record)) {
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      if (value === '') continue;
      terms.add(presentTerm(field));
      terms.add(equalsTerm(field, String(value)));
    }
  }
  for (const word of searchableWords(record)) {
    terms.add(wordTerm(word));
    terms.add(initialsTerm(word.slice(0, 1)));
    terms.add(initialsTerm(word.slice(0, 2)));
  }
  return terms;
}

/** The numbers of an asset by column; absent ones are NaN. */
export function numbersOf(record: AssetRecord): Map<string, number> {
  return new Map(
    Object.entries(NUMBER_FIELDS).map(([field, read]) => [field, read(record) ?? Number.NaN] as const),
  );
}

function searchableWords({ asset }: AssetRecord): string[] {
  const { name = '', prompt = '', seed = '' } = asset.metadata;
  return foldWords([name, prompt, String(seed), ...asset.tags].join(' '));
}

/** Long values (whole prompts) are told apart by a 53-bit hash, so that a key stays small. */
function shorten(value: string): string {
  if (value.length <= 80) return value;
  let a = 0xde_ad_be_ef;
  let b = 0x41_c6_ce_57;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e_37_79_b1);
    b = Math.imul(b ^ code, 0x5f_35_64_95);
  }
  return `${value.slice(0, 64)}…${value.length}…${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
