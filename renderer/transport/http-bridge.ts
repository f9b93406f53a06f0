import type { Failure, Result } from '#shared/errors.ts';
import { typedCall } from './carry.ts';
import type { AddedFile, HostBridge } from './host-bridge.ts';
import type { HttpSession, SessionRequest } from './http-session.ts';

const gone: Failure = { code: 'E_UNAUTHORIZED', message: 'The session has ended.', details: {} };

/** The browser shell: JSON over loopback HTTP with a bearer token. */
export function httpBridge(session: HttpSession): HostBridge {
  const resultOf = async (path: string, init: SessionRequest): Promise<Result<unknown>> => {
    const response = await session.request(path, { method: 'POST', ...init });
    if (response === null) return { ok: false, error: gone };
    const answer: unknown = await response.json().catch(() => null);
    if (isResult(answer)) return answer;
    return { ok: false, error: { code: 'E_INTERNAL', message: `Status ${String(response.status)}`, details: {} } };
  };
  return {
    shell: 'browser',
    call: typedCall((method, input) =>
      resultOf(`/call/${method}`, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }),
    ),
    addFile: async (file) =>
      (await resultOf(`/files?name=${encodeURIComponent(file.name)}`, {
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      })) as Result<AddedFile>,
    save: async ({ downloadId, name }) => {
      const response = await session.request(`/downloads/${encodeURIComponent(downloadId)}`, { method: 'GET' });
      if (response === null) return { ok: false, error: gone };
      if (!response.ok) return { ok: false, error: { code: 'E_NOT_FOUND', message: 'The file is gone.', details: {} } };
      download(await response.blob(), name);
      return { ok: true, value: null };
    },
    pickWorkspace: null,
    pickFolder: null,
    onGone: (listener) => session.onGone(listener),
  };
}

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
