import { AppError } from '#shared/errors.ts';
import { questionSchema } from '#shared/question.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import { whatIf, type WhatIf, type WhatIfInput } from '#shared/what-if.ts';
import { inputsOf, WHAT_IF_KPIS, WHAT_IF_PERIOD, type WhatIfBase } from '#shared/what-if-inputs.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { questionRows } from './question-rows.ts';
import { BARE, input, type ToldAnswer } from './told-answer.ts';

const UNIT: Readonly<Record<WhatIfInput, Unit>> = { volume: 'count', winRate: 'ratio', size: 'money', price: 'index' };
/** Of the price level, as it is shown: that of today is 100. */
const LEVEL = 100;

type Step = WhatIf['steps'][number];

/**
 * What sales would come to with other inputs, one of these inputs, or what its change adds: what it is today, what is changed from what
 * to what, and the rows of today's number. Throws E_NOT_FOUND where nothing was decided, won or sold, E_BAD_REQUEST for an input or
 * effect that is not named, and what `answer` throws.
 * Example: 50 deals decided of which 20 % were won for 200 each make 2 000; at 30 % 3 000, of the rows of the 10 that were won.
 */
export function toldWhatIf(
  { source, filters, change, figure, input: asked }: ToldOf<'what-if'>,
  context: QuestionContext,
): ToldAnswer {
  const question = questionSchema.parse({ kpis: [...WHAT_IF_KPIS[source]], filters, period: WHAT_IF_PERIOD });
  const base = inputsOf(answer(question, context), source);
  if (base === null) throw new AppError('E_NOT_FOUND', 'Nothing was sold.');
  const made = whatIf(base.inputs, change);
  const step = made.steps.find((each) => each.input === asked);
  const shown = made.steps.filter((each) => source === 'deals' || each.input !== 'winRate');
  const kpi = step?.input === 'volume' || step?.input === 'winRate' ? base.counted : base.sum;
  const { leftOut, rows, period } = questionRows({ kpi, filters, period: WHAT_IF_PERIOD }, 'rows', context);
  const told = { ...BARE, period, filters, leftOut, rows };
  if (figure !== 'sum' && step === undefined) throw new AppError('E_BAD_REQUEST', 'It says of no input.');
  if (step === undefined)
    return {
      ...told,
      value: made.after,
      unit: 'money',
      form: base.counted,
      inputs: [...shown.map((each) => stepInput(each, base)), input('today', made.before, 'money')],
    };
  const changed = stepInput(step, base);
  if (figure === 'effect')
    return {
      ...told,
      value: step.effect,
      unit: 'money',
      inputs: [changed, ...amountsOf(made, step.input)],
    };
  return {
    ...told,
    value: scaled(step, step.after),
    unit: UNIT[step.input],
    form: formOf(step, base),
    ...(step.input === 'price' ? { rows: [], leftOut: [], period: null } : {}),
    inputs: [
      ...(step.input === 'size' ? sizeInputs(base) : []),
      ...(step.before === step.after
        ? []
        : [changed, input('change', change[step.input], step.input === 'winRate' ? 'points' : 'ratio')]),
    ],
  };
}

/** The words that an input goes by: as it is, or changed. */
function formOf({ input: of, before, after }: Step, { counted }: WhatIfBase): string {
  if (before !== after) return of === 'winRate' ? 'changed-rate' : of === 'price' ? 'changed-price' : 'changed';
  return of === 'size' ? `size-${counted}` : of === 'price' ? 'price' : 'today';
}

const scaled = ({ input: of }: Step, value: number): number => (of === 'price' ? value * LEVEL : value);

/** What an input is today, and what it is made. */
function stepInput(step: Step, { counted }: WhatIfBase): ToldInput {
  const { input: of, before, after } = step;
  const id = of === 'volume' ? counted : of === 'size' ? `mean-${counted}` : of;
  const today = input(id, scaled(step, before), UNIT[of]);
  return before === after ? today : { ...today, to: scaled(step, after) };
}

/** What sales come to before a change and with it, the changes above it made. */
function amountsOf({ before, steps }: WhatIf, of: WhatIfInput): readonly ToldInput[] {
  const at = steps.findIndex((each) => each.input === of);
  const without = steps.slice(0, at).reduce((sum, { effect }) => sum + effect, before);
  return [input('without', without, 'money'), input('with', without + (steps[at]?.effect ?? 0), 'money')];
}

/** The size is what was sold over how many. */
function sizeInputs({ counted, sum, inputs: { volume, winRate, size } }: WhatIfBase): readonly ToldInput[] {
  const sold = volume * winRate;
  return [input(sum, sold * size, 'money'), input(counted === 'closed-deals' ? 'won' : counted, sold, 'count')];
}
