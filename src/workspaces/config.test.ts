import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, parseConfig } from './config';

const remote = (more: object = {}) => ({
  name: 'Studio',
  baseUrl: 'https://api.cloud.scenario.com/v1',
  ...more,
});
const ORIGIN = 'https://site.test';
const read = (data: unknown) => parseConfig(JSON.stringify(data), ORIGIN);

describe('config.json', () => {
  it('fills in what it does not say', () => {
    expect(read({})).toEqual({ config: DEFAULT_CONFIG });
    expect(read({ builtIn: { samples: false } }).config.builtIn).toEqual({
      enabled: true,
      name: 'My library',
      samples: false,
    });
  });

  it.each([
    [remote(), 'api-cloud-scenario-com'],
    [remote({ projectId: 'proj_A1' }), 'api-cloud-scenario-com-proj-a1'],
    [remote({ baseUrl: 'http://127.0.0.1:4100/v1/' }), '127-0-0-1-4100'],
    [remote({ baseUrl: 'https://art.example/scenario/v1' }), 'art-example-scenario'],
    [remote({ id: 'studio' }), 'studio'],
    [remote({ baseUrl: '/scenario/v1' }), 'site-test-scenario'],
  ])('gives %o the id %s', (workspace, id) => {
    expect(read({ workspaces: [workspace] }).config.workspaces[0]?.id).toBe(id);
  });

  it('takes a path for one of its own site', () => {
    expect(read({ workspaces: [remote({ baseUrl: '/v1' })] }).config.workspaces[0]?.baseUrl).toBe(
      `${ORIGIN}/v1`,
    );
  });

  it.each([
    ['{ "workspaces": [', /not JSON/],
    ['[]', /config\.json was not used/],
    [JSON.stringify({ workspaces: {} }), /workspaces: must be a list/],
    [JSON.stringify({ workspaces: [{ baseUrl: 'https://a.b' }] }), /workspaces\[0\]\.name: must be a text/],
    [
      JSON.stringify({ workspaces: [remote({ baseUrl: 'a.b' })] }),
      /workspaces\[0\]\.baseUrl: must be an http/,
    ],
    [JSON.stringify({ workspaces: [remote({ baseUrl: 'javascript:alert(1)' })] }), /must be an http/],
    [JSON.stringify({ workspaces: [remote({ baseUrl: '//elsewhere.test/v1' })] }), /must be an http/],
    [JSON.stringify({ workspaces: [remote({ secret: 'x' })] }), /workspaces\[0\] has unknown fields: secret/],
    [JSON.stringify({ workspaces: [remote({ credentials: {} })] }), /unknown fields: credentials/],
    [
      JSON.stringify({ workspaces: [remote({ baseUrl: 'https://key:secret@a.b/v1' })] }),
      /baseUrl: must hold nothing but host and path/,
    ],
    [
      JSON.stringify({ workspaces: [remote({ access: 'magic' })] }),
      /access: must be one of proxy, key, public/,
    ],
    [JSON.stringify({ workspaces: [remote({ id: 'settings' })] }), /"settings" is reserved/],
    [JSON.stringify({ workspaces: [remote({ id: 'local' })] }), /"local" is reserved/],
    [
      JSON.stringify({ workspaces: [remote(), remote()] }),
      /workspaces\[1\]\.id: .* also that of workspaces\[0\]/,
    ],
    [JSON.stringify({ builtIn: { enabled: false } }), /needs at least one workspace/],
    [JSON.stringify({ builtIn: { enabled: 'yes' } }), /builtIn\.enabled: must be true or false/],
  ])('names the problem of %s', (source, expected) => {
    const { config, problem } = parseConfig(source, ORIGIN);
    expect(problem).toMatch(expected);
    expect(config).toEqual(DEFAULT_CONFIG);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (source) => {
        expect(parseConfig(source, ORIGIN).config.builtIn).toBeDefined();
      }),
    );
  });
});
