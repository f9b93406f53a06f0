import { combinedForecast, WON_VALUE } from '#engine/forecast/combined.ts';
import { forecastableKpis } from '#engine/forecast/forecastable-kpis.ts';
import { historyForecast } from '#engine/forecast/history-forecast.ts';
import { pipelineMovement } from '#engine/forecast/movement.ts';
import { forecastOutcome } from '#engine/forecast/outcome.ts';
import { dataRange } from '#engine/question/context.ts';
import { clockOf } from '#engine/question/plan.ts';
import { AppError } from '#shared/errors.ts';
import type { SavedForecast } from '#shared/forecast.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { Handlers } from '../dispatcher.ts';
import type { ForecastTests } from '../forecast-tests.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import type { PipelineDesk } from '../pipeline-desk.ts';

type Group = Pick<
  Handlers,
  `forecast.${'kpis' | 'history' | 'backTest' | 'pipeline' | 'pipelineTest' | 'combined' | 'movement' | 'list' | 'save' | 'remove' | 'outcome'}`
>;

export function forecastHandlers(workspace: OpenWorkspace, pipeline: PipelineDesk, tests: ForecastTests): Group {
  const kept = (): SavedForecast[] => [...workspace.store.saved('forecast')];
  return {
    'forecast.kpis': () => forecastableKpis(workspace.questionContext()),
    'forecast.history': (ask) => historyForecast(ask, workspace.questionContext()),
    'forecast.backTest': (ask, task) => tests.history(ask, task),
    'forecast.pipelineTest': (ask, task) => tests.pipeline(ask, task),
    'forecast.pipeline': (ask) => pipeline.forecast(ask),
    'forecast.combined': ({ filters, basis, horizon, reach }) => {
      const asked = { kpi: WON_VALUE, filters, variants: {}, grain: 'month' as const, horizon };
      const history = historyForecast(asked, workspace.questionContext());
      const months = reach ?? pipeline.reach(filters);
      return combinedForecast({ horizon, reach: months }, history, pipeline.forecast({ filters, basis }));
    },
    'forecast.movement': ({ filters, from, to, period }) => {
      const context = workspace.questionContext();
      const within = period === null ? null : resolvePeriod(period, clockOf(context, dataRange(context.queries)));
      return pipelineMovement(pipeline.moment(from, filters), pipeline.moment(to, filters), within);
    },
    'forecast.list': kept,
    'forecast.save': (forecast) => {
      if (kept().some(({ id }) => id === forecast.id))
        throw new AppError('E_BAD_REQUEST', 'A forecast is kept as it was made.', { id: forecast.id });
      workspace.store.save('forecast', forecast);
      return kept();
    },
    'forecast.remove': ({ id }) => {
      workspace.store.removeSaved('forecast', id);
      return kept();
    },
    'forecast.outcome': ({ id }) => {
      const found = kept().find((forecast) => forecast.id === id);
      if (found === undefined) throw new AppError('E_NOT_FOUND', 'It is not there any more.', { id });
      return forecastOutcome(found, workspace.questionContext());
    },
  };
}
