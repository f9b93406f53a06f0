import type { Answer, QuestionInput } from '#shared/question.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import type { RankedColumn, RankedColumnNeeds } from './ranking-columns.tsx';
import { ranking, type RankedRow } from './ranking.model.ts';
import { TileFailure, TileWaiting } from './tile.tsx';
import type { Words } from './words.model.ts';

interface GroupTableTileProps {
  readonly question: QuestionInput;
  readonly title: string;
  readonly sub: (answer: Answer, rows: readonly RankedRow[]) => string;
  /** `compared`: there is a period to compare with. */
  readonly columns: (needs: RankedColumnNeeds, compared: boolean) => readonly RankedColumn[];
  readonly words: Words;
}

/** Groups by revenue in a table, each number open to its passport. A table already, so it has no twin. */
export function GroupTableTile({ question, title, sub, columns, words }: GroupTableTileProps) {
  const { data: answer, error, refetch } = useHostQuery('question.ask', question, { keep: true });
  const openPassport = useAppStore((state) => state.openPassport);
  const dimension = question.rows?.[0]?.dimension ?? '';
  const rows = answer === undefined ? null : ranking(answer, { ...words, dimension });
  return (
    <Card title={title} sub={answer === undefined || rows === null ? ' ' : sub(answer, rows)} className="table-tile">
      {error !== null && <TileFailure error={error} retry={() => void refetch()} />}
      {rows === null && error === null && <TileWaiting height={300} />}
      {answer !== undefined && rows !== null && (
        <Table
          caption={title}
          rows={rows}
          rowKey={(row) => row.key}
          isTotal={(row) => row.kind === 'total'}
          columns={columns(
            { words, onOpen: (cell) => openPassport({ question, cell }) },
            answer.comparePeriod !== null,
          )}
        />
      )}
    </Card>
  );
}
