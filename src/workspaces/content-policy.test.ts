import { describe, expect, it } from 'vitest';
import { contentPolicy } from './content-policy';

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((line) => {
      const [name = '', ...sources] = line.split(' ');
      return [name, sources.filter((source) => !source.startsWith('ws'))];
    }),
  );

describe('content policy', () => {
  it('allows nothing but the site itself without workspaces', () => {
    expect(directives(contentPolicy([]))).toEqual({
      'connect-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'media-src': ["'self'", 'blob:'],
    });
  });

  it('adds the origin of each workspace, and the Scenario hosts for Scenario only', () => {
    const proxy = {
      id: 'p',
      name: 'P',
      baseUrl: 'https://art.example:8443/x/v1',
      mediaOrigins: ['https://m.example/y'],
    };
    expect(directives(contentPolicy([proxy]))['connect-src']).toEqual([
      "'self'",
      'https://art.example:8443',
      'https://m.example',
    ]);
    const service = { id: 's', name: 'S', baseUrl: 'https://api.cloud.scenario.com/v1' };
    expect(directives(contentPolicy([service]))['img-src']).toContain('https://cdn.cloud.scenario.com');
    const other = { id: 'o', name: 'O', baseUrl: 'https://notscenario.com/v1' };
    expect(directives(contentPolicy([other]))['img-src']).not.toContain('https://cdn.cloud.scenario.com');
  });
});
