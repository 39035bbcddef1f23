import { useState } from 'react';
import type { BasicCredentials } from '~/api/authorization';
import type { ConnectionOutcome } from './connection-outcome';
import type { Workspace } from './workspace';

/** One test of a workspace at a time, and what came of the last. */
export function useConnectionTest(workspace: Workspace) {
  const [testing, setTesting] = useState(false);
  const [outcome, setOutcome] = useState<ConnectionOutcome>();
  const test = async (credentials?: BasicCredentials): Promise<ConnectionOutcome | undefined> => {
    setTesting(true);
    const found = await workspace.test?.(credentials);
    setTesting(false);
    setOutcome(found);
    return found;
  };
  return { testing, outcome, test };
}
