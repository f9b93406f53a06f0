import { AppError, type Failure } from '#shared/errors.ts';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { plain, width } from './text-table.ts';
import type { Words } from './words.ts';

/** A problem in a formula as the failure that it is when the formula is saved. */
export function formulaFailure(formula: string, { problem, position, length, names }: FormulaProblem): AppError {
  const place = { formula, position, length, word: formula.slice(position, position + length) };
  const message = `The formula is wrong at character ${String(position + 1)}.`;
  return problem === 'cycle'
    ? new AppError('E_FORMULA_CYCLE', message, { ...place, path: names })
    : new AppError('E_BAD_FORMULA', message, { ...place, problem, names });
}

const listOf = (value: Failure['details'][string] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : '';

/** What is wrong with a formula, in one sentence, with what may be meant instead; null for other failures. */
export function formulaSentence({ code, details }: Failure, words: Words): string | null {
  const { formula, problem } = details;
  if (code === 'E_FORMULA_CYCLE' && Array.isArray(details['path']))
    return `${words(`errors:${code}`)} (${details['path'].join(' → ')})`;
  if (code !== 'E_BAD_FORMULA' || typeof formula !== 'string' || typeof problem !== 'string') return null;
  const names = listOf(details['names']);
  const sentence = words(`errors:${code}_${problem}`, { word: String(details['word']), names });
  const isNear = (problem === 'unknown-name' || problem === 'no-function') && names !== '';
  return isNear ? `${sentence} ${words('formulaNear', { names })}` : sentence;
}

/** The line of the formula that is at fault with a mark under the place; '' for other failures. */
export function formulaPlace({ details }: Failure): string {
  const { formula, position, length } = details;
  if (typeof formula !== 'string' || typeof position !== 'number' || typeof length !== 'number') return '';
  const start = formula.lastIndexOf('\n', position - 1) + 1;
  const [line = ''] = formula.slice(start).split('\n', 1);
  const [before, at] = [line.slice(0, position - start), line.slice(position - start, position - start + length)];
  return `${plain(line)}\n${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(at)))}\n`;
}
