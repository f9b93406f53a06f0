import { damaged } from '../file-errors.ts';
import type { ZipArchive } from '../containers/zip-archive.ts';
import type { ZipEntry } from '../containers/zip-directory.ts';
import { cellStyles, NO_STYLES, type CellStyles } from './date-formats.ts';
import { xmlElements } from './xml-events.ts';
import { xmlString } from './xml-text.ts';

const MAX_PART = 32 * 1024 * 1024;

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly dateSystem: 1900 | 1904;
  readonly styles: CellStyles;
  readonly sharedStrings: ZipEntry | undefined;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address, the same in the transitional and the strict form. */
  readonly type: string;
  readonly part: string;
}

/** The parts of a workbook, found through its relations: names and folders are the writer's choice. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const root = await relations(archive, '');
  const part = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const xml = await partText(archive, part);
  const links = await relations(archive, part);
  const sheets: WorkbookSheet[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  for (const { name, path, attributes } of xmlElements(xml)) {
    if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.get('date1904') ?? '')) dateSystem = 1904;
    if (name !== 'sheet' || path.at(-1) !== 'sheets') continue;
    const link = links.find(({ id }) => id === attributes.get('id'));
    if (link !== undefined && link.type !== 'worksheet') continue;
    const entry = link === undefined ? undefined : archive.entry(link.part);
    if (entry === undefined) throw damaged('sheet', { sheet: attributes.get('name') ?? '' });
    sheets.push({ name: attributes.get('name') ?? '', hidden: /hidden/i.test(attributes.get('state') ?? ''), entry });
  }
  if (sheets.length === 0) throw damaged('sheet');
  const linked = (type: string): ZipEntry | undefined => {
    const link = links.find((relation) => relation.type === type);
    const found = link === undefined ? undefined : archive.entry(link.part);
    // Dates would silently turn into numbers; a missing list of texts shows where a cell points to it.
    if (type === 'styles' && link !== undefined && found === undefined) throw damaged('container');
    return found;
  };
  const stylesEntry = linked('styles');
  const styles = stylesEntry === undefined ? NO_STYLES : cellStyles(await text(archive, stylesEntry));
  return { sheets, dateSystem, styles, sharedStrings: linked('sharedStrings') };
}

async function text(archive: ZipArchive, entry: ZipEntry): Promise<string> {
  return xmlString(await archive.bytes(entry, MAX_PART));
}

async function partText(archive: ZipArchive, part: string): Promise<string> {
  const entry = archive.entry(part);
  if (entry === undefined) throw damaged('container');
  return await text(archive, entry);
}

/** What a part points to; the empty name stands for the package. */
async function relations(archive: ZipArchive, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = archive.entry(`${folder}_rels/${part.slice(slash)}.rels`);
  if (entry === undefined) return [];
  const found: Relation[] = [];
  for (const { name, attributes } of xmlElements(await text(archive, entry))) {
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') continue;
    const type = attributes.get('Type') ?? '';
    found.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: partName(folder, attributes.get('Target') ?? ''),
    });
  }
  return found;
}

/** `../styles.xml` seen from `xl/worksheets/` is `xl/styles.xml`. Never leaves the package. */
function partName(folder: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (clean.startsWith('/') ? clean : folder + clean).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
