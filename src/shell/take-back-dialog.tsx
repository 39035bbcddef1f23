import type { TakeBackQuestion } from '~/batches/batch-store';
import { resultMessage } from '~/batches/batch-message';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { formatCount } from '~/ui/format-facts';

const WORDS = {
  undo: { title: 'Undo only in part?', none: 'This cannot be undone', verb: 'Undo the rest' },
  redo: { title: 'Redo only in part?', none: 'This cannot be redone', verb: 'Redo the rest' },
} as const;

/** Says what an undo can no longer bring about, and what it still can, before it does it. */
export function TakeBackDialog({ question }: { question: TakeBackQuestion }) {
  const { kind, batch, can, answer } = question;
  const words = WORDS[kind];
  const hasRest = can.length > 0;
  return (
    <Dialog
      open
      onClose={() => answer(false)}
      title={hasRest ? words.title : words.none}
      description={`${resultMessage(batch).text}: ${obstacles(question)}${hasRest ? ` ${rest(question)}` : ''}`}
      footer={
        <>
          <Button onClick={() => answer(false)}>{hasRest ? 'Cancel' : 'Close'}</Button>
          {hasRest && (
            <Button variant="primary" onClick={() => answer(true)}>
              {words.verb}
            </Button>
          )}
        </>
      }
    />
  );
}

function obstacles({ lostAssets, assets, lostCollections }: TakeBackQuestion): string {
  const parts = [];
  if (lostAssets.length > 0) {
    const verb = lostAssets.length === 1 ? 'exists' : 'exist';
    parts.push(`${formatCount(lostAssets.length)} of ${formatCount(assets)} assets no longer ${verb}.`);
  }
  if (lostCollections.length === 1) parts.push('A collection of it no longer exists.');
  if (lostCollections.length > 1)
    parts.push(`${formatCount(lostCollections.length)} of its collections no longer exist.`);
  return parts.join(' ');
}

function rest({ can, kind }: TakeBackQuestion): string {
  const ids = new Set(can.flatMap((change) => ('assets' in change ? change.assets.map(({ id }) => id) : [])));
  const done = kind === 'undo' ? 'undone' : 'redone';
  return ids.size > 0 ? `${formatCount(ids.size)} can be ${done}.` : `The rest can be ${done}.`;
}
