import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { PageContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useSettled } from '../rows/use-settled.ts';
import { askedReport, contentNow, countedPages, pageInSight } from './asked.model.ts';

const WRITING_MS = 300;

/**
 * The report's numbers and words, and the report as far as they tell of it. Goals, remarks and silenced insights have no part in the
 * key, so the numbers are asked for anew whenever the report is opened. What is typed over them shows at once, and the page that is
 * looked at before the others.
 */
export function useReportContent(report: Report, chosen: string, isWriting: boolean) {
  const host = useHost();
  const workspace = useWorkspace();
  const key = JSON.stringify(askedReport(report));
  const settled = useSettled(key, isWriting ? WRITING_MS : 0);
  const asked = useMemo(() => JSON.parse(settled) as Report, [settled]);
  const options = hostQuery(host, workspace, 'report.content', { report: asked });
  const isNew = useQueryClient().getQueryData(options.queryKey) === undefined;
  const inSight = pageInSight(asked, chosen);
  // Asked for before the whole, which takes it over.
  const { data: early } = useQuery({
    ...hostQuery(host, workspace, 'report.content', { report: inSight ?? asked }),
    enabled: isNew && inSight !== null,
    gcTime: 0,
  });
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...options,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const [known] = useState(() => new Map<string, PageContent>());
  const sooner = data === undefined || isPlaceholderData ? early : undefined;
  // Fields are drawn before pages: typing stays quick whatever stands on them.
  const shown = useDeferredValue(report);
  const { company } = shown.brand;
  const made = useMemo(() => {
    const next = contentNow(known, data, sooner, company);
    for (const page of next?.pages ?? []) known.set(page.id, page);
    return next;
  }, [known, data, sooner, company]);
  return {
    content: data,
    counted: useMemo(() => (made === undefined ? null : countedPages(shown, made)), [shown, made]),
    error,
    retry: () => void refetch(),
    /** Other numbers are on their way. */
    isCounting: isFetching || settled !== key,
  };
}
