/** Reads the file given as the host does; says the verdict, the time and the largest size of the process. */
import { readFileAt, verdict } from '../fixtures/read-bytes.ts';

const started = performance.now();
const found = await verdict(readFileAt(process.argv[2] ?? ''));
const seconds = (performance.now() - started) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ found, seconds, megabytes }));
