import { systemLocale } from './locale.ts';
import { run } from './run.ts';

/** A reader that has seen enough (`| head`) is no error. */
process.stdout.on('error', () => process.exit(0));

process.exitCode = await run(process.argv.slice(2), {
  locale: systemLocale(process.env),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
