import { type FormEvent, useId, useState } from 'react';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { TextField } from '~/ui/text-field';

interface GoToDateProps {
  open: boolean;
  onClose: () => void;
  /** A calendar day, `2026-05-31`. */
  onGo: (day: string) => void;
}

/** Asks for a day to go to in a listing that is sorted by date. */
export function GoToDate({ open, onClose, onGo }: GoToDateProps) {
  const form = useId();
  const [day, setDay] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    onGo(day);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Go to date"
      width="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" disabled={day === ''}>
            Go
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={go}>
        <TextField
          label="Date"
          type="date"
          value={day}
          required
          // The dialog has this one question.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => setDay(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
