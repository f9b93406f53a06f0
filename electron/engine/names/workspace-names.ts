import { AppError } from '#shared/errors.ts';
import type { ListedName, MergeSuggestion, NameDimension } from '#shared/names.ts';
import { CUSTOM_PREFIX } from '#shared/record-kinds.ts';
import { compareLabels, sortByLabels } from '../question/member-order.ts';
import type { StoredColumns } from '../ports/workspace-columns.ts';
import { nameDimensions } from './name-dimensions.ts';
import { namedMembers, type MemberOfKind } from './named-members.ts';
import { allSteps } from './all-steps.ts';
import { suggestMerges } from './suggest-merges.ts';

/** More names than this are not compared with each other. */
const MOST_COMPARED = 50_000;

const PLACES: readonly string[] = ['city', 'region', 'country'];

/** The names of a workspace as they are now; what has been worked out is kept. */
export interface WorkspaceNames {
  dimensions(): readonly NameDimension[];
  /** Names that hold the search text, or have one merged into them that does: most rows first. */
  list(dimension: string, search: string): readonly ListedName[];
  /**
   * Works the suggestions of these dimensions out, of all with null, and pauses every few milliseconds. What has been done
   * is kept when nobody goes on.
   */
  compare(dimensions: readonly string[] | null): Generator<undefined, void>;
  /** Null where there are too many names to compare. Takes as long as it takes where they are not compared yet. */
  suggestions(dimension: string): readonly MergeSuggestion[] | null;
  /** Throws E_UNKNOWN_DIMENSION for one without names to merge. */
  assertDimension(dimension: string): void;
}

/**
 * The names over columns of one revision. `apart` gives the pairs of a dimension that are not the same.
 * Example: with the deals of the Maven pipeline `list('product', 'gtx')` begins with GTX Basic, 1 866 rows.
 */
export function workspaceNames(
  columns: StoredColumns,
  apart: (dimension: string) => readonly (readonly [string, string])[],
): WorkspaceNames {
  const members = new Map<string, readonly MemberOfKind[]>();
  const suggested = new Map<string, readonly MergeSuggestion[] | null>();
  const assertDimension = (dimension: string): void => {
    if (nameDimensions(columns).some(({ key }) => key === dimension)) return;
    throw new AppError('E_UNKNOWN_DIMENSION', `There are no names in "${dimension}".`, { dimension });
  };
  const membersOf = (dimension: string): readonly MemberOfKind[] => {
    const known = members.get(dimension);
    if (known !== undefined) return known;
    assertDimension(dimension);
    const fresh = sortByLabels(
      [...namedMembers(columns, dimension)],
      (compare) => (a, b) => b.rows - a.rows || compare(a.name, b.name),
    );
    members.set(dimension, fresh);
    return fresh;
  };
  /** Of a dimension that is being compared: whoever asks for it meanwhile goes on from there. */
  const underWay = new Map<string, Generator<undefined, readonly MergeSuggestion[]>>();
  const begin = (dimension: string): Generator<undefined, readonly MergeSuggestion[]> => {
    const companies = ['customer', 'competitor'].includes(dimension) || dimension.startsWith(CUSTOM_PREFIX);
    return suggestMerges(membersOf(dimension), {
      companies,
      spelling: !PLACES.includes(dimension),
      numbersName: dimension === 'customer',
      apart: apart(dimension),
    });
  };
  function* suggestionSteps(dimension: string): Generator<undefined, readonly MergeSuggestion[] | null> {
    if (!suggested.has(dimension) && membersOf(dimension).length > MOST_COMPARED) suggested.set(dimension, null);
    for (;;) {
      const known = suggested.get(dimension);
      if (known !== undefined) return known;
      const steps = underWay.get(dimension) ?? begin(dimension);
      underWay.set(dimension, steps);
      const step = steps.next();
      if (step.done === true) suggested.set(dimension, step.value);
      else yield;
    }
  }
  const suggestionsOf = (dimension: string): readonly MergeSuggestion[] | null => allSteps(suggestionSteps(dimension));
  return {
    assertDimension,
    *compare(dimensions) {
      for (const dimension of dimensions ?? nameDimensions(columns).map(({ key }) => key)) {
        yield* suggestionSteps(dimension);
        yield;
      }
    },
    suggestions: suggestionsOf,
    dimensions: () =>
      nameDimensions(columns).map(({ kinds, ...about }) => ({
        ...about,
        kinds: [...kinds],
        names: membersOf(about.key).length,
        suggestions: suggestionsOf(about.key)?.length ?? null,
      })),
    list: (dimension, search) => {
      const also = new Map<string, string[]>();
      for (const [name, shown] of columns.merged(dimension)) also.set(shown, [...(also.get(shown) ?? []), name]);
      const wanted = search.trim().toLocaleLowerCase('sv');
      return membersOf(dimension).flatMap(({ name, rows, listed, kind }) => {
        const others = also.get(name) ?? [];
        const found = [name, ...others].some((each) => each.toLocaleLowerCase('sv').includes(wanted));
        return found ? [{ name, rows, listed, kind, also: others.toSorted(compareLabels) }] : [];
      });
    },
  };
}
