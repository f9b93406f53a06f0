import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input } from '#shared/contract.ts';
import type { ValuedCustomer } from '#shared/customer-value.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery, useShownAnswer } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { pagesInSight } from '../passport/paging.model.ts';

const PAGE = 200;

/** Customers of a question, page by page as the table scrolls; those of the question before stay until the next are there. */
export function useCustomerPages(asked: Omit<Input<'customerValue.customers'>, 'offset' | 'limit'>) {
  const host = useHost();
  const workspace = useWorkspace();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const first = useShownAnswer('customerValue.customers', { ...asked, offset: 0, limit: PAGE });
  const page = (number: number) => ({ ...first.asked, offset: number * PAGE });
  const further = pagesInSight(range[0], range[1], PAGE).filter((number) => number > 0);
  const answers = useQueries({
    queries: further.map((number) => hostQuery(host, workspace, 'customerValue.customers', page(number))),
  });
  const byPage = new Map(further.map((number, index) => [number, answers[index]?.data]));
  const showRange = useCallback((from: number, to: number) => setRange([from, to]), []);
  return {
    total: first.data?.total ?? null,
    isOld: first.isPlaceholderData,
    shown: first.asked,
    row: (index: number): ValuedCustomer | undefined => {
      const number = Math.floor(index / PAGE);
      return (number === 0 ? first.data : byPage.get(number))?.customers[index % PAGE];
    },
    showRange,
  };
}
