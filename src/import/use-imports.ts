import { useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { useWorkspace } from '~/workspaces/use-workspace';
import type { ImportSession } from './import-state';
import type { ImportStore } from './import-store';
import type { LeftNotes } from './left-notes';
import { importsOf } from './workspace-imports';

/** The imports of the workspace in the address. */
export function useImports(): ImportStore {
  const queryClient = useQueryClient();
  return importsOf(queryClient, useWorkspace()).imports;
}

/** What tabs that were closed half-way had not read in the workspace in the address. */
export function useLeftNotes(): LeftNotes {
  const queryClient = useQueryClient();
  return importsOf(queryClient, useWorkspace()).left;
}

/** The sessions of the workspace in the address, newest first. */
export function useImportSessions(): readonly ImportSession[] {
  return useStore(useImports(), ({ sessions }) => sessions);
}
