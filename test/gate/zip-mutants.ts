import { utils, write, type BookType } from 'xlsx';
import { readBytes } from '../fixtures/read-bytes.ts';
import { workbookCells, type Cells } from './cells.ts';
import { Dice } from './dice.ts';
import type { Mutant } from './mutant.ts';
import { workbookBytes, workbookModel } from './workbook-model.ts';

interface Whole {
  readonly name: string;
  readonly bytes: Buffer;
  readonly cells: Cells;
}

let wholes: Promise<readonly Whole[]> | undefined;

/** The sound files: a workbook of our own making, one with stored parts, and the two other kinds of zip that we read. */
function soundFiles(): Promise<readonly Whole[]> {
  const model = workbookModel(new Dice(1, 1));
  const sheet = utils.aoa_to_sheet(model.map((row) => row.map((cell) => cell.value)));
  const book = utils.book_new(sheet, 'Data');
  const other = (bookType: BookType): Buffer =>
    Buffer.from(write(book, { bookType, type: 'buffer', compression: true }) as Uint8Array);
  const files: readonly (readonly [string, Buffer])[] = [
    ['xlsx', workbookBytes(model, new Dice(1, 2))],
    ['xlsx', other('xlsx')],
    ['xlsb', other('xlsb')],
    ['ods', other('ods')],
  ];
  return Promise.all(
    files.map(async ([name, bytes]) => ({ name, bytes, cells: workbookCells((await readBytes(bytes)).table) })),
  );
}

type Change = readonly [what: string, bytes: Buffer];

function change(whole: Buffer, dice: Dice): Change {
  const bytes = Buffer.from(whole);
  const at = dice.below(bytes.length);
  switch (dice.below(7)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
      return [`bit at ${at}`, bytes];
    case 1:
      bytes[at] = dice.below(256);
      return [`byte at ${at}`, bytes];
    case 2:
      for (let i = 0; i < 8; i++) bytes[dice.below(bytes.length)] = dice.below(256);
      return ['eight bytes', bytes];
    case 3:
      return [`cut at ${at}`, bytes.subarray(0, at)];
    case 4:
      return [`cut out at ${at}`, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + dice.below(200))])];
    case 5: {
      const noise = Buffer.from(dice.times(1 + dice.below(60), () => dice.below(256)));
      return [`noise put in at ${at}`, Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])];
    }
    default: {
      const length = Math.min(bytes.length - at, 1 + dice.below(64));
      bytes.copy(bytes, dice.below(bytes.length - length), at, at + length);
      return [`piece from ${at} copied over another`, bytes];
    }
  }
}

/** The bytes of the zip changed: parts carry checksums, so that whatever still reads must read as before. */
export async function zipMutant(dice: Dice): Promise<Mutant> {
  wholes ??= soundFiles();
  const [own, ...others] = await wholes;
  // The other kinds are read in a thread that takes its time to start: a few of them are enough.
  const whole = dice.chance(0.96) ? own : others[dice.below(others.length)];
  if (whole === undefined) throw new RangeError('no sound file');
  const [what, bytes] = change(whole.bytes, dice);
  return { what: `${whole.name}: ${what}`, bytes, sound: false, truth: whole.cells, second: null };
}
