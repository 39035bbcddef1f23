import * as z from 'zod/mini';
import { type Access, definitionFields, type WorkspaceDefinition } from '~/workspaces/workspace-definition';

/** Where the Scenario service is. */
export const SCENARIO = 'https://api.cloud.scenario.com/v1';

interface WorkspaceForm {
  access: Access;
  name: string;
  /** With or without a scheme, or a path of this site. */
  baseUrl: string;
  project: string;
  /** Addresses, apart by blanks or commas. */
  hosts: string;
}

interface ReadForm {
  /** What is to be kept; undefined while something is wrong. */
  definition: Omit<WorkspaceDefinition, 'id'> | undefined;
  errors: { baseUrl?: string; hosts?: string };
  /** Something to know about the address, although it can be used. */
  hint: string | undefined;
}

const schema = z.object(definitionFields);

/** What a person typed, as a definition with an absolute address, or what is wrong with it. */
export function readWorkspaceForm(
  { access, name, baseUrl, project, hosts }: WorkspaceForm,
  { page, known }: { page: URL; known: readonly WorkspaceDefinition[] },
): ReadForm {
  const address = withScheme(baseUrl.trim());
  const mediaOrigins = hosts
    .split(/[\s,]+/)
    .filter((host) => host !== '')
    .map(withScheme);
  const url = URL.canParse(address, page.origin) ? new URL(address, page.origin) : undefined;
  const parsed = schema.safeParse({
    access,
    name: name.trim() || (url?.host ?? '-'),
    baseUrl: address,
    ...(project.trim() !== '' && { projectId: project.trim() }),
    ...(mediaOrigins.length > 0 && { mediaOrigins }),
  });
  if (!parsed.success || !url) {
    const isWrong = (field: string) => parsed.error?.issues.some(({ path }) => path[0] === field);
    return {
      definition: undefined,
      hint: undefined,
      errors: {
        ...(isWrong('baseUrl') && { baseUrl: addressError(url) }),
        ...(isWrong('mediaOrigins') && { hosts: 'Enter addresses such as https://files.example.' }),
      },
    };
  }
  if (page.protocol === 'https:' && url.protocol === 'http:' && !isLoopback(url)) {
    const error = 'This page came over https and may not speak to an http address. Use https.';
    return { definition: undefined, hint: undefined, errors: { baseUrl: error } };
  }
  const definition = { ...parsed.data, baseUrl: url.href };
  return { definition, errors: {}, hint: hintFor(url, access, known) };
}

function hintFor(url: URL, access: Access, known: readonly WorkspaceDefinition[]): string | undefined {
  if (access === 'key' && url.protocol === 'http:' && !isLoopback(url))
    return 'Over http:// the key can be read on its way. Use https:// where the server offers it.';
  const same = known.find(({ baseUrl }) => trimmed(baseUrl) === trimmed(url.href));
  return same && `${same.name} has this address too. Another one makes sense for another project.`;
}

function addressError(url: URL | undefined): string {
  if (url && (url.username !== '' || url.password !== ''))
    return 'Leave the key out of the address; it is asked for in the next step.';
  return 'Enter an http or https address without ? and #, or a path of this site such as /v1.';
}

/** `host/v1` is what people copy. */
function withScheme(text: string): string {
  return /^([a-z][a-z0-9+.-]*:|\/)/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}
