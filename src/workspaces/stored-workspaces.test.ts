// @vitest-environment jsdom
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from './config';
import { builtInWorkspace } from './create-workspaces';
import { KeyVault } from './key-vault';
import { readStoredWorkspaces, STORED_WORKSPACES, writeStoredWorkspaces } from './stored-workspaces';
import { WorkspaceRegistry } from './workspace-registry';

beforeEach(() => localStorage.clear());

const studio = { id: 'studio', name: 'Studio', baseUrl: 'https://api.test/v1', access: 'key' as const };
const store = (data: unknown) => localStorage.setItem(STORED_WORKSPACES, JSON.stringify(data));
const storedList = () =>
  (JSON.parse(localStorage.getItem(STORED_WORKSPACES) ?? '{}') as { workspaces: unknown[] }).workspaces;

describe('the workspaces kept in this browser', () => {
  it('come back as they were written', () => {
    writeStoredWorkspaces([studio]);
    expect(readStoredWorkspaces()).toEqual([studio]);
  });

  it('are read tolerantly, and what cannot be used stays for the version that can', () => {
    const later = { name: 'Later', baseUrl: 'scenario://new', access: 'passkey' };
    store({ version: 2, workspaces: [{ ...studio, colour: 'red' }, later, 7] });
    expect(readStoredWorkspaces()).toEqual([studio]);
    writeStoredWorkspaces([{ ...studio, name: 'Renamed' }]);
    expect(storedList()).toEqual([{ ...studio, name: 'Renamed' }, later, 7]);
  });

  it.each([
    ['a path, which would be another address elsewhere', { ...studio, baseUrl: '/v1' }],
    ['a script', { ...studio, baseUrl: 'javascript:alert(1)' }],
    ['a key in the address', { ...studio, baseUrl: 'https://key:secret@api.test/v1' }],
  ])('leave out %s', (_why, entry) => {
    store({ version: 1, workspaces: [entry] });
    expect(readStoredWorkspaces()).toEqual([]);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        localStorage.setItem(STORED_WORKSPACES, text);
        expect(readStoredWorkspaces()).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('the registry', () => {
  const open = (config: object = {}) => {
    const { config: parsed } = parseConfig(JSON.stringify(config), 'https://site.test');
    const builtIn = builtInWorkspace(parsed, '/');
    return new WorkspaceRegistry({ builtIn, presets: parsed.workspaces, keys: new KeyVault() });
  };
  const { id: _, ...given } = studio;

  it('lists the built-in library, what is preset, and what was added', () => {
    writeStoredWorkspaces([studio]);
    const registry = open({ workspaces: [{ name: 'Preset', baseUrl: '/v1' }] });
    expect(registry.workspaces.map(({ name }) => name)).toEqual(['My library', 'Preset', 'Studio']);
    expect(registry.workspaces.map(({ id }) => registry.isAdded(id))).toEqual([false, false, true]);
  });

  it('lets what is preset hide what was added under the same id', () => {
    writeStoredWorkspaces([studio]);
    const registry = open({ workspaces: [{ ...studio, name: 'Preset' }] });
    expect(registry.workspaces.map(({ name }) => name)).toEqual(['My library', 'Preset']);
    expect(registry.isAdded('studio')).toBe(false);
  });

  it('gives a second project at the same address an id of its own', () => {
    const registry = open();
    expect([registry.add(given), registry.add(given)]).toEqual(['api-test', 'api-test-2']);
  });

  it('knows that this page may not reach what was added since it was loaded', () => {
    const registry = open();
    const id = registry.add(given);
    expect(registry.workspaces.find((one) => one.id === id)?.needsReload).toBe(true);
    expect(open().workspaces.find((one) => one.id === id)?.needsReload).toBeUndefined();
  });

  it('renames without losing the client, and removes together with the key', () => {
    writeStoredWorkspaces([studio]);
    const registry = open();
    const before = registry.workspaces[1];
    before?.key?.give({ key: 'k', secret: 's' }, true);
    registry.rename('studio', 'Atelier');
    expect(registry.workspaces[1]).toMatchObject({ name: 'Atelier', client: before?.client });
    registry.remove('studio');
    expect(registry.workspaces.map(({ id }) => id)).toEqual(['local']);
    expect(before?.key?.state()).toBe('missing');
    expect(localStorage.getItem('vitrine.keys')).toBeNull();
  });

  it('hears of what another tab adds', () => {
    const registry = open();
    writeStoredWorkspaces([studio]);
    window.dispatchEvent(new StorageEvent('storage', { key: STORED_WORKSPACES }));
    expect(registry.workspaces.map(({ id }) => id)).toEqual(['local', 'studio']);
  });
});
