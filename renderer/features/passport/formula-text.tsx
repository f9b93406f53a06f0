import { useTranslation } from 'react-i18next';
import type { FormulaPart } from '#shared/formula-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { formulaInWords } from './formula.model.ts';

/** Parts of a formula, names set off from signs and words. */
export function FormulaParts({ parts }: { readonly parts: readonly FormulaPart[] }) {
  return parts.map((part, index) => (
    <span key={index} className={part.kind === 'input' ? 'passport-input' : undefined}>
      {part.text}
    </span>
  ));
}

/** A formula in words. */
export function FormulaText({ formula }: { readonly formula: string }) {
  const { t } = useTranslation();
  const words = useKpiWords();
  return <FormulaParts parts={formulaInWords(formula, t, words)} />;
}
