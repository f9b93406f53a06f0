import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ImportRecord } from '#shared/importing.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { RejectedTable } from '../import/rejected-table.tsx';
import { pageOf } from './imports.model.ts';

const PAGE = 200;

interface RejectedRowsProps {
  readonly record: ImportRecord;
  readonly caption: string;
}

/** The rejected rows of an import, fetched by the page as they come into sight. */
export function RejectedRows({ record, caption }: RejectedRowsProps) {
  const host = useHost();
  const workspace = useWorkspace();
  const [pages, setPages] = useState<readonly number[]>([0]);
  const answers = useQueries({
    queries: pages.map((page) =>
      hostQuery(host, workspace, 'import.rejected', { id: record.id, offset: page * PAGE, limit: PAGE }),
    ),
  });
  const onRange = useCallback((first: number, last: number) => {
    const [from, to] = [pageOf(first, PAGE), pageOf(last, PAGE)];
    setPages((known) => {
      const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      const fresh = wanted.filter((page) => !known.includes(page));
      return fresh.length === 0 ? known : [...known, ...fresh];
    });
  }, []);
  return (
    <RejectedTable
      kind={record.kind}
      caption={caption}
      count={record.receipt.rows.rejected}
      row={(index) => answers[pages.indexOf(pageOf(index, PAGE))]?.data?.rows[index % PAGE]}
      onRange={onRange}
    />
  );
}
