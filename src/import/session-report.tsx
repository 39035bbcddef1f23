import { useState } from 'react';
import { Button } from '~/ui/button';
import type { ImportFile } from './import-state';
import { formatCount } from '~/ui/format-facts';

/** Rows shown before asking for more: a thousand refused files are read by nobody at once. */
const ROWS = 50;

/** Each file that failed, by its path, and why. */
export function SessionReport({ files }: { files: readonly ImportFile[] }) {
  const [rows, setRows] = useState(ROWS);
  const failed = files.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  return (
    <div className="mt-2">
      <ul aria-label="Files that failed" className="border-t border-line text-sm">
        {failed.slice(0, rows).map(({ index, path, reason }) => (
          <li
            key={index}
            className="flex flex-col gap-x-4 border-b border-line py-1.5 sm:flex-row sm:justify-between"
          >
            <span className="min-w-0 wrap-anywhere">{path}</span>
            <span className="min-w-0 text-muted wrap-anywhere sm:max-w-[60%] sm:text-right">{reason}</span>
          </li>
        ))}
      </ul>
      {failed.length > rows && (
        <Button variant="ghost" className="mt-1" onClick={() => setRows(rows + 500)}>
          Show {formatCount(Math.min(500, failed.length - rows))} more of {formatCount(failed.length)}
        </Button>
      )}
    </div>
  );
}
