import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { ToldPart } from '#shared/told.ts';
import type { RowsPage } from '#shared/question.ts';
import type { PassportSubject } from '../../state/passport-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { pagesInSight } from './paging.model.ts';

const PAGE = 200;
/** Rows of one sort behind a number, where there are several: of a kind, or of a part of the number. */
export interface RowSort {
  readonly key: string;
  readonly name: string;
  readonly kind: AnyKind;
  readonly part?: ToldPart['part'];
  readonly total: number;
}

const NO_FIELDS: RowsPage['fields'] = [];

/** The rows behind a cell, page by page as the table scrolls. The first page is always asked for: it tells fields and total. */
export function usePagedRows(subject: PassportSubject, sort: RowSort | null) {
  const host = useHost();
  const workspace = useWorkspace();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pages = pagesInSight(range[0], range[1], PAGE);
  const asked = pages.includes(0) ? pages : [0, ...pages];
  const answers = useQueries({
    queries: asked.map((page) => {
      const window = { offset: page * PAGE, limit: PAGE };
      if ('told' in subject) {
        const part = sort?.part === undefined ? {} : { part: sort.part, kind: sort.kind };
        return hostQuery(host, workspace, 'told.rows', { number: subject.told, ...part, ...window });
      }
      const { question, cell, draft } = subject;
      const kind = { ...(sort === null ? {} : { kind: sort.kind }), ...(draft === undefined ? {} : { draft }) };
      return hostQuery(host, workspace, 'question.rows', { question, cell, ...kind, ...window });
    }),
  });
  const first = answers[0]?.data;
  const byPage = new Map(asked.map((page, index) => [page, answers[index]?.data]));
  const showRange = useCallback((from: number, to: number) => setRange([from, to]), []);
  return {
    fields: first?.fields ?? NO_FIELDS,
    total: first?.total ?? null,
    row: (index: number) => byPage.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    showRange,
    error: answers.find((answer) => answer.error !== null)?.error ?? null,
  };
}
