import exceljs from 'exceljs';
import { report } from '../run-case.ts';

/** exceljs: its streaming reader with shared strings and date styles, every cell touched. */
const start = performance.now();
const reader = new exceljs.stream.xlsx.WorkbookReader(process.argv[2] ?? '', {
  sharedStrings: 'cache',
  styles: 'cache',
  worksheets: 'emit',
});
let rows = -1;
let cells = 0;
for await (const sheet of reader) {
  for await (const row of sheet) {
    rows++;
    row.eachCell(({ value }) => {
      if (value !== null) cells++;
    });
  }
}
report(performance.now() - start, `${rows} rows, ${cells} cells`);
