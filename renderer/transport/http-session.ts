const TOKEN_KEY = 'nyckeltal.token';
const HEARTBEAT_MS = 20_000;

/** Bearer session with the program on this machine. The token lives in this tab only; there is no cookie. */
export type SessionRequest = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

export interface HttpSession {
  request(path: string, init: SessionRequest): Promise<Response | null>;
  onGone(listener: () => void): () => void;
}

/** Swaps a one-time code for a token, or takes the one this tab already has. Null when neither works. */
export async function openHttpSession(code: string | null): Promise<HttpSession | null> {
  const token = code === null ? sessionStorage.getItem(TOKEN_KEY) : await swapCode(code);
  if (token === null) return null;
  sessionStorage.setItem(TOKEN_KEY, token);
  const session = startSession(token);
  return (await session.request('/alive', { method: 'POST' })) === null ? null : session;
}

async function swapCode(code: string): Promise<string | null> {
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const answer: unknown = response.ok ? await response.json() : null;
    const token = typeof answer === 'object' && answer !== null && 'token' in answer ? answer.token : null;
    return typeof token === 'string' ? token : sessionStorage.getItem(TOKEN_KEY);
  } catch {
    return null;
  }
}

function startSession(token: string): HttpSession {
  const listeners = new Set<() => void>();
  const end = (): void => {
    clearInterval(heartbeat);
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const request = async (path: string, init: SessionRequest): Promise<Response | null> => {
    const response = await fetch(path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    }).catch(() => null);
    // A page loaded again cuts off what it asked for: that alone says nothing against the token.
    if (response?.status === 401) sessionStorage.removeItem(TOKEN_KEY);
    if (response === null || response.status === 401) {
      end();
      return null;
    }
    return response;
  };
  const heartbeat = setInterval(() => void request('/alive', { method: 'POST' }), HEARTBEAT_MS);
  // A closed tab says so: the program then ends in a minute instead of waiting for a heartbeat that fell silent.
  const leave = { method: 'POST', keepalive: true, headers: { authorization: `Bearer ${token}` } };
  addEventListener('pagehide', () => void fetch('/leaving', leave).catch(() => undefined));
  return {
    request,
    onGone: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
