import type { AssetSummary } from '~/api/asset-summary';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Workspace } from '~/workspaces/workspace';
import { formatCount } from '~/ui/format-facts';
import type * as Acts from './take-assets';

interface TakingOptions {
  workspace: Workspace;
  /** How many are chosen; nothing can be taken of 0. */
  count: number;
  /** What is chosen, read at the moment of the act. */
  assets: () => readonly AssetSummary[];
}

/** Taking something out of what is chosen: originals, prompts, links, ids. Answers these commands while mounted. */
export function useTakingCommands({ workspace, count, assets }: TakingOptions): void {
  const taking = (verb: string, noun: string, act: (acts: typeof Acts) => Promise<void>) => ({
    run: () => void import('./take-assets').then(act),
    enabled: count > 0,
    label: count > 1 ? `${verb} ${formatCount(count)} ${noun}s` : `${verb} ${noun}`,
  });
  useCommandHandlers({
    'download-original': taking('Download', 'original', (acts) => acts.downloadOriginals(assets())),
    'copy-prompt': taking('Copy', 'prompt', (acts) => acts.copyPrompts(workspace, assets())),
    'copy-link': taking('Copy', 'link', (acts) => acts.copyLinks(workspace, assets())),
    'copy-id': taking('Copy', 'id', (acts) => acts.copyIds(assets())),
  });
}
