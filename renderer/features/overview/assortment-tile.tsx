import { useTranslation } from 'react-i18next';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { GroupTableTile } from './group-table-tile.tsx';
import { assortmentQuestion, type OverviewPlan } from './overview-plan.model.ts';
import { changeColumn, labelColumn, marginColumns, ordersColumn, revenueColumn } from './ranking-columns.tsx';
import { assortmentSub } from './ranking.model.ts';
import type { Words } from './words.model.ts';

interface AssortmentTileProps {
  readonly plan: OverviewPlan;
  readonly dimension: string;
  readonly choices: OverviewChoices;
  readonly dimensions: readonly NamedDimension[];
  readonly words: Words;
}

/** What sells and what it earns: revenue, margin and orders by product group. */
export function AssortmentTile({ plan, dimension, choices, dimensions, words }: AssortmentTileProps) {
  const { t } = useTranslation();
  const name = dimensionName(t, dimension, dimensions);
  return (
    <GroupTableTile
      question={assortmentQuestion(plan, dimension, choices)}
      title={t('overview:assortment.title', { by: name.toLocaleLowerCase(words.format.locale) })}
      sub={(answer) => assortmentSub(answer, words)}
      columns={(needs, compared) => [
        labelColumn(name),
        revenueColumn(needs),
        ...(compared ? [changeColumn(needs)] : []),
        ...(plan.assortmentKpis.includes('gross-margin') ? marginColumns(needs, compared) : []),
        ...(plan.assortmentKpis.includes('orders') ? [ordersColumn(needs)] : []),
      ]}
      words={words}
    />
  );
}
