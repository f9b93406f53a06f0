import type { TitleWords } from '#shared/tiles/tile-title.ts';
import { goalName } from '#shared/goal-words.ts';
import type { Goal } from '#shared/goals.ts';
import type { InsightWords } from '#shared/tiles/insight-words.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';
import type { PageTools } from './page-tools.ts';

/** What tiles, cards and insights of a page are told with: in the report's language, names as its reader may see them. */
export function wordsOf({ words, scale }: Pick<PageTools, 'words' | 'scale'>): TitleWords & InsightWords {
  const { say, format, grid } = words;
  return {
    t: say,
    format,
    scale,
    member: grid.member,
    nameOf: grid.kpi,
    kpiName: grid.kpi,
    dimensionOf: grid.dimension,
  };
}

/** A member as a line is headed: the unknown one has a name too. Example: null is 'Okänt'. */
export function memberText(
  name: string | null | undefined,
  dimension: string,
  { words }: Pick<PageTools, 'words'>,
): string {
  return name === null || name === undefined || name === ''
    ? words.say('overview:unknown')
    : words.grid.member(name, dimension);
}

/** As within a sentence; abbreviations keep their capitals. Example: 'Region' is 'region', 'MRR' stays. */
export const inside = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);

/** What a goal is called in the report. Example: 'Intäkter 25,6 mkr', 'Nya kunder 22 · Syd'. */
export function goalTitle(goal: Goal, tools: Pick<PageTools, 'words' | 'context' | 'names'>): string {
  const { say, format, grid } = tools.words;
  const planned = kpiPlanner({ variants: {}, compare: 'none' }, tools.context.question);
  const name = goalName(goal, {
    say: (key, values = {}) => say(`goals:${key}`, values),
    format,
    kpiName: grid.kpi,
    unitOf: (reference) => {
      const { variant, definition } = planned(reference);
      return variant.unit ?? definition.unit;
    },
    member: (member, dimension) => memberText(member, dimension, tools),
  });
  return tools.names.inText(name);
}

/** Under a page's headline: whose, of what and when. Example: 'Norrland Kaffe AB · Intäkter per region, tkr · jan–sep 2026'. */
export function subLine(parts: readonly (string | null)[], { heading }: Pick<PageTools, 'heading'>): string {
  return [heading.company, ...parts].filter((part) => part !== null && part !== '').join(' · ');
}

/** Words in a row. Example: 'utfall, mål och föregående år'. */
export function listText(words: readonly string[], say: PageTools['words']['say']): string {
  const [last] = words.slice(-1);
  const others = words.slice(0, -1);
  return others.length === 0
    ? (last ?? '')
    : say('report:numbers.list', { others: others.join(', '), last: last ?? '' });
}
