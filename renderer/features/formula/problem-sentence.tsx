import { useTranslation } from 'react-i18next';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { languageWord } from '../passport/formula.model.ts';

interface ProblemSentenceProps {
  readonly formula: string;
  readonly problem: FormulaProblem;
}

/** What is wrong with a formula, in a sentence; a cycle with its path. */
export function ProblemSentence({ formula, problem: { problem, position, length, names } }: ProblemSentenceProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  if (problem === 'cycle') return t('formula:cycle', { path: names.map(words.name).join(' → ') });
  const shown = problem === 'balance-only' ? names.map((name) => words.known(name) ?? languageWord(t, name)) : names;
  const word = formula.slice(position, position + length);
  return t('errors:E_BAD_FORMULA', { context: problem, word, names: shown.join(', ') });
}
