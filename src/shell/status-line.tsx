import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { lazyPart } from '~/ui/lazy-part';
import { useWorkspace } from '~/workspaces/use-workspace';

interface StatusLineProps {
  /** The truth in one line: "312 shown of 4,812 · 87 selected, 214 MB". Changes are read out. */
  text: string;
  /** Controls at the end: tile size, layout. */
  controls?: ReactNode;
}

/** The line under a grid. */
export function StatusLine({ text, controls }: StatusLineProps) {
  return (
    <div className="flex h-8 shrink-0 items-center justify-between gap-4 border-t border-line px-4 text-xs text-muted pointer-coarse:h-10">
      <p role="status" className="line-clamp-2 min-w-0 leading-4 tabular-nums">
        {text}
      </p>
      <Slowed />
      {controls && <div className="flex shrink-0 items-center gap-2">{controls}</div>}
    </div>
  );
}

const SlowedNote = lazyPart(() => import('./slowed-note'), 'SlowedNote');

/** Said where it is felt: what is looked at waits for the rate limit of the service. */
function Slowed() {
  const until = useStore(useWorkspace().client.slowed, (slowed) => slowed.until);
  if (until === undefined) return null;
  return <SlowedNote until={until} />;
}
