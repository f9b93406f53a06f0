import { withOwnKpis, brokenBy, usersOf } from '#engine/catalogue/own-kpis.ts';
import { checkKpi } from '#engine/catalogue/check-kpi.ts';
import { checkFormula } from '#engine/formula/check-formula.ts';
import { badFormula } from '#engine/formula/formula-error.ts';
import type { Definitions } from '#engine/formula/resolve-kpi.ts';
import { fieldsAtHand } from '#engine/question/fields-at-hand.ts';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { Handlers } from '../dispatcher.ts';
import { keepGoalDefinitions } from '../goal-definitions.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'kpi.check' | 'kpi.save' | 'kpi.remove'>;

const MOST_KPIS = 200;

export function kpiHandlers(workspace: OpenWorkspace): Group {
  const store = (ownKpis: readonly OwnKpi[]): WorkspaceInfo => {
    const byId = ownKpis.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    keepGoalDefinitions(workspace);
    workspace.store.setSettings({ ownKpis: byId });
    return workspace.info();
  };
  const withKpis = (own: readonly OwnKpi[]): Definitions => withOwnKpis(own, fieldsAtHand(workspace.queries.columns));
  return {
    'kpi.check': (draft) => checkKpi(draft, workspace.questionContext()),
    'kpi.save': ({ kpi, replaces }) => {
      const { ownKpis, variants } = workspace.store.settings();
      const others = ownKpis.filter(({ id }) => id !== kpi.id);
      const isKnown = others.length < ownKpis.length;
      if (isKnown && !replaces) throw badFormula(kpi.formula, { at: 0, end: 0 }, 'reserved', [kpi.id]);
      if (!isKnown && replaces) throw notFound(kpi.id);
      if (others.length >= MOST_KPIS)
        throw new AppError('E_BAD_REQUEST', `There are ${String(MOST_KPIS)} KPIs of the user's own already.`);
      const [before, after] = [withKpis(ownKpis), withKpis([...others, kpi])];
      const { units } = checkFormula(kpi.formula, kpi.id, before, variants);
      if (!units.includes(kpi.unit))
        throw new AppError('E_BAD_REQUEST', `The formula cannot be shown as ${kpi.unit}.`, { at: 'kpi.unit' });
      refuseWhileUsed(kpi.id, brokenBy(before, after, variants));
      return store([...others, kpi]);
    },
    'kpi.remove': ({ id }) => {
      const { ownKpis, variants } = workspace.store.settings();
      const others = ownKpis.filter((kpi) => kpi.id !== id);
      if (others.length === ownKpis.length) throw notFound(id);
      refuseWhileUsed(id, usersOf(id, withKpis(ownKpis), variants));
      return store(others);
    },
  };
}

function refuseWhileUsed(kpi: string, names: readonly string[]): void {
  if (names.length > 0)
    throw new AppError('E_KPI_IN_USE', `Other KPIs use ${kpi}: ${names.join(', ')}.`, { kpi, names });
}

function notFound(kpi: string): AppError {
  return new AppError('E_NOT_FOUND', `There is no KPI "${kpi}" of the user's own.`, { kpi });
}
