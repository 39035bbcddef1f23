interface StartFailureText {
  title: string;
  /** Why, and what to do next. */
  text: string;
}

/** What a person is told for each reason the built-in library has for not starting. */
const TEXTS: Readonly<Record<string, StartFailureText>> = {
  'insecure-origin': {
    title: 'Vitrine needs a secure address',
    text: 'The built-in library runs in a service worker, which browsers allow on https:// and on localhost only. Open this site over https://, or ask whoever hosts it to.',
  },
  'no-service-worker': {
    title: 'This browser window has no service workers',
    text: 'The built-in library needs them. Private windows and some settings switch them off: open this address in an ordinary window, or in a current Chrome, Edge, Firefox or Safari.',
  },
  'no-storage': {
    title: 'This browser window keeps no data',
    text: 'The built-in library stores its files in the browser (IndexedDB), and that is switched off here. Open this address in an ordinary window, or allow this site to store data.',
  },
  'storage-full': {
    title: 'There is no room for the library',
    text: 'The browser refused to open its storage because the disk is full. Free some space, then try again. Nothing was deleted.',
  },
  'blocked-by-tab': {
    title: 'Another tab holds an older version',
    text: 'The library is to be brought up to date, and a tab with an older Vitrine keeps it open. Close the other tabs of this site, then try again. Nothing is lost.',
  },
  'worker-failed': {
    title: 'The built-in library could not be installed',
    text: 'The browser could not load or install its service worker (sw.js). Check the network connection and try again; if it stays, the host may not serve the site whole.',
  },
  'worker-silent': {
    title: 'The built-in library does not answer',
    text: 'Its service worker was installed but gave no answer in time. Close the other tabs of this site and try again.',
  },
  'versions-differ': {
    title: 'Two versions of Vitrine are mixed',
    text: 'The page and the library come from different versions, and a reload did not bring them together: the host may still send an old page. Close all tabs of this site and try again in a moment.',
  },
};

const OTHER: StartFailureText = {
  title: 'The built-in library could not start',
  text: 'Something unexpected went wrong. Try again; nothing in the library was changed.',
};

/** Title, reason and next step for a reason of `StartError`. */
export function describeStartFailure(reason: string): StartFailureText {
  return TEXTS[reason] ?? OTHER;
}
