import { runTests } from './run-tests.ts';

const { passed, failed, skipped } = await runTests(['unit']);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
