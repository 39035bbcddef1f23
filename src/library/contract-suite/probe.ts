import type * as z from 'zod/mini';
import { assetResponseSchema } from '~/contract/asset';
import { collectionResponseSchema, type Collection } from '~/contract/collection';
import { reasonOf } from '~/contract/error';
import { type Upload, uploadResponseSchema } from '~/contract/upload';
import { tinyPng } from './tiny-png';

/** Where a contract suite sends its requests. `fetch` may be an app in process. */
export interface ProbeTarget {
  baseUrl: string;
  fetch: (request: Request) => Promise<Response>;
  credentials?: { key: string; secret: string } | undefined;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Speaks the contract with plain requests: no client of ours stands between a check and the wire. */
export class Probe {
  readonly #target: ProbeTarget;
  #made = 0;

  constructor(target: ProbeTarget) {
    this.#target = target;
  }

  /** Sends a request below the base URL and reads the answer as JSON, where it is JSON. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all = new Headers({ accept: 'application/json', ...this.#authorization(), ...headers });
    const init: RequestInit = { method, headers: all };
    if (body !== undefined) {
      all.set('content-type', 'application/json');
      init.body = typeof body === 'string' ? body : JSON.stringify(body);
    }
    const response = await this.#target.fetch(new Request(`${this.#target.baseUrl}/${path}`, init));
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: asJson(text) };
  }

  /** Sends a request to an absolute address, without credentials. */
  async raw(url: string, init: RequestInit = {}): Promise<Response> {
    return this.#target.fetch(new Request(url, init));
  }

  /** Sends, expects 200, and reads the answer by its schema. */
  async read<T extends z.ZodMiniType>(
    schema: T,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.output<T>> {
    const answer = await this.send(method, path, body);
    if (answer.status !== 200) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${reasonOf(answer.body) ?? 'no reason'}`);
    }
    const parsed = schema.safeParse(answer.body);
    if (!parsed.success)
      throw new Error(`${method} ${path}: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`);
    return parsed.data;
  }

  /** Expects a refusal with that status and a reason to read. */
  async refused(status: number, method: string, path: string, body?: unknown): Promise<void> {
    const answer = await this.send(method, path, body);
    same(answer.status, status, `${method} ${path}`);
    holds(Boolean(reasonOf(answer.body)), `${method} ${path} gives a reason`);
  }

  /** A new, empty collection. */
  async collection(name = 'Contract check'): Promise<Collection> {
    const { collection } = await this.read(collectionResponseSchema, 'POST', 'collections', { name });
    return collection;
  }

  /** New assets, each with bytes of its own. */
  async assets(count: number, collectionIds: readonly string[] = []): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      this.#made += 1;
      const bytes = tinyPng(
        1 + (this.#made % 7),
        1 + (this.#made % 5),
        `${Date.now()} ${this.#made} ${Math.random()}`,
      );
      const upload = await this.upload(bytes, { fileName: `check-${this.#made}.png`, collectionIds });
      if (!upload.entityId)
        throw new Error(`The upload ended as ${upload.status}: ${upload.errorMessage ?? ''}`);
      ids.push(upload.entityId);
    }
    return ids;
  }

  /** Uploads bytes in parts and waits until they are an asset or have failed. */
  async upload(
    bytes: Uint8Array<ArrayBuffer>,
    {
      fileName,
      collectionIds = [],
      parts = 1,
    }: { fileName: string; collectionIds?: readonly string[]; parts?: number },
  ): Promise<Upload> {
    const { upload } = await this.read(uploadResponseSchema, 'POST', 'uploads', {
      kind: 'asset',
      fileName,
      fileSize: bytes.byteLength,
      contentType: 'application/octet-stream',
      parts,
      assetOptions: { collectionIds },
    });
    const size = Math.ceil(bytes.byteLength / parts);
    for (const { number, url } of upload.parts ?? []) {
      const body = bytes.slice((number - 1) * size, number * size);
      const put = await this.raw(url, { method: 'PUT', body });
      same(put.status, 200, `part ${number}`);
    }
    let { upload: now } = await this.read(uploadResponseSchema, 'POST', `uploads/${upload.id}/action`, {
      action: 'complete',
    });
    for (let looks = 0; looks < 600 && now.status !== 'imported' && now.status !== 'failed'; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(5 + looks, 100)));
      ({ upload: now } = await this.read(uploadResponseSchema, 'GET', `uploads/${upload.id}`));
    }
    return now;
  }

  async asset(id: string) {
    const { asset } = await this.read(assetResponseSchema, 'GET', `assets/${id}`);
    return asset;
  }

  #authorization(): Record<string, string> {
    const { credentials } = this.#target;
    return credentials ? { authorization: `Basic ${btoa(`${credentials.key}:${credentials.secret}`)}` } : {};
  }
}

/** Fails unless both are the same when written down. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

/** Fails unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Not so: ${what}`);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
