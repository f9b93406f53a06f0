/** What the guard looks at. Header values as received; undefined where absent. */
export interface GuardRequest {
  readonly method: string;
  /** Path and query as received, not decoded. */
  readonly target: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  readonly authorization: string | undefined;
}

export type Route =
  | { readonly to: 'page'; readonly path: string }
  | { readonly to: 'session' }
  | { readonly to: 'call'; readonly method: string }
  | { readonly to: 'upload'; readonly name: string }
  | { readonly to: 'download'; readonly id: string }
  | { readonly to: 'alive' }
  | { readonly to: 'leaving' };

export type Verdict =
  | { readonly pass: true; readonly route: Route; readonly bodyLimit: number }
  | { readonly pass: false; readonly status: number; readonly badToken: boolean };

export const CALL_LIMIT = 4 * 2 ** 20;
export const SMALL_LIMIT = 1024;
export const UPLOAD_LIMIT = 2 ** 31;

interface Rule {
  readonly route: Route;
  readonly verb: 'GET' | 'POST';
  readonly token: boolean;
  readonly type: 'application/json' | 'application/octet-stream' | null;
  readonly bodyLimit: number;
}

function fileName(query: string): string | null {
  const match = /^name=([^&]{1,1000})$/.exec(query);
  try {
    return match === null ? null : decodeURIComponent(match[1] ?? '');
  } catch {
    return null;
  }
}

/** The one rule an address has, or null where there is none. Pages are looked up later, in their allow-list. */
function ruleOf(target: string): Rule | null {
  const [path = '', query, ...rest] = target.split('?');
  if (rest.length > 0) return null;
  if (path === '/files') {
    const name = fileName(query ?? '');
    const type = 'application/octet-stream';
    return name === null
      ? null
      : { route: { to: 'upload', name }, verb: 'POST', token: true, type, bodyLimit: UPLOAD_LIMIT };
  }
  if (query !== undefined) return null;
  const json = { verb: 'POST', type: 'application/json' } as const;
  if (path === '/session') return { ...json, route: { to: 'session' }, token: false, bodyLimit: SMALL_LIMIT };
  const empty = { verb: 'POST', type: null, token: true, bodyLimit: 0 } as const;
  if (path === '/alive') return { ...empty, route: { to: 'alive' } };
  if (path === '/leaving') return { ...empty, route: { to: 'leaving' } };
  const method = /^\/call\/([\w.]{1,60})$/.exec(path)?.[1];
  if (method !== undefined) return { ...json, route: { to: 'call', method }, token: true, bodyLimit: CALL_LIMIT };
  const id = /^\/downloads\/([\w-]{1,100})$/.exec(path)?.[1];
  if (id !== undefined) return { route: { to: 'download', id }, verb: 'GET', token: true, type: null, bodyLimit: 0 };
  return { route: { to: 'page', path }, verb: 'GET', token: false, type: null, bodyLimit: 0 };
}

/**
 * A request comes from our own page, or it is the first look at it. Opening the address from the private redirect file
 * is a navigation from another site: it may fetch the page, which holds no data, and nothing else.
 */
function comesFromHere(request: GuardRequest, route: Route): boolean {
  if (request.fetchSite === 'same-origin') return true;
  if (route.to !== 'page' || route.path !== '/') return false;
  if (request.fetchSite === 'none') return true;
  return request.fetchSite === 'cross-site' && request.fetchMode === 'navigate' && request.fetchDest === 'document';
}

/**
 * Which request may pass. `host` is exactly what `Host` must say (`127.0.0.1:41234`), looked at before anything else, so
 * that a name pointed at this machine gets nowhere; `knows` tells whether a bearer token is one of ours.
 */
export function guard(request: GuardRequest, host: string, knows: (token: string) => boolean): Verdict {
  const refuse = (status: number, badToken = false): Verdict => ({ pass: false, status, badToken });
  if (request.host !== host) return refuse(403);
  const rule = ruleOf(request.target);
  if (rule === null) return refuse(404);
  if (request.method !== rule.verb) return refuse(405);
  if (request.origin !== undefined && request.origin !== `http://${host}`) return refuse(403);
  if (request.origin === undefined && rule.verb !== 'GET') return refuse(403);
  if (!comesFromHere(request, rule.route)) return refuse(403);
  if (rule.token) {
    const token = /^Bearer ([\w-]{1,200})$/.exec(request.authorization ?? '')?.[1];
    if (token === undefined || !knows(token)) return refuse(401, request.authorization !== undefined);
  }
  if (rule.type !== null && request.contentType?.split(';')[0]?.trim().toLowerCase() !== rule.type) return refuse(415);
  const length = request.contentLength ?? '0';
  if (!/^\d{1,15}$/.test(length)) return refuse(400);
  if (Number(length) > rule.bodyLimit) return refuse(413);
  return { pass: true, route: rule.route, bodyLimit: rule.bodyLimit };
}
