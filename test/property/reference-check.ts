import type { QuestionContext } from '#engine/question/context.ts';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { questionSchema, type QuestionInput, type Reason } from '#shared/question.ts';
import { ask, contextOf } from '../support/ask.ts';
import { cellKey, expectedCells } from '../support/reference/ask.ts';
import { isNumber, type Num } from '../support/reference/numbers.ts';
import { hasValues, type Settings, type Tables } from '../support/reference/rows.ts';
import { worldOf } from '../support/reference/world.ts';
import { rulesOf } from './worlds.ts';

/** Of the catalogue in force. */
export const inForce = KPI_CATALOGUE.flatMap(({ id, variants }) => variants.map((variant) => `${id}:${variant.id}`));

/** The program's own way to an answer. */
export function contextIn(tables: Tables, settings: Settings): QuestionContext {
  return contextOf(tables, {
    today: settings.today,
    fiscalYearStart: settings.fiscalYearStart,
    exchange: { base: settings.base, rates: settings.rates },
    rules: rulesOf(settings),
  });
}

export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function difference(expected: Num, value: number | null, reason: Reason | null): string | null {
  const isSame = isNumber(expected) ? value !== null && isNear(expected, value) : reason?.code === expected;
  return isSame ? null : `${String(value ?? reason?.code)}, not ${String(expected)}`;
}

/** What an answer has otherwise than the reference, cell by cell. */
export function differences(
  tables: Tables,
  settings: Settings,
  question: QuestionInput,
  context = contextIn(tables, settings),
): readonly string[] {
  const parsed = questionSchema.parse(question);
  const expected = new Map(expectedCells(worldOf(tables, settings), parsed));
  const found: string[] = [];
  const note = (key: string, what: string | null): void => {
    if (what !== null) found.push(`${key} is ${what}`);
  };
  for (const { kpi, row, column, other, value, reason, compare } of ask(context, parsed).cells) {
    const key = cellKey(kpi, row, column, other);
    const wanted = expected.get(key);
    expected.delete(key);
    if (wanted === undefined) note(key, `no cell, but ${String(value)} stands there`);
    else {
      note(key, difference(wanted.value, value, reason));
      if (wanted.beside !== null)
        note(`beside ${key}`, difference(wanted.beside, compare?.value ?? null, compare?.reason ?? null));
    }
  }
  for (const [key, { value }] of expected) note(key, `missing, not ${String(value)}`);
  return found;
}

/** Whether rows of some imported kind have a dimension: a question for another is refused. */
export function dimensionsOf(tables: Tables, settings: Settings): (dimension: string) => boolean {
  const kinds = Object.entries(worldOf(tables, settings).tables).filter(([kind]) => kind in tables);
  return (dimension) => kinds.some(([, rows]) => hasValues(rows, dimension));
}
