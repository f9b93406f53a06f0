import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { Report } from '#shared/reports.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useSettled } from '../rows/use-settled.ts';
import { askedReport, countedPages } from './asked.model.ts';

const WRITING_MS = 300;

/**
 * The report's numbers and words, and the report as far as they tell of it. Goals, remarks and silenced insights have no part in the
 * key, so the numbers are asked for anew whenever the report is opened. What is typed over them shows at once.
 */
export function useReportContent(report: Report, isWriting: boolean) {
  const host = useHost();
  const workspace = useWorkspace();
  const key = JSON.stringify(askedReport(report));
  const settled = useSettled(key, isWriting ? WRITING_MS : 0);
  const asked = useMemo(() => JSON.parse(settled) as Report, [settled]);
  const { data, error, isFetching, refetch } = useQuery({
    ...hostQuery(host, workspace, 'report.content', { report: asked }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  // Fields are drawn before pages: typing stays quick whatever stands on them.
  const shown = useDeferredValue(report);
  return {
    content: data,
    counted: useMemo(() => (data === undefined ? null : countedPages(shown, data)), [shown, data]),
    error,
    retry: () => void refetch(),
    /** Other numbers are on their way. */
    isCounting: isFetching || settled !== key,
  };
}
