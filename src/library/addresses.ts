/** Absolute addresses as the caller reaches the library: made from the request, never stored. */
export interface Addresses {
  original(assetId: string): string;
  thumbnail(assetId: string): string;
  part(uploadId: string, number: number): string;
}

/** Addresses below `mount` on the origin the request came to. */
export function addressesFor(requestUrl: string, mount: string): Addresses {
  const base = `${new URL(requestUrl).origin}${mount}`;
  return {
    original: (id) => `${base}/media/assets/${encodeURIComponent(id)}`,
    thumbnail: (id) => `${base}/media/thumbnails/${encodeURIComponent(id)}`,
    part: (id, number) => `${base}/upload/${encodeURIComponent(id)}/${number}`,
  };
}
