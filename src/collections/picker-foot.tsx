import { type ReactNode, useState } from 'react';
import { Button } from '~/ui/button';

interface PickerFootProps {
  /** What is chosen. */
  tray: ReactNode;
  /** What the button will do, with its cost. */
  confirm: string;
  disabled: boolean;
  /** What the button says while it is being done: thousands take more than a frame. */
  busy?: string;
  onConfirm: () => void | Promise<void>;
  onCancel: () => void;
}

/** The foot of every picker: the tray, and the way out with or without it. */
export function PickerFoot({
  tray,
  confirm,
  disabled,
  busy = confirm,
  onConfirm,
  onCancel,
}: PickerFootProps) {
  // Known here alone, so that to show it costs next to nothing.
  const [isBusy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <footer className="picker-foot flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface px-4 py-1.5">
      <div className="flex min-w-0 flex-1 items-center max-sm:basis-full">{tray}</div>
      <div className="ml-auto flex shrink-0 items-center gap-2">
        <Button variant="ghost" disabled={isBusy} onClick={onCancel}>
          Cancel
        </Button>
        <Button
          variant="primary"
          disabled={disabled || isBusy}
          onClick={() => void press()}
          className="tabular-nums"
        >
          {isBusy ? busy : confirm}
        </Button>
      </div>
    </footer>
  );
}
