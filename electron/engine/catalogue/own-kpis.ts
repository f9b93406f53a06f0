import { AppError } from '#shared/errors.ts';
import type { KpiDefinition } from '#shared/kpi-definition.ts';
import type { FormulaProblem, OwnKpi } from '#shared/own-kpi.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { checkFormula } from '../formula/check-formula.ts';
import { namesIn } from '../formula/expression.ts';
import { formulaProblem } from '../formula/formula-problem.ts';
import type { FieldsAtHand } from '../formula/inline-measure.ts';
import type { QuestionContext } from '../question/context.ts';
import { resolveKpi, type Definitions, type Variants } from '../formula/resolve-kpi.ts';

/** A KPI of the user's own as the engine knows KPIs. */
export function ownDefinition({ id, name, definition, category, direction, unit, formula }: OwnKpi): KpiDefinition {
  const variants = [{ id: 'own', formula }] as const;
  return { id, category, unit, direction, variants, own: { name, definition }, source: 'own' };
}

/**
 * The built-in KPIs and the user's own, which may name the files' own columns. A built-in one goes before an own one with its id.
 */
export function withOwnKpis(own: readonly OwnKpi[], fields: FieldsAtHand): Definitions {
  const added = own.filter(({ id }) => !BUILT_IN.kpis.has(id)).map((kpi) => [kpi.id, ownDefinition(kpi)] as const);
  return { ...BUILT_IN, kpis: new Map([...BUILT_IN.kpis, ...added]), fields };
}

/** A context that knows a KPI of the user's own as it is being written. Example: 'net-sales / 2' under 'half' answers `half`. */
export function withDraft(context: QuestionContext, draft: OwnKpi): QuestionContext {
  const definitions = context.definitions ?? BUILT_IN;
  const kpis = new Map([...definitions.kpis, [draft.id, ownDefinition(draft)]]);
  return { ...context, definitions: { ...definitions, kpis } };
}

/**
 * Own KPIs whose formula cannot be read any longer, such as one that sums a column in which texts have come, and those that
 * name them.
 */
export function unreadableKpis(definitions: Definitions, variants: Variants): ReadonlyMap<string, FormulaProblem> {
  const found = new Map<string, FormulaProblem>();
  for (const {
    id,
    own,
    variants: [{ formula }],
  } of definitions.kpis.values()) {
    if (own === undefined) continue;
    try {
      resolveKpi(id, variants, definitions);
    } catch (error) {
      const problem = error instanceof AppError ? formulaProblem(error, formula, definitions.kpis) : null;
      if (problem === null) throw error;
      found.set(id, problem);
    }
  }
  return found;
}

/** The definitions without those KPIs. */
export function readableKpis(
  definitions: Definitions,
  variants: Variants,
  unreadable = unreadableKpis(definitions, variants),
): Definitions {
  if (unreadable.size === 0) return definitions;
  return { ...definitions, kpis: new Map([...definitions.kpis].filter(([id]) => !unreadable.has(id))) };
}

/** Names of the own KPIs whose formulas name this one. */
export function usersOf(id: string, definitions: Definitions, variants: Variants): readonly string[] {
  const readable = readableKpis(definitions, variants);
  return [...readable.kpis.values()].flatMap(({ id: user, own }) => {
    if (own === undefined || user === id) return [];
    const names = namesIn(resolveKpi(user, variants, readable).expression, 'as-names');
    return names.some((named) => named.id === id) ? [own.name] : [];
  });
}

/**
 * Names of the own KPIs that could be read before and no longer can: their units do not go together any more, or what
 * stands in an …_over has one itself.
 */
export function brokenBy(before: Definitions, after: Definitions, variants: Variants): readonly string[] {
  return [...before.kpis.values()].flatMap(({ id, own }) =>
    own !== undefined && isSound(id, before, variants) && !isSound(id, after, variants) ? [own.name] : [],
  );
}

function isSound(id: string, definitions: Definitions, variants: Variants): boolean {
  const definition = definitions.kpis.get(id);
  if (definition === undefined) return false;
  try {
    return checkFormula(definition.variants[0].formula, id, definitions, variants).units.includes(definition.unit);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
