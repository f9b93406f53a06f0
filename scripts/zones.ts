/** What a folder may import: the arrows of the house. Read by oxlint.config.ts and test/house/arrows.test.ts. */
export type Zone = {
  readonly folder: string;
  /** Other zones, reached through `#name/…`. */
  readonly zones: readonly string[];
  /** Library to the files of the zone that may know it: '**' for all of them. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly node: boolean;
};

const coreOnly = ['shared'];
const inner = ['shared', 'engine'];
const middle = [...inner, 'columns', 'store', 'files'];
const outer = [...middle, 'host'];
const zod = { zod: '**' } as const;
const printer = { 'playwright-core': '*{pdf,print}*.ts' } as const;

export const zones: Readonly<Record<string, Zone>> = {
  shared: { folder: 'shared', zones: [], libraries: zod, node: false },
  engine: { folder: 'electron/engine', zones: coreOnly, libraries: zod, node: false },
  columns: { folder: 'electron/columns', zones: inner, libraries: {}, node: false },
  store: { folder: 'electron/store', zones: inner, libraries: { ...zod, 'better-sqlite3': '**' }, node: true },
  files: {
    folder: 'electron/files',
    zones: inner,
    libraries: { ...zod, xlsx: '**', 'iconv-lite': '**', pptxgenjs: 'report-out/**' },
    node: true,
  },
  host: { folder: 'electron/host', zones: middle, libraries: { ...zod, ...printer }, node: true },
  serve: { folder: 'electron/serve', zones: outer, libraries: { ...zod, ...printer }, node: true },
  cli: { folder: 'electron/cli', zones: [...outer, 'serve'], libraries: { ...zod, i18next: '**' }, node: true },
  shell: { folder: 'electron/shell', zones: outer, libraries: { ...zod, electron: '**' }, node: true },
  renderer: {
    folder: 'renderer',
    zones: coreOnly,
    libraries: {
      ...zod,
      '@base-ui/react': '**',
      '@fontsource-variable/inter': '**',
      '@tanstack/react-query': '**',
      '@tanstack/react-virtual': '**',
      'chart.js': 'charts/**',
      i18next: '**',
      react: '**',
      'react-dom': '**',
      'react-i18next': '**',
      zustand: '**',
    },
    node: false,
  },
};
