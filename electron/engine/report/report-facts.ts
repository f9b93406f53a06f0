import { formatNumber } from '#shared/format.ts';
import type { ReportFacts } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { knownKpis } from './at-hand.ts';
import type { PageTools } from './page-tools.ts';
import type { ReportContext } from './report-context.ts';

/** The KPIs of the report's summary pages, with how they were counted, and the files behind. */
export function reportFacts(report: Report, { ask, context }: PageTools): ReportFacts {
  const wished = report.pages.flatMap((page) => (page.show === 'summary' ? (page.kpis ?? []) : []));
  const kpis = knownKpis(wished, context.question);
  const { kpis: counted, cells, period } = ask({ kpis: [...new Set(['revenue', ...kpis])], compare: 'none' });
  return {
    period: { from: period.from, to: period.to },
    figures: counted.map(({ ref, variant, formula, unit }) => ({
      kpi: ref,
      variant,
      formula,
      unit,
      value: cells.find(({ kpi }) => kpi === ref)?.value ?? null,
    })),
    imports: context.imports.map(({ id, file, rows }) => ({ id, file: file.name, rows })),
  };
}

/** Which files the numbers are from. Example: 'Källa: fakturor.csv, 48 211 rader.' */
export function sourceLine({ imports, words }: ReportContext): string {
  const rows = imports.reduce((sum, each) => sum + each.rows - each.replaced, 0);
  return words.say('report:source', {
    count: imports.length,
    file: imports[0]?.file.name ?? '',
    rows: formatNumber(rows, words.format.locale),
  });
}
