import type { ErrorCode } from '#shared/errors.ts';

export const EXIT = { done: 0, usage: 1, refused: 2, workspace: 3, bug: 70 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

const usage: ReadonlySet<ErrorCode> = new Set([
  'E_BAD_REQUEST',
  'E_UNKNOWN_METHOD',
  'E_NOT_FOUND',
  'E_UNKNOWN_KPI',
  'E_UNKNOWN_DIMENSION',
  'E_BAD_PERIOD',
]);

const workspace: ReadonlySet<ErrorCode> = new Set([
  'E_NO_WORKSPACE',
  'E_IN_USE',
  'E_NEWER_FILE',
  'E_FOREIGN_FILE',
  'E_DAMAGED_FILE',
  'E_READONLY',
  'E_DISK_FULL',
]);

export function exitOf(code: ErrorCode): Exit {
  if (code === 'E_INTERNAL') return EXIT.bug;
  if (usage.has(code)) return EXIT.usage;
  return workspace.has(code) ? EXIT.workspace : EXIT.refused;
}
