import { createContext, useContext } from 'react';
import type { ExploreView } from '../../state/explore-slice.ts';
import type { ValueFormat } from './cell-text.model.ts';
import type { FieldsAtHand } from './fields.model.ts';
import type { Edit } from './use-explore.ts';
import type { Field, Place } from './view.model.ts';
import type { ExploreWords } from './words.model.ts';

/** What is being dragged: a field of the list, or an item of a well with its place. */
export interface Dragged {
  readonly field: Field;
  readonly from: Place | null;
}

/** Between the start of dragging and its end. */
export interface Drag {
  readonly current: () => Dragged | null;
  readonly begin: (dragged: Dragged) => void;
  readonly end: () => void;
}

/** What every part of the screen has. */
export interface Exploring {
  readonly view: ExploreView;
  readonly edit: Edit;
  readonly words: ExploreWords;
  readonly fields: FieldsAtHand;
  /** By place among the view's values; null until the answer is there. */
  readonly formats: readonly (ValueFormat | null)[];
  /** The last day with data of what is counted, ISO; null until it is known. */
  readonly through: string | null;
  /** Says what was done to those who do not see it. */
  readonly announce: (text: string) => void;
  readonly drag: Drag;
  /** The item of a well whose settings are open: 'filters 0'; null for none. */
  readonly openItem: string | null;
  readonly setOpenItem: (item: string | null) => void;
  /** The outermost members on each axis that the table has shown, to order by and to compare with. */
  readonly members: { readonly rows: readonly (string | null)[]; readonly columns: readonly (string | null)[] };
}

export const ExploreContext = createContext<Exploring | null>(null);

export function useExploring(): Exploring {
  const exploring = useContext(ExploreContext);
  if (exploring === null) throw new Error('useExploring outside of Explore');
  return exploring;
}
