import { X } from 'lucide-react';
import { colorIn } from '~/assets/pictures/color-in';
import { tooltip } from '~/ui/tooltip';
import { countOf, formatCount } from '~/ui/format-facts';

interface TrayItem {
  readonly id: string;
  readonly name: string;
  readonly thumbnailUrl: string | undefined;
}

interface PickerTrayProps<T extends TrayItem> {
  items: readonly T[];
  /** What is chosen: "asset". */
  noun: string;
  onRemove: (item: T) => void;
  onClear: () => void;
}

/** More pictures than this say no more than their number does. */
const MOST_SHOWN = 60;

/** What has been chosen so far, whatever the filters show now. */
export function PickerTray<T extends TrayItem>({ items, noun, onRemove, onClear }: PickerTrayProps<T>) {
  if (items.length === 0) {
    return <p className="truncate text-sm text-muted">Nothing chosen yet. Click {noun}s to choose them.</p>;
  }
  const shown = items.slice(-MOST_SHOWN).toReversed();
  const rest = items.length - shown.length;
  return (
    <section aria-label="Chosen" className="flex min-w-0 flex-1 items-center gap-3">
      <p className="shrink-0 text-sm tabular-nums">
        <span role="status">{countOf(items.length, noun)}</span>
        <button
          type="button"
          className="ml-2 min-h-6 text-xs text-muted underline-offset-2 hover:text-text hover:underline"
          onClick={onClear}
        >
          Clear
        </button>
      </p>
      <ul className="flex min-w-0 flex-1 gap-1 overflow-x-auto py-1 [scrollbar-width:thin]">
        {shown.map((item) => (
          <li key={item.id} className="group relative size-11 shrink-0">
            <button
              type="button"
              aria-label={`Do not choose ${item.name}`}
              className="size-full overflow-hidden rounded-picture bg-raised outline-offset-[-2px]"
              onClick={() => onRemove(item)}
              {...tooltip(item.name)}
            >
              {item.thumbnailUrl !== undefined && (
                <img
                  src={item.thumbnailUrl}
                  alt=""
                  decoding="async"
                  draggable={false}
                  className="size-full object-cover"
                  style={{ backgroundColor: colorIn(item.thumbnailUrl) }}
                />
              )}
              <span className="absolute inset-0 flex items-center justify-center bg-scrim text-on-picture opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                <X aria-hidden="true" size={16} />
              </span>
            </button>
          </li>
        ))}
        {rest > 0 && (
          <li className="flex h-11 shrink-0 items-center px-2 text-xs text-muted tabular-nums">
            and {formatCount(rest)} more
          </li>
        )}
      </ul>
    </section>
  );
}
