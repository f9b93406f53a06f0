import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TAKEN_WHOLE } from '#columns/streamed/streamable.ts';
import { createHost } from '#host/create-host.ts';
import { logToStderr } from '#host/failures.ts';
import { findBrowser } from '#host/find-browser.ts';
import { settingsHere } from '#host/host-settings.ts';
import { pagesFolder } from '#host/pages.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { columnLimit } from '#store/column-memory.ts';
import { JSON_OPTION, printJson, type Command } from '../command.ts';
import { textTable } from '../text-table.ts';
import { sessionOf } from '../workspace-session.ts';

/** What this machine has that the program needs, and where things lie. */
export const doctorCommand: Command = {
  options: JSON_OPTION,
  run: async (context) => {
    const { args, out, words } = context;
    const settings = settingsHere('cli', temporaryFolder());
    const host = createHost(settings, logToStderr);
    const info = await sessionOf(host).call('app.info', {});
    await host.close();
    const findings = {
      version: info.version,
      node: process.versions.node,
      napi: Number(process.versions['napi']),
      sqlite: info.sqlite,
      browser: findBrowser(),
      pages: existsSync(fileURLToPath(new URL('index.html', pagesFolder()))),
      columnMegabytes: Math.floor(columnLimit() / 2 ** 20),
      takenWhole: TAKEN_WHOLE,
      workspaces: settings.library,
      config: settings.config,
    };
    if (args.is('json')) return printJson(context, findings);
    const said = (value: string | number | boolean | readonly string[] | null): string => {
      if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
      if (Array.isArray(value)) return value.join(', ');
      return value === null ? words('none') : String(value);
    };
    const rows = Object.entries(findings).map(([key, value]) => [words(`doctor.${key}`), said(value)]);
    out(textTable([{ title: 'Nyckeltal' }, { title: '' }], rows));
  },
};
