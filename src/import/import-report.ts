import type { AssetSummary } from '~/api/asset-summary';
import { getAssetsInBulk } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import { type AssetId, assetIdSchema, type CollectionId } from '~/contract/ids';
import { NO_ROOM } from '~/contract/upload';
import type { ImportEvent } from './import-state';
import type { Clock } from './patience';
import type { PolledUpload } from './poll-uploads';

/** Milliseconds in which files that came whole become one wave. */
const WAVE_MS = 120;

interface ReportOptions {
  client: ApiClient;
  clock: Clock;
  emit: (event: ImportEvent) => void;
  /** Collections that the file was meant for. */
  collectionIdsOf: (index: number) => readonly CollectionId[];
  onFailed: (index: number, reason: string) => void;
  /** It arrived, and there was no room to keep it. */
  onNoRoom: (index: number, message: string) => void;
  /** When the session began, by the workspace's clock. */
  since: () => string | undefined;
  onWave: (wave: ImportedWave) => void;
}

export interface ImportedWave {
  indexes: readonly number[];
  /** What is known of them. */
  assets: readonly AssetSummary[];
  collectionIds: readonly CollectionId[];
}

interface Imported {
  index: number;
  id: AssetId | undefined;
  asset: AssetSummary | undefined;
  /** What was made before this was there already: an ISO 8601 text of the workspace. */
  since: string | undefined;
}

/** Says what became of the files that are at the workspace, several at a time. */
export function createImportReport(options: ReportOptions) {
  const { client, clock, emit, collectionIdsOf, onFailed, onNoRoom, since, onWave } = options;
  const arrived = new Set<AssetId>();
  const whole: Imported[] = [];
  let telling: Promise<void> | undefined;

  function tell(wave: readonly Imported[]): void {
    const touched = new Set<CollectionId>();
    for (const { index, id, asset, since: at } of wave) {
      // The contract has no word for "these bytes were here already": the asset is older than what was sent, or the same
      // asset came of another file of this session.
      const isOlder = asset !== undefined && at !== undefined && asset.createdAt < at;
      const linked = id !== undefined && (arrived.has(id) || isOlder);
      if (id !== undefined) arrived.add(id);
      for (const collectionId of collectionIdsOf(index)) touched.add(collectionId);
      emit({
        type: 'moved',
        index,
        to: linked ? 'linked' : 'imported',
        ...(id !== undefined && { assetId: id }),
      });
    }
    onWave({
      indexes: wave.map(({ index }) => index),
      assets: wave.flatMap(({ asset }) => asset ?? []),
      collectionIds: [...touched],
    });
  }

  async function tellSoon(): Promise<void> {
    await clock.wait(WAVE_MS, new AbortController().signal);
    telling = undefined;
    tell(whole.splice(0));
  }

  async function readAssets(ids: readonly AssetId[]): Promise<readonly AssetSummary[]> {
    if (ids.length === 0) return [];
    // Only tells linked from imported and fills caches early: not worth failing a file for.
    return getAssetsInBulk(client, ids).catch(() => []);
  }

  return {
    /** Whether something is still to be told. */
    get isTelling() {
      return telling !== undefined;
    },

    /** Uploads that have come to their end. */
    async ended(uploads: readonly PolledUpload[]): Promise<void> {
      const idOf = ({ upload }: PolledUpload) => assetIdSchema.safeParse(upload.entityId).data;
      const assets = await readAssets(uploads.flatMap((one) => idOf(one) ?? []));
      const byId = new Map(assets.map((asset) => [asset.id, asset]));
      const wave: Imported[] = [];
      for (const one of uploads) {
        const { index, upload } = one;
        const id = idOf(one);
        const reason = upload.errorMessage ?? 'The workspace could not import it and gives no reason.';
        if (upload.status !== 'failed')
          wave.push({ index, id, asset: id && byId.get(id), since: upload.createdAt });
        else if (reason.startsWith(NO_ROOM)) onNoRoom(index, reason);
        else onFailed(index, reason);
      }
      tell(wave);
    },

    /** A file that was answered with its asset; resolves when that is told. */
    async came(index: number, asset: AssetSummary): Promise<void> {
      whole.push({ index, id: asset.id, asset, since: since() });
      telling ??= tellSoon();
      return telling;
    },
  };
}
