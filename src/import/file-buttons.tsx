import { Files, Folder } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '~/ui/button';
import type { FileSource } from './found-file';
import { readFiles } from './read-brought';

interface FileButtonsProps {
  onChoose: (source: FileSource) => void;
  /** They stand beside the page's own, for files that were chosen before in these ways. */
  again?: { files: boolean; folder: boolean };
}

/** Two ways to choose: files, or a whole folder. The browser's own inputs stay out of sight, the buttons are theirs. */
export function FileButtons({ onChoose, again }: FileButtonsProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    if (input.files && input.files.length > 0) onChoose(readFiles(input.files));
    // So that the same files can be chosen again.
    input.value = '';
  };
  const purpose = again ? 'to choose again' : 'to import';
  return (
    <div className="flex flex-wrap gap-2">
      {again?.files !== false && (
        <Button
          variant={again ? 'secondary' : 'primary'}
          icon={<Files aria-hidden="true" size={16} />}
          onClick={() => files.current?.click()}
        >
          {again ? 'Choose these files' : 'Choose files'}
        </Button>
      )}
      {again?.folder !== false && (
        <Button icon={<Folder aria-hidden="true" size={16} />} onClick={() => folder.current?.click()}>
          {again ? 'Choose their folder' : 'Choose a folder'}
        </Button>
      )}
      <input ref={files} type="file" multiple hidden aria-label={`Files ${purpose}`} onChange={choose} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={`Folder ${purpose}`}
        onChange={choose}
        {...{ webkitdirectory: '' }}
      />
    </div>
  );
}
