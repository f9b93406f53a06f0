import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';

const tsc = 'node_modules/typescript/bin/tsc';

/** Every tsconfig of the tree is one zone; a zone is checked with its own libraries and types, and so are the files it imports. */
const zones = globSync([
  'tsconfig.json',
  '{shared,renderer,test}/tsconfig.json',
  'electron/*/tsconfig.json',
]).toSorted();

let files = 0;
let failed = 0;
for (const zone of zones) {
  const folder = dirname(zone);
  const own = globSync(folder === '.' ? ['*.ts', 'scripts/**/*.ts'] : `${folder}/**/*.{ts,tsx}`).length;
  files += own;
  if (own === 0) continue;
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', zone, '--pretty', 'false'], { encoding: 'utf8' });
  if (status === 0) continue;
  failed += 1;
  console.error(`${folder}\n${stdout}`);
}
console.log(`${files} files in ${zones.length} zones, ${failed} zones with errors`);
process.exit(failed === 0 && files > 0 ? 0 : 1);
