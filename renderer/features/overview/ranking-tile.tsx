import { useTranslation } from 'react-i18next';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { GroupTableTile } from './group-table-tile.tsx';
import { rankingQuestion } from './overview-plan.model.ts';
import { changeColumn, labelColumn, lengthColumn, revenueColumn, shareColumn } from './ranking-columns.tsx';
import { concentration } from './ranking.model.ts';
import { periodName, type Words } from './words.model.ts';

interface RankingTileProps {
  readonly dimension: string;
  readonly choices: OverviewChoices;
  readonly dimensions: readonly NamedDimension[];
  readonly words: Words;
}

/** The ten largest by revenue, with share and change. */
export function RankingTile({ dimension, choices, dimensions, words }: RankingTileProps) {
  const { t } = useTranslation();
  const name = dimensionName(t, dimension, dimensions);
  return (
    <GroupTableTile
      question={rankingQuestion(dimension, choices)}
      title={t(`overview:ranking.title.${dimension}`, {
        defaultValue: t('overview:ranking.title.other', { by: name.toLocaleLowerCase(words.format.locale) }),
      })}
      sub={(answer, rows) => concentration(rows, answer, words) ?? periodName(answer.period, words)}
      columns={(needs, compared) => [
        labelColumn(name),
        revenueColumn(needs),
        shareColumn(needs),
        ...(compared ? [changeColumn(needs)] : []),
        lengthColumn(needs),
      ]}
      words={words}
    />
  );
}
