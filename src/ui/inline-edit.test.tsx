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
