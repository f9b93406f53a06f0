import { parseKpiReference } from '../kpi-reference.ts';
import type { Tile } from '../dashboards.ts';
import { DATE_DIMENSION } from '../members.ts';
import type { Answer } from '../question.ts';
import { totalOf } from './answer-cells.ts';
import { periodName, scaleWord, sideNames, type Words } from './tile-words.ts';

export interface TitleWords extends Words {
  readonly nameOf: (kpi: string) => string;
  readonly dimensionOf: (dimension: string) => string;
}

/** What a tile is called: its own name, else what its content says. Example: revenue by month is 'Intäkter per månad, tkr'. */
export function tileTitle(tile: Tile, words: TitleWords, answer: Answer | null = null): string {
  if (tile.title !== null) return tile.title;
  const { t, nameOf } = words;
  if (tile.show === 'kpi') return nameOf(tile.kpi);
  if (tile.show === 'text') return t('dashboards:tile.text');
  const question = tile.show === 'chart' ? tile.question : tile.view.question;
  const [first] = question.rows;
  const [kpi = ''] = question.kpis;
  const by = first === undefined ? null : axisWord(first, words);
  const isWhy = tile.show === 'chart' && tile.kind === 'waterfall';
  if (isWhy && parseKpiReference(kpi).kpi === 'revenue' && question.kpis.length === 1 && by !== null)
    return t(`overview:breakdown.title.${directionOf(answer)}`, { by, unit: scaleWord(words) });
  if (tile.show === 'table' && kpi === 'revenue' && question.kpis.length === 1 && first !== undefined)
    return rankingTitle(first.dimension, by ?? '', t);
  if (tile.show === 'table' && kpi === 'revenue' && question.kpis.includes('gross-margin') && by !== null)
    return t('overview:assortment.title', { by });
  const names = kpiList(question.kpis, words);
  const name = by === null ? names : t('dashboards:title.by', { names, by });
  const isMoney = tile.show === 'chart' && answer?.kpis.some(({ unit }) => unit === 'money') === true;
  return isMoney ? t('charts:withUnit', { name, unit: scaleWord(words) }) : name;
}

function rankingTitle(dimension: string, by: string, t: Words['t']): string {
  const otherwise = t('overview:ranking.title.other', { by });
  return t(`overview:ranking.title.${dimension}`, { defaultValue: otherwise }) || otherwise;
}

/** Of the change of an answer's first KPI. */
export function directionOf(answer: Answer | null): 'rose' | 'fell' | 'unchanged' | 'none' {
  const kpi = answer?.kpis[0]?.ref;
  const difference = answer === null || kpi === undefined ? null : (totalOf(answer, kpi)?.compare?.difference ?? null);
  return difference === null ? 'none' : difference > 0 ? 'rose' : difference < 0 ? 'fell' : 'unchanged';
}

/** Up to three names, then how many more: 'Samtal, möten, demosamtal'. */
function kpiList(kpis: readonly string[], { t, nameOf, format }: TitleWords): string {
  const [first = '', ...others] = kpis.map(nameOf);
  const rest = others.slice(0, 2).map((name) => lowered(name, format.locale));
  const more = kpis.length - 1 - rest.length;
  const names = [first, ...rest].join(', ');
  return more > 0 ? t('dashboards:title.more', { names, count: more }) : names;
}

/** Inside a sentence: abbreviations keep their capitals. */
const lowered = (name: string, locale: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.slice(0, 1).toLocaleLowerCase(locale) + name.slice(1);

function axisWord(
  { dimension, grain }: { readonly dimension: string; readonly grain?: string | undefined },
  { t, dimensionOf, format }: TitleWords,
): string {
  return dimension === 'date'
    ? t(`dashboards:grain.${grain ?? 'month'}`)
    : lowered(dimensionOf(dimension), format.locale);
}

/** What a chart tile shows and when, below its title; `aims`: it has targets. Example: 'Utfall mot föregående år, jan–okt 2026.' */
export function chartSub(
  { kind, question }: Pick<Extract<Tile, { show: 'chart' }>, 'kind' | 'question'>,
  answer: Answer,
  aims: boolean,
  words: TitleWords,
): string {
  const period = periodName(answer.period, words);
  const isTime = question.rows[0]?.dimension === DATE_DIMENSION;
  if (answer.comparePeriod === null || answer.cells.every(({ compare }) => (compare?.value ?? null) === null))
    return words.t(aims ? 'overview:trend.subTarget' : 'overview:trend.sub', { period });
  const [before, now] = sideNames(answer, words);
  if (kind === 'waterfall') {
    const by = words.dimensionOf(question.rows[0]?.dimension ?? '').toLocaleLowerCase(words.format.locale);
    return words.t('overview:breakdown.sub', { by, unit: scaleWord(words), now, before });
  }
  if (isTime && aims) return words.t('overview:trend.subBoth', { period });
  return isTime ? words.t('overview:trend.subCompared', { period }) : words.t('dashboards:against', { now, before });
}
