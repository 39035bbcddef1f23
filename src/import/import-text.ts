import { countOf, formatBytes, formatCount } from '~/ui/format-facts';
import type { ImportProblem, ImportSession } from './import-state';

/** "Props", or "the library" where no collection is the target. */
export function targetText({ name, collectionId }: ImportSession['target']): string {
  if (collectionId === undefined) return 'the library';
  return name ?? 'the collection';
}

/** What a screen reader hears from time to time: "Imported 40 of 500, 2 failed". */
export function announcementText({ counts, files }: ImportSession): string {
  const imported = counts.imported + counts.linked;
  const failed = counts.failed > 0 ? `, ${formatCount(counts.failed)} failed` : '';
  return `Imported ${formatCount(imported)} of ${formatCount(files.length)}${failed}`;
}

/** One line on where a session stands. */
export function statusText(session: ImportSession, now: number): string {
  const { status, reading, counts, files, waitingUntil } = session;
  const imported = formatCount(counts.imported + counts.linked);
  const found = formatCount(files.length);
  const progress = reading
    ? `${imported} imported of ${found} found so far`
    : `${imported} of ${found} imported`;
  if (status === 'done') return resultText(session);
  if (status === 'cancelling')
    return `Cancelling: finishing ${countOf(counts.processing + counts.uploading, 'file')} already sent`;
  if (status === 'paused') return `Paused: ${progress}`;
  if (waitingUntil !== undefined && waitingUntil > now) {
    return `Waiting ${Math.ceil((waitingUntil - now) / 1000)} s for the workspace: ${progress}`;
  }
  if (files.length === 0) return 'Reading the folder';
  return progress;
}

/** "Imported 498 into Props · 3 were already in the library · 2 failed". */
export function resultText(session: ImportSession): string {
  const { counts, target, files } = session;
  if (files.length === 0) return 'There were no files to import';
  const parts = [
    (counts.imported > 0 || counts.linked === 0) &&
      `Imported ${formatCount(counts.imported)} into ${targetText(target)}`,
    counts.linked > 0 &&
      `${formatCount(counts.linked)} ${counts.linked === 1 ? 'was' : 'were'} already in the library`,
    counts.failed > 0 && `${formatCount(counts.failed)} failed`,
    counts.cancelled > 0 && `${formatCount(counts.cancelled)} not imported`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What stopped the session and the next step. */
export function problemText({
  problem,
  files,
  target,
}: ImportSession): { title: string; detail: string } | undefined {
  if (!problem) return undefined;
  const left = files.filter(({ state }) => state === 'waiting' || state === 'uploading');
  const needed = formatBytes(left.reduce((sum, { size }) => sum + size, 0));
  const texts: Record<ImportProblem['kind'], { title: string; detail: string }> = {
    'disk-full': {
      title: `The disk is full: ${needed} more are needed`,
      detail: `What fitted is imported. Make room for ${countOf(left.length, 'file')}, then resume.`,
    },
    unreachable: {
      title: 'The workspace does not answer',
      detail: `${countOf(left.length, 'file')} wait. The import goes on by itself when it answers again.`,
    },
    refused: { title: 'The workspace refuses the import', detail: problem.message },
    'target-gone': {
      title: `${target.name ?? 'A collection'} is no longer there`,
      detail: `Resume to import the other ${countOf(left.length, 'file')} into the library alone.`,
    },
    failing: {
      title: 'The workspace keeps failing',
      detail: `${problem.message} Resume to go on with the rest.`,
    },
  };
  return texts[problem.kind];
}
