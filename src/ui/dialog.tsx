import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { holdKeys } from './hold-keys';
import { lazyPart } from './lazy-part';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  width?: 'small' | 'medium' | 'large';
  /** Hides the title from sight; it stays the accessible name. */
  hideTitle?: boolean;
}

const DialogPopup = lazyPart(() => import('./dialog-popup'), 'DialogPopup');

/** Dialogs weigh 20 kB and none is needed for the first view: call this once that is there. */
export const preloadDialog = DialogPopup.preload;

/** A modal dialog; focus returns to where it came from. */
export function Dialog(props: DialogProps) {
  const { open, onClose } = props;
  const [used, setUsed] = useState(open);
  if (open && !used) setUsed(true);
  const close = useEffectEvent(onClose);
  useEffect(() => (open ? holdKeys(() => close()) : undefined), [open]);
  if (!used) return null;
  return <DialogPopup {...props} />;
}
