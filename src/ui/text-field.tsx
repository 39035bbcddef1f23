import { clsx } from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { fieldClass } from './field-class';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size'> {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  /** A hint under the field. */
  hint?: ReactNode;
  /** Why the value is refused. */
  error?: string | undefined;
}

/** A line of text with its label, hint and error. */
export function TextField({ label, hideLabel = false, hint, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm text-muted'}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        className={fieldClass()}
        {...(note && { 'aria-describedby': noteId })}
        {...(error && { 'aria-invalid': true })}
        {...rest}
      />
      {note && (
        <p id={noteId} className={clsx('text-xs', error ? 'text-danger' : 'text-muted')}>
          {note}
        </p>
      )}
    </div>
  );
}
