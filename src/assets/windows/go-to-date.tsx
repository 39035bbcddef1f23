import { type FormEvent, useId, useState } from 'react';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { formatDay } from '~/ui/format-facts';
import { TextField } from '~/ui/text-field';

/**
 * What to say where nothing stands on a day, given the date of what stands there instead (milliseconds, where known).
 * `isEnd`: nothing comes after that day in the listing's order.
 */
export function noSuchDay(
  day: string,
  at: number | undefined,
  isEnd: boolean,
): { text: string; detail: string } | undefined {
  // A date without a time would be read as one of UTC.
  const wanted = new Date(`${day}T00:00:00`).toDateString();
  const text = `Nothing on ${formatDay(`${day}T00:00:00`)}`;
  if (isEnd) return { text, detail: 'The listing ends before it: this is the last.' };
  if (at === undefined || new Date(at).toDateString() === wanted) return undefined;
  return { text, detail: `The next is from ${formatDay(new Date(at).toISOString())}.` };
}

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
