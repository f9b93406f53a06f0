import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/question.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { assortmentQuestion, type OverviewPlan } from './overview-plan.model.ts';
import { changeColumn, labelColumn, marginColumns, ordersColumn, revenueColumn } from './ranking-columns.tsx';
import { ranking } from './ranking.model.ts';
import { TileFailure, TileWaiting } from './tile.tsx';
import { periodName, type Words } from './words.model.ts';

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
  const question = assortmentQuestion(plan, dimension, choices);
  const groups = useHostQuery('question.ask', question, { keep: true });
  const openPassport = useAppStore((state) => state.openPassport);
  const answer = groups.data;
  const rows = answer === undefined ? null : ranking(answer, words);
  const name = dimensionName(t, dimension, dimensions);
  const title = t('overview:assortment.title', { by: name.toLocaleLowerCase(words.format.locale) });
  const needs = { words, onOpen: (cell: CellRef) => openPassport({ question, cell }) };
  const compared = answer !== undefined && answer.comparePeriod !== null;
  const withMargin = plan.assortmentKpis.includes('gross-margin');
  return (
    <Card
      title={title}
      sub={
        answer === undefined
          ? ' '
          : t(compared && withMargin ? 'overview:assortment.sub' : 'overview:trend.sub', {
              period: periodName(answer.period, words),
            })
      }
      className="table-tile"
    >
      {groups.error !== null && <TileFailure error={groups.error} retry={() => void groups.refetch()} />}
      {rows === null && groups.error === null && <TileWaiting height={300} />}
      {rows !== null && (
        <Table
          caption={title}
          rows={rows}
          rowKey={(row) => row.key}
          isTotal={(row) => row.kind === 'total'}
          columns={[
            labelColumn(name),
            revenueColumn(needs),
            ...(compared ? [changeColumn(needs)] : []),
            ...(withMargin ? marginColumns(needs, compared) : []),
            ...(plan.assortmentKpis.includes('orders') ? [ordersColumn(needs)] : []),
          ]}
        />
      )}
    </Card>
  );
}
