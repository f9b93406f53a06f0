import type { Question } from '#shared/question.ts';
import { siblingOrder, type Sibling } from './member-order.ts';

/** One group as met in the data. */
export interface MetGroup {
  readonly path: readonly number[];
  readonly names: readonly (string | null)[];
  readonly other: boolean;
  readonly isDate: boolean;
  readonly value: number | null;
}

/** Place of every group on an axis: members in the asked order, a subtotal after its members, the total last. */
export interface GroupOrder {
  readonly size: number;
  readonly groups: readonly MetGroup[];
  /** By path; −1 for a group that was never met. */
  at(path: readonly number[]): number;
}

/** Orders groups of all depths; a parent that was not met itself is left out with its members. */
export function orderGroups(met: readonly MetGroup[], sort: Question['sort']): GroupOrder {
  const children = new Map<string, MetGroup[]>();
  for (const group of met) {
    if (group.path.length === 0) continue;
    const parent = group.path.slice(0, -1).join();
    const siblings = children.get(`${String(group.path.length)} ${parent}`) ?? [];
    siblings.push(group);
    children.set(`${String(group.path.length)} ${parent}`, siblings);
  }
  const compare = siblingOrder(sort);
  const sibling = (group: MetGroup): Sibling => ({
    label: group.names.at(-1) ?? null,
    index: group.path.at(-1) ?? 0,
    isDate: group.isDate,
    other: group.other,
    value: group.value,
  });
  const groups: MetGroup[] = [];
  const places = new Map<string, number>();
  const visit = (group: MetGroup): void => {
    const own = (children.get(`${String(group.path.length + 1)} ${group.path.join()}`) ?? []).map(
      (child) => [sibling(child), child] as const,
    );
    for (const [, child] of own.sort(([a], [b]) => compare(a, b))) visit(child);
    places.set(`${String(group.path.length)} ${group.path.join()}`, groups.length);
    groups.push(group);
  };
  for (const root of met) if (root.path.length === 0) visit(root);
  return {
    size: groups.length,
    groups,
    at: (path) => places.get(`${String(path.length)} ${path.join()}`) ?? -1,
  };
}
