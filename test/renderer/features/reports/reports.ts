import type { ReportContent } from '../../../../shared/report-content.ts';
import type { Report, ReportPage } from '../../../../shared/reports.ts';

export const page = (
  id: string,
  change: Partial<Pick<ReportPage, 'headline' | 'read' | 'readAs' | 'comment'>> = {},
): ReportPage => ({
  id,
  show: 'goals',
  headline: null,
  read: false,
  comment: '',
  ...change,
});

export const report = (...pages: readonly ReportPage[]): Report => ({
  id: 'r',
  name: 'Styrelserapport',
  template: 'board',
  paper: { size: 'letter', turn: 'portrait' },
  locale: 'sv-SE',
  period: '2026',
  compare: 'last-year',
  filters: [],
  brand: {
    company: 'Norrland Kaffe AB',
    logo: 'data:image/png;base64,AAAA',
    colour: '#24405e',
    confidentiality: 'Hemligt',
  },
  names: { customer: 'names', rep: 'initials' },
  pages: [...pages],
});

export const content = (...drafts: readonly (readonly [id: string, draft: string])[]): ReportContent => ({
  locale: 'sv-SE',
  currency: 'SEK',
  company: 'Norrland Kaffe AB',
  period: '2026',
  against: null,
  dataAsOf: '',
  source: '',
  filters: [],
  pages: drafts.map(([id, draft]) => ({
    id,
    draft,
    sub: '',
    blocks: [{ is: 'text', place: 'main', title: '', paragraphs: [draft] }],
  })),
  facts: {
    period: { spec: '2026', from: '2026-01-01', to: '2026-12-31', open: false, through: '2026-12-31' },
    figures: [],
    imports: [],
  },
});
