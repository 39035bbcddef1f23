import { assetPageSchema } from '~/contract/asset';
import { modelPageSchema } from '~/contract/model';
import type { Check } from './check';
import { holds, same } from './probe';

export const accessChecks: readonly Check[] = [
  {
    name: 'public-auth-token reads public assets and models, and nothing else',
    async run(probe) {
      const publicly = { authorization: 'public-auth-token' };
      const assets = await probe.send('GET', 'assets?pageSize=100', undefined, publicly);
      same(assets.status, 200, 'assets');
      const page = assetPageSchema.parse(assets.body);
      holds(
        page.assets.every(({ privacy }) => privacy === 'public'),
        'public assets only',
      );
      same((await probe.send('GET', 'models', undefined, publicly)).status, 200, 'models');
      const [own = ''] = await probe.assets(1);
      same((await probe.send('GET', `assets/${own}`, undefined, publicly)).status, 404, 'a private asset');
      for (const path of ['collections', 'tags']) {
        same((await probe.send('GET', path, undefined, publicly)).status, 403, path);
      }
      const write = await probe.send('POST', 'collections', { name: 'x' }, publicly);
      same(write.status, 403, 'a write');
    },
  },
  {
    name: 'models know which parameters go together',
    async run(probe) {
      const refused = [
        'privacy=public&collectionId=x',
        'privacy=public&status=trained',
        'collectionIds=x',
        'tags=x',
        'sortDirection=asc',
        'sortBy=score',
        'sortBy=updatedAt',
        'sortBy=updatedAt&updatedAfter=2026-01-01',
        'createdAfter=2026-01-01',
        'type=custom&types=custom',
        'pageSize=501',
        'pageSize=0',
        'paginationToken=garbage',
      ];
      for (const query of refused) await probe.refused(400, 'GET', `models?${query}`);
      for (const query of [
        'pageSize=500',
        'privacy=public&tags=hero,draft',
        'privacy=public&sortBy=updatedAt&sortDirection=asc',
        'privacy=private&status=trained&sortBy=score',
        'types=custom,flux.1-lora',
      ]) {
        await probe.read(modelPageSchema, 'GET', `models?${query}`);
      }
      await probe.refused(404, 'GET', 'models/nowhere');
    },
  },
  {
    name: 'an unknown path and an unknown id are 404 with a reason',
    async run(probe) {
      await probe.refused(404, 'GET', 'nothing-here');
      await probe.refused(404, 'GET', 'assets/nowhere');
      await probe.refused(404, 'PUT', 'assets/nowhere/tags', { add: ['x'] });
    },
  },
];
