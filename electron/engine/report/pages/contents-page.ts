import type { ReportPage } from '#shared/reports.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { subLine } from '../heading.ts';
import { tableOf } from '../table-of.ts';

/** The report's other pages by what they are about, in their order; which sheet each begins on is known where they are laid out. */
export const contentsPage: PageMaker<'contents'> = (_page, tools) => {
  const { report, words, heading } = tools;
  const pages = report.pages.filter(({ show }) => show !== 'cover' && show !== 'contents');
  const columns = [{ label: words.say('report:people.page'), of: (page: ReportPage) => pageName(page, tools) }];
  return {
    draft: words.say('report:page.contents'),
    sub: subLine('', heading),
    blocks: [tableOf({ title: '', rows: pages, columns }, tools)],
  };
};

/** Example: 'Struktur: Region'. */
function pageName(page: ReportPage, { words }: PageTools): string {
  const name = words.say(`report:page.${page.show}`);
  if (page.show === 'structure' || page.show === 'list') return `${name}: ${words.grid.dimension(page.by)}`;
  return page.show === 'forecast' ? `${name}: ${words.grid.kpi(page.kpi)}` : name;
}
