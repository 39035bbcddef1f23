import { lazy, Suspense } from 'react';
import { fieldClass } from './field-class';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A short remark at the end of the line: "312". */
  detail?: string;
}

export interface ComboboxProps {
  label: string;
  placeholder?: string;
  options: readonly ComboboxOption[];
  /** The chosen values; they stay listed even where `options` does not hold them. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Makes something of a text that no option has: adds the line "Create “text”". */
  onCreate?: (text: string) => void;
  /** The typed text, for options that are searched elsewhere. */
  onType?: (text: string) => void;
  /** What the list says when nothing fits. */
  empty?: string;
}

const ComboboxField = lazy(() =>
  import('./combobox-field').then(({ ComboboxField }) => ({ default: ComboboxField })),
);

/** Several of many, found by typing. Loaded when first shown. */
export function Combobox(props: ComboboxProps) {
  return (
    <Suspense fallback={<div className={fieldClass()} />}>
      <ComboboxField {...props} />
    </Suspense>
  );
}
