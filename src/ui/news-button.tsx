import { ArrowUp } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from './live-region';

interface NewsButtonProps {
  /** "3 new". */
  text: string;
  onShow: () => void;
}

/** Over the upper edge of a grid: others have brought something, and nothing moves until it is pressed. */
export function NewsButton({ text, onShow }: NewsButtonProps) {
  useEffect(() => announce(text), [text]);
  return (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-20 flex justify-center">
      <button
        type="button"
        className="pointer-events-auto flex h-control items-center gap-1.5 rounded border border-line bg-raised px-3 text-sm text-text tabular-nums hover:bg-hover"
        onClick={onShow}
      >
        <ArrowUp aria-hidden="true" size={16} />
        {text}
      </button>
    </div>
  );
}
