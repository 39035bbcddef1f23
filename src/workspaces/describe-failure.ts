import { ApiError, type ApiErrorKind } from '~/api/api-error';

interface Failure {
  title: string;
  reason: string;
  /** Where the way on leads, where asking again alone does not help. */
  wayOn?: 'settings' | 'start';
}

const FAILURES: Readonly<Record<ApiErrorKind, (reason: string, error: ApiError) => Failure>> = {
  'not-found': () => ({
    title: 'This is not there any more',
    reason: 'It may have been deleted, or the address belongs to another workspace.',
    wayOn: 'start',
  }),
  forbidden: (reason) => ({
    title: 'You may not see this',
    reason: `The workspace answered: “${reason}”. It may belong to another team, or the key may lack the right to it: settings can test the connection.`,
    wayOn: 'settings',
  }),
  unauthorized: (reason) => ({
    title: 'The workspace does not accept the key',
    reason: `Check the key of this workspace in settings, or ask whoever runs the proxy in front of it. It answered: “${reason}”.`,
    wayOn: 'settings',
  }),
  'needs-key': (reason) => ({
    title: 'This needs a key',
    reason: `${reason} Connect the workspace with a key in settings.`,
    wayOn: 'settings',
  }),
  unreachable: () =>
    navigator.onLine
      ? {
          title: 'The workspace does not answer',
          reason: 'It may be down, or may not allow this site. Nothing that was waiting to be saved is lost.',
        }
      : {
          title: 'You are offline',
          reason: 'This workspace needs a network. Nothing that was waiting to be saved is lost.',
        },
  unavailable: (reason) => ({
    title: 'The workspace has trouble',
    reason: `It answered: “${reason}”. Try again in a moment.`,
  }),
  'rate-limited': (reason, { isQuota, retryAfterMs }) =>
    isQuota
      ? {
          title: 'A quota of the workspace is used up',
          reason: `It answered: “${reason}”. Waiting a moment does not help: its plan says when there is more. Places without a search still open.`,
        }
      : {
          title: 'Too many requests',
          reason: `The workspace takes only so many at a time. Try again in ${retryAfterMs === undefined ? 'a moment' : `${Math.ceil(retryAfterMs / 1000)} s`}.`,
        },
  invalid: (reason) => ({
    title: 'The workspace refused the request',
    reason: `It answered: “${reason}”.`,
  }),
  unusable: (reason) => ({
    title: 'The answer cannot be used',
    reason: `${reason} The address may lead to something else than the API: settings can test the connection.`,
    wayOn: 'settings',
  }),
};

/** A failure in words a person can act on; every kind reads differently. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ApiError) return FAILURES[error.kind](error.message, error);
  // The browser's message when a part of the app is gone from the server, after an update.
  if (error instanceof TypeError && /dynamically imported module|module script/i.test(error.message))
    return {
      title: 'A part of Vitrine could not be loaded',
      reason: navigator.onLine
        ? 'A newer version may be there: reload the page.'
        : 'You are offline, and it had not been loaded before. Try again when the network is back: nothing that was waiting to be saved is lost.',
    };
  return {
    title: 'This page could not be shown',
    reason: error instanceof Error ? error.message : String(error),
  };
}
