import { type ReactNode, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Batch, BatchItems, CollectionRef } from '~/batches/batch';
import { outcomeOf } from '~/batches/batch-outcome';
import type { CommandHandlers } from '~/commands/command-store';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { useWorkspace } from '~/workspaces/use-workspace';
import { canWrite } from '~/workspaces/workspace';
import { coveredBy } from './consequences';
import { DeleteAssetsDialog } from './delete-assets-dialog';
import { FilingDialog, type FilingVerb } from './filing-dialog';
import { pictureOf, useCollectionActs } from './use-collection-acts';
import { useRepeatTarget } from './use-repeat-target';

export interface FilingOptions {
  /** How many are chosen; nothing can be done with 0. */
  count: number;
  /** What is chosen, read at the moment of the act. */
  items: () => BatchItems;
  /** Thumbnails and destruction are for assets alone. */
  of?: 'assets' | 'models';
  /** The collection whose page this is. */
  collection?: Collection | undefined;
  /** Told what an act is about to deal with. */
  onAct?: ((asked: BatchItems) => void) | undefined;
  /** Told the ids that an act has dealt with: they leave the selection, what failed stays in it. */
  onDealtWith?: ((ids: ReadonlySet<string>) => void) | undefined;
}

/** More are not looked through each time a menu is drawn. */
const LOOKED_THROUGH = 500;

interface Filing {
  dialogs: ReactNode;
  /** Waits for an act on `asked`, and takes what it dealt with out of the selection. */
  follow: (batch: Promise<Batch>, asked: BatchItems) => void;
}

/**
 * What can be done with chosen assets or models wherever they are shown: file them, take them out, destroy them.
 * Answers the commands as long as it is mounted; `dialogs` must be rendered.
 */
export function useFilingCommands(options: FilingOptions): Filing {
  const { items, collection, of = 'assets', onAct, onDealtWith } = options;
  const count = canWrite(useWorkspace()) ? options.count : 0;
  const acts = useCollectionActs();
  const follow = (batch: Promise<Batch>, asked: BatchItems) => {
    onAct?.(asked);
    void batch.then((settled) => onDealtWith?.(dealtWith(settled, asked)));
  };
  const [filing, setFiling] = useState<{ verb: FilingVerb; items: BatchItems }>();
  const [deleting, setDeleting] = useState<readonly AssetSummary[]>();
  const open = (verb: FilingVerb) => ({ run: () => setFiling({ verb, items: items() }), enabled: count > 0 });

  const repeat = useRepeatTarget({
    enabled: count > 0,
    items,
    onBatch: follow,
    onChooseAnother: () => open('add').run(),
  });

  /** Whether the picture that stands for the collection is among what would leave it. */
  const keepsCover = (from: Collection) =>
    count > 0 && count <= LOOKED_THROUGH && coveredBy(items().assets, [from]).length > 0;
  const inside = (from: CollectionRef & Collection): CommandHandlers => ({
    'move-to-collection': open('move'),
    'copy-to-collection': open('copy'),
    'remove-from-collection': {
      label: `Remove from ${from.name}${keepsCover(from) ? ', its thumbnail stays' : ''}`,
      run: () => {
        const leaving = items();
        follow(acts.remove(from, leaving), leaving);
      },
      enabled: count > 0,
    },
    'set-thumbnail': {
      run: () => {
        const [asset] = items().assets;
        if (asset) acts.setThumbnail(from, pictureOf(asset));
      },
      enabled: of === 'assets' && count === 1,
    },
  });
  useCommandHandlers({
    'add-to-collection': open('add'),
    'add-again': repeat,
    'create-from-selection': open('create'),
    ...(collection && inside(collection)),
    'delete-assets': { run: () => setDeleting(items().assets), enabled: of === 'assets' && count > 0 },
  });

  return {
    follow,
    dialogs: (
      <>
        {filing && (
          <FilingDialog
            {...filing}
            from={collection}
            onBatch={(batch) => follow(batch, filing.items)}
            onClose={() => setFiling(undefined)}
          />
        )}
        {deleting && deleting.length > 0 && (
          <DeleteAssetsDialog
            assets={deleting}
            onClose={() => setDeleting(undefined)}
            onConfirm={() => follow(acts.deleteAssets(deleting), { assets: deleting, models: [] })}
          />
        )}
      </>
    ),
  };
}

/** What an act leaves nothing to do for: also what needed nothing, because it was already there. */
function dealtWith(settled: Batch, { assets, models }: BatchItems): ReadonlySet<string> {
  const outcome = outcomeOf(settled);
  if (settled.state === 'cancelled') return outcome.dealtWith;
  return new Set([...assets, ...models].flatMap(({ id }) => (outcome.failed.has(id) ? [] : id)));
}
