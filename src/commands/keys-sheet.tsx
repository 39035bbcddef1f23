import { useStore } from 'zustand';
import { Dialog } from '~/ui/dialog';
import { Kbd } from '~/ui/kbd';
import { commandStore, showOverlay } from './command-store';
import { COMMAND_GROUPS, COMMAND_IDS, COMMANDS } from './commands';
import { keySettings } from './key-settings';

/** Keys of what has the focus; they are gestures rather than commands. */
const GRID_KEYS: readonly [string, readonly string[]][] = [
  ['Move', ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']],
  ['First, last', ['Home', 'End']],
  ['A page up, down', ['PageUp', 'PageDown']],
  ['Extend the selection', ['Shift+ArrowRight', 'Shift+Space']],
  ['Add a range to the selection', ['Mod+Shift+ArrowRight']],
  ['Select, or not', ['X', 'Mod+Space']],
  ['What can be done', ['Shift+F10']],
  ['Load a broken picture again', ['R']],
];
const VIEWER_KEYS: readonly [string, readonly string[]][] = [
  ['Previous, next', ['ArrowLeft', 'ArrowRight']],
  ['Facts', ['I']],
  ['Select, or not', ['X']],
  ['Fit, actual size', ['Z']],
  ['Close', ['Escape', 'Space']],
];

/** All keys there are, by group. */
export function KeysSheet() {
  const open = useStore(commandStore, (state) => state.overlay === 'keys');
  const letters = useStore(keySettings, (state) => state.letters);
  return (
    <Dialog open={open} onClose={() => showOverlay(null)} title="Keys" width="large">
      {!letters && <p className="pb-2 text-sm text-muted">{LETTERS_OFF}</p>}
      {/* Longer than the window on most screens: it must take the focus to be scrolled by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label="All keys" tabIndex={0} className={COLUMNS}>
        <KeyGroup title="In a grid" rows={GRID_KEYS} />
        <KeyGroup title="Looking closely" rows={VIEWER_KEYS} />
        {COMMAND_GROUPS.map((group) => (
          <KeyGroup
            key={group}
            title={group}
            rows={COMMAND_IDS.filter((id) => COMMANDS[id].group === group && COMMANDS[id].keys).map(
              (id): [string, readonly string[]] => [COMMANDS[id].label, COMMANDS[id].keys ?? []],
            )}
          />
        ))}
      </div>
    </Dialog>
  );
}

const LETTERS_OFF = 'Single-letter keys are switched off: those below do nothing until they are on again.';
const COLUMNS = '-mx-2 gap-8 p-2 -outline-offset-2 sm:columns-2';

function KeyGroup({ title, rows }: { title: string; rows: readonly [string, readonly string[]][] }) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="pb-1 text-xs text-muted">{title}</h3>
      <dl>
        {rows.map(([label, keys]) => (
          <div
            key={label}
            className="flex min-h-7 items-center justify-between gap-4 border-t border-line text-sm"
          >
            <dt>{label}</dt>
            <dd className="flex gap-2">
              {keys.map((stroke) => (
                <Kbd key={stroke} keys={stroke} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
