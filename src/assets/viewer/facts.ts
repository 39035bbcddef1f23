import type { Asset } from '~/contract/asset';
import { kindOf } from '../asset-kind';
import { formatBytes, formatCount, formatDuration, formatPixels } from '~/ui/format-facts';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Offers to copy the value. */
  readonly copy?: boolean;
  /** Long text, on lines of its own. */
  readonly long?: boolean;
}

/** What is said elsewhere in the panel, or is of no use to a person. */
const NOT_PARAMETERS = new Set([
  'kind',
  'type',
  'name',
  'prompt',
  'negativePrompt',
  'modelId',
  'seed',
  'width',
  'height',
  'aspectRatio',
  'size',
  'parentId',
  'rootParentId',
  'inferenceId',
]);

/** Everything known of an asset, in the order in which people ask; what is not known is left out. */
export function factsOf(asset: Asset): Fact[] {
  const { metadata, properties } = asset;
  const width = properties.width ?? metadata.width ?? 0;
  const height = properties.height ?? metadata.height ?? 0;
  const facts: (Fact | undefined)[] = [
    fact('Name', metadata.name, { copy: true }),
    fact('Description', asset.description, { long: true, copy: true }),
    fact('Kind', kindOf(asset.kind).name),
    fact('Pixels', formatPixels(width, height)),
    fact('Length', properties.duration ? formatDuration(properties.duration) : undefined),
    fact('Bytes', `${formatBytes(properties.size)} (${formatCount(properties.size)})`),
    fact('Type', asset.mimeType),
    fact('Made by', metadata.type),
    fact('Prompt', metadata.prompt, { copy: true, long: true }),
    fact('Negative prompt', metadata.negativePrompt, { copy: true, long: true }),
    fact('Seed', metadata.seed, { copy: true }),
    ...parameters(metadata),
    fact('Vertices', properties.vertexCount && formatCount(properties.vertexCount)),
    fact('Faces', properties.faceCount && formatCount(properties.faceCount)),
    fact('Frame rate', properties.frameRate && `${properties.frameRate} a second`),
    fact('Sample rate', properties.sampleRate && `${formatCount(properties.sampleRate)} Hz`),
    fact('Words', properties.wordCount && formatCount(properties.wordCount)),
    fact('Tags', asset.tags.join(', '), { copy: true }),
    fact('Created', moment(asset.createdAt)),
    fact('Updated', moment(asset.updatedAt)),
    fact('Made from', metadata.parentId, { copy: true }),
    fact('First ancestor', metadata.rootParentId, { copy: true }),
    fact('Id', asset.id, { copy: true }),
  ];
  return facts.filter((one) => one !== undefined);
}

/** How it was generated: whatever single values the metadata hold, known or not. */
function parameters(metadata: Asset['metadata']): (Fact | undefined)[] {
  return Object.entries(metadata)
    .filter(([name]) => !NOT_PARAMETERS.has(name))
    .map(([name, value]) => fact(spaced(name), scalar(value), { copy: true }));
}

function fact(
  label: string,
  value: string | number | undefined,
  rest: Pick<Fact, 'copy' | 'long'> = {},
): Fact | undefined {
  return value === undefined || value === '' || value === 0
    ? undefined
    : { label, value: String(value), ...rest };
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** `numInferenceSteps` → `Num inference steps`. */
function spaced(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
