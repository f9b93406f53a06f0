import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/format-period.ts';
import { formatNumber } from '#shared/format.ts';
import type { ColumnReading, Inspection, ReadingOptions } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import {
  ambiguousText,
  answeredColumns,
  answerOf,
  openQuestions,
  withoutReading,
  withReading,
  type ReadingChoice,
} from './columns.model.ts';
import { dateFormatName, decimalWord } from './format-sentence.model.ts';

interface AmbiguousColumnsProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** Asks where two readings fit every value, nothing chosen beforehand, and shows what was answered. */
export function AmbiguousColumns({ inspection, options, disabled, onChange }: AmbiguousColumnsProps) {
  const { t } = useTranslation('import');
  const open = openQuestions(inspection, options);
  const answered = answeredColumns(inspection, options);
  return (
    <>
      {open.length > 0 && (
        <section className="import-questions" aria-labelledby="import-questions">
          <h3 id="import-questions">{t('question.title', { count: open.length, n: open.length })}</h3>
          <p>{t('question.sub')}</p>
          {open.map((column) => (
            <Question
              key={column.index}
              column={column}
              disabled={disabled}
              onAnswer={(reading) => onChange(withReading(options, column.index, reading))}
            />
          ))}
        </section>
      )}
      {answered.length > 0 && (
        <ul className="import-answers">
          {answered.map((column) => (
            <li key={column.index}>
              <b>{column.header}:</b> <ReadingWords reading={answerOf(column, options)} />{' '}
              <Button look="link" disabled={disabled} onClick={() => onChange(withoutReading(options, column.index))}>
                {t('question.again')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface QuestionProps {
  readonly column: ColumnReading;
  readonly disabled: boolean;
  readonly onAnswer: (reading: ReadingChoice) => void;
}

function Question({ column, disabled, onAnswer }: QuestionProps) {
  const { t } = useTranslation('import');
  const nameId = `import-question-${String(column.index)}`;
  const raw = ambiguousText(column);
  return (
    <div className="import-question">
      <span id={nameId}>
        <b>{column.header}</b>{' '}
        <span className="muted">{raw === null ? t('question.any') : t('question.means', { raw })}</span>
      </span>
      <RadioChoice
        labelledBy={nameId}
        disabled={disabled}
        value={null}
        onChange={(index) => {
          const reading = column.alternatives[Number(index)];
          if (reading !== undefined) onAnswer(reading);
        }}
        options={column.alternatives.map((reading, index) => ({
          value: String(index),
          content: (
            <>
              <Meaning reading={reading} /> <ReadingWords reading={reading} />
            </>
          ),
        }))}
      />
    </div>
  );
}

/** What the example means under a reading, written out so that the two cannot be mistaken for each other. */
function Meaning({ reading }: { readonly reading: ColumnReading['alternatives'][number] }) {
  const locale = useLocale();
  const { decimal, example } = reading;
  const value = Number(example);
  const isNumber = decimal !== null && example.trim() !== '' && Number.isFinite(value);
  return <b>{isNumber ? formatNumber(value, locale, 4, 0) : formatDate(example, locale)}</b>;
}

function ReadingWords({ reading: { decimal, dateFormat } }: { readonly reading: ReadingChoice }) {
  const { t } = useTranslation('import');
  if (decimal !== null) return <span className="muted">{t(`question.${decimalWord(decimal)}`)}</span>;
  if (dateFormat === null) return null;
  return <span className="muted">{t(`question.${dateFormat}`, { defaultValue: dateFormatName(t, dateFormat) })}</span>;
}
