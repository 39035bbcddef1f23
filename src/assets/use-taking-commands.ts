import type { AssetSummary } from '~/api/asset-summary';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Workspace } from '~/workspaces/workspace';
import { formatCount } from '~/ui/format-facts';

interface TakingOptions {
  workspace: Workspace;
  /** How many are chosen; nothing can be taken of 0. */
  count: number;
  /** What is chosen, read at the moment of the act. */
  assets: () => readonly AssetSummary[];
}

// Nobody needs it before the first act.
const acts = () => import('./take-assets');

/** Taking something out of what is chosen: originals, prompts, links, ids. Answers these commands while mounted. */
export function useTakingCommands({ workspace, count, assets }: TakingOptions): void {
  const taking = (verb: string, noun: string, run: () => Promise<void>) => ({
    run: () => void run(),
    enabled: count > 0,
    label: count > 1 ? `${verb} ${formatCount(count)} ${noun}s` : `${verb} ${noun}`,
  });
  useCommandHandlers({
    'download-original': taking('Download', 'original', async () => {
      const { downloadOriginals } = await import('./download-originals');
      await downloadOriginals(workspace, assets());
    }),
    'copy-prompt': taking('Copy', 'prompt', async () => (await acts()).copyPrompts(workspace, assets())),
    'copy-link': taking('Copy', 'link', async () => (await acts()).copyLinks(workspace, assets())),
    'copy-id': taking('Copy', 'id', async () => (await acts()).copyIds(assets())),
  });
}
