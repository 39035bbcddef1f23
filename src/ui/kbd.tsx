import { clsx } from 'clsx';
import { keyNames } from './key-names';

interface KbdProps {
  /** As `Mod+Shift+Z`; written the way this device names its keys. */
  keys: string;
  /** Without boxes, for menus and tooltips. */
  plain?: boolean;
}

/** The keys of a command. */
export function Kbd({ keys, plain = false }: KbdProps) {
  const names = keyNames(keys);
  if (plain) return <kbd className="font-sans text-xs tabular-nums opacity-85">{names.join(' ')}</kbd>;
  return (
    <kbd className="inline-flex gap-1 font-sans">
      {names.map((name) => (
        <span
          key={name}
          className={clsx(
            'inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border border-line-strong px-1.5',
            'text-xs text-muted',
          )}
        >
          {name}
        </span>
      ))}
    </kbd>
  );
}
