import type { ParsedInput } from '#shared/contract.ts';

/** What is printed: the input of `report.pdf` without its task. */
export type PrintJob = Omit<ParsedInput<'report.pdf'>, 'taskId'>;

/** A shell's way of making PDF pages of the print view. */
export interface Printer {
  /** Whether it can print here, told without starting anything. */
  available(): boolean;
  /** Expected failures: `E_NO_BROWSER`, `E_PRINT`, `E_CANCELLED`. */
  print(job: PrintJob, signal: AbortSignal): Promise<Uint8Array>;
}

/** The address fragment that makes the page show the job's pages only. */
export function printFragment(job: PrintJob): string {
  return `print=${Buffer.from(JSON.stringify(job)).toString('base64url')}`;
}

/** Longest time from opening the print page to the finished file. */
export const PRINT_TIME_LIMIT_MS = 60_000;
