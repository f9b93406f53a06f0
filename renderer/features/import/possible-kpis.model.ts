import type { TFunction } from 'i18next';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import type { Inspection } from '#shared/importing.ts';
import { fieldName, kindName, listed } from './words.ts';

export interface PossibleKpi {
  readonly kpi: string;
  readonly possible: boolean;
  /** "kostnader", "kostnad och kund"; empty when possible. */
  readonly needs: string;
  /** Possible, or lacking only columns that a file of this kind may have. */
  readonly isNear: boolean;
}

/**
 * KPIs the file makes possible, then those that lack a column, then those that need other files: each with what it needs, a
 * whole kind where none of it is in the file.
 */
export function possibleKpis(
  t: TFunction,
  { possibleKpis: all, kind }: Pick<Inspection, 'possibleKpis' | 'kind'>,
): readonly PossibleKpi[] {
  const words = all.map(({ kpi, possible, needs }) => ({
    kpi,
    possible,
    isNear: needs.every((need) => need.startsWith(`${kind}.`)),
    needs: possible ? '' : listed([...new Set(needs.map((need) => needWord(t, kind, need)))], t('import:kpis.and')),
  }));
  const rank = ({ possible, isNear }: PossibleKpi): number => (possible ? 0 : isNear ? 1 : 2);
  return words.toSorted((a, b) => rank(a) - rank(b));
}

/** `cost.amount` in a sale file is the kind "kostnader"; `sale.cost` there is the field "kostnad". */
function needWord(t: TFunction, inFile: RecordKind, need: string): string {
  const [name = '', field] = need.split('.', 2);
  const kind = RECORD_KINDS.find((known) => known === name);
  if (kind === undefined) return need;
  return (kind === inFile && field !== undefined ? fieldName(t, kind, field) : kindName(t, kind)).toLowerCase();
}
