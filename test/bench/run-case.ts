import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface CaseResult {
  readonly milliseconds: number;
  /** Peak resident memory of the process, null where the peer does not tell. */
  readonly megabytes: number | null;
  readonly note: string;
}

/** Runs a case in a process of its own; it ends with one line of JSON. A case that fails is a result too: its message. */
export async function runCase(script: string, args: readonly string[]): Promise<CaseResult> {
  const path = fileURLToPath(new URL(`./cases/${script}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--max-old-space-size=8192', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = out.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !line.startsWith('{')) {
    return {
      milliseconds: Number.NaN,
      megabytes: null,
      note: `failed: ${(err.trim().split('\n').at(-1) ?? '').slice(0, 80)}`,
    };
  }
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`case ${script} printed no result`);
  const field = (key: string): unknown => Object.entries(parsed).find(([name]) => name === key)?.[1];
  const [milliseconds, megabytes, note] = [field('milliseconds'), field('megabytes'), field('note')];
  return {
    milliseconds: typeof milliseconds === 'number' ? milliseconds : Number.NaN,
    megabytes: typeof megabytes === 'number' ? megabytes : null,
    note: typeof note === 'string' ? note : '',
  };
}

/** The last line of a case. */
export function report(milliseconds: number, note = '', megabytes: number | null = peakMegabytes()): void {
  process.stdout.write(`${JSON.stringify({ milliseconds, megabytes, note })}\n`);
}

export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
