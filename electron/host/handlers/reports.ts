import { randomUUID } from 'node:crypto';
import { composeReport } from '#engine/report/compose.ts';
import { reportFromTemplate } from '#engine/report/templates.ts';
import { stoppable } from '#engine/stoppable.ts';
import { AppError } from '#shared/errors.ts';
import type { FinalReport } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { isToBeRead } from '#shared/report-text.ts';
import type { Handlers } from '../dispatcher.ts';
import type { ExportDesk } from '../export-rows.ts';
import { finalsOf } from '../finals.ts';
import type { HostClock } from '../host-clock.ts';
import { reportContexts } from '../report-contexts.ts';
import { writeReport } from '../write-report.ts';

type Group = Pick<
  Handlers,
  `report.${'list' | 'save' | 'remove' | 'fromTemplate' | 'content' | 'finals' | 'final' | 'finish' | 'removeFinal' | 'restoreFinal' | 'write'}`
>;

export function reportHandlers(desk: ExportDesk, clock: HostClock): Group {
  const { workspace } = desk;
  const contexts = reportContexts(workspace);
  const list = (): Report[] => [...workspace.store.saved('report')];
  const finals = () => finalsOf(workspace);
  const content = (report: Report) => composeReport(report, contexts.of(report));
  const final = (id: string): FinalReport => ({
    ...workspace.store.savedOne('final', id),
    content: workspace.store.savedOne('final-content', id).content,
  });
  const keep = ({ content: pages, ...about }: FinalReport): void =>
    workspace.store.changeSaved((save) => {
      save('final-content', { id: about.id, content: pages });
      save('final', about);
    });
  const removed = new Map<string, { readonly workspace: string; readonly final: FinalReport }>();
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
      const made = content(report);
      const unread = report.pages.flatMap((page, i) => {
        const shown = made.pages[i];
        return shown !== undefined && isToBeRead(page, shown) ? [String(i + 1)] : [];
      });
      if (unread.length > 0)
        throw new AppError('E_UNREAD_DRAFT', 'A headline is still an unread draft.', { pages: unread.join(', ') });
      // One that is removed can come back, to its own place.
      const taken = [...finals(), ...[...removed.values()].map((each) => each.final)].map(({ order }) => order);
      keep({ id: randomUUID(), at: clock.minute(), order: Math.max(0, ...taken) + 1, report, content: made });
      return finals();
    },
    'report.removeFinal': ({ id }) => {
      removed.set(id, { workspace: workspace.store.path, final: final(id) });
      workspace.store.changeSaved((_, remove) => {
        remove('final', id);
        remove('final-content', id);
      });
      return finals();
    },
    'report.restoreFinal': ({ id }) => {
      const known = removed.get(id);
      if (known?.workspace !== workspace.store.path)
        throw new AppError('E_NOT_FOUND', 'It is not there any more.', { id });
      keep(known.final);
      removed.delete(id);
      return finals();
    },
    'report.write': ({ source, format }, task) => {
      const shown =
        'final' in source ? final(source.final) : { report: source.report, content: content(source.report) };
      return writeReport(shown, format, desk, task);
    },
  };
}
