/** Choices of reports, apart from the schemas, which stay out of the pages. */
export const REPORT_TEMPLATES = ['board', 'monthly', 'team', 'customers', 'own'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

export const PAPER_SIZES = ['a4', 'letter'] as const;
export const PAPER_TURNS = ['landscape', 'portrait'] as const;
export interface Paper {
  readonly size: (typeof PAPER_SIZES)[number];
  readonly turn: (typeof PAPER_TURNS)[number];
}

/** As they are, by their first letters, or by numbers. */
export const SHOWN_NAMES = ['names', 'initials', 'numbers'] as const;
export type ShownNames = (typeof SHOWN_NAMES)[number];
