import type { Check } from './check';
import { holds, type Probe, same } from './probe';

async function original(probe: Probe): Promise<string> {
  const [id = ''] = await probe.assets(1);
  return (await probe.asset(id)).url;
}

/** What only a library of ours promises about media; the service has a CDN of its own. */
export const mediaChecks: readonly Check[] = [
  {
    name: 'originals come whole, in ranges, or as headers alone',
    async run(probe) {
      const url = await original(probe);
      const whole = new Uint8Array(await (await probe.raw(url)).arrayBuffer());
      const part = async (range: string) => probe.raw(url, { headers: { range } });
      const middle = await part('bytes=1-3');
      same([middle.status, middle.headers.get('content-range')], [206, `bytes 1-3/${whole.length}`], '1-3');
      same([...new Uint8Array(await middle.arrayBuffer())], Array.from(whole.slice(1, 4)), 'bytes 1-3');
      const tail = await part('bytes=-2');
      same([...new Uint8Array(await tail.arrayBuffer())], Array.from(whole.slice(-2)), 'the last two');
      same((await part(`bytes=${whole.length}-`)).status, 416, 'behind the end');
      const head = await probe.raw(url, { method: 'HEAD' });
      same([head.status, head.headers.get('content-length')], [200, String(whole.length)], 'HEAD');
      const etag = head.headers.get('etag') ?? '';
      same((await probe.raw(url, { headers: { 'if-none-match': etag } })).status, 304, 'known already');
    },
  },
  {
    name: 'nothing that is stored can act as a page',
    async run(probe) {
      const script = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><script>1</script></svg>';
      const page = `<!doctype html><title>${Math.random()}</title><script>1</script>`;
      for (const [fileName, text] of [
        ['a.svg', script],
        ['a.html', page],
      ] as const) {
        const upload = await probe.upload(new TextEncoder().encode(text), { fileName });
        if (!upload.entityId) continue;
        const answer = await probe.raw((await probe.asset(upload.entityId)).url);
        await answer.arrayBuffer();
        same(answer.headers.get('x-content-type-options'), 'nosniff', 'nosniff');
        holds((answer.headers.get('content-security-policy') ?? '').startsWith('sandbox;'), 'sandbox');
        holds(!/html/.test(answer.headers.get('content-type') ?? ''), 'not served as HTML');
      }
    },
  },
  {
    name: 'a download keeps its name, whatever is in it',
    async run(probe) {
      const url = await original(probe);
      const name = 'Ünï "quoted" \r\n name.png';
      const answer = await probe.raw(`${url}?download=${encodeURIComponent(name)}`);
      await answer.arrayBuffer();
      const disposition = answer.headers.get('content-disposition') ?? '';
      holds(disposition.startsWith("attachment; filename*=UTF-8''%C3%9Cn%C3%AF"), disposition);
    },
  },
  {
    name: 'unknown media are 404',
    async run(probe) {
      const url = await original(probe);
      const elsewhere = url.slice(0, url.lastIndexOf('/'));
      for (const path of [`${elsewhere}/nowhere`, `${elsewhere.replace('assets', 'thumbnails')}/nowhere`]) {
        same((await probe.raw(path)).status, 404, path);
      }
    },
  },
];
