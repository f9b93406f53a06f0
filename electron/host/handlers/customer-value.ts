import { customerPage } from '#engine/customer-value/customer-values.ts';
import type { CustomerValueDesk } from '../customer-value-desk.ts';
import type { Handlers } from '../dispatcher.ts';

type Group = Pick<Handlers, 'customerValue.summary' | 'customerValue.customers'>;

export function customerValueHandlers(desk: CustomerValueDesk): Group {
  return {
    'customerValue.summary': (asked) => desk.values(asked).summary,
    'customerValue.customers': (asked) => customerPage(desk.values(asked).customers, asked),
  };
}
