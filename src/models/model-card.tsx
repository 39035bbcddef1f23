import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Check, Sparkles } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { assetQueries } from '~/assets/asset-queries';
import type { CellBox } from '~/assets/grid/grid-cell';
import { colorIn } from '~/assets/pictures/color-in';
import { QueuedPicture } from '~/assets/pictures/queued-picture';
import { useReread } from '~/assets/use-reread';
import type { AssetId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import type { ModelItem } from './model-item';

/** What a place says about a model: `done` dims and ticks it ("already in"). */
export interface ModelMark {
  readonly done?: boolean;
  readonly note?: ReactNode;
  /** Spoken after the name. */
  readonly label?: string;
}

interface ModelCardProps {
  workspace: Workspace;
  model: ModelItem;
  box: CellBox;
  mark: ModelMark | undefined;
}

/** A model: its picture, name and type. Without a thumbnail it shows one of its examples. */
export function ModelCard({ workspace, model, box, mark }: ModelCardProps) {
  const list = box.layout === 'list';
  return (
    <div
      className={clsx(
        'flex size-full',
        list ? 'items-center gap-3 pr-11 pl-1' : 'flex-col',
        mark?.done && 'opacity-40',
      )}
    >
      <div
        className={clsx(
          'overflow-hidden rounded-picture bg-surface',
          list ? 'size-9 shrink-0' : 'min-h-0 w-full flex-1',
        )}
        style={{ backgroundColor: colorIn(model.thumbnailUrl) }}
      >
        <ModelPicture workspace={workspace} model={model} box={box} />
      </div>
      <div className={clsx('min-w-0', list ? 'flex flex-1 items-baseline gap-3' : 'shrink-0 px-1 pt-1.5')}>
        <p className="flex min-w-0 flex-1 items-center gap-1 text-sm">
          {mark?.done && <Check aria-hidden="true" size={14} strokeWidth={3} className="shrink-0" />}
          <span className="truncate">{model.name}</span>
        </p>
        <p className="truncate text-xs text-muted">
          {model.type}
          {model.privacy === 'public' && ' · public'}
        </p>
      </div>
      {mark?.note}
    </div>
  );
}

/** Its thumbnail; where there is none, or it is lost for good, the first of its examples. */
function ModelPicture({ workspace, model, box }: Omit<ModelCardProps, 'mark'>) {
  const queryClient = useQueryClient();
  const [lost, setLost] = useState<string>();
  const { thumbnailUrl: url, exampleAssetId } = model;
  const renew = async () => {
    if (workspace.kind !== 'remote') return;
    const { rereadModel } = await import('./reread-model');
    await rereadModel(queryClient, workspace, model);
  };
  if (url !== undefined && url !== lost) {
    const onError = () => {
      setLost(url);
      void renew();
    };
    return <Picture key={url} url={url} box={box} onError={onError} />;
  }
  if (exampleAssetId === undefined) return <NoPicture />;
  return <ExamplePicture workspace={workspace} id={exampleAssetId} box={box} />;
}

function ExamplePicture({ workspace, id, box }: { workspace: Workspace; id: AssetId; box: CellBox }) {
  const { data } = useQuery(assetQueries.picture(workspace, id));
  const reread = useReread();
  const [lost, setLost] = useState<string>();
  const url = data?.thumbnailUrl;
  if (!data || url === undefined || url === lost) return <NoPicture />;
  const onError = () => {
    setLost(url);
    void reread?.(data);
  };
  return <Picture key={url} url={url} box={box} onError={onError} />;
}

function Picture({ url, box, onError }: { url: string; box: CellBox; onError: () => void }) {
  return (
    <QueuedPicture
      url={url}
      top={box.top}
      height={box.height}
      className="size-full object-cover"
      onError={onError}
    />
  );
}

function NoPicture() {
  return (
    <div className="flex size-full items-center justify-center bg-surface text-muted">
      <Sparkles aria-hidden="true" size={24} strokeWidth={1.25} />
    </div>
  );
}
