import { Combobox } from '@base-ui/react/combobox';
import { Check, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ComboboxOption, ComboboxProps } from './combobox';
import { fieldClass } from './field-class';

/** Marks the line that creates; no value of ours contains a NUL. */
const CREATE = '\0create';

/** The heavy half of `Combobox`. */
export function ComboboxField(props: ComboboxProps) {
  const { label, placeholder, options, value, onChange, onCreate, onType, empty = 'Nothing fits' } = props;
  const [text, setText] = useState('');
  const chips = useRef<HTMLDivElement>(null);
  const typed = text.trim();
  const known = options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const lines: ComboboxOption[] =
    onCreate && typed !== '' && !known ? [...options, { value: CREATE, label: typed }] : [...options];
  const chosen = value.map((id) => options.find((option) => option.value === id) ?? { value: id, label: id });

  const type = (next: string) => {
    setText(next);
    onType?.(next);
  };

  return (
    <Combobox.Root
      multiple
      items={lines}
      value={chosen}
      inputValue={text}
      isItemEqualToValue={(a, b) => a.value === b.value}
      onInputValueChange={type}
      onValueChange={(next) => {
        if (onCreate && next.some((option) => option.value === CREATE)) onCreate(typed);
        else onChange(next.map((option) => option.value));
        type('');
      }}
    >
      <Combobox.Chips
        ref={chips}
        className={fieldClass('flex h-auto! min-h-control flex-wrap items-center gap-1 p-0.5!')}
      >
        {chosen.map((option) => (
          <Combobox.Chip
            key={option.value}
            className="flex h-6 items-center gap-0.5 rounded-[4px] bg-control-fill pl-2 text-xs outline-offset-0"
          >
            {option.label}
            <Combobox.ChipRemove
              aria-label={`Remove ${option.label}`}
              className="flex size-6 items-center justify-center text-muted hover:text-text"
            >
              <X aria-hidden="true" size={12} />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          aria-label={label}
          placeholder={chosen.length === 0 ? (placeholder ?? label) : ''}
          className="h-6 min-w-16 flex-1 bg-transparent px-1.5 text-sm outline-none placeholder:text-muted"
        />
      </Combobox.Chips>
      <Combobox.Portal>
        <Combobox.Positioner anchor={chips} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Combobox.Popup className="appear max-h-[min(var(--available-height),320px)] w-(--anchor-width) min-w-52 overflow-y-auto rounded bg-raised p-1 shadow-float forced-colors:border">
            <Combobox.Empty className="px-2 py-1.5 text-sm text-muted empty:hidden">{empty}</Combobox.Empty>
            <Combobox.List>
              {(option: ComboboxOption) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-control cursor-default items-center gap-2 rounded-[4px] px-2 text-sm data-highlighted:bg-hover forced-colors:data-highlighted:outline-2"
                >
                  <span className="flex w-4">
                    {option.value === CREATE && <Plus aria-hidden="true" size={14} />}
                    <Combobox.ItemIndicator>
                      <Check aria-hidden="true" size={14} />
                    </Combobox.ItemIndicator>
                  </span>
                  <span className="min-w-0 flex-1 truncate">
                    {option.value === CREATE ? `Create “${option.label}”` : option.label}
                  </span>
                  {option.detail && <span className="text-xs text-muted tabular-nums">{option.detail}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
