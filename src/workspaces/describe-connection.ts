import type { ConnectionOutcome } from './connection-outcome';
import type { Access } from './workspace-definition';

export interface ConnectionText {
  title: string;
  /** Why, and the next step. */
  text: string;
  /** Whether a proxy of one's own is a way out. */
  offersProxy?: true;
}

/** The far end as the person knows it. */
interface Asked {
  access: Access;
  baseUrl: string;
}

/** An outcome in words a person can act on; every kind reads differently. */
export function describeConnection(outcome: ConnectionOutcome, { access, baseUrl }: Asked): ConnectionText {
  const { origin, host } = new URL(baseUrl);
  switch (outcome.kind) {
    case 'connected':
      return outcome.limited
        ? {
            title: 'Connected, without a key',
            text: 'Assets and models can be looked at. Collections, search and import need a key.',
          }
        : { title: 'Connected', text: 'The workspace answers, and its collections can be read.' };
    case 'wrong-key':
      return { ...WRONG_KEY[access], text: quoted(WRONG_KEY[access].text, outcome.said) };
    case 'needs-key':
      return {
        title: 'It answers, and asks for a key',
        text: 'There is none in this browser: open the workspace and enter it.',
      };
    case 'no-permission':
      return {
        title: access === 'key' ? 'The key has no permission' : 'There is no permission',
        text: quoted(
          access === 'key'
            ? 'It is known, but may not read collections. Ask for a key with more rights, or for more rights for this one.'
            : 'Collections may not be read here. Ask whoever runs the address for that right.',
          outcome.said,
        ),
      };
    case 'trouble':
      return {
        title: 'The workspace has trouble',
        text: quoted('It answered, but could not do it. Test again in a moment.', outcome.said),
      };
    case 'rate-limited':
      return {
        title: 'Too many requests',
        text: `The workspace is there and asks to wait${outcome.seconds === undefined ? '' : ` ${outcome.seconds} s`}. Test again ${outcome.seconds === undefined ? 'in a minute' : 'then'}; nothing is wrong with the address.`,
      };
    case 'not-api':
      return { title: 'This is not the API', text: NOT_API[outcome.why] };
    case 'no-answer':
      return {
        title: `${host} gave no answer that can be read`,
        text: `Either nobody answers there (a misspelled address, no network, a server that is down), or it does not allow pages from ${location.origin} to read its answers (CORS). A browser does not tell which. Check the address; if it is right, use a proxy.`,
        offersProxy: true,
      };
    case 'offline':
      return {
        title: 'You are offline',
        text: 'This workspace needs a network. Test again when it is back.',
      };
    case 'own-policy':
      return {
        title: 'This site does not allow the address',
        text: `Its server sends a Content-Security-Policy that leaves ${origin} out. Ask whoever hosts this site to add it to connect-src, img-src and media-src.`,
      };
  }
}

const WRONG_KEY: Readonly<Record<Access, { title: string; text: string }>> = {
  key: {
    title: 'The key was not accepted',
    text: 'Check key and secret: the secret is shown only once, when the key is made, and a deleted key stops working.',
  },
  proxy: {
    title: 'The proxy was not let in',
    text: 'The key it adds was not accepted, or it adds none. Ask whoever runs it, or connect with a key of your own.',
  },
  public: {
    title: 'There is no public access here',
    text: 'The address asks for a key. Add it as a workspace with a key.',
  },
};

const NOT_API: Readonly<Record<'page' | 'not-found' | 'shape' | 'redirect', string>> = {
  page: 'A web page answered there. Check the address: it is mostly that of a server with /v1 at its end.',
  'not-found':
    'Somebody answers there, but knows no collections (404). Check the path: it mostly ends in /v1.',
  shape: 'Something answered in another form than expected. Check the address: it mostly ends in /v1.',
  redirect:
    'The address leads on to another one, and a key is not taken along. Enter the address it leads to.',
};

function quoted(text: string, said: string | undefined): string {
  return said === undefined ? text : `${text} It said: “${said}”.`;
}
