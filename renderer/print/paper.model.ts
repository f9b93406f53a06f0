import type { PrintJob } from './print-job.model.ts';

/** Letter where it is the custom, A4 everywhere else. Example: ['en-US', 'sv'] is 'letter'. */
export function paperFor(wishes: readonly string[]): PrintJob['paper'] {
  return /-(US|CA|MX)$/.test(wishes[0] ?? '') ? 'letter' : 'a4';
}
