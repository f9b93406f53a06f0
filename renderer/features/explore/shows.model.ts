import type { Show } from '#shared/grid.ts';

const AXES = ['rows', 'columns'] as const;
const BASES = ['previous', 'last-year', 'target'] as const;
const SHARES = ['total', 'row', 'column', 'row-parent', 'column-parent'] as const;

/** The ways of showing a value, in groups. One against a sibling by name begins with the first. */
export function showChoices(
  first: Readonly<Record<(typeof AXES)[number], string | null | undefined>>,
): readonly (readonly Show[])[] {
  const changes = (as: 'difference' | 'difference-ratio'): readonly Show[] => [
    ...BASES.map((what): Show => ({ as, from: { what } })),
    ...AXES.map((along): Show => ({ as, from: { what: 'before', along } })),
    ...AXES.flatMap((along): readonly Show[] => {
      const name = first[along];
      return name === undefined ? [] : [{ as, from: { what: 'member', along, name } }];
    }),
  ];
  return [
    [{ as: 'value' }],
    SHARES.map((of): Show => ({ as: 'share', of })),
    changes('difference'),
    changes('difference-ratio'),
    [
      ...AXES.map((along): Show => ({ as: 'running-total', along })),
      ...AXES.map((along): Show => ({ as: 'rank', along })),
      { as: 'index' },
    ],
  ];
}

/** A way of showing without its particulars, as one text: two of the same key differ in the member or which end is first alone. */
export function showKey(show: Show): string {
  switch (show.as) {
    case 'value':
    case 'index':
      return show.as;
    case 'share':
      return `share ${show.of}`;
    case 'difference':
    case 'difference-ratio': {
      const { from } = show;
      return `${show.as} ${from.what}${from.what === 'before' || from.what === 'member' ? ` ${from.along}` : ''}`;
    }
    case 'running-total':
    case 'rank':
      return `${show.as} ${show.along}`;
  }
}
