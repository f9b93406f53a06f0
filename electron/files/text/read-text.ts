import { open } from 'node:fs/promises';
import type { RawTable } from '#engine/import/raw-table.ts';
import { AppError } from '#shared/errors.ts';
import type { Encoding, Separator } from '#shared/importing.ts';
import { BlockShelf } from '../block-shelf.ts';
import { fileError, tooLarge } from '../file-errors.ts';
import { checkpoint, type ReadTask } from '../read-task.ts';
import { byteSource, type ByteSource } from './byte-source.ts';
import { CsvParser } from './csv-parser.ts';
import { decoderOf } from './decode.ts';
import { byteOrderMark } from './guess-encoding.ts';
import { guessSeparator, usualWidth } from './guess-separator.ts';
import { SampleLine } from './sample-line.ts';

const CHUNK = 1 << 20;
const SAMPLE = 1 << 16;
/** Longer than any record; what stands open for so long is a stray quote. */
const MAX_RECORD = 64 << 20;
const MAX_PLACES = 160_000_000;
/** The end-of-file mark of DOS programs. */
const SUBSTITUTE = 0x1a;

export interface TextRead {
  readonly table: RawTable;
  readonly separator: Separator;
  readonly sample: string | null;
}

/** The file as it was when it was identified. */
export interface TextFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

/** A separated text file in one pass. Rows are records: a cell with line ends in it does not add to the row number. */
export async function readText(
  file: TextFile,
  encoding: Encoding,
  separator: Separator | undefined,
  task: ReadTask,
): Promise<TextRead> {
  try {
    await using handle = await open(file.path, 'r');
    return await readSource(byteSource(handle, encoding), file, encoding, separator, task);
  } catch (error) {
    throw fileError(error, file.name);
  }
}

async function readSource(
  source: ByteSource,
  file: TextFile,
  encoding: Encoding,
  wanted: Separator | undefined,
  task: ReadTask,
): Promise<TextRead> {
  const decoder = decoderOf(encoding);
  const sample = new SampleLine(decoder.decode);
  let buffer: Buffer = Buffer.allocUnsafe(CHUNK + 1);
  let end = await fillSample(source, buffer);
  const start = byteOrderMark(buffer.subarray(0, end), 'utf-8');
  const head = separatorLine(buffer.subarray(start, end));
  const separator =
    wanted ?? head.separator ?? guessSeparator(buffer.subarray(start + head.length, end), source.done === file.size);
  const parser = new CsvParser(separator.charCodeAt(0), MAX_PLACES, new BlockShelf());
  let from = start + head.length;
  let fresh = from;
  for (;;) {
    checkpoint(task, source.done, file.size);
    sample.look(buffer, fresh, end);
    const whole = parser.parse(buffer, from, end);
    const stuck = end - whole > MAX_RECORD;
    const rest = stuck ? parser.parseWithoutQuotes(buffer, whole, end) : whole;
    if (rest === null) throw tooLarge('record', { row: parser.table.rows + 1 });
    buffer.copyWithin(0, rest, end);
    [from, end] = [0, end - rest];
    if (end > buffer.length / 2) buffer = grown(buffer, end);
    const read = await source.fill(buffer, end, buffer.length - end - 1);
    if (read === 0) break;
    [fresh, end] = [end, end + read];
  }
  if (source.done !== file.size) throw new AppError('E_FILE_CHANGED', 'The file changed while it was read.');
  if (buffer[end - 1] === SUBSTITUTE) end--;
  parser.parseLast(buffer, 0, end);
  const usual = usualWidth(parser.widths).width;
  if (usual === 0) throw new AppError('E_FILE_EMPTY', 'The file has no content.', { file: file.name });
  const ragged = parser.widths.reduce((sum, rows, width) => (width > usual ? sum + rows : sum), 0);
  const table = parser.table.finish((column) => parser.texts(column, decoder.decode, decoder.singleByte), {
    fileRows: null,
    dateSystem: 1900,
    merges: [],
    ragged,
  });
  return { table, separator, sample: sample.best };
}

async function fillSample(source: ByteSource, buffer: Buffer): Promise<number> {
  let end = 0;
  while (end < SAMPLE) {
    const read = await source.fill(buffer, end, SAMPLE - end + 8);
    if (read === 0) break;
    end += read;
  }
  return end;
}

/** `sep=;` in the first line, which spreadsheets write and do not count as a row. */
function separatorLine(bytes: Buffer): { readonly separator?: Separator; readonly length: number } {
  const match = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(bytes.toString('latin1', 0, 7));
  const separator = ([',', ';', '\t', '|'] as const).find((mark) => mark === match?.[1]);
  return separator === undefined || match === null ? { length: 0 } : { separator, length: match[0].length };
}

/** Doubling keeps the work linear when one record goes over many chunks. */
function grown(buffer: Buffer, used: number): Buffer {
  const bigger = Buffer.allocUnsafe(buffer.length * 2);
  buffer.copy(bigger, 0, 0, used);
  return bigger;
}
