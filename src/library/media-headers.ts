/** What a file of another person may do when somebody opens its address: nothing but be shown. */
const CONTENT_SECURITY_POLICY =
  "sandbox; default-src 'none'; img-src data:; media-src 'self'; style-src 'unsafe-inline'";

/** Types a browser would run or apply if they were opened; they are shown as plain text. */
const ACTIVE_TYPE = /html|javascript|ecmascript|xslt|wasm|^text\/css|^(text|application)\/xml/i;

/** Headers for bytes that never change under their address and must never act as a page. */
export function mediaHeaders(mimeType: string, etag: string, download: string | undefined): Headers {
  const type = ACTIVE_TYPE.test(mimeType) ? 'text/plain; charset=utf-8' : withCharset(mimeType);
  const headers = new Headers({
    'content-type': type || 'application/octet-stream',
    etag: `"${etag}"`,
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (download !== undefined) {
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeFileName(download)}`);
  }
  return headers;
}

function withCharset(mimeType: string): string {
  return /^(text\/[\w.+-]+|application\/json)$/i.test(mimeType) ? `${mimeType}; charset=utf-8` : mimeType;
}

/** RFC 8187: everything but a few characters is percent-encoded. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
