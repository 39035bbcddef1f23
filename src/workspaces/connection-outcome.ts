import type { ProbeAnswer } from '~/api/probe';
import { errorBodySchema, reasonOf } from '~/contract/error';
import type { Access } from './workspace-definition';

/** What a test of a connection comes to. `said` is the far end's own reason. */
export type ConnectionOutcome =
  | { kind: 'connected'; limited: boolean }
  | { kind: 'wrong-key' | 'no-permission' | 'trouble'; said: string | undefined }
  | { kind: 'rate-limited'; seconds: number | undefined }
  | { kind: 'not-api'; why: 'page' | 'not-found' | 'shape' | 'redirect' }
  /** It answers, and there is no key to show it yet. */
  | { kind: 'needs-key' }
  | { kind: 'no-answer' | 'offline' | 'own-policy' };

/** The listing that is asked for first: public access has no collections. */
export function firstList(access: Access): 'collections' | 'assets' {
  return access === 'public' ? 'assets' : 'collections';
}

/** Whether the first answer leaves open if it is the key or a right that is missing: then models are asked for too. */
export function leavesOpen(answer: ProbeAnswer): boolean {
  return answer.kind === 'answer' && answer.status === 403 && !answer.isGateway && isJson(answer);
}

/** The verdict on the first answer and, where one was needed, on that for models. */
export function judgeConnection(
  access: Access,
  answer: ProbeAnswer,
  models?: ProbeAnswer,
): ConnectionOutcome {
  if (answer.kind === 'nothing') return { kind: 'no-answer' };
  if (answer.kind === 'redirect') return { kind: 'not-api', why: 'redirect' };
  const { status, body } = answer;
  const said = reasonOf(body);
  if (status === 429) return { kind: 'rate-limited', seconds: answer.retryAfter ?? secondsIn(body, said) };
  if (status === 401) return { kind: 'wrong-key', said };
  if (status >= 500) return { kind: 'trouble', said: said ?? `status ${status}` };
  if (!isJson(answer)) return { kind: 'not-api', why: status === 404 ? 'not-found' : 'page' };
  if (status === 403) {
    const refusedAll = answer.isGateway || (isGatewayBody(body) && !isGranted(models));
    return { kind: refusedAll ? 'wrong-key' : 'no-permission', said };
  }
  if (status === 404) return { kind: 'not-api', why: 'not-found' };
  if (status >= 400) return { kind: 'trouble', said: said ?? `status ${status}` };
  if (!isListing(body, firstList(access))) return { kind: 'not-api', why: 'shape' };
  return { kind: 'connected', limited: access === 'public' };
}

/** A gateway's own refusal is a message and nothing else; the service gives a reason, or a name with details. */
function isGatewayBody(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return true;
  return Object.keys(body).every((name) => name.toLowerCase() === 'message');
}

function isGranted(answer: ProbeAnswer | undefined): boolean {
  return answer?.kind === 'answer' && answer.status < 400 && isListing(answer.body, 'models');
}

function isJson({ body }: { body?: unknown }): boolean {
  return typeof body === 'object' && body !== null;
}

function isListing(body: unknown, name: string): boolean {
  return typeof body === 'object' && body !== null && Array.isArray((body as Record<string, unknown>)[name]);
}

function secondsIn(body: unknown, said: string | undefined): number | undefined {
  const parsed = errorBodySchema.safeParse(body);
  if (parsed.success && parsed.data.remainingSeconds !== undefined) return parsed.data.remainingSeconds;
  const text = /wait (\d+) seconds?/i.exec(said ?? '')?.[1];
  return text === undefined ? undefined : Number(text);
}
