import type { AssetSummary } from '~/api/asset-summary';
import type { ApiClient } from '~/api/client';
import type { CollectionId } from '~/contract/ids';
import type { Upload } from '~/contract/upload';
import type { LookAlikes } from './look-alikes';
import type { Patience } from './patience';
import { createSessionStart } from './session-start';
import { uploadFile } from './upload-file';
import { fitsOneRequest, sendWhole } from './whole-file';

interface FileSenderOptions {
  client: ApiClient;
  patience: Patience;
  signal: AbortSignal;
  lookAlikes: LookAlikes;
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
export function createFileSender({ client, patience, signal, lookAlikes, onBegan }: FileSenderOptions) {
  const start = createSessionStart(onBegan);
  const session = { client, patience, signal };
  let inParts = false;

  const isWhole = (file: File) => !inParts && fitsOneRequest(file);

  async function sendInOne(to: FileToSend): Promise<AssetSummary | undefined> {
    const since = isWhole(to.file) ? await start.known() : undefined;
    if (since === undefined) return undefined;
    const asset = await sendWhole({ ...session, to, since, lookAlikes });
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
    async send(to: FileToSend, onSent: (bytes: number) => void): Promise<SentFile> {
      const asset = await sendInOne(to);
      if (asset) {
        onSent(to.file.size);
        return { asset };
      }
      const { file } = to;
      const collectionIds = () => to.collectionIds;
      const onAnnounced = ({ createdAt }: Upload) => start.tell(createdAt);
      const told = uploadFile({ ...session, file, collectionIds, onAnnounced, onSent });
      return { upload: await told.finally(() => start.tell(undefined)) };
    },
  };
}
