import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';
import { tooltip } from './tooltip';

export interface Segment<T extends string> {
  value: T;
  label: string;
  /** Shown in place of the label, which stays as name and tooltip. */
  icon?: ReactNode;
}

interface SegmentedControlProps<T extends string> {
  label: string;
  value: T;
  segments: readonly Segment<T>[];
  onChange: (value: T) => void;
  className?: string;
}

/** One of two to five values, all in sight: a group of radio buttons that looks like one control. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, value, segments, onChange, className } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={clsx('inline-flex h-control items-stretch gap-0.5 rounded bg-control-fill p-0.5', className)}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={clsx(
            'flex min-w-6 items-center justify-center gap-1.5 rounded-[4px] text-sm text-muted hover:text-text',
            'has-checked:bg-segment has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent',
            'forced-colors:has-checked:outline-2',
            segment.icon ? 'px-1.5' : 'px-2.5',
          )}
          {...(segment.icon ? tooltip(segment.label) : {})}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon}
          <span className={segment.icon ? 'sr-only' : undefined}>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
