import {
  formatNumber,
  formatPercent,
  formatScaled,
  formatScaledSigned,
  formatSigned,
  formatSignedPercent,
  NO_VALUE,
  type Locale,
} from './format.ts';
import type { PageContent, ReportContent, Written } from './report-content.ts';
import type { ReportPage } from './reports.ts';

/** A number of a report's table as its column writes it, without unit; a dash for none. Example: 6 804 123 in thousands, signed, is '+6 804'. */
export function numberText(value: number | null, { unit, scale, decimals, signed }: Written, locale: Locale): string {
  if (value === null) return NO_VALUE;
  if (unit === 'ratio') return (signed ? formatSignedPercent : formatPercent)(value, locale, decimals);
  if (scale !== null) return (signed ? formatScaledSigned : formatScaled)(value, scale, locale);
  return (signed ? formatSigned : formatNumber)(value, locale, decimals);
}

/** The content under another company's name, which stands first under the headlines of its pages. */
export function withCompany(content: ReportContent, company: string): ReportContent {
  const before = content.company;
  if (before === company) return content;
  const renamed = (sub: string): string =>
    sub === before || sub.startsWith(`${before} · `) ? `${company}${sub.slice(before.length)}` : sub;
  return { ...content, company, pages: content.pages.map((page) => ({ ...page, sub: renamed(page.sub) })) };
}

/** Whether anything is to be read on a page; one without, such as actions before there are any, takes no sheet. */
export function takesSheet(
  { show, headline, comment }: Pick<ReportPage, 'show' | 'headline' | 'comment'>,
  { blocks }: Pick<PageContent, 'blocks'>,
): boolean {
  return show === 'cover' || show === 'contents' || headline !== null || comment.trim() !== '' || blocks.length > 0;
}

/** Whether a page keeps its report from being final: its headline is unread, and there is a sheet to read it on. */
export function isToBeRead(page: ReportPage, made: Pick<PageContent, 'draft' | 'blocks'>): boolean {
  return isUnread(page, made.draft) && takesSheet(page, made);
}

/**
 * Whether somebody still has to read the page's headline: nobody has, or its draft says something else by now, which a headline
 * of one's own may have to follow. Example: read as 'Intäkterna ökade 8 %', it is unread once the draft is 'Intäkterna ökade 6 %'.
 */
export function isUnread({ read, readAs }: Pick<ReportPage, 'read' | 'readAs'>, draft: string): boolean {
  return !read || (readAs !== undefined && readAs !== draft);
}
