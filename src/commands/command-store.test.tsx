import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { commandMenuItems } from './command-menu-items';
import { type CommandHandlers, findHandler, runCommand } from './command-store';
import { COMMANDS } from './commands';
import { useAvailableCommands, useCommandHandlers } from './use-command-handlers';
import { useHotkeys } from './use-hotkeys';

function Place({ handlers }: { handlers: CommandHandlers }) {
  useCommandHandlers(handlers);
  return null;
}

function Bar() {
  const available = useAvailableCommands(['undo', 'redo']);
  return (
    <ul>
      {available.map(({ id, handler }) => (
        <li key={id}>{handler.label ?? COMMANDS[id].label}</li>
      ))}
    </ul>
  );
}

function Hotkeys() {
  useHotkeys();
  return null;
}

describe('commands', () => {
  it('are answered by the place mounted last, and by the one under it when that leaves', () => {
    const [outer, inner] = [vi.fn<() => void>(), vi.fn<() => void>()];
    render(<Place handlers={{ undo: outer }} />);
    const over = render(<Place handlers={{ undo: inner }} />);
    runCommand('undo');
    over.unmount();
    runCommand('undo');
    expect([outer, inner].map((mock) => mock.mock.calls.length)).toEqual([1, 1]);
  });

  it('are not available where nobody answers, or the answering place has nothing to act on', () => {
    render(<Place handlers={{ undo: { run: vi.fn<() => void>(), enabled: false } }} />);
    expect(findHandler('undo')).toBeNull();
    expect(runCommand('redo')).toBe(false);
  });

  it('reach bars with their availability and closer name', async () => {
    function Changing() {
      const [enabled, setEnabled] = useState(false);
      useCommandHandlers({ undo: { run: vi.fn<() => void>(), enabled, label: 'Undo add to Props' } });
      return (
        <button type="button" onClick={() => setEnabled(true)}>
          Add
        </button>
      );
    }
    render(
      <>
        <Changing />
        <Bar />
      </>,
    );
    expect(screen.queryByText('Undo add to Props')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Undo add to Props')).toBeVisible();
  });

  it('fill a menu in the given order, without empty separators', () => {
    render(
      <Place
        handlers={{
          rename: vi.fn<() => void>(),
          'copy-id': vi.fn<() => void>(),
          'delete-collection': vi.fn<() => void>(),
        }}
      />,
    );
    const entries = commandMenuItems(['open', null, 'rename', null, null, 'copy-id', null, 'undo', null]);
    expect(entries.map((entry) => (entry.kind === 'separator' ? '—' : entry.label))).toEqual([
      'Rename',
      '—',
      'Copy id',
    ]);
  });

  it('run by key, but leave fields, pressed controls and dialogs alone', async () => {
    const [add, open, palette] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
    render(
      <>
        <Hotkeys />
        <Place handlers={{ 'add-to-collection': add, open, palette }} />
        <input aria-label="Filter" />
        <button type="button">Close</button>
        <div role="dialog" aria-label="Over">
          <button type="button">Inside</button>
        </div>
      </>,
    );
    const user = userEvent.setup();
    await user.keyboard('a');
    expect(add).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('textbox', { name: 'Filter' }));
    await user.keyboard('a{Control>}k{/Control}');
    expect(palette).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.keyboard('{Enter}');
    expect(open).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Inside' }));
    await user.keyboard('a');
    expect(add).toHaveBeenCalledTimes(1);
  });
});
