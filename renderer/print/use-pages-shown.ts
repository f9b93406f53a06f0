import { useMemo, useState } from 'react';
import type { PageContent, ReportContent } from '#shared/report-content.ts';
import { takesSheet } from '#shared/report-text.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import { useSay } from '../charts/use-say.ts';
import { flowsOf, headlineOf, type ContentsEntry, type PageShown, type ReportFrame } from './blocks/blocks.model.ts';
import type { SheetRoom } from './paper.model.ts';

const NO_ENTRIES: readonly ContentsEntry[] = [];

/** What every page shows; the same object for a page that shows what it did, so that only what changed is set anew. */
export function usePagesShown(report: Report, content: ReportContent, room: SheetRoom): readonly PageShown[] {
  const say = useSay();
  const [known] = useState(() => new Map<string, { readonly of: readonly unknown[]; readonly shown: PageShown }>());
  const { name, pages } = report;
  return useMemo(() => {
    const madeOf = (page: ReportPage): PageContent =>
      content.pages.find(({ id }) => id === page.id) ?? { id: page.id, draft: '', sub: '', blocks: [] };
    const filled = pages.filter((page) => takesSheet(page, madeOf(page)));
    const drawn = filled.length === 0 ? pages : filled;
    const entries = drawn
      .filter(({ show }) => show !== 'cover' && show !== 'contents')
      .map((page) => ({ page: page.id, text: headlineOf(name, page, madeOf(page)) }));
    const written = JSON.stringify(entries);
    return drawn.map((page) => {
      const made = madeOf(page);
      const contents = page.show === 'contents';
      const of = [page, made, room, say, contents ? written : ''];
      const before = known.get(page.id);
      if (before?.of.every((one, index) => one === of[index]) === true) return before.shown;
      const shown = { page, made, flows: flowsOf(page, made, contents ? entries : NO_ENTRIES, room, say) };
      known.set(page.id, { of, shown });
      return shown;
    });
  }, [name, pages, content, room, say, known]);
}

/** What stands on every sheet; the same object while it says the same. */
export function useFrame({ name, brand }: Report, content: ReportContent): ReportFrame {
  const { locale, company, period, against, dataAsOf, source, filters } = content;
  return useMemo(
    () => ({ name, brand, locale, company, period, against, dataAsOf, source, filters }),
    [name, brand, locale, company, period, against, dataAsOf, source, filters],
  );
}
