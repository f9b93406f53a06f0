/** A shell's way of drawing the pages of a job, which `report.printed` tells the print page by its id. */
export interface Printer {
  /** Whether it can print here, told without starting anything. */
  available(): boolean;
  /** Expected failures of both: `E_NO_BROWSER`, `E_PRINT`, `E_CANCELLED`. */
  pdf(job: string, signal: AbortSignal): Promise<Uint8Array>;
  /** One sheet as PNG, counted from 1; `E_NOT_FOUND` where the report has fewer. */
  picture(job: string, sheet: number, signal: AbortSignal): Promise<Uint8Array>;
}

/** The address fragment that makes the page show the job's sheets only. */
export function printFragment(job: string): string {
  return `print=${job}`;
}

/** The sheet of this number on the print page. */
export const sheetSelector = (sheet: number): string => `.sheet[data-sheet="${String(sheet)}"]`;

/** Pixels of a picture per CSS pixel: 192 dots an inch. */
export const PICTURE_SCALE = 2;

/** Longest time from opening the print page to the finished file: a hundred sheets on a slow machine. */
export const PRINT_TIME_LIMIT_MS = 180_000;
