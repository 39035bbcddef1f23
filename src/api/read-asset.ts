import type { Asset, AssetKind, AssetMetadata, AssetProperties } from '~/contract/asset';
import type { AssetId, CollectionId } from '~/contract/ids';
import {
  amountField,
  type LooseRecord,
  numberField,
  recordField,
  textField,
  textsField,
  urlField,
} from './loose-fields';
import { readPicture } from './read-picture';

/** Metadata shown as text, which services also send as numbers. */
const TEXTS = ['name', 'prompt', 'negativePrompt', 'modelId', 'baseModelId', 'modelType', 'seed'] as const;
const MORE_TEXTS = ['scheduler', 'aspectRatio', 'inferenceId', 'parentId', 'rootParentId'] as const;
const METADATA_NUMBERS = ['width', 'height', 'size', 'numInferenceSteps', 'guidance'] as const;
const PICTURES = ['thumbnail', 'preview', 'firstFrame', 'lastFrame'] as const;
const OTHER_TEXTS = ['description', 'automaticCaptioning', 'originalFileUrl'] as const;
const PROPERTY_NUMBERS = [
  'width',
  'height',
  'duration',
  'frameRate',
  'nbFrames',
  'bitrate',
  'channels',
  'sampleRate',
  'faceCount',
  'vertexCount',
  'boneCount',
  'charCount',
  'wordCount',
] as const;

/**
 * An asset as a workspace sent it, made whole: only the id must be there. What is missing or of another shape
 * becomes empty or is worked out from the rest, what is unknown stays, and embeddings are dropped.
 */
export function readAsset(value: unknown): Asset | undefined {
  const { embedding: _dropped, ...raw } = recordField(value);
  const id = textField(raw['id']);
  if (!id) return undefined;
  const metadata = readMetadata(recordField(raw['metadata']));
  const mimeType = textField(raw['mimeType']) ?? '';
  const kind = textField(raw['kind']) || metadata.kind || kindOfMimeType(mimeType);
  const createdAt = textField(raw['createdAt']) ?? '';
  return {
    ...raw,
    ...readPictures(raw),
    ...textFields(raw, OTHER_TEXTS),
    id: id as AssetId,
    authorId: textField(raw['authorId']) ?? '',
    ownerId: textField(raw['ownerId']) ?? '',
    collectionIds: textsField<CollectionId>(raw['collectionIds']),
    tags: textsField(raw['tags']),
    createdAt,
    updatedAt: textField(raw['updatedAt']) ?? createdAt,
    kind,
    mimeType,
    privacy: textField(raw['privacy']) ?? 'private',
    // A search hit has no status: what the index holds is done.
    status: textField(raw['status']) ?? 'success',
    source: textField(raw['source']) ?? '',
    url: urlField(raw['url']) ?? '',
    editCapabilities: textsField(raw['editCapabilities']),
    nsfw: textsField(raw['nsfw']),
    isHidden: raw['isHidden'] === true,
    outputIndex: numberField(raw['outputIndex']),
    metadata: { ...metadata, kind },
    properties: readProperties(recordField(raw['properties']), metadata),
  };
}

function readMetadata(raw: LooseRecord): AssetMetadata {
  return {
    ...raw,
    ...textFields(raw, TEXTS),
    ...textFields(raw, MORE_TEXTS),
    ...numberFields(raw, METADATA_NUMBERS),
    kind: textField(raw['kind']) ?? '',
    type: textField(raw['type']) ?? '',
  };
}

function readProperties(raw: LooseRecord, metadata: AssetMetadata): AssetProperties {
  return {
    ...raw,
    ...numberFields(raw, PROPERTY_NUMBERS),
    size: amountField(raw['size'] ?? metadata.size),
  };
}

// Plain loops, for a page of records: lists of entries in between took longer than all the rest of reading it.

function readPictures(raw: LooseRecord): LooseRecord {
  const fields: Record<string, unknown> = {};
  for (const name of PICTURES) fields[name] = readPicture(raw[name]);
  return fields;
}

function textFields(raw: LooseRecord, names: readonly string[]): LooseRecord {
  const fields: Record<string, unknown> = {};
  for (const name of names) fields[name] = textField(raw[name]);
  return fields;
}

function numberFields(raw: LooseRecord, names: readonly string[]): LooseRecord {
  const fields: Record<string, unknown> = {};
  for (const name of names) fields[name] = numberField(raw[name]);
  return fields;
}

function kindOfMimeType(mimeType: string): AssetKind {
  const [top = '', sub = ''] = mimeType.split('/');
  if (top === 'image' || top === 'video' || top === 'audio' || top === 'text') return top;
  if (top === 'model') return '3d';
  return sub === 'json' ? 'json' : 'document';
}
