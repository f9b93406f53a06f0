import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { KPI_WORDS } from '#shared/kpi-words.ts';

/** The KPIs as the README shows them: `npm run -s kpi-table` prints it, a house test holds the README against it. */
function nameIn(catalogue: object, id: string): string {
  const entry: unknown = Object.entries(catalogue).find(([key]) => key === id)?.[1];
  return typeof entry === 'object' && entry !== null && 'name' in entry ? String(entry.name) : id;
}

export function kpiTable(): string {
  const lines = KPI_CATALOGUE.map(({ id, variants: [first, ...others], source }) => {
    const more = others.map((variant) => variant.id).join(', ');
    return `| ${id} | ${nameIn(KPI_WORDS.en, id)} / ${nameIn(KPI_WORDS.sv, id)} | \`${first.formula}\` | ${more} | ${source} |`;
  });
  return ['| id | KPI (en / sv) | Default | Variants | Source |', '|---|---|---|---|---|', ...lines].join('\n');
}

if (import.meta.main) process.stdout.write(`${kpiTable()}\n`);
