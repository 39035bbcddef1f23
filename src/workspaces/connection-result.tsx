import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ConnectionOutcome } from './connection-outcome';
import { describeConnection } from './describe-connection';
import { ProxyRecipe } from './proxy-recipe';
import type { Access } from './workspace-definition';

interface ConnectionResultProps {
  outcome: ConnectionOutcome | undefined;
  access: Access;
  baseUrl: string;
}

/** What came of a test: which, why, and the next step. Read out when it comes. */
export function ConnectionResult({ outcome, access, baseUrl }: ConnectionResultProps) {
  const said = outcome && describeConnection(outcome, { access, baseUrl });
  const isGood = outcome?.kind === 'connected';
  return (
    <div role="status" className={said ? 'flex gap-2 text-sm' : 'sr-only'}>
      {said && (
        <>
          {isGood ? (
            <CircleCheck aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-muted" />
          ) : (
            <TriangleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-danger" />
          )}
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{said.title}</p>
            <p className="text-muted text-pretty wrap-anywhere">{said.text}</p>
            {said.offersProxy && <ProxyRecipe baseUrl={baseUrl} />}
          </div>
        </>
      )}
    </div>
  );
}
