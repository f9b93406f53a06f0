import { readFile } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { Encoding } from '#shared/importing.ts';
import { fileError, tooLarge } from '../file-errors.ts';
import { checkpoint, type ReadTask } from '../read-task.ts';
import { decoderOf } from '../text/decode.ts';
import { byteOrderMark } from '../text/guess-encoding.ts';
import type { TextFile } from '../text/read-text.ts';
import { parseSie } from './parse-sie.ts';
import { sieTables, type SieTable } from './sie-tables.ts';

const MAX_SIZE = 256 * 1024 * 1024;

export interface SieRead {
  readonly tables: readonly SieTable[];
  /** A line with å ä ö, to judge the encoding by. */
  readonly sample: string | null;
}

/**
 * A SIE 4 file as tables of sales and costs. Types 1 to 3 and files without vouchers hold balances only:
 * `E_SIE_NO_VOUCHERS` {type}. Vouchers on other accounts alone are `E_NO_ROWS`.
 */
export async function readSie(file: TextFile, encoding: Encoding, task: ReadTask): Promise<SieRead> {
  if (file.size > MAX_SIZE) throw tooLarge('file', { file: file.name });
  try {
    checkpoint(task, 0, file.size);
    const bytes = await readFile(file.path);
    if (bytes.length !== file.size) throw new AppError('E_FILE_CHANGED', 'The file changed.');
    checkpoint(task, file.size, file.size);
    const text = decoderOf(encoding).decode(bytes.subarray(byteOrderMark(bytes, encoding)));
    const book = parseSie(text);
    if (!book.vouchers.some(({ transactions }) => transactions.length > 0)) {
      throw new AppError('E_SIE_NO_VOUCHERS', 'The SIE file has no vouchers.', { type: book.type ?? 0 });
    }
    const tables = sieTables(book);
    if (tables.length === 0) throw new AppError('E_NO_ROWS', 'No voucher is on accounts 3000 to 3799 or 4000 to 4999.');
    return { tables, sample: /^.*[åäöÅÄÖ].*$/m.exec(text)?.[0].trim().slice(0, 200) ?? null };
  } catch (error) {
    throw fileError(error, file.name);
  }
}
