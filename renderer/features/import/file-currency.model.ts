import type { FileCurrency, ReadingOptions } from '#shared/importing.ts';
import type { TableChoice } from './tables.model.ts';

/** Currencies offered by name; another one that the file has is offered as well. */
export function currencyChoices(known: readonly string[], { codes, base }: FileCurrency): readonly string[] {
  return [...new Set([...codes, base, ...known])].filter((code) => /^[A-Z]{3}$/.test(code));
}

/** What was answered to the question which currency the workspace is to count in, of any table of the file. */
export function saidWorkspaceCurrency({ seen }: TableChoice): string | null {
  return Object.values(seen).flatMap(({ options }) => options.workspaceCurrency ?? [])[0] ?? null;
}

/** A table to import asks what the workspace is to count in, and nobody has answered. */
export function asksWorkspaceCurrency(choice: TableChoice): boolean {
  const asks = choice.ticked.some((id) => choice.seen[id]?.inspection.currency.asks === true);
  return asks && saidWorkspaceCurrency(choice) === null;
}

/** Says it, or takes it back with null. */
export function withWorkspaceCurrency(options: ReadingOptions, currency: string | null): ReadingOptions {
  const { workspaceCurrency: _, ...rest } = options;
  return currency === null ? rest : { ...rest, workspaceCurrency: currency };
}
