import { isoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import { sqliteVersion } from '#store/sqlite-version.ts';
import type { Handlers } from '../dispatcher.ts';
import type { HostClock } from '../host-clock.ts';
import type { HostSettings } from '../host-settings.ts';
import type { Tasks } from '../tasks.ts';

type Group = Pick<Handlers, 'app.info' | 'task.state' | 'task.cancel' | 'report.print' | 'report.printed'>;

const cannotPrint = (): never => {
  throw new AppError('E_NO_BROWSER', 'Nothing here can print.');
};

/** What needs no workspace. Printing is the shell's: see `printing-host.ts`. */
export function appHandlers({ version, shell }: HostSettings, clock: HostClock, tasks: Tasks): Group {
  const sqlite = sqliteVersion();
  return {
    'app.info': () => ({ version, shell, sqlite, today: isoDate(clock.today()), canPrint: false }),
    'task.state': ({ taskId }) => tasks.state(taskId),
    'task.cancel': ({ taskId }) => {
      tasks.cancel(taskId);
      return null;
    },
    'report.print': cannotPrint,
    'report.printed': cannotPrint,
  };
}
