import type { RowSelection } from '#shared/stored-rows.ts';
import { withOwnHost } from '../own-host.ts';
import { report } from '../run-case.ts';

const PAGES: Readonly<Record<string, Partial<RowSelection>>> = {
  'file order': {},
  'two words': { search: 'rep 46 cups' },
  'two words of order numbers': { search: 'so-00 123' },
  'by amount': { sort: { field: 'amount', descending: true } },
  'by customer': { sort: { field: 'customer', descending: false } },
};

/** A page of the rows table, warm, median of five each, never the selection before; the time reported is the slowest one's. */
await withOwnHost(async ({ call, importFile }) => {
  await importFile();
  const times = new Map<string, number[]>();
  for (let run = 0; run < 6; run++) {
    for (const [name, wish] of Object.entries(PAGES)) {
      const selection: RowSelection = { kind: 'sale', search: '', filters: [], sort: null, ...wish };
      const start = performance.now();
      await call('data.rows', { ...selection, offset: 0, limit: 100 });
      if (run > 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    }
  }
  const medians = [...times].map(([name, of]) => [name, of.toSorted((a, b) => a - b)[2] ?? Number.NaN] as const);
  report(
    Math.max(...medians.map(([, median]) => median)),
    medians.map(([name, median]) => `${name} ${median.toFixed(0)} ms`).join(', '),
  );
});
