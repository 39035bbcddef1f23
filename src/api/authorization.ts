/** Key and secret of a Scenario API key, sent as HTTP Basic. */
export interface BasicCredentials {
  key: string;
  secret: string;
}

/** The literal `Authorization` header that reads public assets and models, and nothing else, without a key. */
export const PUBLIC_ACCESS = 'public-auth-token';

/** The `Authorization` header for a key and its secret, in UTF-8. */
export function basicAuthorization({ key, secret }: BasicCredentials): string {
  const bytes = new TextEncoder().encode(`${key}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Where the `Authorization` header of a client comes from. It is sent to the client's base URL alone. */
export interface ClientAuth {
  /** The header for a request, as `get` and `assets/a1`. Throws an `ApiError` (`needs-key`) where there is none. */
  header(method: string, path: string): string;
  /** What every read of a path is asked with besides. */
  params?(path: string): Readonly<Record<string, string>>;
  /** Told which header the far end did not accept. */
  refused(header: string): void;
}
