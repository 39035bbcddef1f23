import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { InlineEdit } from './inline-edit';

function Renamed({ onSave }: { onSave: (name: string) => void }) {
  const [editing, setEditing] = useState(true);
  return (
    <>
      <InlineEdit
        label="Name of Props"
        value="Props"
        editing={editing}
        onDone={() => setEditing(false)}
        onSave={onSave}
      >
        <h1>Props</h1>
      </InlineEdit>
      <button type="button">Elsewhere</button>
    </>
  );
}

/** Renamed by a press on the name, or by F2 from elsewhere. */
function Heading() {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <InlineEdit
        label="Name of Props"
        value="Props"
        editing={editing}
        onDone={() => setEditing(false)}
        onSave={() => undefined}
      >
        <button type="button" onClick={() => setEditing(true)}>
          Props
        </button>
      </InlineEdit>
      <button type="button" onKeyDown={({ key }) => key === 'F2' && setEditing(true)}>
        Tile
      </button>
    </>
  );
}

describe('inline edit', () => {
  it.each([
    ['Enter saves, trimmed', '  Stones  {Enter}', ['Stones']],
    ['Escape keeps the old', 'Stones{Escape}', []],
    ['an empty name changes nothing', '{Backspace}{Enter}', []],
    ['the same name changes nothing', 'Props{Enter}', []],
    ['leaving saves', 'Stones{Tab}', ['Stones']],
  ])('%s', async (_case, keys, saved) => {
    const onSave = vi.fn<(name: string) => void>();
    render(<Renamed onSave={onSave} />);
    expect(screen.getByRole('textbox', { name: 'Name of Props' })).toHaveFocus();
    await userEvent.keyboard(keys);
    expect(onSave.mock.calls.flat()).toEqual(saved);
    expect(screen.getByRole('heading', { name: 'Props' })).toBeVisible();
  });

  it.each([
    ['Enter', '{Enter}'],
    ['Escape', '{Escape}'],
  ])('gives the keyboard back after %s', async (_case, key) => {
    render(<Heading />);
    await userEvent.click(screen.getByRole('button', { name: 'Props' }));
    await userEvent.keyboard(`Stones${key}`);
    expect(screen.getByRole('button', { name: 'Props' })).toHaveFocus();
    screen.getByRole('button', { name: 'Tile' }).focus();
    await userEvent.keyboard(`{F2}Stones${key}`);
    expect(screen.getByRole('button', { name: 'Tile' })).toHaveFocus();
  });

  it('leaves the keyboard where the person took it', async () => {
    render(<Heading />);
    await userEvent.click(screen.getByRole('button', { name: 'Props' }));
    await userEvent.keyboard('Stones{Tab}');
    expect(screen.getByRole('button', { name: 'Tile' })).toHaveFocus();
  });

  it('takes 200 characters at most', async () => {
    const onSave = vi.fn<(name: string) => void>();
    render(<Renamed onSave={onSave} />);
    await userEvent.click(screen.getByRole('textbox'));
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.paste('x'.repeat(250));
    await userEvent.keyboard('{Enter}');
    expect(onSave).toHaveBeenCalledExactlyOnceWith('x'.repeat(200));
  });
});
