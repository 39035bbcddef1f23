import type { AssetMetadata, AssetProperties, KnownAssetKind } from '~/contract/asset';
import type { KnownFields } from '../known-fields';
import { type ExifFacts, readExif } from './exif';
import type { GenerationData } from './generation-data';
import { readGlbFacts } from './glb-facts';
import { type PixelSize, readImageSize } from './image-size';
import { readPngText } from './png-text';
import { readGenerationData } from './read-generation-data';
import { type SniffedKind, sniffKind } from './sniff-kind';

/** What the bytes of a file say, without decoding it. */
export interface InspectedFile {
  kind: KnownAssetKind;
  mimeType: string;
  picture: SniffedKind['picture'];
  /** Pixels after rotation. */
  size: PixelSize | undefined;
  /** EXIF orientation, 1–8. */
  orientation: number;
  metadata: Partial<KnownFields<AssetMetadata>>;
  properties: Partial<KnownFields<AssetProperties>>;
  modelName: string | undefined;
}

export type Inspection = { ok: true; file: InspectedFile } | { ok: false; reason: string };

/** Reads kind, size, rotation and generation data; refuses empty, broken and mislabelled files with the reason. */
export async function inspectFile(bytes: Uint8Array, fileName: string): Promise<Inspection> {
  const refuse = (reason: string): Inspection => ({ ok: false, reason: `${fileName} ${reason}` });
  if (bytes.length === 0) return refuse('is empty (0 bytes)');
  const sniffed = sniffKind(bytes);
  if (!sniffed) return refuse('is broken or of an unknown kind: its beginning matches none');
  const { kind, mimeType, picture } = sniffed;
  const claimed = MEDIA_EXTENSION.exec(fileName)?.[1]?.toLowerCase();
  if (claimed !== undefined && (kind === 'text' || kind === 'json')) {
    return refuse(`holds ${kind === 'json' ? 'JSON' : 'text'}, not what its name says (.${claimed})`);
  }
  const exif = readExif(bytes, mimeType);
  const stored = readImageSize(bytes, mimeType);
  if (picture === 'required' && !stored && mimeType !== 'image/svg+xml') return refuse('has a broken header');
  const glb = kind === '3d' ? readGlbFacts(bytes) : undefined;
  if (kind === '3d' && !glb) return refuse('is a broken or incomplete 3D file');
  const size = stored && rotated(stored, exif.orientation);
  const { modelName, ...generation } = await generationOf(bytes, mimeType, exif);
  return {
    ok: true,
    file: {
      kind,
      mimeType,
      picture,
      size,
      orientation: exif.orientation,
      metadata: { ...size, ...generation },
      properties: { ...size, ...glb, ...textFacts(bytes, kind) },
      modelName,
    },
  };
}

/** Extensions that promise something other than text. */
const MEDIA_EXTENSION =
  /\.(png|jpe?g|webp|avif|gif|tiff?|psd|heic|heif|exr|hdr|mp4|mov|webm|mp3|m4a|ogg|wav|flac|glb|pdf)$/i;

/** Orientations 5 to 8 turn the picture by a quarter. */
function rotated({ width, height }: PixelSize, orientation: number): PixelSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

async function generationOf(bytes: Uint8Array, mimeType: string, exif: ExifFacts): Promise<GenerationData> {
  const texts = mimeType === 'image/png' ? await readPngText(bytes) : new Map<string, string>();
  return readGenerationData(texts, xmpComments(exif)) ?? {};
}

/** Descriptions in an XMP packet stand beside EXIF comments: some tools write only one of the two. */
function xmpComments({ texts, xmp }: ExifFacts): string[] {
  const description = xmp && /<dc:description>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(xmp)?.[1];
  return description ? [...texts, unescapeXml(description)] : texts;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  '#xA': '\n',
  '#10': '\n',
};

function unescapeXml(text: string): string {
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function textFacts(bytes: Uint8Array, kind: KnownAssetKind): Partial<KnownFields<AssetProperties>> {
  if (kind !== 'text' && kind !== 'json') return {};
  const text = new TextDecoder().decode(bytes);
  return { charCount: text.length, wordCount: text.match(/\S+/g)?.length ?? 0 };
}
