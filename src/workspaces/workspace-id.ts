/** The id of a far end in addresses: a slug of its base URL (without scheme and version) and project. */
export function workspaceId({
  baseUrl,
  projectId,
}: {
  baseUrl: string;
  projectId?: string | undefined;
}): string {
  const { host, pathname } = new URL(baseUrl);
  const slug = [host, pathname.replace(/\/v\d+\/?$/, ''), projectId ?? '']
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'workspace';
}
