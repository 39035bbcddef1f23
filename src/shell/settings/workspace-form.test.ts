import { describe, expect, it } from 'vitest';
import { readWorkspaceForm, SCENARIO } from './workspace-form';

const page = new URL('https://site.test/x/settings');
const typed = { access: 'key' as const, name: '', baseUrl: SCENARIO, project: '', hosts: '' };
const known = [{ id: 's', name: 'Studio', baseUrl: 'https://api.test/v1/', access: 'proxy' as const }];
const read = (form: Partial<typeof typed> = {}, at = page) =>
  readWorkspaceForm({ ...typed, ...form }, { page: at, known });

describe('what is typed to add a workspace', () => {
  it('is named after its host where no name is given', () => {
    expect(read().definition).toEqual({
      access: 'key',
      name: 'api.cloud.scenario.com',
      baseUrl: SCENARIO,
    });
    expect(read({ name: ' Props team ' }).definition?.name).toBe('Props team');
  });

  it.each([
    ['api.test/v1', 'https://api.test/v1'],
    ['  https://api.test/v1 ', 'https://api.test/v1'],
    ['/v1', 'https://site.test/v1'],
    ['localhost:4100/v1', 'https://localhost:4100/v1'],
    ['http://127.0.0.1:4100/v1', 'http://127.0.0.1:4100/v1'],
  ])('takes %j for %s', (baseUrl, address) => {
    expect(read({ baseUrl }).definition?.baseUrl).toBe(address);
  });

  it.each([
    ['', /Enter an http or https address/],
    ['//elsewhere.test/v1', /Enter an http or https address/],
    ['javascript:alert(1)', /Enter an http or https address/],
    ['https://api.test/v1?key=1', /without \? and #/],
    ['https://key:secret@api.test/v1', /Leave the key out/],
    ['http://api.test/v1', /may not speak to an http address/],
  ])('refuses %j', (baseUrl, reason) => {
    const { definition, errors } = read({ baseUrl });
    expect(definition).toBeUndefined();
    expect(errors.baseUrl).toMatch(reason);
  });

  it('takes further hosts and a project', () => {
    const { definition } = read({ hosts: 'https://a.test, b.test', project: ' proj_1 ' });
    expect(definition).toMatchObject({
      mediaOrigins: ['https://a.test', 'https://b.test'],
      projectId: 'proj_1',
    });
    expect(read({ hosts: 'ftp://a.test' }).errors.hosts).toMatch(/Enter addresses/);
  });

  it('says when the address is known, and when a key would travel in the open', () => {
    expect(read({ baseUrl: 'https://api.test/v1' }).hint).toMatch(/Studio has this address too/);
    const open = new URL('http://site.test/');
    expect(read({ baseUrl: 'http://api.test/v1' }, open).hint).toMatch(/can be read on its way/);
  });
});
