import { useEffect, useRef } from 'react';

interface WaveformProps {
  /** Loudness from start to end, 0 to 1. */
  peaks: readonly number[];
  /** How much of it has been heard, 0 to 1. */
  heard: number;
  /** A press on the drawing; keys seek with the player's own controls. */
  onSeek: (part: number) => void;
}

/** Width of a bar and of the gap after it, of 1,000 the drawing is wide. */
const STEP = 1000;

/** A sound as bars around a middle line; what has been heard is brighter. */
export function Waveform({ peaks, heard, onSeek }: WaveformProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const latest = useRef(onSeek);
  useEffect(() => {
    latest.current = onSeek;
  });
  useEffect(() => {
    const svg = drawing.current;
    const press = (event: PointerEvent) => {
      const { left, width } = svg?.getBoundingClientRect() ?? { left: 0, width: 1 };
      latest.current((event.clientX - left) / width);
    };
    svg?.addEventListener('pointerdown', press);
    return () => svg?.removeEventListener('pointerdown', press);
  }, []);

  const step = STEP / peaks.length;
  const bars = peaks.map((peak, index) => barOf(index * step, step * 0.6, peak)).join('');
  const edge = `inset(0 ${100 - heard * 100}% 0 0)`;
  return (
    <svg
      ref={drawing}
      aria-hidden="true"
      viewBox={`0 0 ${STEP} 100`}
      preserveAspectRatio="none"
      className="h-40 w-full max-w-3xl cursor-pointer fill-current"
    >
      <path d={bars} className="text-muted opacity-60" />
      <path d={bars} className="text-text" style={{ clipPath: edge }} />
    </svg>
  );
}

/** Even silence leaves a line, so that the length can be seen. */
function barOf(left: number, width: number, peak: number): string {
  const height = Math.max(1, peak * 100);
  return `M${left.toFixed(2)} ${(50 - height / 2).toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h-${width.toFixed(2)}z`;
}
