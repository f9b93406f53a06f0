import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Grid, GridLine, GridViewInput } from '#shared/grid.ts';
import type { Reason } from '#shared/question.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { pagesOf, type Stretch } from './grid-geometry.model.ts';
import { gridViewOf } from './grid-view.model.ts';

/** Lines of a page, downwards and across: a few screens. */
const DOWN = 80;
const ACROSS = 40;
/** Pages out of sight are let go: a long table is not kept whole. */
const KEPT_MS = 20_000;
/** A stretch that is only passed by is not asked for. */
const SETTLE_MS = 60;
const LONGEST_WAIT_MS = 150;

export interface GridCell {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly marks: Grid['marks'][string];
}

/** The table on screen: all its lines by number, those fetched so far. */
export interface GridData {
  /** Of the numbers shown, which is the one before while another is on its way. */
  readonly view: GridViewInput;
  readonly head: Grid;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pages: readonly Grid[];
  readonly row: (index: number) => GridLine | undefined;
  readonly column: (index: number) => GridLine | undefined;
  readonly cell: (row: number, column: number) => GridCell | undefined;
}

type PageKey = `${number} ${number}`;
const NO_MARKS: Grid['marks'][string] = [];
const FIRST: Stretch = { from: 0, to: 1 };

/** A view's table, page by page as it comes into sight. */
export function useGrid(asked: ExploreView) {
  const host = useHost();
  const workspace = useWorkspace();
  const view = useMemo(() => gridViewOf(asked), [asked]);
  const scales = asked.values.some(({ look }) => look !== 'plain');
  const [range, setRange] = useState<{ readonly rows: Stretch; readonly columns: Stretch }>({
    rows: FIRST,
    columns: FIRST,
  });
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    queryKey: ['question.grid', 'first', workspace.id, workspace.revision, workspace.settings, view, scales],
    queryFn: async () => {
      if (view === null) throw new Error('no values');
      return {
        asked,
        view,
        grid: valueOf(await host.call('question.grid', { view, window: { ...windowOf('0 0'), scales } })),
      };
    },
    enabled: view !== null,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
  });
  const wanted =
    data === undefined || isPlaceholderData
      ? []
      : pagesOf(within(range.rows, data.grid.rowCount), DOWN).flatMap((down) =>
          pagesOf(within(range.columns, data.grid.columnCount), ACROSS).flatMap(
            (across): readonly (readonly [number, number])[] => (down === 0 && across === 0 ? [] : [[down, across]]),
          ),
        );
  const further = useFurther(
    data?.view ?? EMPTY,
    wanted.map(([down, across]): PageKey => `${down} ${across}`).join(','),
  );
  const table = useMemo(
    () => (data === undefined || view === null ? null : tableOf(data.view, data.grid, further.pages)),
    [data, view, further.pages],
  );
  const show = useSettled(setRange);
  return {
    table,
    /** The view whose numbers are shown: the one before, while another is on its way. */
    shown: data === undefined || !isPlaceholderData ? asked : data.asked,
    /** What is shown is of the view before. */
    isOld: isPlaceholderData,
    isFetching,
    show,
    error: error ?? further.error,
    retry: () => void refetch(),
  };
}

function windowOf(key: PageKey) {
  const [down = 0, across = 0] = key.split(' ').map(Number);
  return { rows: { from: down * DOWN, count: DOWN }, columns: { from: across * ACROSS, count: ACROSS } };
}

/** The pages of a table beside its first, by their names in a list. */
function useFurther(view: GridViewInput, names: string) {
  const host = useHost();
  const workspace = useWorkspace();
  const keys = useMemo(() => (names === '' ? [] : (names.split(',') as PageKey[])), [names]);
  const combine = useCallback(
    (answers: readonly UseQueryResult<Grid>[]) => ({
      pages: new Map(
        keys.flatMap((key, index): readonly (readonly [PageKey, Grid])[] => {
          const page = answers[index]?.data;
          return page === undefined ? [] : [[key, page]];
        }),
      ),
      error: answers.find((answer) => answer.error !== null)?.error ?? null,
    }),
    [keys],
  );
  return useQueries({
    queries: keys.map((key) => ({
      ...hostQuery(host, workspace, 'question.grid', { view, window: windowOf(key) }),
      gcTime: KEPT_MS,
    })),
    combine,
  });
}

const EMPTY: GridViewInput = { question: { kpis: ['revenue'] }, values: [{ kpi: 'revenue' }] };

const within = ({ from, to }: Stretch, count: number): Stretch => ({
  from: Math.min(from, count),
  to: Math.min(to, count),
});

function tableOf(view: GridViewInput, head: Grid, further: ReadonlyMap<PageKey, Grid>): GridData {
  const page = (down: number, across: number): Grid | undefined =>
    down === 0 && across === 0 ? head : further.get(`${down} ${across}`);
  const pages = [head, ...further.values()];
  const row = (index: number): GridLine | undefined => {
    const down = Math.floor(index / DOWN);
    if (down === 0) return head.rows[index];
    for (const [key, each] of further) if (key.startsWith(`${String(down)} `)) return each.rows[index - down * DOWN];
    return undefined;
  };
  const column = (index: number): GridLine | undefined => {
    const across = Math.floor(index / ACROSS);
    if (across === 0) return head.columns[index];
    for (const [key, each] of further)
      if (key.endsWith(` ${String(across)}`)) return each.columns[index - across * ACROSS];
    return undefined;
  };
  return {
    view,
    head,
    rowCount: head.rowCount,
    columnCount: head.columnCount,
    pages,
    row,
    column,
    cell: (at, over) => {
      const [down, across] = [Math.floor(at / DOWN), Math.floor(over / ACROSS)];
      const found = page(down, across);
      if (found === undefined) return undefined;
      const index = (at - down * DOWN) * found.columns.length + (over - across * ACROSS);
      return {
        value: found.cells[index] ?? null,
        reason: found.reasons[index] ?? null,
        marks: found.marks[index] ?? NO_MARKS,
      };
    },
  };
}

/** Passes the last of quick changes on, once they rest or have gone on for long. */
function useSettled<T>(pass: (value: T) => void): (value: T) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const since = useRef(0);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(
    (value: T) => {
      const now = performance.now();
      if (timer.current === null) since.current = now;
      else clearTimeout(timer.current);
      const wait = Math.max(0, Math.min(SETTLE_MS, LONGEST_WAIT_MS - (now - since.current)));
      timer.current = setTimeout(() => {
        timer.current = null;
        pass(value);
      }, wait);
    },
    [pass],
  );
}
