/** What a computation that pauses comes to, without the pauses. */
export function allSteps<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
