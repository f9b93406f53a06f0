import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { kpiTable } from '../../scripts/kpi-table.ts';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';

const readme = readFileSync('README.md', 'utf8');

it("shows every KPI of the catalogue as it is (npm run -s kpi-table prints the README's table)", async () => {
  const table = await format(kpiTable(), { parser: 'markdown', printWidth: 120 });
  expect(table.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(KPI_CATALOGUE.length + 2);
  expect(readme).toContain(table.trim());
});
