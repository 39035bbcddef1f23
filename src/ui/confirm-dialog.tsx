import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  /** The question with its number: "Delete 12 assets?" */
  title: string;
  /** What will be gone, and that it cannot be undone. */
  description: ReactNode;
  /** The verb again: "Delete 12 assets". */
  confirm: string;
  onConfirm: () => void;
  /** Whether the act destroys something; the button says so by its colour. */
  danger?: boolean;
}

/** Asks before what cannot be undone. What can be undone is done at once and needs no question. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, description, confirm, onConfirm, danger = true } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    />
  );
}
