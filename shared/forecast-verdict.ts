import type { BackTest } from './forecast.ts';

type Errors = Pick<NonNullable<BackTest['ours']>, 'mase' | 'smape'>;

export interface Verdict {
  readonly is: 'better' | 'alike' | 'worse';
  /** What it is held against: the year before again, else the last value. */
  readonly rival: BackTest['rivals'][number]['method'];
  /** Ratio by which the error is smaller or larger. */
  readonly by: number;
  /** Which error that is, and both of it: the forecast's and the rival's. */
  readonly error: 'mase' | 'smape';
  readonly errors: readonly [number, number];
}

/** Differences below this are none. */
const ALIKE = 0.02;

/** How the forecast did beside what it must beat, by the scaled error, else by the symmetric one; null where that is not known. */
export function verdictOf({
  ours,
  rivals,
}: {
  readonly ours: Errors | null;
  readonly rivals: readonly (Errors & Pick<BackTest['rivals'][number], 'method'>)[];
}): Verdict | null {
  const [rival] = rivals;
  if (ours === null || rival === undefined) return null;
  const error = ours.mase === null || rival.mase === null ? 'smape' : 'mase';
  const [own, other] = [ours[error] ?? 0, rival[error] ?? 0];
  if (!(other > 0)) return null;
  const ratio = own / other - 1;
  const is = Math.abs(ratio) < ALIKE ? 'alike' : ratio < 0 ? 'better' : 'worse';
  return { is, rival: rival.method, by: Math.abs(ratio), error, errors: [own, other] };
}
