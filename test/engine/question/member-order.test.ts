import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siblingOrder } from '#engine/question/member-order.ts';

interface Sibling {
  readonly name: number | null;
  readonly value: number | null;
  readonly other: boolean;
}

const sorted = (siblings: readonly Sibling[], by: 'label' | 'value', descending = false): readonly Sibling[] => {
  const order = siblingOrder({
    labels: Int32Array.from(siblings, ({ name }) => name ?? -1),
    others: Uint8Array.from(siblings, ({ other }) => Number(other)),
    values: by === 'label' ? null : Float64Array.from(siblings, ({ value }) => value ?? Number.NaN),
    descending,
  });
  return [...order].flatMap((at) => siblings[at] ?? []);
};
const named = (name: number | null, value: number | null = null): Sibling => ({ name, value, other: false });
const OTHER: Sibling = { name: 0, value: 40, other: true };

describe('siblings', () => {
  it('go by label, the unknown one after the named, and Other last, in either direction', () => {
    const [a, b, none] = [named(0), named(7), named(null)];
    expect(sorted([OTHER, none, b, a], 'label')).toEqual([a, b, none, OTHER]);
    expect(sorted([OTHER, none, a, b], 'label', true)).toEqual([b, a, none, OTHER]);
  });

  it('go by value, equal ones by label upwards, those without after them', () => {
    const [low, high, same, none] = [named(1, -5), named(3, 30), named(2, 30), named(0, null)];
    expect(sorted([none, high, OTHER, same, low], 'value')).toEqual([low, same, high, none, OTHER]);
    expect(sorted([none, high, OTHER, same, low], 'value', true)).toEqual([same, high, low, none, OTHER]);
  });

  it('stand as comparing them one with another would put them', () => {
    const value = fc.option(
      fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }), fc.constantFrom(0, -0, 0.1, -1e-9)),
    );
    const siblings = fc.uniqueArray(fc.record({ name: fc.nat(500), value, other: fc.constant(false) }), {
      selector: ({ name }) => name,
    });
    fc.assert(
      fc.property(siblings, fc.boolean(), (all, descending) => {
        const compared = all.toSorted((a, b) => {
          if (a.value === null || b.value === null)
            return Number(a.value === null) - Number(b.value === null) || a.name - b.name;
          const difference = a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
          return (descending ? -difference : difference) || a.name - b.name;
        });
        expect(sorted(all, 'value', descending)).toEqual(compared);
      }),
      { seed: 20_260_123, numRuns: 500 },
    );
  });
});
