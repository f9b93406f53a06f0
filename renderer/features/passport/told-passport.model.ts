import type { Told, ToldInput, ToldNumberInput, ToldPart } from '#shared/told.ts';
import { formatDate, formatRange } from '#shared/format-period.ts';
import {
  formatCompact,
  formatFull,
  formatNumber,
  formatPercent,
  formatPoints,
  formatSignedPercent,
  joined,
  NO_VALUE,
  type Formatted,
} from '#shared/format.ts';
import { chanceText } from '#shared/goal-words.ts';
import type { KpiWords } from '../../i18n/kpi-words.ts';
import {
  filterLines,
  leftOutLines,
  sourceLines,
  type Passport,
  type PassportLine,
  type PassportNeeds,
} from './passport.model.ts';

/** Everything a told number's panel says, finished. */
export interface ToldWords {
  readonly value: Formatted | null;
  readonly about: string;
  /** In words; null where its inputs say it all. */
  readonly formula: string | null;
  /** The same with values. */
  readonly live: string | null;
  readonly inputs: readonly PassportLine[];
  /** The numbers of the model. */
  readonly model: readonly PassportLine[];
  readonly scope: readonly PassportLine[];
  readonly rowsUsed: string;
  readonly rowsByPart: readonly PassportLine[];
  readonly leftOut: readonly PassportLine[];
  readonly sources: Passport['sources'];
}

export type ToldNeeds = Pick<PassportNeeds, 't' | 'format' | 'dimensionName' | 'memberName' | 'needName'> & {
  readonly words: KpiWords;
};

/** From here on a number of a model says nothing. */
const NO_SPREAD = 1e6;

/** Shares told without decimals. */
const WHOLE_PERCENT: ReadonlySet<string> = new Set(['verdict', 'covered80', 'covered95', 'learnt']);

/** What a formula with values needs; without all of them it is not shown. */
const LIVE: Readonly<Record<string, readonly string[]>> = {
  'heldOut.expected': ['expectedOfAll', 'customers'],
  'heldOut.happened': ['happenedOfAll', 'customers'],
  'movement.value-up': ['valueAfter', 'valueBefore'],
  'movement.value-down': ['valueAfter', 'valueBefore'],
  'movementOne.value-up': ['valueAfter', 'valueBefore'],
  'movementOne.value-down': ['valueAfter', 'valueBefore'],
  'pipeline.weighted': ['dealsValue', 'meanChance'],
  'pipeline.learnt': ['won', 'lost'],
  'both.value': ['booked', 'pipeline', 'history'],
  'both.range80-learnt': ['forecast', 'lowShare', 'highShare'],
  'both.range80-least': ['forecast', 'lowShare', 'highShare', 'booked'],
  'test.verdict-better': ['ownError', 'otherError'],
  'test.verdict-alike': ['ownError', 'otherError'],
  'test.verdict-worse': ['ownError', 'otherError'],
  'test.covered80': ['inside', 'ranged'],
  'test.covered95': ['inside', 'ranged'],
  'kept.off': ['outcome', 'kept'],
  'kept.off-all': ['outcome', 'kept'],
  'whatIf.sum-closed-deals': ['closed-deals', 'winRate', 'mean-closed-deals', 'price'],
  'whatIf.sum-orders': ['orders', 'mean-orders', 'price'],
  'whatIf.sum-number-of-sales': ['number-of-sales', 'mean-number-of-sales', 'price'],
  'whatIf.input-size-closed-deals': ['won-value', 'won'],
  'whatIf.input-size-orders': ['revenue', 'orders'],
  'whatIf.input-size-number-of-sales': ['revenue', 'number-of-sales'],
  'whatIf.effect': ['with', 'without'],
  'goal.expected': ['target', 'passed'],
  'goal.expected-stands': ['opening', 'target', 'passed'],
  'goal.required': ['target', 'outcome', 'daysLeft'],
  'goal.recent': ['recentSum', 'recentDays'],
  'goal.needed': ['target', 'denominator', 'numerator'],
  'goal.needed-margin': ['target', 'denominator', 'numerator'],
  'goal.needed-room': ['target', 'denominator', 'numerator'],
  'goal.needed-over': ['target', 'denominator', 'numerator'],
  'cells.change': ['valueNow', 'valueBefore'],
  'cells.change-points': ['valueNow', 'valueBefore'],
  'cells.growth': ['valueNow', 'valueBefore'],
  'cells.share': ['part', 'whole'],
  'cells.rest': ['all', 'named'],
  'cells.rest-change': ['all', 'named'],
  'customer.sum.mean': ['bought', 'customers'],
  'lapse.derived': ['medianGap'],
  'lapse.inForce': ['medianGap'],
  'lapse.derived-least': ['medianGap'],
  'lapse.inForce-least': ['medianGap'],
  'variance.price': ['revenueNow', 'atOldPrices'],
  'variance.volume': ['unitsNow', 'unitsBefore', 'meanPrice'],
  'variance.mix': ['atOldPrices', 'revenueBefore', 'volume'],
  'variance.unknown': ['all', 'named'],
};

/** Where the words of a number stand. Example: the expected value of one customer is 'customer.one.value'. */
function keyOf(number: ToldNumberInput): string {
  switch (number.of) {
    case 'customer':
      return `customer.${number.customer === undefined ? 'sum' : 'one'}.${number.figure}`;
    case 'held-out':
      return `heldOut.${number.figure}`;
    case 'movement':
      return `${movementOf(number)}.${number.step}`;
    case 'history':
      return `history.${number.period === null ? 'total' : 'one'}`;
    case 'back-test':
      return `test.${number.figure}`;
    case 'pipeline-test':
      return `${number.figure === 'outcomes' ? 'pipelineTest' : 'test'}.${number.figure}`;
    case 'kept':
      return `kept.${number.figure}${number.period === null ? '-all' : ''}`;
    case 'what-if':
      return `whatIf.${number.figure}`;
    case 'variance':
      return `variance.${number.part}`;
    case 'pipeline':
    case 'both':
    case 'goal':
    case 'cells':
    case 'lapse':
      return `${number.of}.${number.figure}`;
  }
}

/** The passport of a number that is no cell of a question. */
export function toldWords(number: ToldNumberInput, told: Told, needs: ToldNeeds): ToldWords {
  const { t, format } = needs;
  const { locale } = format;
  const key = told.form === null ? keyOf(number) : `${keyOf(number)}-${told.form}`;
  const shown = (input: ToldInput): string => {
    const today = inputText(input, needs);
    return input.to === undefined ? today : `${today} → ${inputText({ ...input, value: input.to }, needs)}`;
  };
  const line = (input: ToldInput): PassportLine => ({ label: t(`told:input.${input.id}`), value: shown(input) });
  const values = Object.fromEntries(
    told.inputs
      .map((input) => ({ ...input, value: input.to ?? input.value }))
      .filter(({ value }) => value !== null)
      .map((input) => [input.id, inputText(input, needs)]),
  );
  const known = LIVE[key]?.every((id) => values[id] !== undefined) ?? false;
  const range = ({ from, to }: NonNullable<Told['period']>): string => formatRange(from, to, locale);
  // A part lies within its whole.
  const total = told.parts.reduce((sum, { part, total: rows }) => (part === 'part' ? sum : sum + rows), 0);
  return {
    value: told.value === null ? null : valueOf(number, told, told.value, needs),
    about: t(`told:about.${key}`),
    formula: t(`told:formula.${key}`, { defaultValue: '' }) || null,
    live: known ? t(`told:live.${key}`, { ...values }) : null,
    inputs: told.inputs.filter((each) => !isOfModel(each)).map(line),
    model: told.inputs.filter(isOfModel).map(line),
    scope: [
      ...(told.ahead === null ? [] : [{ label: t('told:ahead'), value: range(told.ahead) }]),
      ...(told.period === null ? [] : [{ label: t('told:goesBy'), value: range(told.period) }]),
      ...(told.against === null ? [] : [{ label: t('told:against'), value: range(told.against) }]),
      ...filterLines(told.filters, needs),
    ],
    rowsUsed: formatNumber(total, locale),
    rowsByPart:
      told.parts.length < 2
        ? []
        : told.parts.map((part) => ({
            label: partName(part, told.parts, needs),
            value: formatNumber(part.total, locale),
            inner: true,
          })),
    leftOut: leftOutLines(told.leftOut, needs),
    sources: sourceLines(told.sources, needs),
  };
}

/** The value of a step, of one deal of it, or how many deals it has. */
function movementOf({ figure, deal }: Extract<ToldNumberInput, { readonly of: 'movement' }>): string {
  if (figure === 'deals') return 'movementDeals';
  return deal === undefined ? 'movement' : 'movementOne';
}

/** What a part is called: by its kind where another part has the same name. Example: rows of costs and rows of sales are 'kostnader' and 'försäljningsrader'. */
export function partName({ part, kind }: ToldPart, all: readonly ToldPart[], { t }: Pick<ToldNeeds, 't'>): string {
  const isShared = all.some((other) => other.part === part && other.kind !== kind);
  if (!isShared) return t(`told:part.${part}`);
  return t(`fields:kinds.${kind}`, { defaultValue: kind });
}

/** As the screen says it: a range from its lower end to its upper, a chance never certain. */
function valueOf(
  number: ToldNumberInput,
  { unit, form, upTo }: Told,
  value: number,
  { t, format }: ToldNeeds,
): Formatted {
  if (form === 'points') return { number: formatPoints(value, format.locale), unit: '' };
  const { locale } = format;
  const whole = (text: string): Formatted => ({ number: text, unit: '' });
  const text = (end: number): string => joined(formatCompact(end, unit, format), locale);
  if (upTo !== null)
    return whole(
      number.of === 'goal'
        ? t('goals:between', { from: text(value), to: text(upTo) })
        : t('forecast:fromTo', { low: text(value), high: text(upTo) }),
    );
  if (number.of === 'goal' && number.figure === 'chance')
    return whole(chanceText(value, { say: (key, values) => t(`goals:${key}`, { ...values }), format }));
  if (number.of === 'kept' && number.figure === 'off') return whole(formatSignedPercent(value, locale));
  if (number.of === 'what-if' && unit !== 'money' && unit !== 'ratio') return whole(formatNumber(value, locale));
  if (number.of === 'what-if' && number.figure === 'effect' && value > 0) return whole(`+${text(value)}`);
  if ('figure' in number && number.figure === 'mase') return whole(formatNumber(value, locale, 2));
  if ('figure' in number && WHOLE_PERCENT.has(number.figure ?? '')) return whole(formatPercent(value, locale, 0));
  return formatCompact(value, unit, format);
}

const isOfModel = ({ id, unit }: ToldInput): boolean => unit === 'parameter' || id === 'fittedTo';

function inputText({ value, unit }: ToldInput, { t, format }: ToldNeeds): string {
  if (value === null) return NO_VALUE;
  if (typeof value === 'string')
    return unit === 'word'
      ? t(value.startsWith('method.') ? `forecast:${value}` : `told:word.${value}`)
      : unit === 'day'
        ? formatDate(value, format.locale)
        : value;
  switch (unit) {
    case 'weeks':
      return formatNumber(value, format.locale, 2, 0);
    case 'months':
      return t('clv:months', { count: value });
    case 'parameter':
      return value < NO_SPREAD ? formatNumber(value, format.locale, 3) : '∞';
    case 'points':
      return formatPoints(value, format.locale, 0);
    case 'day':
    case 'word':
    case 'text':
      return String(value);
    case 'money':
    case 'ratio':
    case 'count':
    case 'quantity':
    case 'days':
    case 'hours':
    case 'years':
    case 'periods':
    case 'index':
      return formatFull(value, unit, format);
  }
}
