import type { TFunction } from 'i18next';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import type { Inspection } from '#shared/importing.ts';
import { fieldName, kindName, listed } from './words.ts';

export interface PossibleKpi {
  readonly kpi: string;
  readonly possible: boolean;
  /** "kostnader", "kostnad och kund"; empty when possible. */
  readonly needs: string;
}

/** KPIs the file makes possible, then those that need more with what they need: a whole kind where none of it is in the file. */
export function possibleKpis(
  t: TFunction,
  { possibleKpis: all, kind }: Pick<Inspection, 'possibleKpis' | 'kind'>,
): readonly PossibleKpi[] {
  const words = all.map(({ kpi, possible, needs }) => ({
    kpi,
    possible,
    needs: possible ? '' : listed([...new Set(needs.map((need) => needWord(t, kind, need)))], t('import:kpis.and')),
  }));
  return [...words.filter(({ possible }) => possible), ...words.filter(({ possible }) => !possible)];
}

/** `cost.amount` in a sale file is the kind "kostnader"; `sale.cost` there is the field "kostnad". */
function needWord(t: TFunction, inFile: RecordKind, need: string): string {
  const [name = '', field] = need.split('.', 2);
  const kind = RECORD_KINDS.find((known) => known === name);
  if (kind === undefined) return need;
  return (kind === inFile && field !== undefined ? fieldName(t, kind, field) : kindName(t, kind)).toLowerCase();
}
