import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

export interface SelectOption<T extends string> {
  value: T;
  label: string;
}

interface SelectProps<T extends string> {
  /** Accessible name: "Sort by". */
  label: string;
  value: T;
  options: readonly SelectOption<T>[];
  onChange: (value: T) => void;
  /** A 16 px icon before the value. */
  icon?: ReactNode;
  className?: string;
  disabled?: boolean;
}

/**
 * One of a few values. The browser's own select: right for touch, screen readers and forced colours, and it
 * weighs nothing; where the browser lets its list be styled, `styles.css` does.
 */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, icon, className, disabled } = props;
  return (
    <span className={clsx('relative inline-flex items-center text-muted hover:text-text', className)}>
      {icon && (
        <span aria-hidden="true" className="pointer-events-none absolute left-2">
          {icon}
        </span>
      )}
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={clsx(
          'select h-control w-full cursor-default rounded bg-transparent pr-7 text-sm',
          'text-text hover:bg-hover disabled:opacity-45',
          icon ? 'pl-7' : 'pl-2.5',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" size={14} className="pointer-events-none absolute right-2" />
    </span>
  );
}
