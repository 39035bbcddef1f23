import { describe, expect, it } from 'vitest';
import { DroppedConnection, type Fault, withFaults } from './faults';

function server() {
  const applied: string[] = [];
  const faulty = withFaults(async (request) => {
    applied.push(request.url);
    return Response.json({ ok: true });
  });
  const send = (path: string, method = 'GET', signal?: AbortSignal) =>
    faulty.fetch(new Request(`http://library.test${path}`, { method, ...(signal && { signal }) }));
  return { faulty, applied, send };
}

describe('withFaults', () => {
  it('meets only the requests a rule names, as often as it says', async () => {
    const { faulty, send } = server();
    faulty.setRules([
      { method: 'put', path: '/assets', after: 1, times: 2, fault: { type: 'internal-error' } },
    ]);
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await send('/v1/collections/c/assets', 'PUT')).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect((await send('/v1/collections/c/assets')).status).toBe(200);
    expect(faulty.rules()).toMatchObject([{ met: 2 }]);
  });

  it.each<[Fault['type'], number]>([
    ['drop-before', 0],
    ['drop-after', 1],
  ])('loses the answer of %s, after %i applied requests', async (type, count) => {
    const { faulty, applied, send } = server();
    faulty.setRules([{ fault: { type } as Fault }]);
    await expect(send('/x')).rejects.toBeInstanceOf(DroppedConnection);
    expect(applied).toHaveLength(count);
  });

  it('hangs until the caller gives up', async () => {
    const { faulty, send } = server();
    faulty.setRules([{ fault: { type: 'hang' } }]);
    const controller = new AbortController();
    const answer = send('/x', 'GET', controller.signal);
    controller.abort();
    await expect(answer).rejects.toHaveProperty('name', 'AbortError');
  });

  it('says too many requests in every form that has been seen', async () => {
    const { faulty, send } = server();
    const bodies: unknown[] = [];
    for (const body of ['cooldown', 'action', 'text', 'quota', 'none'] as const) {
      faulty.setRules([{ fault: { type: 'rate-limit', body, retryAfterSeconds: 2, remainingSeconds: 2 } }]);
      const answer = await send('/x');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
      bodies.push(await answer.text());
    }
    expect(new Set(bodies).size).toBe(5);
  });
});
