import { useTranslation } from 'react-i18next';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { rankingQuestion } from './overview-plan.model.ts';
import { changeColumn, labelColumn, lengthColumn, revenueColumn, shareColumn } from './ranking-columns.tsx';
import { concentration, ranking } from './ranking.model.ts';
import { TileFailure, TileWaiting } from './tile.tsx';
import { periodName, type Words } from './words.model.ts';

interface RankingTileProps {
  readonly dimension: string;
  readonly choices: OverviewChoices;
  readonly dimensions: readonly NamedDimension[];
  readonly words: Words;
}

/** The ten largest by revenue, with share and change. A table already, so it has no twin. */
export function RankingTile({ dimension, choices, dimensions, words }: RankingTileProps) {
  const { t } = useTranslation();
  const question = rankingQuestion(dimension, choices);
  const groups = useHostQuery('question.ask', question, { keep: true });
  const openPassport = useAppStore((state) => state.openPassport);
  const answer = groups.data;
  const rows = answer === undefined ? null : ranking(answer, words);
  const name = dimensionName(t, dimension, dimensions);
  const title = t(`overview:ranking.title.${dimension}`, {
    defaultValue: t('overview:ranking.title.other', { by: name.toLocaleLowerCase(words.format.locale) }),
  });
  const needs = {
    words,
    onOpen: (cell: Parameters<typeof openPassport>[0]['cell']) => openPassport({ question, cell }),
  };
  const compared = answer !== undefined && answer.comparePeriod !== null;
  const said = answer === undefined || rows === null ? null : concentration(rows, answer, words);
  return (
    <Card
      title={title}
      sub={answer === undefined ? ' ' : (said ?? periodName(answer.period, words))}
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
            shareColumn(needs),
            ...(compared ? [changeColumn(needs)] : []),
            lengthColumn(needs),
          ]}
        />
      )}
    </Card>
  );
}
