import { useTranslation } from 'react-i18next';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { languageWord } from '../passport/formula.model.ts';

/** The KPI that a formula is of, as it is called while it is written. */
export interface Self {
  readonly id: string;
  readonly name: string;
}

interface ProblemSentenceProps {
  readonly formula: string;
  readonly problem: FormulaProblem;
  readonly self?: Self;
}

/** What is wrong with a formula, in a sentence; a cycle with its path. */
export function ProblemSentence({ formula, problem: told, self }: ProblemSentenceProps) {
  const { problem, position, length, names } = told;
  const { t } = useTranslation();
  const words = useKpiWords();
  const nameOf = (id: string): string => (id === self?.id ? self.name : words.name(id));
  if (problem === 'cycle') return t('formula:cycle', { path: names.map(nameOf).join(' → ') });
  const shown = problem === 'balance-only' ? names.map((name) => words.known(name) ?? languageWord(t, name)) : names;
  const [one, other] = names;
  if (problem === 'units' && one !== undefined && other !== undefined && one !== other)
    return t('formula:units', { one: t(`formula:unitOf.${one}`), other: t(`formula:unitOf.${other}`) });
  const word = formula.slice(position, position + length);
  return t('errors:E_BAD_FORMULA', { context: problem, word, names: shown.join(', ') });
}
