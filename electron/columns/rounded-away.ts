/** A whole number, half away from zero. */
export function roundedAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}
