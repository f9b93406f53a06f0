import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A list kept among this machine's settings; one that is missing or damaged is empty. */
export function readConfig<T>(path: string, schema: z.ZodType<T[]>): readonly T[] {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** Writes the list whole or not at all; a settings folder that cannot be written costs the list, not the work. */
export function writeConfig(path: string, list: readonly unknown[]): void {
  const unfinished = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, JSON.stringify(list, null, 2), { mode: 0o600 });
    renameSync(unfinished, path);
  } catch {
    // Read-only home.
  }
}
