import { useTranslation } from 'react-i18next';
import type { FormulaPart } from '#shared/formula-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { formulaInWords } from './formula.model.ts';

/** Parts of a formula, names set off from signs and words. */
function FormulaParts({ parts }: { readonly parts: readonly FormulaPart[] }) {
  return parts.map((part, index) => (
    <span key={index} className={part.kind === 'input' ? 'passport-input' : undefined}>
      {part.text}
    </span>
  ));
}

interface CountedFormulaProps {
  readonly formula: readonly FormulaPart[];
  /** The same with its values; null where there are none. */
  readonly live: readonly FormulaPart[] | null;
}

/** How a number was counted: in names, and in values. */
export function CountedFormula({ formula, live }: CountedFormulaProps) {
  return (
    <div className="passport-formula">
      <p>
        <FormulaParts parts={formula} />
      </p>
      {live !== null && (
        <p>
          <FormulaParts parts={live} />
        </p>
      )}
    </div>
  );
}

/** A formula in words. */
export function FormulaText({ formula }: { readonly formula: string }) {
  const { t } = useTranslation();
  const words = useKpiWords();
  return <FormulaParts parts={formulaInWords(formula, t, words)} />;
}
