import type { Input } from '#shared/contract.ts';

/** What is printed: the input of `report.pdf` without its task. */
export type PrintJob = Omit<Input<'report.pdf'>, 'taskId'>;

/**
 * A job from the address, base64url of its JSON; null for anything else. Only its shape is looked at here: the host
 * checks every question it leads to against the contract.
 */
export function parsePrintJob(text: string): PrintJob | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    const job: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isPrintJob(job) ? job : null;
  } catch {
    return null;
  }
}

function isPrintJob(job: unknown): job is PrintJob {
  return (
    typeof job === 'object' &&
    job !== null &&
    'template' in job &&
    job.template === 'overview' &&
    'locale' in job &&
    (job.locale === 'sv-SE' || job.locale === 'en-GB') &&
    'paper' in job &&
    (job.paper === 'a4' || job.paper === 'letter')
  );
}
