import { parseArgs } from 'node:util';
import type { Credentials } from './authorize';
import type { ServiceQuirks } from './service-quirks';

export interface ServeOptions {
  port: number;
  assets: number;
  collections: number;
  models: number;
  credentials: Credentials | undefined;
  latencyMs: number;
  rateLimit: { requests: number; windowMs: number } | undefined;
  cors: boolean;
  exposeHeaders: boolean;
  /** Pictures, originals and upload parts have a port of their own; 0 takes a free one. */
  mediaPort: number | undefined;
  quirks: ServiceQuirks;
  /** Milliseconds by which search follows what is written. */
  searchLagMs: number;
}

/** Reads the command line of the Node port; throws a readable error for anything it does not know. */
export function readServeOptions(args: readonly string[]): ServeOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { ...text, default: '4100' },
      assets: { ...text, default: '500' },
      collections: { ...text, default: '24' },
      models: { ...text, default: '12' },
      key: text,
      secret: text,
      latency: { ...text, default: '0' },
      rpm: text,
      'window-ms': { ...text, default: '60000' },
      cors: { ...text, default: 'on' },
      'expose-headers': { ...text, default: 'on' },
      'media-port': text,
      'addresses-ms': text,
      'short-pages': { ...text, default: 'off' },
      'search-lag-ms': { ...text, default: '0' },
    },
  });
  const { key, secret } = values;
  return {
    port: count('port', values.port),
    assets: count('assets', values.assets),
    collections: count('collections', values.collections),
    models: count('models', values.models),
    credentials:
      key === undefined && secret === undefined ? undefined : { key: key ?? '', secret: secret ?? '' },
    latencyMs: count('latency', values.latency),
    rateLimit:
      values.rpm === undefined
        ? undefined
        : { requests: count('rpm', values.rpm), windowMs: count('window-ms', values['window-ms']) },
    cors: onOff('cors', values.cors),
    exposeHeaders: onOff('expose-headers', values['expose-headers']),
    mediaPort: optionalCount('media-port', values['media-port']),
    quirks: {
      addressesMs: optionalCount('addresses-ms', values['addresses-ms']),
      shortPages: onOff('short-pages', values['short-pages']),
    },
    searchLagMs: count('search-lag-ms', values['search-lag-ms']),
  };
}

function count(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
}

function optionalCount(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : count(name, text);
}

function onOff(name: string, text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new Error(`--${name} takes on or off, not "${text}"`);
  return text === 'on';
}
