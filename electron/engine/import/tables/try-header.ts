import { AppError } from '#shared/errors.ts';
import { findHeader, type TableHeader } from '../find-header.ts';
import { isKnownHeader } from '../header-matches.ts';
import type { RawTable } from '../raw-table.ts';

/** The header of what may be a table, or null when no row can be one. */
export function tryHeader(table: RawTable, headerRow?: number): TableHeader | null {
  try {
    return findHeader(table, headerRow, isKnownHeader);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
