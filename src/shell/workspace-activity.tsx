import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import { useTakeBackQuestion } from '~/batches/use-batches';
import { useUndo } from '~/batches/use-undo';
import { useWorkspace } from '~/workspaces/use-workspace';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { ActivityLine } from './activity-line';
import { ActivityPanel } from './activity-panel';
import { activityStore, showActivity } from './activity-store';
import { TakeBackDialog } from './take-back-dialog';
import { useCurrentSelections } from './use-current-selections';
import { useItemMarks } from './use-item-marks';
import { useResultToasts } from './use-result-toasts';

/** What goes on in the workspace: the line, its panel, the results, undo and redo. Mount once, under the page. */
export function WorkspaceActivity() {
  const open = useStore(activityStore, (state) => state.open);
  const { undo, redo, canUndo, canRedo } = useUndo();
  const batches = useWorkspaceBatches();
  // By now the first view is there: what waits from an earlier session goes on, other tabs are heard.
  useEffect(() => void batches.connect(), [batches]);
  useResultToasts(batches);
  useItemMarks(batches);
  useCurrentSelections(useWorkspace(), batches);
  useCommandHandlers({
    undo: { run: () => void undo(), enabled: canUndo },
    'show-activity': { run: () => showActivity(!open), checked: open },
    redo: { run: () => void redo(), enabled: canRedo },
  });
  const question = useTakeBackQuestion();
  return (
    <>
      {question && <TakeBackDialog question={question} />}
      {open && <ActivityPanel />}
      <ActivityLine />
    </>
  );
}
