import type { AppError } from '#shared/errors.ts';
import { FORMULA_PROBLEMS, type FormulaProblem } from '#shared/own-kpi.ts';
import type { KpiDefinition } from '#shared/kpi-definition.ts';
import { tokensOf } from './tokens.ts';

/**
 * What is wrong with a formula and where, of an error thrown for it; null for any other error. What is wrong in the formula of a
 * KPI that it names is told at that name, as `unreadable`.
 * Example: E_BAD_FORMULA for 'net-sale' is 'unknown-name' at 0, 8 long, with the names ['net-sales'].
 */
export function formulaProblem(
  { code, details }: AppError,
  text: string,
  kpis: ReadonlyMap<string, KpiDefinition>,
): FormulaProblem | null {
  const place = { position: Number(details['position'] ?? 0), length: Number(details['length'] ?? 0) };
  if (code === 'E_FORMULA_CYCLE') return { problem: 'cycle', ...place, names: listOf(details['path']) };
  if (code !== 'E_BAD_FORMULA') return null;
  const problem = FORMULA_PROBLEMS.find((known) => known === details['problem']) ?? 'unexpected';
  const { formula } = details;
  if (formula === text) return { problem, ...place, names: listOf(details['names']) };
  const own = tokensOf(text).filter(({ kind, text: name }) => kind === 'name' && kpis.get(name)?.own !== undefined);
  const at = own.find(({ text: name }) => kpis.get(name)?.variants[0].formula === formula) ?? own[0];
  if (at === undefined) return { problem, position: 0, length: text.length, names: listOf(details['names']) };
  return { problem: 'unreadable', position: at.at, length: at.end - at.at, names: [at.text] };
}

function listOf(value: AppError['details'][string] | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
