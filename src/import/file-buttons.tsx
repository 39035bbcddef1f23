import { Files, Folder } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '~/ui/button';
import type { FileSource } from './found-file';
import { readFiles } from './read-brought';

/** Two ways to choose: files, or a whole folder. The browser's own inputs stay out of sight, the buttons are theirs. */
export function FileButtons({ onChoose }: { onChoose: (source: FileSource) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    if (input.files && input.files.length > 0) onChoose(readFiles(input.files));
    // So that the same files can be chosen again.
    input.value = '';
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        icon={<Files aria-hidden="true" size={16} />}
        onClick={() => files.current?.click()}
      >
        Choose files
      </Button>
      <Button icon={<Folder aria-hidden="true" size={16} />} onClick={() => folder.current?.click()}>
        Choose a folder
      </Button>
      <input ref={files} type="file" multiple hidden aria-label="Files to import" onChange={choose} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label="Folder to import"
        onChange={choose}
        {...{ webkitdirectory: '' }}
      />
    </div>
  );
}
