import { NO_DAY, NO_INT, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import { asksForValue, type AskingCondition, type Condition } from '#shared/kpi-definition.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { Fields } from './fields.ts';

/** 1 for the rows that count. Null when all do. */
export type RowMask = Uint8Array | null;

export type MaskOf = (kind: AnyKind, anyOf: readonly (readonly Condition[])[]) => RowMask;

/** Masks of one revision, each computed once: rows that meet all conditions of at least one list. */
export function rowMasks(fields: Fields): MaskOf {
  const known = fields.kept.memory<string, RowMask>();
  const remembered = (key: string, compute: () => RowMask): RowMask => {
    mayStop();
    return known(key, compute);
  };
  const one = (kind: AnyKind, condition: Condition): RowMask =>
    remembered(`${kind} ${JSON.stringify(condition)}`, () => conditionMask(fields, kind, condition));
  const all = (kind: AnyKind, conditions: readonly Condition[]): RowMask =>
    remembered(`${kind} all ${JSON.stringify(conditions)}`, () =>
      conditions.map((condition) => one(kind, condition)).reduce(both, null),
    );
  return (kind, anyOf) =>
    remembered(`${kind} any ${JSON.stringify(anyOf)}`, () => {
      const [first, ...others] = anyOf.map((conditions) => all(kind, conditions));
      return first === undefined ? new Uint8Array(fields.rows(kind)) : others.reduce<RowMask>(either, first);
    });
}

function both(a: RowMask, b: RowMask): RowMask {
  if (a === null || b === null) return a ?? b;
  return a.map((value, row) => value & (b[row] ?? 0));
}

function either(a: RowMask, b: RowMask): RowMask {
  if (a === null || b === null) return null;
  return simplified(a.map((value, row) => value | (b[row] ?? 0)));
}

function conditionMask(fields: Fields, kind: AnyKind, condition: Condition): RowMask {
  if (asksForValue(condition)) return simplified(rowsMeeting(fields, kind, condition));
  return simplified(rowsMeeting(fields, kind, oppositeOf(condition)).map((value) => 1 - value));
}

function oppositeOf(condition: Exclude<Condition, AskingCondition>): AskingCondition {
  switch (condition.is) {
    case 'missing':
      return { ...condition, is: 'present' };
    case 'not-true':
      return { ...condition, is: 'true' };
    case 'none-of':
      return { ...condition, is: 'one-of' };
  }
}

/** 1 for the rows whose value meets a condition; a field that no row has a value in is met by none. */
function rowsMeeting(fields: Fields, kind: AnyKind, condition: AskingCondition): Uint8Array {
  const { field } = condition;
  const mask = new Uint8Array(fields.rows(kind));
  const codes = fields.codes(kind, field);
  if (codes !== null) {
    const allowed = allowedCodes(fields.columns, kind, condition, codes.members);
    for (let row = 0; row < mask.length; row++) mask[row] = allowed[codes.codes[row] ?? 0] ?? 0;
    return mask;
  }
  const flags = fields.flags(kind, field);
  if (flags !== null) {
    for (let row = 0; row < mask.length; row++)
      mask[row] = condition.is === 'true' ? Number(flags[row] === 1) : Number(flags[row] !== 2);
    return mask;
  }
  const decimals = fields.decimals(kind, field);
  const days = decimals === null ? fields.days(kind, field) : null;
  const missing = decimals instanceof Int32Array ? NO_INT : NO_DAY;
  const numbers = decimals ?? days;
  if (numbers === null) return mask;
  const above = condition.is === 'above' ? condition.than * DECIMAL_SCALE : -Infinity;
  for (let row = 0; row < mask.length; row++) {
    const value = numbers[row] ?? NaN;
    mask[row] = Number(value > above && value !== missing);
  }
  return mask;
}

function allowedCodes(
  columns: WorkspaceColumns,
  kind: AnyKind,
  condition: AskingCondition,
  members: number,
): Uint8Array {
  const allowed = new Uint8Array(members).fill(1);
  allowed[0] = 0;
  const wanted = wantedNames(columns, condition);
  if (wanted === null) return allowed;
  const dimension = columns.table(kind)?.fields.find(({ key }) => key === condition.field)?.dimension ?? null;
  const names = dimension === null ? [] : columns.members(dimension);
  const merged = dimension === null ? null : columns.merged(dimension);
  const shown = new Set(wanted.map((name) => merged?.get(name) ?? name));
  return allowed.map((value, code) => (shown.has(names[code] ?? '') ? value : 0));
}

/** Null where every name will do. */
function wantedNames(columns: WorkspaceColumns, condition: AskingCondition): readonly string[] | null {
  switch (condition.is) {
    case 'one-of':
      return condition.values;
    case 'in-setting':
      return columns.rules()[condition.setting];
    case 'present':
    case 'true':
    case 'above':
      return null;
  }
}

function simplified(mask: Uint8Array): RowMask {
  return mask.includes(0) ? mask : null;
}
