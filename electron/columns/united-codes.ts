import type { UnitedDimension, UnitedMembers } from '#engine/ports/column-queries.ts';
import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Codes, Fields } from './fields.ts';
import { remembered } from './remembered.ts';

/** No field of a file begins so. */
const PREFIX = '\u0000united ';

/** The fields of a revision and, beside them, dimensions some of whose members are united. */
export interface FieldsWithUnited extends Fields {
  united(members: UnitedMembers): UnitedDimension;
  /** What the codes of a dimension become in one that unites them, whatever stands beside them; null for any other key. */
  unites(key: string): { readonly dimension: string; readonly codes: Int32Array } | null;
  /** The same dimensions over some of the rows. */
  over(part: Fields): Fields;
}

export function withUnited(fields: Fields): FieldsWithUnited {
  const places = new Map<string, number>();
  const all: (UnitedMembers & { readonly otherCode: number })[] = [];
  const columns = fields.kept.memory<string, Codes | null>();

  const membersOf = (key: string) => (key.startsWith(PREFIX) ? all[Number(key.slice(PREFIX.length))] : undefined);
  const codesOver =
    (part: Fields): Fields['codes'] =>
    (kind, key) => {
      if (!key.startsWith(PREFIX)) return part.codes(kind, key);
      const members = membersOf(key);
      return members === undefined ? null : unite(codesOver(part), kind, members);
    };
  const codes: Fields['codes'] = (kind, key) => {
    if (!key.startsWith(PREFIX)) return fields.codes(kind, key);
    const members = membersOf(key);
    if (members === undefined) return null;
    return columns(`${kind} ${key}`, () => unite(codes, kind, members));
  };
  const members: Fields['members'] = (kind, key) => {
    const united = membersOf(key);
    return united === undefined ? fields.members(kind, key) : united.otherCode + 1;
  };
  const sourcesOf = (key: string): readonly string[] => {
    const members = membersOf(key);
    return members === undefined ? [key] : [members.dimension, ...members.under].flatMap(sourcesOf);
  };
  return {
    ...fields,
    codes,
    members,
    sourcesOf,
    over: (part) => ({ ...part, codes: codesOver(part) }),
    unites: (key) => {
      const members = membersOf(key);
      if (members === undefined || members.under.length > 0) return null;
      return { dimension: members.dimension, codes: codesKept(members) };
    },
    united: (asked) => {
      const place = remembered(places, JSON.stringify(asked), () => {
        const { dimension } = asked;
        const counts = fields.columns.kinds().map((kind) => members(kind, dimension));
        const otherCode = Math.max(1, fields.columns.members(dimension).length, ...counts);
        return all.push({ ...asked, otherCode }) - 1;
      });
      return { key: `${PREFIX}${String(place)}`, otherCode: all[place]?.otherCode ?? 0 };
    },
  };
}

/** By code of a dimension the one it has where others are united. */
function codesKept({
  keep,
  otherCode,
}: {
  readonly keep: UnitedMembers['keep'];
  readonly otherCode: number;
}): Int32Array {
  const kept = new Int32Array(otherCode + 1).fill(otherCode);
  for (const [code = 0] of keep) kept[code] = code;
  return kept;
}

function unite(
  codesOf: Fields['codes'],
  kind: AnyKind,
  { dimension, under, keep, otherCode }: UnitedMembers & { readonly otherCode: number },
): Codes | null {
  const own = codesOf(kind, dimension);
  if (own === null) return null;
  const members = otherCode + 1;
  const parents = under.map((key) => codesOf(kind, key)?.codes ?? new Uint8Array(own.codes.length));
  const codes = members <= 0x1_0000 ? new Uint16Array(own.codes.length) : new Int32Array(own.codes.length);
  const [parent, ...more] = parents;
  if (parent === undefined) {
    const kept = codesKept({ keep, otherCode });
    for (let row = 0; row < codes.length; row++) codes[row] = kept[own.codes[row] ?? 0] ?? otherCode;
    return { codes, members };
  }
  const paths = pathNumbers(keep.map((path) => path.slice(0, -1)));
  const kept = new Set(keep.map((path) => paths.of(path.slice(0, -1)) * members + (path.at(-1) ?? 0)));
  const columns: readonly CodeColumn[] = [parent, ...more];
  for (let row = 0; row < codes.length; row++) {
    let path = 0;
    for (const column of columns) path = path < 0 ? path : paths.step(path, column[row] ?? 0);
    const code = own.codes[row] ?? 0;
    codes[row] = path >= 0 && kept.has(path * members + code) ? code : otherCode;
  }
  return { codes, members };
}

/** Numbers for some paths of codes and all that lead to them, 0 for the empty one; −1 for a step to no such path. */
function pathNumbers(paths: readonly (readonly number[])[]) {
  const steps = [new Map<number, number>()];
  const step = (path: number, code: number): number => steps[path]?.get(code) ?? -1;
  for (const codes of paths)
    codes.reduce((path, code) => {
      const known = step(path, code);
      if (known >= 0) return known;
      steps[path]?.set(code, steps.length);
      return steps.push(new Map<number, number>()) - 1;
    }, 0);
  return { step, of: (codes: readonly number[]): number => codes.reduce(step, 0) };
}
