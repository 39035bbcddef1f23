import { type BasicCredentials, basicAuthorization, PUBLIC_ACCESS } from '~/api/authorization';
import { probe } from '~/api/probe';
import { type ConnectionOutcome, firstList, judgeConnection, leavesOpen } from './connection-outcome';
import type { Access } from './workspace-definition';

interface Connection {
  baseUrl: string;
  access: Access;
  projectId?: string | undefined;
  /** For access by key. */
  credentials?: BasicCredentials | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

/** Asks a far end for one record, with what it is reached with, and says what came of it. Never rejects. */
export async function testConnection(connection: Connection): Promise<ConnectionOutcome> {
  const { baseUrl, access, projectId, credentials, fetch } = connection;
  const authorization = access === 'public' ? PUBLIC_ACCESS : credentials && basicAuthorization(credentials);
  const options = { baseUrl, authorization, projectId, fetch };
  const policy = watchPolicy(baseUrl);
  try {
    const answer = await probe(firstList(access), options);
    if (answer.kind === 'nothing' && (await policy.refused())) return { kind: 'own-policy' };
    if (answer.kind === 'nothing' && !navigator.onLine) return { kind: 'offline' };
    const models = leavesOpen(answer) ? await probe('models', options) : undefined;
    const outcome = judgeConnection(access, answer, models);
    // Nothing was shown that could have been wrong.
    const isUnasked = access === 'key' && !credentials && outcome.kind === 'wrong-key';
    return isUnasked ? { kind: 'needs-key' } : outcome;
  } finally {
    policy.stop();
  }
}

/** Whether the policy of this very site keeps its pages from the address, as a header of its host may. */
function watchPolicy(baseUrl: string) {
  const { origin } = new URL(baseUrl);
  let refused = false;
  const hear = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    refused ||= URL.canParse(blockedURI) && new URL(blockedURI).origin === origin;
  };
  document.addEventListener('securitypolicyviolation', hear);
  return {
    // The browser tells it in a task of its own, after the request has failed.
    refused: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return refused;
    },
    stop: () => document.removeEventListener('securitypolicyviolation', hear),
  };
}
