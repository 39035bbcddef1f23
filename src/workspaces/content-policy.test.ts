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

  it('adds the origins of each workspace, and the hosts of Scenario that a proxy may stand in front of', () => {
    const proxy = {
      id: 'p',
      name: 'P',
      access: 'proxy' as const,
      baseUrl: 'https://art.example:8443/x/v1',
      mediaOrigins: ['https://m.example/y'],
    };
    const hosts = [
      'https://art.example:8443',
      'https://m.example',
      'https://cdn.cloud.scenario.com',
      'https://cdn.scenario.com',
    ];
    const policy = directives(contentPolicy([proxy]));
    expect(policy['connect-src']).toEqual(["'self'", ...hosts]);
    expect(policy['img-src']).toEqual(["'self'", 'data:', 'blob:', ...hosts]);
    expect(policy['media-src']).toEqual(["'self'", 'blob:', ...hosts]);
  });
});
