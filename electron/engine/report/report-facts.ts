import { formatNumber } from '#shared/format.ts';
import type { Answer } from '#shared/question.ts';
import type { ReportFacts } from '#shared/report-content.ts';
import type { PageTools } from './page-tools.ts';
import type { ReportContext } from './report-context.ts';

/** The KPIs on the report's pages over its period, with how they were counted, and the files behind with the rows that count. */
export function reportFacts(
  { context, mentioned }: Pick<PageTools, 'context' | 'mentioned'>,
  ask: (kpis: string[]) => Answer,
): ReportFacts {
  const refs = [...new Set(['revenue', ...mentioned().map(({ ref }) => ref)])];
  const { kpis, cells, period } = ask(refs.slice(0, MOST));
  return {
    period,
    figures: kpis.map(({ ref, variant, formula, unit }) => ({
      kpi: ref,
      variant,
      formula,
      unit,
      value: cells.find(({ kpi, row }) => kpi === ref && row.length === 0)?.value ?? null,
    })),
    imports: context.imports.map(({ id, file, rows, replaced }) => ({ id, file: file.name, rows: rows - replaced })),
  };
}

/** As many as one question may have. */
const MOST = 120;

/** Which files the numbers are from. Example: 'Källa: fakturor.csv, 48 211 rader.' */
export function sourceLine({ imports, words }: Pick<ReportContext, 'imports' | 'words'>): string {
  const rows = imports.reduce((sum, each) => sum + each.rows - each.replaced, 0);
  return words.say('report:source', {
    count: imports.length,
    file: imports[0]?.file.name ?? '',
    rows: formatNumber(rows, words.format.locale),
  });
}
