import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { PAGE_HEADERS } from '#host/page-headers.ts';
import type { Page } from '#host/pages.ts';
import { isOwnUrl } from './policy.ts';

export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

const refused = (status: number): Response => new Response(null, { status, headers: PAGE_HEADERS });

/** `app://bundle/…` from the allow-list of pages; everything else is 404 or 405. */
export function servePages(pages: ReadonlyMap<string, Page>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const page = isOwnUrl(request.url) ? pages.get(new URL(request.url).pathname) : undefined;
    if (page === undefined) return refused(404);
    const body = request.method === 'HEAD' ? null : await readFile(page.file);
    return new Response(body, { status: 200, headers: { ...PAGE_HEADERS, 'Content-Type': page.type } });
  };
}
