import { Hono } from 'hono/tiny';
import type { UploadId } from '~/contract/ids';
import { authorize, type Credentials } from './authorize';
import { errorResponse } from './error-response';
import { createGroupedWrites } from './grouped-writes';
import type { LibraryContext } from './library-context';
import { notFound } from './library-error';
import { assetRoutes } from './routes/asset-routes';
import { collectionRoutes } from './routes/collection-routes';
import { mediaRoutes } from './routes/media-routes';
import { modelRoutes } from './routes/model-routes';
import { searchRoutes } from './routes/search-routes';
import { tagRoutes } from './routes/tag-routes';
import { uploadPartRoutes } from './routes/upload-part-routes';
import { uploadRoutes } from './routes/upload-routes';
import { wholeAssetRoute } from './routes/whole-asset-route';
import type { Storage } from './storage';

export interface LibraryAppOptions {
  storage: Storage;
  /** What search looks at, where that is not the library as it is now. */
  searched?: Storage | undefined;
  /** Path before `/v1`, `/media` and `/upload`, such as `/~library`. Default: none. */
  mount?: string;
  /** Asks every request for HTTP Basic with these. Default: everybody may do everything. */
  credentials?: Credentials | undefined;
  /** The clock. Default: the system's. */
  now?: () => Date;
  /** Told of every upload whose parts are complete, so that processing can begin. */
  onUploadComplete?: (id: UploadId) => void;
  /** Resolves when it is time to look whether an upload has ended. Default: every 10 ms. */
  untilEnded?: (id: UploadId) => Promise<void>;
}

/**
 * The library as a server: `app.fetch(request)` answers `{mount}/v1/…` (the contract), `{mount}/media/…` (pictures
 * and originals, for everybody) and `{mount}/upload/…` (parts). Every failure is an answer; it never throws.
 */
export function createLibraryApp(options: LibraryAppOptions): Hono {
  const { storage, mount = '', credentials, now = () => new Date(), onUploadComplete, untilEnded } = options;
  const context: LibraryContext = {
    storage,
    mount,
    now: () => now().toISOString(),
    onUploadComplete: onUploadComplete ?? (() => undefined),
    untilEnded: untilEnded ?? (() => new Promise((resolve) => setTimeout(resolve, 10))),
  };
  const writeUpload = createGroupedWrites(storage);
  const app = new Hono();
  const v1 = new Hono();
  v1.use(async (c, next) => {
    authorize(c.req.raw, c.req.path.slice(`${mount}/v1`.length), credentials);
    await next();
    c.header('cache-control', 'no-store');
  });
  v1.route('/', collectionRoutes(context));
  v1.route('/', assetRoutes(context));
  v1.route('/', modelRoutes(context));
  v1.route('/', tagRoutes(context));
  v1.route('/', searchRoutes({ ...context, storage: options.searched ?? storage }));
  v1.route('/', wholeAssetRoute(context, writeUpload));
  v1.route('/', uploadRoutes(context, writeUpload));
  app.route(`${mount}/v1`, v1);
  app.route(`${mount}/media`, mediaRoutes(context));
  app.route(`${mount}/upload`, uploadPartRoutes(context, writeUpload));
  app.notFound((c) => errorResponse(notFound('Path', c.req.path)));
  app.onError(errorResponse);
  return app;
}
