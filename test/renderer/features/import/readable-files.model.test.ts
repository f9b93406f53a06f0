import { describe, expect, it } from 'vitest';
import { readableFiles } from '../../../../renderer/features/import/readable-files.model.ts';
import { isReadable } from '../../../../shared/readable-files.ts';

describe('the files of a folder', () => {
  it('are those the reader knows by their endings, in any case', () => {
    const names = ['a.csv', 'B.XLSX', 'bok.SE', 'rapport.pdf', 'csv', '.dold.csv', '~$öppen.xlsx', 'c.csv.zip'];
    expect(names.filter(isReadable)).toEqual(['a.csv', 'B.XLSX', 'bok.SE']);
  });

  it('come in the order of their paths, numbers by size, without hidden folders', () => {
    const paths = ['m/10.csv', 'm/9.csv', 'm/2025/12.csv', 'm/.git/1.csv', 'm/notes.md'];
    expect(readableFiles(paths.map((path) => ({ path, file: path })))).toEqual([
      'm/9.csv',
      'm/10.csv',
      'm/2025/12.csv',
    ]);
  });
});
