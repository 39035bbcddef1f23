import { FolderInput, Ban } from 'lucide-react';

interface DropOverlayProps {
  /** "Props", "the library". */
  target: string;
  /** Why nothing may be dropped, where that is so. */
  refusal?: string | undefined;
}

/** Says over the whole window where files go before they are let go. It takes no pointer: the drop is the window's. */
export function DropOverlay({ target, refusal }: DropOverlayProps) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-0 z-50 flex items-end justify-center bg-scrim p-2 pb-16 sm:items-center sm:pb-2"
    >
      <div className="absolute inset-2 rounded border-2 border-accent" hidden={refusal !== undefined} />
      <p className="flex max-w-[min(32rem,90vw)] items-center gap-2 rounded bg-raised px-4 py-3 text-lg shadow-float forced-colors:border">
        {refusal === undefined ? (
          <FolderInput aria-hidden="true" size={16} className="shrink-0 text-accent" />
        ) : (
          <Ban aria-hidden="true" size={16} className="shrink-0 text-danger" />
        )}
        <span className="min-w-0 wrap-anywhere">{refusal ?? `Drop to import into ${target}`}</span>
      </p>
    </div>
  );
}
