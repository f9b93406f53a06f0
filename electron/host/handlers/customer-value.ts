import { customerPage } from '#engine/customer-value/customer-values.ts';
import { CustomerValueDesk } from '../customer-value-desk.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'customerValue.summary' | 'customerValue.customers'>;

export function customerValueHandlers(workspace: OpenWorkspace): Group {
  const desk = new CustomerValueDesk(workspace);
  return {
    'customerValue.summary': (asked) => desk.values(asked).summary,
    'customerValue.customers': (asked) => customerPage(desk.values(asked).customers, asked),
  };
}
