import {
  ArrowDownToLine,
  Copy,
  FolderInput,
  FolderMinus,
  FolderPlus,
  FolderSymlink,
  Hash,
  Image,
  ImageOff,
  ImagePlus,
  ImportIcon,
  Link,
  type LucideIcon,
  Maximize2,
  Pencil,
  Pin,
  Plus,
  Repeat2,
  Shapes,
  TextQuote,
  Trash2,
} from 'lucide-react';
import type { CommandId } from './commands';

const ICONS: Partial<Record<CommandId, LucideIcon>> = {
  open: Maximize2,
  'add-to-collection': Plus,
  'add-again': Repeat2,
  'move-to-collection': FolderInput,
  'copy-to-collection': FolderSymlink,
  'create-from-selection': FolderPlus,
  'new-collection': FolderPlus,
  'set-thumbnail': Image,
  'choose-thumbnail': Image,
  'unset-thumbnail': ImageOff,
  'add-assets': ImagePlus,
  'add-models': Shapes,
  'download-original': ArrowDownToLine,
  'copy-prompt': TextQuote,
  'copy-link': Link,
  'copy-id': Hash,
  'copy-collection-link': Link,
  'copy-collection-id': Hash,
  'remove-from-collection': FolderMinus,
  'delete-assets': Trash2,
  'delete-collection': Trash2,
  'import-files': ImportIcon,
  rename: Pencil,
  'pin-collection': Pin,
};

/** The icons of all commands together: loaded with the first menu or bar, as no view needs them before. */
export function CommandPicture({ id }: { id: CommandId }) {
  const Icon = ICONS[id] ?? Copy;
  return <Icon aria-hidden="true" size={16} strokeWidth={1.75} />;
}
