import type { TFunction } from 'i18next';
import type { KpiEntry, Output } from '#shared/contract.ts';
import { formatNumber, formatPercent, type Locale } from '#shared/format.ts';
import { LEAST_LAPSE } from '#shared/lapse.ts';
import { MEASURES } from '#shared/measures.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Settings } from '#shared/settings.ts';
import type { ToldNumberInput } from '#shared/told.ts';
import type { KpiWords } from '../../i18n/kpi-words.ts';

/** Settings that numbers go by, apart from which variant of a KPI is in force. */
export const RULES = ['lapse', 'workingDays', 'stageWeights', 'acquisition', 'officeHours'] as const;
export type Rule = (typeof RULES)[number];

/** What a formula goes by: settings, and KPIs that can be counted in several ways. */
export interface GoesBy {
  readonly rules: readonly Rule[];
  readonly kpis: readonly KpiEntry[];
}

/** Where each is kept. */
export const SETTING_OF = {
  lapse: 'lapseDays',
  workingDays: 'workingDays',
  stageWeights: 'stageWeights',
  acquisition: 'acquisitionCategories',
  officeHours: 'officeHours',
} as const satisfies Readonly<Record<Rule, keyof Settings>>;

/** Those of which every variant is worth seeing: a deal's own chance hides what the weights do in the first one. */
const IN_EVERY_VARIANT: ReadonlySet<Rule> = new Set(['stageWeights']);

const MEASURE_OF: ReadonlyMap<string, MeasureDefinition> = new Map(MEASURES.map((measure) => [measure.id, measure]));

const WORDS = /[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/g;
/** Words of a formula or fields of a measure, with the settings behind them. */
const BEHIND: Readonly<Record<string, readonly Rule[]>> = {
  customer_span: ['lapse'],
  'working-days': ['workingDays'],
  weighted_value: ['stageWeights'],
  stage_weighted_value: ['stageWeights'],
  acquisitionCategories: ['acquisition'],
  answer_office_hours: ['officeHours', 'workingDays'],
};

/**
 * Everything a formula goes by, down through the KPIs it names in their variants in force.
 * Example: '1 - churn' goes by the lapse and by how churn is counted.
 */
export function goesBy(formula: string, entries: readonly KpiEntry[]): GoesBy {
  const known = new Map(entries.map((entry) => [entry.kpi, entry]));
  const rules = new Set<Rule>();
  const kpis = new Map<string, KpiEntry>();
  const seen = new Set<string>();
  const read = (text: string): void => {
    for (const [word] of text.matchAll(WORDS)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const measure = MEASURE_OF.get(word);
      for (const behind of measure === undefined ? [word] : wordsOfMeasure(measure))
        for (const rule of BEHIND[behind] ?? []) rules.add(rule);
      const entry = known.get(word);
      if (entry === undefined || measure !== undefined) continue;
      if (entry.variants.length > 1) kpis.set(entry.kpi, entry);
      read(entry.formula);
    }
  };
  read(formula);
  return { rules: RULES.filter((rule) => rules.has(rule)), kpis: [...kpis.values()] };
}

function wordsOfMeasure({ kind, aggregate, where, nature }: MeasureDefinition): readonly string[] {
  const settings = where.flatMap((condition) => (condition.is === 'in-setting' ? [condition.setting] : []));
  const fields = 'field' in aggregate ? [aggregate.field] : [];
  return [kind, ...fields, ...settings, ...(nature === 'spread' ? ['working-days'] : [])];
}

/**
 * KPIs that go by a setting and can be counted: in the variant in force, else in the first of their variants that does.
 * Example: while the median of all hours is in force, 'response-time:office-hours' goes by the office hours; by the stages' weights
 * go 'weighted-pipeline' and 'weighted-pipeline:stage-weights'.
 */
export function referencesBehind(rule: Rule, entries: readonly KpiEntry[]): readonly string[] {
  const isBehind = (formula: string): boolean => goesBy(formula, entries).rules.includes(rule);
  return entries.flatMap(({ kpi, possible, formula, variant: inForce, inVariants }) => {
    const first = possible && isBehind(formula) ? [kpi] : [];
    if (first.length > 0 && !IN_EVERY_VARIANT.has(rule)) return first;
    const others = inVariants.filter((each) => each.possible && each.variant !== inForce && isBehind(each.formula));
    const wanted = IN_EVERY_VARIANT.has(rule) ? others : others.slice(0, 1);
    return [...first, ...wanted.map(({ variant }) => `${kpi}:${variant}`)];
  });
}

/**
 * What to import before a setting means anything: what the KPI that lacks least of those going by it lacks. None where some can be counted.
 * Example: without costs the costs of winning customers lack ['cost.amount'].
 */
export function lackingFor(rule: Rule, entries: readonly KpiEntry[]): readonly string[] {
  const behind = entries
    .flatMap(({ inVariants }) => inVariants)
    .filter(({ formula }) => goesBy(formula, entries).rules.includes(rule));
  if (behind.some(({ possible }) => possible)) return [];
  return behind.map(({ needs }) => needs).toSorted((a, b) => a.length - b.length)[0] ?? [];
}

export interface RuleNeeds {
  readonly t: TFunction;
  readonly locale: Locale;
  readonly settings: Settings;
  /** Undefined while it is on its way. */
  readonly lapse: Output<'catalogue.lapse'> | undefined;
}

export interface RuleLine {
  readonly label: string;
  readonly value: string;
  /** What the number in it is. */
  readonly told?: ToldNumberInput;
}

/** A setting as it is in force. Example: 'Kund räknas som förlorad efter' '258 dagar (2 × medianavståndet 129)'. */
export function ruleLine(rule: Rule, needs: RuleNeeds): RuleLine {
  return {
    label: needs.t(`library:rule.${rule}.name`),
    value: ruleValue(rule, needs),
    ...(rule === 'lapse' && needs.lapse !== undefined ? { told: { of: 'lapse', figure: 'inForce' } } : {}),
  };
}

function ruleValue(rule: Rule, { t, locale, settings, lapse }: RuleNeeds): string {
  switch (rule) {
    case 'lapse':
      return lapse === undefined ? '…' : lapseText(lapse, settings.lapseDays !== null, t, locale);
    case 'workingDays':
      return workingDaysText(settings.workingDays, t);
    case 'stageWeights': {
      const weights = Object.entries(settings.stageWeights).map(([stage, weight]) =>
        t('library:rule.stageWeights.one', { stage, share: formatPercent(weight, locale, 0) }),
      );
      return weights.length === 0 ? t('library:rule.stageWeights.none') : weights.join(', ');
    }
    case 'acquisition': {
      const { acquisitionCategories: ticked } = settings;
      if (ticked === null) return t('library:rule.acquisition.all');
      if (ticked.length === 0) return t('library:rule.acquisition.none');
      return ticked.map((name) => (name === '' ? t('library:rule.acquisition.unnamed') : name)).join(', ');
    }
    case 'officeHours':
      return `${settings.officeHours.from}–${settings.officeHours.to}`;
  }
}

/** Example: days 258 and a median gap of 129 are '258 dagar (2 × medianavståndet 129)'; chosen by the user, the days alone. */
export function lapseText(
  { days, medianGap }: Pick<Output<'catalogue.lapse'>, 'days' | 'medianGap'>,
  isChosen: boolean,
  t: TFunction,
  locale: Locale,
): string {
  const inDays = t('library:rule.lapse.days', { count: days, n: formatNumber(days, locale) });
  if (isChosen) return inDays;
  if (medianGap === null) return t('library:rule.lapse.noGaps', { days: inDays });
  const isLeast = 2 * medianGap < LEAST_LAPSE;
  const gap = formatNumber(medianGap, locale, 1, 0);
  return t(`library:rule.lapse.${isLeast ? 'least' : 'derived'}`, { days: inDays, gap });
}

function workingDaysText({ country, weekdays, extra }: Settings['workingDays'], t: TFunction): string {
  if (country === null) return t('library:rule.workingDays.none');
  const week = weekText(weekdays, t);
  const days = t('library:rule.workingDays.inForce', { country: t(`library:country.${country}`), week });
  return extra.length === 0 ? days : t('library:rule.workingDays.and', { days, count: extra.length });
}

/** Days in a row as from–to. Example: 0 to 4 are 'mån–fre', 0, 2 and 4 'mån, ons, fre'. */
export function weekText(weekdays: readonly number[], t: TFunction): string {
  const days = weekdays.toSorted((a, b) => a - b);
  const named = days.map((day) => t(`library:weekdayShort.${day}`));
  const isRun = days.length > 2 && (days.at(-1) ?? 0) - (days[0] ?? 0) === days.length - 1;
  return isRun ? `${named[0] ?? ''}–${named.at(-1) ?? ''}` : named.join(', ');
}

/** What a number goes by, in words: its settings, then how the KPIs in its formula are counted. */
export function goesByLines({ rules, kpis }: GoesBy, words: KpiWords, needs: RuleNeeds): readonly RuleLine[] {
  return [
    ...rules.map((rule) => ruleLine(rule, needs)),
    ...kpis.map(({ kpi, variant }) => ({
      label: needs.t('library:rule.kpi', { name: words.name(kpi) }),
      value: words.variant(kpi, variant),
    })),
  ];
}
