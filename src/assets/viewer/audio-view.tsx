import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Workspace } from '~/workspaces/workspace';
import { soundQuery } from './sound-query';
import { Waveform } from './waveform';

interface AudioViewProps {
  workspace: Workspace;
  asset: AssetSummary;
  onFailed: () => void;
}

/** Sound: its waveform, drawn from the sound itself, over the browser's own controls. */
export function AudioView({ workspace, asset, onFailed }: AudioViewProps) {
  const { data: peaks } = useQuery(soundQuery(workspace, asset));
  const audio = useRef<HTMLAudioElement>(null);
  const [heard, setHeard] = useState(0);

  const follow = () => {
    const { currentTime = 0, duration = 0 } = audio.current ?? {};
    setHeard(duration > 0 ? currentTime / duration : 0);
  };
  const seek = (part: number) => {
    if (audio.current && Number.isFinite(audio.current.duration))
      audio.current.currentTime = part * audio.current.duration;
  };
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-6 p-6">
      {peaks ? (
        <Waveform peaks={peaks} heard={heard} onSeek={seek} />
      ) : (
        asset.thumbnailUrl && (
          <img src={asset.thumbnailUrl} alt="" className="max-h-64 max-w-full rounded-picture" />
        )
      )}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the contract has no captions */}
      <audio
        ref={audio}
        src={asset.url}
        controls
        aria-label={asset.name}
        className="w-full max-w-3xl"
        onTimeUpdate={follow}
        onSeeked={follow}
        onError={onFailed}
      />
    </div>
  );
}
