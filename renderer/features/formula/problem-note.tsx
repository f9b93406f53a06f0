import { useTranslation } from 'react-i18next';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { Button } from '../../ui/button.tsx';
import type { FormulaName } from './completion.model.ts';
import { commaNumber, meantBy } from './meant.model.ts';
import { ProblemSentence, type Self } from './problem-sentence.tsx';

interface ProblemNoteProps {
  readonly formula: string;
  readonly problem: FormulaProblem;
  readonly names: readonly FormulaName[];
  readonly self: Self;
  /** Puts a text in place of a part of the formula. */
  readonly onPut: (from: number, to: number, text: string) => void;
}

/** What is wrong with the formula being written, and the names that may have been meant. */
export function ProblemNote({ formula, problem, names, self, onPut }: ProblemNoteProps) {
  const { t } = useTranslation();
  const number = commaNumber(formula, problem);
  const meant = meantBy(formula, problem, names);
  return (
    <>
      <p className="bad">
        {number === null ? (
          <ProblemSentence formula={formula} problem={problem} self={self} />
        ) : (
          t('formula:comma', { number })
        )}
      </p>
      {meant.length > 0 && number === null && (
        <p className="editor-instead">
          {t('formula:instead')}
          {meant.map(({ name, from, to }) => (
            <span key={name.text}>
              <Button look="link" onClick={() => onPut(from, to, name.text)}>
                {name.label}
              </Button>{' '}
              {name.label !== name.text && <code>{name.text}</code>}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
