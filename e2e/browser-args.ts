/** A host name that is this machine and yet no secure origin, unlike 127.0.0.1 and localhost. */
export const INSECURE_HOST = 'vitrine.test';

/** Nothing but the page: no updates, no first-run screens, no GPU that a test machine may not have. */
export const BROWSER_ARGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
];
