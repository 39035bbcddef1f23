import { type FormEvent, useId, useState } from 'react';
import { collectionNameSchema } from '~/contract/collection';
import { LIMITS } from '~/contract/limits';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { TextField } from '~/ui/text-field';
import { fold } from './collection-order';

interface NameDialogProps {
  title: string;
  /** The name so far; none where it is to be made. */
  value?: string;
  /** What the button says. */
  confirm?: string;
  /** Names there are already, for the hint. */
  names: readonly string[];
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a collection, to be made unless it has one. */
export function NameDialog({
  title,
  value = '',
  confirm = 'Create',
  names,
  onName,
  onClose,
}: NameDialogProps) {
  const form = useId();
  const [name, setName] = useState(value);
  const parsed = collectionNameSchema.safeParse(name);
  const doubled = parsed.success && names.some((other) => fold(other) === fold(parsed.data));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!parsed.success) return;
    onClose();
    onName(parsed.data);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" disabled={!parsed.success}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Name"
          value={name}
          maxLength={LIMITS.collectionName}
          onChange={(event) => setName(event.target.value)}
          hint={doubled ? 'Another collection has this name. You can still use it.' : undefined}
        />
      </form>
    </Dialog>
  );
}
