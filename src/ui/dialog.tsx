import { lazy, type ReactNode, Suspense, useState } from 'react';

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

// Dialogs weigh 20 kB and none is needed for the first view.
const DialogPopup = lazy(() =>
  import('./dialog-popup').then(({ DialogPopup }) => ({ default: DialogPopup })),
);

/** A modal dialog. It is loaded when the first one opens; focus returns to where it came from. */
export function Dialog(props: DialogProps) {
  const [used, setUsed] = useState(props.open);
  if (props.open && !used) setUsed(true);
  if (!used) return null;
  return (
    <Suspense fallback={null}>
      <DialogPopup {...props} />
    </Suspense>
  );
}
