import { missingRates } from '#columns/rates/missing-rates.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'rates.list' | 'rates.save'>;

export function rateHandlers(workspace: OpenWorkspace): Group {
  return {
    'rates.list': () => ({
      rates: [...workspace.store.rates()],
      missing: [...missingRates(workspace.store.columns())],
    }),
    'rates.save': ({ rates }) => {
      workspace.store.setRates(rates);
      return workspace.info();
    },
  };
}
