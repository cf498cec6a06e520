import type { Me, Refusal } from '../wire';
import type { Keep } from './castOutbox';

const tokenKey = 'token';

/** In the demo a link's fragment names the person; it is kept by the tab alone and leaves the address at once. */
function tokenOfThisTab(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(tokenKey, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(tokenKey) ?? undefined;
}

export const token: string | undefined = tokenOfThisTab();

/** What survives a reload; in the demo each tab is its own person, so the tab keeps it. */
export const keep: Keep = token ? sessionStorage : localStorage;

/** The assembly in the address: `/a/ASSEMBLY/floor`. */
export const assemblyOfPage: string | undefined = /^\/a\/([^/]+)\//.exec(location.pathname)?.[1];

export class HttpRefusal extends Error {
  constructor(readonly status: number, readonly code: string, text: string, readonly article?: string) {
    super(text);
  }
}

export async function http(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(path, { ...init, headers, cache: 'no-store' });
  if (response.ok) return response;
  const said = (await response.json().catch(() => undefined)) as { code?: string; text?: string; article?: string; refusal?: Refusal } | undefined;
  const { code, text, article } = said?.refusal ?? said ?? {};
  throw new HttpRefusal(response.status, code ?? `http.${response.status}`, text ?? '', article);
}

export const getJson = async <T>(path: string): Promise<T> => (await http(path)).json() as Promise<T>;

export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await http(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
}

/** The address of a page that the server makes; in the demo it says who asks. */
export const pageAt = (path: string): string => (token ? `${path}?access_token=${encodeURIComponent(token)}` : path);

export const me = () => getJson<Me>('/api/me');
