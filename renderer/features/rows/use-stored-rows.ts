import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { RowsPage } from '#shared/question.ts';
import type { RowSelection } from '#shared/stored-rows.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery, useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { pagesInSight } from '../passport/paging.model.ts';

const PAGE = 200;
const NO_FIELDS: RowsPage['fields'] = [];

/**
 * The rows of a selection, page by page as the table scrolls. The first page is always asked for: it tells fields and
 * total, and what was there before stays in sight until it comes.
 */
export function useStoredRows(selection: RowSelection) {
  const host = useHost();
  const workspace = useWorkspace();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const first = useHostQuery('data.rows', { ...selection, offset: 0, limit: PAGE }, { keep: true });
  const further = pagesInSight(range[0], range[1], PAGE).filter((page) => page > 0);
  const answers = useQueries({
    queries: further.map((page) =>
      hostQuery(host, workspace, 'data.rows', { ...selection, offset: page * PAGE, limit: PAGE }),
    ),
  });
  const byPage = new Map(further.map((page, index) => [page, answers[index]?.data]));
  const showRange = useCallback((from: number, to: number) => setRange([from, to]), []);
  return {
    fields: first.data?.fields ?? NO_FIELDS,
    total: first.data?.total ?? null,
    /** What is shown is of the selection before. */
    isOld: first.isPlaceholderData,
    row: (index: number) => {
      const page = Math.floor(index / PAGE);
      return (page === 0 ? first.data : byPage.get(page))?.rows[index % PAGE];
    },
    showRange,
    error: [first, ...answers].find((answer) => answer.error !== null)?.error ?? null,
  };
}
