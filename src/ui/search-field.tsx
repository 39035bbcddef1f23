import { clsx } from 'clsx';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { fieldClass } from './field-class';
import { tooltip } from './tooltip';

interface SearchFieldProps {
  /** Accessible name and placeholder: "Filter collections". */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Keys that focus the field, shown in its tooltip. */
  keys?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A field to filter as you type. Escape clears it, and leaves it when it is empty. */
export function SearchField({ label, value, onChange, keys, className, ref }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement, []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (value === '') event.currentTarget.blur();
    else onChange('');
  };

  return (
    <div className={clsx('relative flex items-center', className)} {...(keys && tooltip(label, keys))}>
      <Search aria-hidden="true" size={14} className="pointer-events-none absolute left-2 text-muted" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={fieldClass(
          'border-transparent bg-control-fill! hover:border-transparent pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label="Clear"
          className="absolute right-0.5 flex size-6 items-center justify-center rounded text-muted hover:text-text"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <X aria-hidden="true" size={14} />
        </button>
      )}
    </div>
  );
}
