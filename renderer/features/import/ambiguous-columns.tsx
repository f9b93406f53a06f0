import { useTranslation } from 'react-i18next';
import type { ColumnReading, Inspection, ReadingOptions } from '#shared/importing.ts';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { columnQuestions, withReading, type ColumnQuestion } from './columns.model.ts';
import { decimalWord, dateFormatName } from './format-sentence.model.ts';

interface AmbiguousColumnsProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** Asks where two readings fit every value. Nothing is chosen beforehand. */
export function AmbiguousColumns({ inspection, options, disabled, onChange }: AmbiguousColumnsProps) {
  const { t } = useTranslation('import');
  const questions = columnQuestions(inspection, options);
  if (questions.length === 0) return null;
  return (
    <section className="import-questions" aria-labelledby="import-questions">
      <h3 id="import-questions">{t('question.title', { count: questions.length, n: questions.length })}</h3>
      <p>{t('question.sub')}</p>
      {questions.map((question) => (
        <Question
          key={question.column.index}
          question={question}
          disabled={disabled}
          onAnswer={(reading) => onChange(withReading(options, question.column.index, reading))}
        />
      ))}
    </section>
  );
}

interface QuestionProps {
  readonly question: ColumnQuestion;
  readonly disabled: boolean;
  readonly onAnswer: (reading: ColumnReading['alternatives'][number]) => void;
}

function Question({ question: { column, chosen }, disabled, onAnswer }: QuestionProps) {
  const { t } = useTranslation('import');
  const nameId = `import-question-${String(column.index)}`;
  return (
    <div className="import-question">
      <span id={nameId}>
        <b>{column.header}</b> <span className="muted">{t('question.means', { raw: column.examples[0] ?? '' })}</span>
      </span>
      <RadioChoice
        labelledBy={nameId}
        disabled={disabled}
        value={chosen === null ? null : String(chosen)}
        onChange={(index) => {
          const reading = column.alternatives[Number(index)];
          if (reading !== undefined) onAnswer(reading);
        }}
        options={column.alternatives.map((reading, index) => ({
          value: String(index),
          content: (
            <>
              <b>{reading.example}</b> <ReadingWords reading={reading} />
            </>
          ),
        }))}
      />
    </div>
  );
}

function ReadingWords({
  reading: { decimal, dateFormat },
}: {
  readonly reading: ColumnReading['alternatives'][number];
}) {
  const { t } = useTranslation('import');
  if (decimal !== null) return <span className="muted">{t(`question.${decimalWord(decimal)}`)}</span>;
  if (dateFormat === null) return null;
  return <span className="muted">{t(`question.${dateFormat}`, { defaultValue: dateFormatName(t, dateFormat) })}</span>;
}
