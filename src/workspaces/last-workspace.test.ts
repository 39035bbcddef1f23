// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { homeWorkspaceId, rememberWorkspace } from './last-workspace';

afterEach(() => localStorage.clear());

const local = { id: 'local' };
const studio = { id: 'studio' };

it.each([
  { last: 'studio', workspaces: [local, studio], home: 'studio', why: 'the one used last' },
  { last: undefined, workspaces: [local, studio], home: 'local', why: 'the first on a first visit' },
  { last: 'gone', workspaces: [local, studio], home: 'local', why: 'the first where the last one is gone' },
  {
    last: undefined,
    workspaces: [studio],
    home: 'studio',
    why: 'the only one, without the built-in library',
  },
])('opens $why', ({ last, workspaces, home }) => {
  if (last !== undefined) rememberWorkspace(last);
  expect(homeWorkspaceId(workspaces)).toBe(home);
});
