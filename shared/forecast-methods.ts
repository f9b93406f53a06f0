import { z } from 'zod';
import {
  backTestSchema,
  combinedAskSchema,
  combinedForecastSchema,
  forecastOutcomeSchema,
  historyAskSchema,
  historyForecastSchema,
  movementAskSchema,
  movementSchema,
  pipelineAskSchema,
  pipelineForecastSchema,
  pipelineTestAskSchema,
  pipelineTestSchema,
  savedForecastSchema,
} from './forecast.ts';
import { command, query } from './methods.ts';

const nothing = z.strictObject({});
const kept = z.array(savedForecastSchema);
const id = savedForecastSchema.pick({ id: true });

/** The contract's methods of the forecast. */
export const forecastMethods = {
  /** KPIs that a history can be carried on of. */
  'forecast.kpis': query(nothing, z.array(z.string())),
  'forecast.history': query(historyAskSchema, historyForecastSchema),
  /** How far that would have been off; it takes a while and holds nothing up. */
  'forecast.backTest': query(historyAskSchema, backTestSchema),
  'forecast.pipeline': query(pipelineAskSchema, pipelineForecastSchema),
  /** The same of the open deals as earlier imports left them; it holds nothing up either. */
  'forecast.pipelineTest': query(pipelineTestAskSchema, pipelineTestSchema),
  'forecast.combined': query(combinedAskSchema, combinedForecastSchema),
  'forecast.movement': query(movementAskSchema, movementSchema),
  /** Forecasts kept as they were made: saving one under an id that is there already is refused. */
  'forecast.list': query(nothing, kept),
  'forecast.save': command(savedForecastSchema, kept),
  'forecast.remove': command(id, kept),
  'forecast.outcome': query(id, forecastOutcomeSchema),
} as const;
