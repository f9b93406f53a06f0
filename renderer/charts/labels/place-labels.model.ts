import type { Align, Box, Spot } from '../scene/scene.ts';

/** A label that wants a place: the first of its spots that is free. */
export interface LabelWish {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Lower goes first: the last value, the highest, the lowest say most. */
  readonly rank: number;
  readonly spots: readonly (Spot & { readonly align: Align })[];
}

export interface PlacedLabel {
  /** Which of the wishes. */
  readonly index: number;
  readonly spot: Spot & { readonly align: Align };
  readonly box: Box;
}

/** A stretch of a drawn line. */
export type Stretch = readonly [Spot, Spot];

/** Clear space around a label, CSS pixels. */
const GAP = 2;

export function labelBox({ x, y, align }: Spot & { readonly align: Align }, width: number, height: number): Box {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, top: y - height / 2, width, height };
}

export const overlap = (a: Box, b: Box, gap = 0): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height + gap &&
  b.top < a.top + a.height + gap;

/** Whether a stretch runs through a box. Example: from (0, 5) to (10, 5) it does through a box from 2 to 8 either way. */
export function runsThrough([from, to]: Stretch, { left, top, width, height }: Box): boolean {
  let [start, end] = [0, 1];
  const sides = [
    [from.x - to.x, from.x - left],
    [to.x - from.x, left + width - from.x],
    [from.y - to.y, from.y - top],
    [to.y - from.y, top + height - from.y],
  ] as const;
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return false;
    if (towards < 0) start = Math.max(start, room / towards);
    if (towards > 0) end = Math.min(end, room / towards);
  }
  return start <= end;
}

const inside = (box: Box, area: Box): boolean =>
  box.left >= area.left - 0.01 &&
  box.top >= area.top - 0.01 &&
  box.left + box.width <= area.left + area.width + 0.01 &&
  box.top + box.height <= area.top + area.height + 0.01;

/**
 * Which labels are drawn and where: by rank, each at its first spot within the area that touches no obstacle, no line and no label before
 * it; one without such a spot is left out. A label may stand up to its half beyond the area's side when it is moved back in.
 * Example: two labels of 40 px wished 30 px apart: the one of the lower rank is drawn.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  area: Box,
  lines: readonly Stretch[] = [],
): readonly PlacedLabel[] {
  const order = wishes.map((_, index) => index).toSorted((a, b) => (wishes[a]?.rank ?? 0) - (wishes[b]?.rank ?? 0));
  const placed: PlacedLabel[] = [];
  for (const index of order) {
    const wish = wishes[index];
    if (wish === undefined) continue;
    for (const wished of wish.spots) {
      const spot = keptWithin(wished, wish.width, area);
      const box = labelBox(spot, wish.width, wish.height);
      if (!inside(box, area)) continue;
      if (obstacles.some((each) => overlap(box, each)) || placed.some((each) => overlap(box, each.box, GAP))) continue;
      if (lines.some((each) => runsThrough(each, letters(box)))) continue;
      placed.push({ index, spot, box });
      break;
    }
  }
  return placed;
}

/** What of a label's box has ink: figures are lower than their line. */
const letters = ({ left, top, width, height }: Box): Box => ({ left, top: top + 2, width, height: height - 4 });

/** A centred label at the edge is moved in until it fits. */
function keptWithin(spot: LabelWish['spots'][number], width: number, area: Box): LabelWish['spots'][number] {
  if (spot.align !== 'center') return spot;
  const [low, high] = [area.left + width / 2, area.left + area.width - width / 2];
  return low > high ? spot : { ...spot, x: Math.min(Math.max(spot.x, low), high) };
}

/**
 * Labels beside the ends of lines, moved apart as little as keeps them `height` from each other and within the ends of the plot, in the
 * lines' own order. Null when there is no room for all. Example: [50, 52] at 12 px within 0 to 100 become [45, 57].
 */
export function spreadLabels(
  wished: readonly number[],
  height: number,
  from: number,
  to: number,
): readonly number[] | null {
  const room = to - from - height * wished.length;
  if (room < 0) return null;
  const order = wished.map((_, index) => index).toSorted((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  // Groups of labels that touch stand around the middle of what they wish for.
  interface Group {
    readonly members: readonly number[];
    readonly middle: number;
  }
  const [lowest, highest] = [from + height / 2, to - height / 2];
  const clamp = (members: readonly number[], middle: number): Group => {
    const half = ((members.length - 1) * height) / 2;
    return { members, middle: Math.min(Math.max(middle, lowest + half), highest - half) };
  };
  const groups: Group[] = [];
  for (const index of order) {
    let group = clamp([index], wished[index] ?? 0);
    for (let before = groups.at(-1); before !== undefined; before = groups.at(-1)) {
      const apart = ((before.members.length + group.members.length) * height) / 2;
      if (group.middle - before.middle >= apart - 1e-9) break;
      groups.pop();
      const members = [...before.members, ...group.members];
      const wishes = members.reduce((sum, each) => sum + (wished[each] ?? 0), 0);
      group = clamp(members, wishes / members.length);
    }
    groups.push(group);
  }
  const places = wished.map(() => 0);
  for (const { members, middle } of groups) {
    members.forEach((index, rank) => {
      places[index] = middle + (rank - (members.length - 1) / 2) * height;
    });
  }
  return places;
}
