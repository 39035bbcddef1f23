import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import type { Workspace } from '~/workspaces/workspace';
import { WorkspaceBatches } from './workspace-batches';

const BatchesContext = createContext<WorkspaceBatches | undefined>(undefined);

/** Runners outlive the views: leaving a workspace and coming back finds the same batches. */
const runners = new WeakMap<QueryClient, Map<string, WorkspaceBatches>>();

/** The batches of a workspace, made on first use; one runner for each workspace and query client. */
export function batchesOf(queryClient: QueryClient, workspace: Workspace): WorkspaceBatches {
  let known = runners.get(queryClient);
  if (!known) runners.set(queryClient, (known = new Map<string, WorkspaceBatches>()));
  let batches = known.get(workspace.id);
  if (!batches) known.set(workspace.id, (batches = new WorkspaceBatches({ workspace, queryClient })));
  return batches;
}

/** Gives everything below it the batches of the workspace. */
export function BatchesProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  const batches = batchesOf(useQueryClient(), workspace);
  return <BatchesContext value={batches}>{children}</BatchesContext>;
}

/** The batches of the workspace in the address. */
export function useWorkspaceBatches(): WorkspaceBatches {
  const batches = use(BatchesContext);
  if (!batches) throw new Error('Only inside <BatchesProvider>');
  return batches;
}
