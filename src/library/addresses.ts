/** Absolute addresses as the caller reaches the library: made from the request, never stored. */
export interface Addresses {
  original(assetId: string): string;
  /** A colour of that picture is put behind it as a fragment: nobody is sent it, and who does not know it is not bothered. */
  thumbnail(assetId: string, color?: string): string;
  part(uploadId: string, number: number): string;
}

/** Addresses below `mount` on the origin the request came to. */
export function addressesFor(requestUrl: string, mount: string): Addresses {
  const base = `${new URL(requestUrl).origin}${mount}`;
  return {
    original: (id) => `${base}/media/assets/${encodeURIComponent(id)}`,
    thumbnail: (id, color = '') => `${base}/media/thumbnails/${encodeURIComponent(id)}${color}`,
    part: (id, number) => `${base}/upload/${encodeURIComponent(id)}/${number}`,
  };
}
