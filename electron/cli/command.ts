import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import type { Words } from './words.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Values of a command's options; `list` for those that may be repeated. */
export interface Arguments {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  is(name: string): boolean;
}

export interface Context extends Io {
  readonly words: Words;
  readonly args: Arguments;
}

export interface Command {
  readonly options: Options;
  readonly run: (context: Context) => Promise<void>;
}

export const WORKSPACE_OPTION = { workspace: { type: 'string', short: 'w' } } as const;
export const JSON_OPTION = { json: { type: 'boolean' } } as const;

export function parseArguments(argv: readonly string[], options: Options): Arguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const option = error instanceof Error ? /'(-[^' ,<]*)/.exec(error.message)?.[1] : undefined;
    throw new UsageError('badOption', { option: option ?? '' });
  }
  const { values, positionals } = parsed;
  return {
    positionals,
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    list: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
    is: (name) => values[name] === true,
  };
}

export function printJson({ out }: Io, value: unknown): void {
  out(`${JSON.stringify(value, null, 2)}\n`);
}
