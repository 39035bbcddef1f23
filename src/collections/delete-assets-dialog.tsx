import type { AssetSummary } from '~/api/asset-summary';
import { ConfirmDialog } from '~/ui/confirm-dialog';
import { countOf } from '~/ui/format-facts';
import { consequencesOfDeleting } from './consequences';
import { useCollections } from './use-collections';

interface DeleteAssetsDialogProps {
  assets: readonly AssetSummary[];
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before assets are destroyed, and says what depends on them. Any collection may have one as its thumbnail. */
export function DeleteAssetsDialog({ assets, onConfirm, onClose }: DeleteAssetsDialogProps) {
  const { collections = [], complete, error } = useCollections(undefined, true);
  const what = countOf(assets.length, 'asset');
  const destroyed = `${assets.length === 1 ? 'It is' : 'They are'} destroyed everywhere. This cannot be undone.`;
  const looking = complete || error ? '' : ' Looking through the other collections…';
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete ${what}?`}
      description={`${consequencesOfDeleting(assets, collections)}${looking} ${destroyed}`}
      confirm={`Delete ${what}`}
      onConfirm={onConfirm}
    />
  );
}
