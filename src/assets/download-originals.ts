import type { AssetSummary } from '~/api/asset-summary';
import { ApiError } from '~/api/api-error';
import { getDownloadUrl, getFile } from '~/api/assets';
import { formatCount } from '~/ui/format-facts';
import { toasts } from '~/ui/toasts';
import type { Workspace } from '~/workspaces/workspace';
import { readPatiently } from './read-patiently';
import { fileNameOf } from './viewer/file-name';
import { withFreshUrl } from './with-fresh-url';

/** Milliseconds between two downloads: begun in one go, browsers forget those after the tenth. */
const PACE_MS = 150;
/** Milliseconds in which a browser has taken up a file that it was handed. */
const TAKEN_MS = 60_000;

interface Failure {
  asset: AssetSummary;
  thrown: unknown;
}

/**
 * Hands the originals to the browser's downloads, one after the other, each under its name. Those of another origin
 * are fetched first: a link would lead away from the app. What could not be fetched is named with the reason.
 */
export async function downloadOriginals(
  workspace: Workspace,
  assets: readonly AssetSummary[],
): Promise<void> {
  const stop = new AbortController();
  const progress = showProgress(assets, () => stop.abort());
  const failures: Failure[] = [];
  let done = 0;
  for (const asset of assets) {
    // oxlint-disable-next-line no-await-in-loop -- only a pace keeps all of them
    if (done + failures.length > 0) await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    if (stop.signal.aborted) break;
    try {
      // oxlint-disable-next-line no-await-in-loop -- many at once would only take longer each
      await saveOriginal(workspace, asset, stop.signal);
      done += 1;
    } catch (thrown) {
      if (!stop.signal.aborted) failures.push({ asset, thrown });
    }
    progress.show(done + failures.length);
  }
  progress.end(done, failures, stop.signal.aborted);
}

async function saveOriginal(workspace: Workspace, asset: AssetSummary, signal: AbortSignal): Promise<void> {
  const { client, kind } = workspace;
  if (kind === 'built-in') return save(asset.url, asset);
  const url = await addressOf(workspace, asset, signal);
  // Another origin's would be opened in place of the app.
  if (new URL(url).origin === location.origin) return save(url, asset);
  const file = await withFreshUrl(workspace, { id: asset.id, url }, (from) => getFile(client, from, signal));
  const held = URL.createObjectURL(file);
  save(held, asset);
  setTimeout(() => URL.revokeObjectURL(held), TAKEN_MS);
}

/** The address of the original; where the workspace names none for downloads, the one in the record. */
async function addressOf(
  { client }: Workspace,
  { id, url }: AssetSummary,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await readPatiently(() => getDownloadUrl(client, id, signal), signal);
  } catch (thrown) {
    const isOffered = !(thrown instanceof ApiError) || !NOT_OFFERED.includes(thrown.kind);
    if (isOffered || url === '') throw thrown;
    return url;
  }
}

/** How a workspace says that it has no such address, or not for this caller. */
const NOT_OFFERED: readonly string[] = ['not-found', 'invalid', 'forbidden', 'needs-key', 'unusable'];

function save(url: string, asset: AssetSummary): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(asset);
  link.click();
}

/** Says how far it is; one that is there in a moment is not announced. */
function showProgress(assets: readonly AssetSummary[], cancel: () => void) {
  const [only] = assets.length === 1 ? assets : [];
  const what = only ? only.name : `${formatCount(assets.length)} originals`;
  let id: string | undefined;
  let count = 0;
  const show = () => {
    const value = only ? null : count;
    const content = { text: `Downloading ${what}`, progress: { value, max: assets.length } };
    id = toasts.show({ ...content, actions: [{ label: 'Cancel', onAct: cancel }] }, id);
  };
  const timer = setTimeout(show, 300);
  return {
    show(done: number) {
      count = done;
      if (id !== undefined) show();
    },
    end(done: number, failures: readonly Failure[], isCancelled: boolean) {
      clearTimeout(timer);
      if (failures.length > 0) toasts.show(failureToast(failures, assets.length), id);
      else if (isCancelled) toasts.show({ text: `Downloaded ${done} of ${what}, then cancelled` }, id);
      else if (!only) toasts.show({ text: `Downloaded ${what}` }, id);
      else if (id !== undefined) toasts.dismiss(id);
    },
  };
}

function failureToast(failures: readonly Failure[], total: number) {
  const [first] = failures;
  const names = failures.slice(0, 3).map(({ asset }) => asset.name);
  const rest = failures.length - names.length;
  const which = `${names.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
  const text =
    total === 1
      ? `${which} could not be downloaded`
      : `${formatCount(failures.length)} of ${formatCount(total)} could not be downloaded: ${which}`;
  const open = () => window.open(first?.asset.url, '_blank', 'noopener,noreferrer');
  const canOpen = failures.length === 1 && first?.asset.url;
  return {
    text,
    detail: reasonFor(first?.thrown),
    tone: 'danger' as const,
    ...(canOpen && { actions: [{ label: 'Open in a new tab', onAct: open }] }),
  };
}

function reasonFor(thrown: unknown): string {
  if (thrown instanceof ApiError && thrown.kind === 'unreachable')
    return 'Where the file is kept does not answer, or does not let this site read it.';
  return thrown instanceof Error ? thrown.message : String(thrown);
}
