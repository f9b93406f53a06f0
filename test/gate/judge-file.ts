import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { difference, textCells, workbookCells } from './cells.ts';
import type { Mutant, Verdict } from './mutant.ts';
import { importThrough, type Subject } from './subject.ts';

const codes = new Set<string>(ERROR_CODES);
/** A bug that the host has caught is one that the user sees as such. */
const isTyped = (code: string): boolean => codes.has(code) && code !== 'E_INTERNAL';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 200);

interface Reading {
  readonly verdict: string;
  readonly fault: string | null;
  readonly compared: boolean;
}

/** Reads a mutant, holds what comes out against what is known of it, and sends it through the host. */
export async function judgeFile(mutant: Mutant, subject: Subject, folder: string): Promise<Verdict> {
  const path = join(folder, 'input');
  writeFileSync(path, mutant.bytes);
  const read = await judgeReading(mutant, subject, path);
  const fault = read.fault ?? (await importFault(subject, path, read.verdict));
  return { ...read, what: mutant.what, fault };
}

async function judgeReading(mutant: Mutant, subject: Subject, path: string): Promise<Reading> {
  try {
    const { table, encoding, separator } = await subject.read(path);
    const cells = encoding === null ? workbookCells(table) : textCells(table);
    const second = (await mutant.second?.({ encoding, separator })) ?? null;
    const known = [mutant.truth, second].filter((one) => one !== null);
    const differing = known.map((one) => difference(cells, one)).find((found) => found !== null) ?? null;
    const fault = differing === null ? null : `silent difference at ${oneLine(differing)}`;
    return { verdict: 'ok', fault, compared: known.length > 0 };
  } catch (error) {
    if (!(error instanceof AppError))
      return { verdict: 'bug', fault: oneLine(`untyped: ${String(error)}`), compared: false };
    const fault = mutant.sound ? 'a sound file is refused' : isTyped(error.code) ? null : 'not a code for a file';
    return { verdict: error.code, fault, compared: false };
  }
}

const bytesOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What is wrong with the import of the file: a code that is none, a workspace changed by an error, a receipt that does not add up. */
async function importFault(subject: Subject, path: string, verdict: string): Promise<string | null> {
  const before = bytesOf(subject.workspace);
  const result = await importThrough(subject, path);
  if (!result.ok) {
    const { code } = result.error;
    if (!isTyped(code)) return `the import ends in ${code}: ${oneLine(result.error.message)}`;
    if (verdict !== 'ok' && code !== verdict) return `read alone ${verdict}, imported ${code}`;
    return bytesOf(subject.workspace) === before ? null : `${code} has changed the workspace`;
  }
  if (verdict !== 'ok') return `imported, though reading gave ${verdict}`;
  const undone = await subject.call('import.undo', { id: result.value.id });
  if (!undone.ok) return `undo ends in ${undone.error.code}`;
  return receiptFault(result.value);
}

function receiptFault({ rows, receipt }: ImportRecord): string | null {
  const { read, ...parts } = receipt.rows;
  if (Object.values(parts).reduce((sum, count) => sum + count, 0) !== read || rows !== receipt.rows.imported) {
    return `the receipt does not add up: ${JSON.stringify(receipt.rows)}`;
  }
  const open = Object.entries(receipt.sums).find(
    ([, { file, imported, duplicates, rejected }]) =>
      Math.abs(file - imported - duplicates - rejected) > Math.abs(file) * 1e-12 + 1e-9,
  );
  return open === undefined ? null : `the sum of ${open[0]} does not add up`;
}
