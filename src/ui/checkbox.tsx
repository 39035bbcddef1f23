import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';

interface CheckboxProps {
  label: ReactNode;
  /** `'mixed'`: some of what it stands for are checked. */
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A checkbox of three states, with its label. Choosing a mixed one checks it. */
export function Checkbox({ label, checked, onChange, hideLabel, disabled, className }: CheckboxProps) {
  return (
    <label
      className={clsx('inline-flex min-h-6 items-center gap-2 text-sm', disabled && 'opacity-45', className)}
    >
      <span className="relative inline-flex size-4 shrink-0 items-center justify-center">
        <input
          type="checkbox"
          className="peer absolute inset-0 size-4 appearance-none rounded-[4px] border border-field checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent forced-colors:appearance-auto"
          ref={(input) => {
            if (input) input.indeterminate = checked === 'mixed';
          }}
          checked={checked === true}
          disabled={disabled}
          onChange={(event) => onChange(checked === 'mixed' || event.target.checked)}
        />
        {checked === true && (
          <Check
            aria-hidden="true"
            size={12}
            strokeWidth={3}
            className="pointer-events-none relative text-on-accent forced-colors:hidden"
          />
        )}
        {checked === 'mixed' && (
          <Minus
            aria-hidden="true"
            size={12}
            strokeWidth={3}
            className="pointer-events-none relative text-on-accent forced-colors:hidden"
          />
        )}
      </span>
      <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
    </label>
  );
}
