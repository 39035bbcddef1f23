import {
  Box,
  Braces,
  File,
  FileText,
  Image,
  type LucideIcon,
  Music,
  SunMedium,
  Text,
  Video,
} from 'lucide-react';
import type { AssetKind, KnownAssetKind } from '~/contract/asset';

const KINDS: Record<KnownAssetKind, { name: string; icon: LucideIcon }> = {
  image: { name: 'Picture', icon: Image },
  video: { name: 'Video', icon: Video },
  audio: { name: 'Sound', icon: Music },
  '3d': { name: '3D model', icon: Box },
  'image-hdr': { name: 'HDR picture', icon: SunMedium },
  document: { name: 'Document', icon: FileText },
  json: { name: 'JSON', icon: Braces },
  text: { name: 'Text', icon: Text },
};

/** The icon and the word for a kind. Kinds grow: an unknown one is a file with its own name. */
export function kindOf(kind: AssetKind): { name: string; icon: LucideIcon } {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as KnownAssetKind] : { name: kind, icon: File };
}
