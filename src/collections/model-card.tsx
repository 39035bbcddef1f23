import { clsx } from 'clsx';
import { Box, Check } from 'lucide-react';
import type { ModelSummary } from '~/api/model-summary';

export interface ModelItem extends ModelSummary {
  readonly width: number;
  readonly height: number;
}

/** A model in a grid: an example of what it makes, its name and its type. */
export function ModelCard({ model, isIn }: { model: ModelItem; isIn: boolean }) {
  return (
    <div className="relative flex size-full flex-col bg-surface">
      <div
        className={clsx('flex min-h-0 flex-1 items-center justify-center bg-raised', isIn && 'opacity-35')}
      >
        {model.thumbnailUrl === undefined ? (
          <Box aria-hidden="true" size={24} strokeWidth={1.25} className="text-muted" />
        ) : (
          <img
            src={model.thumbnailUrl}
            alt=""
            decoding="async"
            draggable={false}
            className="size-full object-cover"
          />
        )}
      </div>
      <div className="shrink-0 px-2 py-1.5">
        <p className="truncate text-sm">{model.name}</p>
        <p className="truncate text-xs text-muted">{model.type}</p>
      </div>
      {isIn && (
        <span className="absolute top-1.5 left-1.5 flex size-5 items-center justify-center rounded-full bg-raised text-text">
          <Check aria-hidden="true" size={14} strokeWidth={3} />
        </span>
      )}
    </div>
  );
}
