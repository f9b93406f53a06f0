import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadingOptions } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

interface Known {
  readonly file: string;
  readonly kind: RecordKind;
  /** Null where only the sum is known. */
  readonly rows: number | null;
  /** Imported sums by field, in base units. */
  readonly sums: Readonly<Record<string, number>>;
  readonly options?: ReadingOptions;
}

const ALL = { amount: 2_326_534.3543, profit: 292_296.8146, quantity: 38_654 };
const US = { amount: 2_297_200.8603, profit: 286_397.0217, quantity: 37_873 };

/** Figures of ORACLES.md, computed there with the Python standard library. */
const KNOWN: readonly Known[] = [
  { file: 'superstore/Sample - Superstore.csv', kind: 'sale', rows: 10_194, sums: ALL },
  { file: 'superstore/Sample - Superstore.xls', kind: 'sale', rows: 10_194, sums: ALL },
  { file: 'superstore/derived/superstore_us_9994_cp1252_comma_mdy.csv', kind: 'sale', rows: 9994, sums: US },
  { file: 'superstore/derived/superstore_de_utf8bom_semicolon_thousanddot_dmy.csv', kind: 'sale', rows: 9994, sums: US },
  {
    file: 'superstore/derived/superstore_sv_cp1252_semicolon_decimalcomma_iso.csv',
    kind: 'sale',
    rows: 9994,
    sums: US,
  },
  {
    file: 'messy_layouts/derived_superstore_report_subtotals_merged.xlsx',
    kind: 'sale',
    rows: 9994,
    sums: { amount: US.amount },
  },
  {
    file: 'financial_sample/Financial Sample.xlsx',
    kind: 'sale',
    rows: 700,
    sums: { amount: 118_726_350.26, cost: 101_832_648, profit: 16_893_702.26, quantity: 1_125_806 },
  },
  { file: 'messy_layouts/Store data.xlsx', kind: 'sale', rows: 218, sums: { amount: 86_997.79, quantity: 1432 } },
  { file: 'crm_sales_opportunities/sales_pipeline.csv', kind: 'deal', rows: 8800, sums: { value: 10_005_534 } },
  { file: 'crm_activities/Opportunity.csv', kind: 'deal', rows: 500, sums: {} },
  { file: 'crm_activities/Activity.csv', kind: 'activity', rows: 500, sums: {} },
  { file: 'crm_activities/Leads.csv', kind: 'lead', rows: 200, sums: {} },
  { file: 'x_education_leads/Leads.csv', kind: 'lead', rows: 9240, sums: {} },
  { file: 'telco_churn/derived_telco_21cols.csv', kind: 'subscription', rows: 7043, sums: { amount: 456_116.6 } },
  { file: 'ravenstack/ravenstack_subscriptions.csv', kind: 'subscription', rows: 5000, sums: { amount: 11_338_747 } },
];

/** Revenue of SIE 4 files by their own transactions on accounts 3000 to 3799. */
const REVENUE: Readonly<Record<string, number>> = {
  'Bokslut Norstedts SIE 4E.se': 4_726_937.6,
  'Exempelbolaget_SIE_110322_B_33.si': 861_571.31,
  'SIE4_Exempelfil_med_underdim.SE': 5_782_818.36,
  'Sie4.si': 13_609_451.29,
  'Test4.SE': 2_491_585.91,
  'XE_SIE_4_20151125095119.SE': 114_064.65,
  'magenta_bokföring_SIE4E.se': 104_319.75,
  'sie 4.SE': 20_177.11,
  'transaktioner_ovnbolag.se': 1_960_220.73,
  'typ4.se': 383_269.14,
};
const BOOKS = Object.entries(REVENUE).map(
  ([name, amount]): Known => ({ file: `sie4/${name}`, kind: 'sale', rows: null, sums: { amount } }),
);

let own: HostInFolder;
beforeAll(() => {
  own = hostInFolder();
});
afterAll(() => own.remove());

describeWithData('every known file, from its bytes to committed rows', () => {
  it.each([...KNOWN, ...BOOKS])(
    '$file',
    async ({ file, kind, rows, sums, options = {} }) => {
      const workspace = join(own.folder, `${file.replaceAll('/', ' ')}.nyckeltal`);
      const created = await own.host.createWorkspace(workspace);
      expect(created.ok).toBe(true);
      const inspect = () => own.inspect(dataFile(file), options);
      const { stageId, blockers } = await inspect();
      expect(blockers).toEqual([]);
      const record = await own.value('import.commit', { taskId: 'c', stageId, options });
      expect([record.kind, record.rows, record.receipt.rows.rejected]).toEqual([kind, rows ?? record.rows, 0]);
      const { read, ...parts } = record.receipt.rows;
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(read);
      for (const [field, sum] of Object.entries(sums)) {
        expect([field, record.receipt.sums[field]?.imported]).toEqual([field, sum]);
      }
      expect((await own.value('workspace.current', {}))?.rows[kind]).toBe(record.rows);
      // The same file again brings nothing.
      const again = await inspect();
      expect(again.receipt.rows).toMatchObject({ imported: 0, duplicates: record.rows });
      expect(again.blockers).toEqual([{ code: 'E_ALREADY_IMPORTED', field: null, column: null }]);
      await own.value('import.discard', { stageId: again.stageId });
      await own.value('workspace.close', {});
      const store = openWorkspace(workspace);
      expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
      store.undoImport(record.id);
      expect(store.info().rows).toEqual({});
      store.close();
    },
  );
});
