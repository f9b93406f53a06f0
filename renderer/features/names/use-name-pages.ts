import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ListedName } from '#shared/names.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery, useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { pagesInSight } from '../passport/paging.model.ts';

const PAGE = 200;

/** A dimension's names, page by page as the table scrolls; those of the last search stay until the next are there. */
export function useNamePages(dimension: string, search: string) {
  const host = useHost();
  const workspace = useWorkspace();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const first = useHostQuery('names.list', { dimension, search, offset: 0, limit: PAGE }, { keep: true }).data;
  const further = pagesInSight(range[0], range[1], PAGE).filter((page) => page > 0);
  const answers = useQueries({
    queries: further.map((page) =>
      hostQuery(host, workspace, 'names.list', { dimension, search, offset: page * PAGE, limit: PAGE }),
    ),
  });
  const byPage = new Map(further.map((page, index) => [page, answers[index]?.data]));
  const showRange = useCallback((from: number, to: number) => setRange([from, to]), []);
  return {
    total: first?.total ?? null,
    row: (index: number): ListedName | undefined => {
      const page = Math.floor(index / PAGE);
      return (page === 0 ? first : byPage.get(page))?.names[index % PAGE];
    },
    showRange,
  };
}
