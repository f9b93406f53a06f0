import { formatCompact, formatPercent, joined } from '#shared/format.ts';
import type { AnswerCell } from '#shared/question.ts';
import { cellsAt, sameRow, totalOf } from '#shared/tiles/answer-cells.ts';
import { compareName } from '#shared/tiles/tile-words.ts';
import { memberText } from './page-words.ts';
import { isNamed } from './report-table.ts';
import type { PageTools } from './page-tools.ts';
import type { ReportWords } from './report-context.ts';
import { baseOf, type RevenueStanding } from './revenue-standing.ts';

/** Of revenue before: what a member has to move it by to be worth a word. */
const LEAST_MOVE = 0.01;
/** Points of margin that are worth a word, and the least it may mean as a share of revenue. */
const LEAST_POINTS = 0.005;
const LEAST_EFFECT = 0.001;
/** So close to a target is just on it. */
const ON_TARGET = 0.0005;
const LONGEST_NAME = 60;

/** Dimensions that are places: 'i Syd', where others are 'för Berg AB'. */
const PLACES: ReadonlySet<string> = new Set(['region', 'city', 'country', 'channel', 'segment', 'category']);

/**
 * A page's headline on revenue: how it changed, whether it is on target, and the largest movement the other way, of a member's revenue
 * or of the margin. It tells what moved and never why. Without comparison it says how much there is.
 * Example: 'Intäkterna ökade 8 % och ligger över mål, men marginalen sjönk i Syd'.
 */
export function revenueHeadline(standing: RevenueStanding, tools: PageTools, withValue = false): string {
  const { total } = standing;
  const say = sayIn(tools);
  if (total === null || total.value === null) return say('none');
  const main = mainClause(standing, total, tools, withValue);
  const target = targetClause(standing, main.rose !== false, say);
  const contrary = main.rose === null ? null : contraryOf(standing, main.rose, tools);
  const start = target === null ? main.text : say(target.but ? 'but' : 'and', { main: main.text, clause: target.text });
  if (contrary === null) return start;
  return say(target?.but === true ? 'thenAnd' : 'thenBut', { main: start, clause: contrary });
}

type Say = ReportWords['say'];

const sayIn =
  ({ words }: Pick<PageTools, 'words'>): Say =>
  (key, values = {}) =>
    words.say(`report:numbers.headline.${key}`, values);

/** What revenue did; `rose` is null where there is nothing, or only a part, to compare with. */
function mainClause(
  { answer, partlyFrom }: RevenueStanding,
  { value, compare }: AnswerCell,
  tools: PageTools,
  withValue: boolean,
): { readonly text: string; readonly rose: boolean | null } {
  const say = sayIn(tools);
  const { format } = tools.words;
  const amount = joined(formatCompact(value ?? 0, 'money', format), format.locale);
  const difference = compare?.difference ?? null;
  // Of a year that the data do not reach back over, growth says nothing.
  if (difference === null || partlyFrom !== null) return { text: say('plain', { value: amount }), rose: null };
  const ratio = compare?.ratio ?? null;
  const size =
    ratio === null
      ? joined(formatCompact(Math.abs(difference), 'money', format), format.locale)
      : percent(ratio, tools);
  if (!/[1-9]/.test(size)) return { text: say(withValue ? 'sameAt' : 'same', { value: amount }), rose: true };
  const way = difference > 0 ? 'rose' : 'fell';
  const text = say(withValue ? `${way}To` : way, { size, value: amount });
  // A year before goes without saying.
  const against = baseOf(tools) === 'previous' ? compareName(answer, format) : null;
  const named = against === null ? text : `${text} ${tools.words.say('overview:against.period', { period: against })}`;
  return { text: named, rose: difference > 0 };
}

/** The size of a change in whole per cent, below one of them with a decimal. Example: −0.083 is '8 %', 0.004 '0,4 %'. */
function percent(ratio: number, { words }: Pick<PageTools, 'words'>): string {
  const size = Math.abs(ratio);
  return formatPercent(size, words.format.locale, size < 0.01 ? 1 : 0);
}

function targetClause(
  { goal, total }: RevenueStanding,
  rose: boolean,
  say: Say,
): { readonly text: string; readonly but: boolean } | null {
  if (goal === null || goal.tone === null || goal.target === null || total?.value == null) return null;
  const off = total.value - goal.target;
  const isOn = Math.abs(off) <= ON_TARGET * Math.abs(goal.target);
  if (goal.tone === 'neutral') return { text: say('target.near'), but: false };
  if (goal.tone === 'bad') return { text: say('target.below'), but: rose };
  return { text: say(isOn ? 'target.met' : 'target.above'), but: !rose };
}

interface Movement {
  /** In money of gross profit, so that a margin and a revenue can be held against each other. */
  readonly effect: number;
  readonly text: string;
}

/** The largest movement against that of the whole, null where none is worth a word. */
function contraryOf(standing: RevenueStanding, rose: boolean, tools: PageTools): string | null {
  const sign = rose ? -1 : 1;
  const found = [memberMovement(standing, sign, tools), marginMovement(standing, sign, tools)].filter(
    (each) => each !== null,
  );
  const [first] = found.toSorted((a, b) => b.effect - a.effect);
  return first?.text ?? null;
}

const isTold = (cell: AnswerCell): boolean => isNamed(cell) && !cell.marks.includes('small-base');

function memberMovement({ answer, total, by }: RevenueStanding, sign: number, tools: PageTools): Movement | null {
  const before = total?.compare?.value ?? 0;
  if (by === null || before <= 0) return null;
  const moved = cellsAt(answer, 'revenue', 1)
    .filter((cell) => isTold(cell) && cell.compare?.ratio != null)
    .map((cell) => ({ cell, by: sign * (cell.compare?.difference ?? 0), ratio: cell.compare?.ratio ?? 0 }))
    .filter((each) => each.by >= LEAST_MOVE * before)
    .toSorted((a, b) => b.by - a.by)[0];
  if (moved === undefined) return null;
  const margin = totalOf(answer, 'gross-margin')?.value ?? 1;
  const text = sayIn(tools)(sign < 0 ? 'member.fell' : 'member.rose', {
    size: percent(moved.ratio, tools),
    at: placeText(moved.cell, by, tools),
  });
  return { effect: moved.by * Math.max(0, margin), text };
}

function marginMovement({ answer, total, by }: RevenueStanding, sign: number, tools: PageTools): Movement | null {
  const revenue = total?.value ?? 0;
  const whole = totalOf(answer, 'gross-margin');
  const say = sayIn(tools);
  const way = sign < 0 ? 'fell' : 'rose';
  const overall = whole?.marks.includes('small-base') === true ? 0 : movedPoints(whole, sign) * revenue;
  const members =
    by === null
      ? []
      : cellsAt(answer, 'gross-margin', 1)
          .filter(isTold)
          .map((cell) => ({
            cell,
            effect: movedPoints(cell, sign) * Math.max(0, sameRow(answer, 'revenue', cell)?.value ?? 0),
          }))
          .toSorted((a, b) => b.effect - a.effect);
  const [worst] = members;
  const least = LEAST_EFFECT * revenue;
  if (worst !== undefined && worst.effect >= Math.max(least, overall / 2) && worst.effect > 0)
    return { effect: worst.effect, text: say(`margin.${way}At`, { at: placeText(worst.cell, by ?? '', tools) }) };
  return overall >= least && overall > 0 ? { effect: overall, text: say(`margin.${way}`) } : null;
}

/** How far a margin moved that way, 0 to 1; 0 where that is not worth a word. */
function movedPoints(cell: AnswerCell | null, sign: number): number {
  const points = sign * (cell?.compare?.difference ?? 0);
  return points >= LEAST_POINTS ? points : 0;
}

function placeText({ row }: AnswerCell, dimension: string, tools: PageTools): string {
  return sayIn(tools)(PLACES.has(dimension) ? 'at.in' : 'at.for', { name: shortName(row[0], dimension, tools) });
}

/** A member's name in a headline, which is one line. */
export function shortName(name: string | null | undefined, dimension: string, tools: PageTools): string {
  const text = memberText(name, dimension, tools);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}
