import type { BackTest } from './forecast.ts';

export interface Verdict {
  readonly is: 'better' | 'alike' | 'worse';
  /** What it is held against: the year before again, else the last value. */
  readonly rival: BackTest['rivals'][number]['method'];
  /** Ratio by which the error is smaller or larger. */
  readonly by: number;
}

/** Differences below this are none. */
const ALIKE = 0.02;

/** How the forecast did beside what it must beat, by the scaled error, else by the symmetric one; null where that is not known. */
export function verdictOf({ ours, rivals }: Pick<BackTest, 'ours' | 'rivals'>): Verdict | null {
  const [rival] = rivals;
  if (ours === null || rival === undefined) return null;
  const [own, other] = ours.mase === null || rival.mase === null ? [ours.smape, rival.smape] : [ours.mase, rival.mase];
  if (!(other > 0)) return null;
  const ratio = own / other - 1;
  const is = Math.abs(ratio) < ALIKE ? 'alike' : ratio < 0 ? 'better' : 'worse';
  return { is, rival: rival.method, by: Math.abs(ratio) };
}
