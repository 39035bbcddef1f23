import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdKeys } from './hold-keys';

afterEach(() => document.body.replaceChildren());

function addField(type = 'text'): HTMLInputElement {
  document.body.innerHTML = `<div data-modal=""><input type="${type}" /></div>`;
  return document.querySelector('input') as HTMLInputElement;
}

describe('keys that are held for a dialog', () => {
  it('are in its field as soon as that has the focus, and those after them follow', async () => {
    const heard = vi.fn<() => void>();
    document.body.addEventListener('keydown', heard);
    const user = userEvent.setup();
    // The dialog holds them too, once its own code is there.
    const stops = [holdKeys(() => undefined), holdKeys(() => undefined)];
    await user.keyboard('caxx{Backspace}{Backspace}s{Control>}k{/Control}{Enter}');
    expect(heard).not.toHaveBeenCalled();
    const field = addField();
    const typed: string[] = [];
    field.addEventListener('input', () => typed.push(field.value));
    field.focus();
    await user.keyboard('t');
    expect(typed).toEqual(['cas', 'cast']);
    expect(heard).toHaveBeenCalledTimes(1);
    for (const stop of stops) stop();
    document.body.removeEventListener('keydown', heard);
  });

  it('are let go where the dialog asks for something else, and call it off by Escape', async () => {
    const onEscape = vi.fn<() => void>();
    holdKeys(onEscape);
    const user = userEvent.setup();
    await user.keyboard('2{Escape}');
    expect(onEscape).toHaveBeenCalledOnce();
    const field = addField('date');
    field.focus();
    expect(field).toHaveValue('');
  });
});
