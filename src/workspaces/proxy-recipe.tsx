import { Button } from '~/ui/button';
import { copyText } from '~/ui/copy-text';

/** How a server of one's own passes requests on and adds the key, so that neither CORS nor a key in browsers is needed. */
export function ProxyRecipe({ baseUrl }: { baseUrl: string }) {
  const recipe = recipeFor(baseUrl);
  return (
    <details className="mt-2">
      <summary className="min-h-6 cursor-default text-text">
        A proxy for nginx, on the server of this site
      </summary>
      <pre className="mt-1 rounded bg-control-fill p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {recipe}
      </pre>
      <p className="mt-1 text-xs text-muted text-pretty">
        BASE64 is what <code className="font-mono">printf '%s' 'KEY:SECRET' | base64</code> prints. Then add a
        workspace with the address <code className="font-mono">/v1</code> and access through a proxy. Whoever
        reaches the site acts with that key; docs/deploy.md has the whole recipe, and one for Caddy.
      </p>
      <Button className="mt-2" onClick={() => void copyText(recipe, 'Copied the recipe')}>
        Copy the recipe
      </Button>
    </details>
  );
}

function recipeFor(baseUrl: string): string {
  const { host } = new URL(baseUrl);
  return `location /v1/ {
  proxy_pass ${baseUrl.replace(/\/+$/, '')}/;
  proxy_ssl_server_name on;
  proxy_set_header Host ${host};
  proxy_set_header Authorization "Basic BASE64";
  proxy_set_header Cookie "";
  client_max_body_size 10m;
}`;
}
