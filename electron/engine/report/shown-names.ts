import type { ChartModel } from '#shared/charts/model.ts';
import type { ReportBlock, ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { memberNames } from '../question/member-names.ts';
import type { QuestionContext } from '../question/context.ts';
import type { ReportWords } from './report-context.ts';

/** Names as the reader of a report may see them. */
export interface ShownNames {
  readonly hides: (dimension: string) => boolean;
  /** The same words, members of hidden dimensions under the names that stand for them. */
  readonly words: ReportWords;
  /** Somebody who may be a rep, such as the owner of a goal. */
  readonly person: (name: string) => string;
  /** A text with every hidden name replaced: a formula, a remark. */
  readonly inText: (text: string) => string;
  /** Without the names that stay behind what is read: in charts keys, cells behind the marks and remarks, in tables what numbers open. */
  readonly withoutNames: (content: ReportContent) => ReportContent;
}

type Names = Report['names'];

/** Dimensions that name customers or reps; what a number stands for where initials would not do. */
const HIDDEN: Readonly<Record<string, { readonly by: keyof Names; readonly hasInitials: boolean }>> = {
  customer: { by: 'customer', hasInitials: true },
  customer_id: { by: 'customer', hasInitials: false },
  customer_key: { by: 'customer', hasInitials: false },
  title: { by: 'customer', hasInitials: false },
  rep: { by: 'rep', hasInitials: true },
  manager: { by: 'rep', hasInitials: true },
};

/**
 * How customers and reps are named in a report: as they are, by initials (equal ones numbered in the order of the names: 'AB', 'AB 2')
 * or by numbers in the order the workspace met them, so that a customer keeps his number while others join. Deals and customer
 * numbers, which tell whose they are, go by numbers wherever customers are hidden. What people wrote themselves stays as it is.
 * Example: 'Anna Berg' and 'Åke Björk' by initials are 'AB' and 'ÅB'; by numbers 'Säljare 1' and 'Säljare 2'.
 */
export function shownNames(
  names: Names,
  { queries }: Pick<QuestionContext, 'queries'>,
  words: ReportWords,
): ShownNames {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const modeOf = (dimension: string): Names['rep'] => {
    const hidden = Object.hasOwn(HIDDEN, dimension) ? HIDDEN[dimension] : undefined;
    return hidden === undefined ? 'names' : names[hidden.by];
  };
  const hides = (dimension: string): boolean => modeOf(dimension) !== 'names';
  const shownOf = (dimension: string): ReadonlyMap<string, string> => {
    const made = known.get(dimension);
    if (made !== undefined) return made;
    const members = memberNames(queries, dimension);
    const isInitials = modeOf(dimension) === 'initials' && HIDDEN[dimension]?.hasInitials === true;
    const map = isInitials
      ? byInitials(members)
      : new Map(members.flatMap((name, n) => (name === '' ? [] : [[name, numbered(dimension, n, words)] as const])));
    known.set(dimension, map);
    return map;
  };
  const member = (name: string, dimension: string): string =>
    shownOf(dimension).get(name) ?? words.say('report:people.hidden.unknown');
  let every: ReadonlyMap<string, string> | null = null;
  const allNames = (): ReadonlyMap<string, string> =>
    (every ??= new Map(
      Object.keys(HIDDEN)
        .filter(hides)
        .toReversed()
        .flatMap((dimension) => [...shownOf(dimension)]),
    ));
  const inText = (text: string): string => replacedIn(text, allNames());
  const hidden: ReportWords = {
    ...words,
    grid: {
      ...words.grid,
      member: (name, dimension) => (hides(dimension) ? member(name, dimension) : words.grid.member(name, dimension)),
    },
    filters: {
      ...words.filters,
      member: (name, dimension) =>
        name !== null && hides(dimension) ? member(name, dimension) : words.filters.member(name, dimension),
    },
  };
  return {
    hides,
    words: hidden,
    person: (name) => (hides('rep') ? (shownOf('rep').get(name) ?? shownOf('manager').get(name) ?? name) : name),
    inText,
    withoutNames: (content) => {
      const all = allNames();
      if (all.size === 0) return content;
      const pages = content.pages.map((page) => ({
        ...page,
        blocks: page.blocks.map((block) =>
          block.is === 'chart' ? { ...block, chart: withoutNames(block.chart, all) } : openingNone(block, all, hides),
        ),
      }));
      return { ...content, pages };
    },
  };
}

/** Members have their place in the dictionary of their names, from 1. */
const numbered = (dimension: string, n: number, { say }: ReportWords): string =>
  say(`report:people.hidden.${dimension}`, { n });

/** First letters of up to three words, in capitals. */
function initialsOf(name: string): string {
  const letters = [...name.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, 3).map(([word]) => [...word][0] ?? '');
  return letters.join('').toLocaleUpperCase('sv') || '?';
}

function byInitials(members: readonly string[]): ReadonlyMap<string, string> {
  const met = new Map<string, number>();
  const named = members.filter((name) => name !== '').toSorted((a, b) => (a < b ? -1 : 1));
  return new Map(
    named.map((name) => {
      const initials = initialsOf(name);
      const nth = (met.get(initials) ?? 0) + 1;
      met.set(initials, nth);
      return [name, nth === 1 ? initials : `${initials} ${String(nth)}`];
    }),
  );
}

const SIGNS = /[\\^$.*+?()[\]{}|/]/g;

/** Whole names, of those that begin alike the longest: a name is no part of another word. */
function replacedIn(text: string, all: ReadonlyMap<string, string>): string {
  const inside = [...all.keys()].filter((name) => text.includes(name)).toSorted((a, b) => b.length - a.length);
  if (inside.length === 0) return text;
  const some = inside.map((name) => name.replaceAll(SIGNS, String.raw`\$&`)).join('|');
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${some})(?![\p{L}\p{N}])`, 'gu');
  return text.replaceAll(whole, (name) => all.get(name) ?? '');
}

const OTHER_WORDS: ReadonlySet<string> = new Set([
  'period',
  'compare',
  'kpi',
  'kpis',
  'variants',
  'grain',
  'dimension',
]);

/** A number whose passport would tell a hidden name, or what a filter looks for in one, opens none. */
function openingNone(block: ReportBlock, all: ReadonlyMap<string, string>, hides: ShownNames['hides']): ReportBlock {
  const isTelling = (value: unknown): boolean => {
    if (typeof value === 'string') return replacedIn(value, all) !== value;
    if (typeof value !== 'object' || value === null) return false;
    const isHidden = 'op' in value && 'dimension' in value && hides(String(value.dimension));
    // What a period or a KPI is called is no name, though it may read like one.
    return isHidden || Object.entries(value).some(([key, inside]) => !OTHER_WORDS.has(key) && isTelling(inside));
  };
  if (block.is === 'figures')
    return {
      ...block,
      figures: block.figures.map(({ opens, ...figure }) =>
        opens === undefined || isTelling(opens) ? figure : { ...figure, opens },
      ),
    };
  if (block.is !== 'table' || block.opens === undefined) return block;
  const { opens, ...bare } = block;
  if (opens.of !== 'cells') return isTelling(opens) ? bare : block;
  if (isTelling(opens.questions) || isTelling(opens.columns)) return bare;
  const isName = (member: string | null): boolean => member !== null && all.has(member);
  return {
    ...bare,
    opens: { ...opens, rows: opens.rows.map((row) => (row?.path.some(isName) === true ? null : row)) },
  };
}

function withoutNames(chart: ChartModel, all: ReadonlyMap<string, string>): ChartModel {
  const apart = (keys: readonly string[]): ReadonlyMap<string, string> =>
    new Map(keys.flatMap((key, at) => (all.has(key) ? [[key, `hidden ${String(at + 1)}`] as const] : [])));
  const categories = apart(chart.categories.map(({ key }) => key));
  const series = apart(chart.series.map(({ key }) => key));
  const orSame = (keys: ReadonlyMap<string, string>, key: string): string => keys.get(key) ?? key;
  const isNamed = (path: readonly (string | null)[]): boolean => path.some((name) => name !== null && all.has(name));
  const bare = <P extends ChartModel['series'][number]['points'][number]>(point: P): P =>
    point.cell !== null && (isNamed(point.cell.row) || isNamed(point.cell.column)) ? { ...point, cell: null } : point;
  return {
    ...chart,
    categories: chart.categories.map((each) => ({ ...each, key: orSame(categories, each.key) })),
    series: chart.series.map((each) => ({
      ...each,
      key: orSame(series, each.key),
      of: each.of === null ? null : orSame(series, each.of),
      points: each.points.map(bare),
      total: each.total === null ? null : bare(each.total),
    })),
    annotations: chart.annotations.map((each) => ({
      ...each,
      at: orSame(categories, each.at),
      series: each.series === null ? null : orSame(series, each.series),
      text: replacedIn(each.text, all),
      author: replacedIn(each.author, all),
    })),
  };
}
