import type { FormulaProblem, KpiCheck, OwnKpi } from '#shared/own-kpi.ts';
import type { Unit } from '#shared/units.ts';
import type { KpiDraft } from '../../state/kpis-slice.ts';

const LONGEST_ID = 60;

/**
 * The name of a KPI in formulas, from what it is called; a number behind it where that is taken.
 * Example: 'Intäkt per säljdag' is 'intakt-per-saljdag'; '2 %' is 'kpi-2'.
 */
export function idOf(name: string, isTaken: (id: string) => boolean): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const stem = (/^[a-z]/.test(plain) ? plain : ['kpi', plain].filter((part) => part !== '').join('-'))
    .slice(0, LONGEST_ID - 4)
    .replace(/-+$/, '');
  let id = stem;
  for (let next = 2; isTaken(id); next++) id = `${stem}-${String(next)}`;
  return id;
}

/** The unit that is shown: what was chosen where the formula allows it, else what it comes to. Null while it comes to nothing. */
export function unitOf({ unit }: Pick<KpiDraft, 'unit'>, check: KpiCheck | undefined): Unit | null {
  if (check?.ok !== true) return null;
  return unit !== null && check.units.includes(unit) ? unit : check.unit;
}

/** The KPI that a draft is of; `unnamed` while it has no name. */
export function kpiOf(draft: KpiDraft, id: string, unit: Unit, unnamed = ''): OwnKpi {
  const { name, definition, category, direction, formula } = draft;
  return { id, name: name.trim() === '' ? unnamed : name.trim(), definition, category, direction, unit, formula };
}

/** Whether there is anything in a draft that would be missed. */
export function isChanged({ saved, name, definition, category, direction, unit, formula }: KpiDraft): boolean {
  if (saved === null) return name.trim() !== '' || formula.trim() !== '';
  const now: Partial<OwnKpi> = { name, definition, category, direction, formula, ...(unit === null ? {} : { unit }) };
  return Object.entries(now).some(([key, value]) => Object.entries(saved).some(([k, v]) => k === key && v !== value));
}

/** The text around a problem's place; nothing is wrong but that something lacks where the text has ended or a space stands. */
export function aroundProblem(
  formula: string,
  { position, length }: Pick<FormulaProblem, 'position' | 'length'>,
): { readonly before: string; readonly wrong: string; readonly after: string } {
  const wrong = formula.slice(position, position + Math.max(length, 1));
  const isMissing = wrong.trim() === '';
  return {
    before: formula.slice(0, position),
    wrong: isMissing ? '' : wrong,
    after: formula.slice(position + wrong.length),
  };
}

const PLAIN: Readonly<Record<string, string>> = {
  '\u2212': '-',
  '\u2013': '-',
  '×': '*',
  '·': '*',
  '÷': '/',
  '”': '"',
  '“': '"',
};

/**
 * A formula with signs as formulas take them, outside quoted names. As many characters as before, so that the cursor keeps its place.
 * Example: 'revenue − cost ÷ 2' is 'revenue - cost / 2'.
 */
export function withPlainSigns(formula: string): string {
  return formula
    .split('"')
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/[\u2212\u2013×·÷”“]/g, (sign) => PLAIN[sign] ?? sign) : part,
    )
    .join('"');
}
