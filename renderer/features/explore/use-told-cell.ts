import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { CellRef, Explanation } from '#shared/question.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { questionOf } from './grid-view.model.ts';

/** Cells that are only passed by are not asked about. */
const REST_MS = 120;

/** A number and how it was counted: of one moment, so that neither is shown with the other's words. */
export interface ToldCell {
  readonly subject: CellSubject;
  readonly explanation: Explanation;
  /** How the table shows it, where that is not the number itself: '% av raden' and '36,4 %'. */
  readonly shown: ShownAs | null;
}

export interface ShownAs {
  readonly name: string;
  readonly text: string;
}

/**
 * What the host says of the chosen cell once the choice rests; the cell before stays until then. A period is held against the one
 * before it where the question asks for no comparison.
 */
export function useToldCell(view: ExploreView, cell: CellRef | null, shown: ShownAs | null) {
  const host = useHost();
  const workspace = useWorkspace();
  const chosen = useMemo(() => {
    const question = questionOf(view);
    if (question === null || cell === null) return null;
    const isDated = [...view.rows.slice(0, cell.row.length), ...view.columns.slice(0, cell.column.length)].some(
      ({ dimension }) => dimension === DATE_DIMENSION,
    );
    const compare = view.compare === 'none' && isDated ? 'previous' : view.compare;
    return { subject: { question: { ...question, compare }, cell }, shown };
  }, [view, cell, shown]);
  const asked = useRested(chosen);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['question.explain', 'told', workspace.id, workspace.revision, workspace.settings, asked],
    queryFn: async (): Promise<ToldCell | null> =>
      asked === null ? null : { ...asked, explanation: valueOf(await host.call('question.explain', asked.subject)) },
    enabled: asked !== null,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return { told: data ?? null, error, isOld: isPlaceholderData || asked !== chosen };
}

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
