import type { TypedBlock } from '#engine/ports/import-writer.ts';
import type { FileCurrency } from '#shared/importing.ts';
import { currencyCode } from '#shared/rates.ts';
import type { ImportPlan } from './import-plan.ts';

/** Adds the codes of a block's currency column; nothing where the file has none. */
export function addCurrencies(
  { importHeader, currencyFound, money }: ImportPlan,
  block: TypedBlock,
  to: Set<string>,
): void {
  if (currencyFound.from !== 'column') return;
  const column = block.values[importHeader.fields.findIndex(({ key }) => key === 'currency')];
  if (column?.type !== 'text') return;
  const used = new Uint8Array(column.texts.length);
  for (const code of column.codes) used[code] = 1;
  used.forEach((isUsed, code) => {
    if (isUsed === 1) to.add(currencyCode(column.texts[code] ?? '', money.base));
  });
}

/** What the wizard is told of a file's currencies; `inColumn` are those of its own column. */
export function currencyOf(
  { importHeader, currencyFound, money }: ImportPlan,
  inColumn: ReadonlySet<string>,
): FileCurrency {
  const { code, from, text } = currencyFound;
  const isMoney = importHeader.fields.some(({ unit }) => unit === 'money');
  const codes = !isMoney ? [] : from === 'column' ? [...inColumn].toSorted() : [code ?? money.base];
  const [only] = codes;
  const asks = money.isOpen && codes.length === 1 && only !== money.base && /^[A-Z]{3}$/.test(only ?? '');
  return { codes, from, text, base: money.base, asks };
}
