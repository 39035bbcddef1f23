import { clsx } from 'clsx';

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
  /** The value in words, for screen readers: "180 pixels". */
  valueText?: string;
  className?: string;
}

/** A value of a range, by drag or arrow keys. */
export function Slider({ label, value, min, max, step = 1, onChange, valueText, className }: SliderProps) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={valueText}
      value={value}
      min={min}
      max={max}
      step={step}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      className={clsx('slider h-6 w-28', className)}
    />
  );
}
