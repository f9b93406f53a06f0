import { randomUUID } from 'node:crypto';
import { composeReport } from '#engine/report/compose.ts';
import { reportFromTemplate } from '#engine/report/templates.ts';
import { stoppable } from '#engine/stoppable.ts';
import { AppError } from '#shared/errors.ts';
import type { FinalReport } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import type { Handlers } from '../dispatcher.ts';
import type { ExportDesk } from '../export-rows.ts';
import type { HostClock } from '../host-clock.ts';
import { reportContexts } from '../report-contexts.ts';
import { writeReport } from '../write-report.ts';

type Group = Pick<
  Handlers,
  `report.${'list' | 'save' | 'remove' | 'fromTemplate' | 'content' | 'finals' | 'final' | 'finish' | 'removeFinal' | 'write'}`
>;

export function reportHandlers(desk: ExportDesk, clock: HostClock): Group {
  const { workspace } = desk;
  const contexts = reportContexts(workspace);
  const list = (): Report[] => [...workspace.store.saved('report')];
  const finals = (): Omit<FinalReport, 'content'>[] =>
    [...workspace.store.saved('final')].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  const content = (report: Report) => composeReport(report, contexts.of(report));
  const final = (id: string): FinalReport => ({
    ...workspace.store.savedOne('final', id),
    content: workspace.store.savedOne('final-content', id).content,
  });
  return {
    'report.list': list,
    'report.save': (report) => {
      workspace.store.save('report', report);
      return list();
    },
    'report.remove': ({ id }) => {
      workspace.store.removeSaved('report', id);
      return list();
    },
    'report.fromTemplate': ({ locale, ...asked }) => {
      const id = randomUUID();
      return reportFromTemplate(asked, id, contexts.of({ id, locale }), contexts.words(locale));
    },
    'report.content': ({ report }, task) =>
      stoppable(
        () => task.throwIfCancelled(),
        () => content(report),
      ),
    'report.finals': finals,
    'report.final': ({ id }) => final(id),
    'report.finish': ({ report }) => {
      const unread = report.pages.flatMap(({ read }, i) => (read ? [] : [String(i + 1)]));
      if (unread.length > 0)
        throw new AppError('E_UNREAD_DRAFT', 'A headline is still an unread draft.', { pages: unread.join(', ') });
      const [id, made] = [randomUUID(), content(report)];
      workspace.store.changeSaved((save) => {
        save('final-content', { id, content: made });
        save('final', { id, at: clock.minute(), report });
      });
      return finals();
    },
    'report.removeFinal': ({ id }) => {
      workspace.store.changeSaved((_, remove) => {
        remove('final', id);
        remove('final-content', id);
      });
      return finals();
    },
    'report.write': ({ source, format }, task) => {
      const shown =
        'final' in source ? final(source.final) : { report: source.report, content: content(source.report) };
      return writeReport(shown, format, desk, task);
    },
  };
}
