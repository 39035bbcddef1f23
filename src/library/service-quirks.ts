/** How the service differs from the library, where a client has to be ready for it. */
export interface ServiceQuirks {
  /** Origin of pictures, originals and upload parts, where it is not that of the contract. */
  mediaOrigin?: string | undefined;
  /** Milliseconds for which addresses of pictures and originals are good. Default: for ever. */
  addressesMs?: number | undefined;
  /** Listings answer fewer records than were asked for, and a token. */
  shortPages?: boolean | undefined;
  /** The first page of the library lists other teams' public assets too. */
  foreignAmongOwn?: boolean | undefined;
}

type Answer = (request: Request) => Response | Promise<Response>;

const LISTING = /\/v1\/(?:assets|collections|models|tags)$/;
const MEDIA = /\/media\/(?:assets|thumbnails)\//;
const ADDRESS =
  /"(https?:\/\/[^/"]+)([^"]*\/(?:media\/(?:assets|thumbnails)|upload)\/[^"?#]+)(\?[^"#]*)?(#[^"]*)?"/g;

/** Puts the ways of the service before the library. */
export function withServiceQuirks(answer: Answer, quirks: ServiceQuirks): Answer {
  const { addressesMs, shortPages = false, foreignAmongOwn = false } = quirks;
  return async (request) => {
    const url = new URL(request.url);
    if (
      addressesMs !== undefined &&
      MEDIA.test(url.pathname) &&
      !(Number(url.searchParams.get('Expires')) > Date.now())
    )
      return accessDenied();
    const asked =
      shortPages && request.method === 'GET' && LISTING.test(url.pathname) ? shortened(request) : request;
    const response =
      foreignAmongOwn && isFirstPage(request) ? await mixed(asked, answer) : await answer(asked);
    if (response.headers.get('content-type')?.includes('json')) return named(response, url.origin, quirks);
    return response.status === 302 ? signedRedirect(response, url) : response;
  };
}

function isFirstPage({ method, url }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  return method === 'GET' && pathname.endsWith('/v1/assets') && !searchParams.has('paginationToken');
}

async function mixed(request: Request, answer: Answer): Promise<Response> {
  const url = new URL(request.url);
  url.searchParams.set('privacy', 'public');
  const own = (await (await answer(request)).json()) as { assets: { id: string }[] };
  const others = (await (await answer(new Request(url, request))).json()) as { assets: { id: string }[] };
  const known = new Set(own.assets.map(({ id }) => id));
  return Response.json({
    ...own,
    assets: [...own.assets, ...others.assets.filter(({ id }) => !known.has(id))],
  });
}

/** A third of the page asked for, and not even that each time. */
function shortened(request: Request): Request {
  const url = new URL(request.url);
  const size = Number(url.searchParams.get('pageSize') ?? 50);
  const token = url.searchParams.get('paginationToken') ?? '';
  url.searchParams.set('pageSize', String(Math.max(1, Math.floor(size / 3) - (token.length % 2))));
  return new Request(url, request);
}

/** The answer with the addresses in it as the service would name them. */
async function named(response: Response, origin: string, quirks: ServiceQuirks): Promise<Response> {
  const { mediaOrigin = origin, addressesMs } = quirks;
  const signature = addressesMs === undefined ? '' : `Expires=${Date.now() + addressesMs}&Signature=x`;
  const signed = (path: string, query: string) =>
    signature === '' || !path.includes('/media/') ? query : `${query === '' ? '?' : `${query}&`}${signature}`;
  const text = (await response.text()).replace(
    ADDRESS,
    (whole, host: string, path: string, query: string = '', color: string = '') => {
      if (host !== origin) return whole;
      return `"${mediaOrigin}${path}${signed(path, query)}${color}"`;
    },
  );
  const { status, headers } = response;
  return new Response(text, { status, headers });
}

/** The picture that stands in needs the same signature. */
function signedRedirect(response: Response, { search }: URL): Response {
  const headers = new Headers(response.headers);
  headers.set('location', `${headers.get('location') ?? ''}${search}`);
  return new Response(null, { status: response.status, headers });
}

/** What a CDN says to a signature that has run out. */
function accessDenied(): Response {
  return new Response('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', {
    status: 403,
    headers: { 'content-type': 'application/xml' },
  });
}
