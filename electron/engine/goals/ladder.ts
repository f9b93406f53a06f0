/** Rungs of a ladder that goes on in every power of ten: after 10 % comes 12, then 15. */
const RUNGS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;
/** By how much a level is raised the first, second and every later time it is reached in a row. */
const RAISES = [0.1, 0.12, 0.15] as const;

/**
 * The next rung above a share, below it where less is better. Zero stays.
 * Source: kpis.md, Goals. Example: 0.1 is followed by 0.12, that by 0.15, 0.2 and 0.25; downwards 0.05 by 0.04.
 */
export function nextRung(value: number, better: 'higher' | 'lower'): number {
  if (value === 0) return 0;
  const size = Math.abs(value);
  const power = Math.floor(Math.log10(size));
  const rungs = [power - 1, power, power + 1].flatMap((each) => RUNGS.map((rung) => plain(rung * 10 ** each)));
  const isUp = (better === 'higher') === value > 0;
  const near = size * 1e-9;
  const next = isUp ? rungs.find((rung) => rung > size + near) : rungs.findLast((rung) => rung < size - near);
  return Math.sign(value) * (next ?? size);
}

/**
 * A level raised for having been reached `times` in a row, by 10, 12 and then 15 %, to three figures, at least one of the last.
 * Example: 160 after one time is 176; 20 where less is better is 18.
 */
export function raisedLevel(value: number, times: number, better: 'higher' | 'lower'): number {
  const raise = RAISES[Math.min(times, RAISES.length) - 1] ?? RAISES[0];
  const next = value * (1 + (better === 'higher' ? raise : -raise));
  if (next === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(next))) - 2);
  return plain(Math.round(next / step) * step);
}

/** Without the tail that a division by powers of ten leaves. */
function plain(value: number): number {
  return Number(value.toPrecision(12));
}
