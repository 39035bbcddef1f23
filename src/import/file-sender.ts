import type { AssetSummary } from '~/api/asset-summary';
import type { ApiClient } from '~/api/client';
import type { AssetId, CollectionId } from '~/contract/ids';
import type { Upload } from '~/contract/upload';
import type { Patience } from './patience';
import { createSessionStart } from './session-start';
import { uploadFile } from './upload-file';
import { fitsOneRequest, sendWhole } from './whole-file';

interface FileSenderOptions {
  client: ApiClient;
  patience: Patience;
  signal: AbortSignal;
  /** Hears when the session began by the workspace's clock, once. */
  onBegan: (at: string) => void;
}

/** A file of a session, as it is to be sent. */
export interface FileToSend {
  file: File;
  collectionIds: readonly CollectionId[];
  /** It was sent whole, and whether it arrived is not known. */
  unclear?: boolean;
}

/** What a file became: an asset, where the workspace took it whole, or an upload that it has yet to deal with. */
export type SentFile = { asset: AssetSummary } | { upload: Upload };

/** Sends the files of a session: small pictures in one request each, the first one and all others in parts. */
export function createFileSender({ client, patience, signal, onBegan }: FileSenderOptions) {
  const start = createSessionStart(onBegan);
  const taken = new Set<AssetId>();
  /** How many files of the session have a name and a size. */
  const alike = new Map<string, number>();
  let inParts = false;

  const isWhole = (file: File) => !inParts && fitsOneRequest(file);

  async function sendInOne(to: FileToSend): Promise<AssetSummary | undefined> {
    const since = isWhole(to.file) ? await start.known() : undefined;
    if (since === undefined) return undefined;
    const isAlone = () => alike.get(lookOf(to.file)) === 1;
    const asset = await sendWhole({ client, patience, signal, to, since, taken, isAlone });
    inParts ||= !asset;
    return asset;
  }

  return {
    /** When the session began by the workspace's clock; undefined while it is not known. */
    get since() {
      return start.at;
    },
    /** Whether a file is sent in one request. */
    isWhole,
    /** Takes note of a file before any of its look-alikes is sent. */
    found(file: File): void {
      alike.set(lookOf(file), (alike.get(lookOf(file)) ?? 0) + 1);
    },
    async send(to: FileToSend, onSent: (bytes: number) => void): Promise<SentFile> {
      const asset = await sendInOne(to);
      if (asset) {
        onSent(to.file.size);
        return { asset };
      }
      const { file, collectionIds } = to;
      const onAnnounced = ({ createdAt }: Upload) => start.tell(createdAt);
      const upload = await uploadFile({
        client,
        patience,
        signal,
        file,
        collectionIds,
        onAnnounced,
        onSent,
      }).finally(() => start.tell(undefined));
      return { upload };
    },
  };
}

const lookOf = ({ name, size }: File) => `${size} ${name}`;
