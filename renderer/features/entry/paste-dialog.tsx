import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { Pasted, PastedInput } from '#shared/entry.ts';
import { formatDate } from '#shared/format-period.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldName } from '../import/words.ts';
import type { OpenPaste } from './use-paste.ts';

interface PasteDialogProps {
  readonly kind: EntryKind;
  readonly open: OpenPaste;
  readonly onAnswer: (at: OpenPaste['at'], input: PastedInput) => Promise<void>;
  readonly onCancel: () => void;
}

type Question = Pasted['questions'][number];
const YEAR = /^(?:19|20)\d\d$/;

/** Asks what a pasted block does not say: which of two readings a column has, and the year of its months. */
export function PasteDialog({ kind, open, onAnswer, onCancel }: PasteDialogProps) {
  const { t } = useTranslation();
  const { at, input, answer } = open;
  const [year, setYear] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({});
  const isAnswered = answer.needsYear
    ? YEAR.test(year.trim())
    : answer.questions.every(({ index }) => chosen[index] !== undefined);
  const send = (): void => {
    const readings = answer.questions.flatMap(({ index, alternatives }) => {
      const alternative = alternatives[chosen[index] ?? -1];
      return alternative === undefined ? [] : [{ index: String(index), ...alternative }];
    });
    const decimals = readings.flatMap(({ index, decimal }) => (decimal === null ? [] : [[index, decimal] as const]));
    const dates = readings.flatMap(({ index, dateFormat }) =>
      dateFormat === null ? [] : [[index, dateFormat] as const],
    );
    void onAnswer(at, {
      ...input,
      ...(answer.needsYear ? { year: Number(year.trim()) } : {}),
      columnDecimal: { ...input.columnDecimal, ...Object.fromEntries(decimals) },
      columnDateFormat: { ...input.columnDateFormat, ...Object.fromEntries(dates) },
    });
  };
  return (
    <Dialog
      open
      onClose={onCancel}
      title={t(answer.needsYear ? 'entry:paste.year.title' : 'entry:paste.ask')}
      sub={t(answer.needsYear ? 'entry:paste.year.text' : 'entry:paste.askText')}
      closeLabel={t('frame:cancel')}
      actions={
        <>
          <Button onClick={onCancel}>{t('frame:cancel')}</Button>
          <Button look="primary" disabled={!isAnswered} onClick={send}>
            {t('entry:paste.go')}
          </Button>
        </>
      }
    >
      {answer.needsYear ? (
        <TextField
          label={t('entry:paste.year.label')}
          value={year}
          onChange={setYear}
          inputMode="numeric"
          maxLength={4}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isAnswered) send();
          }}
        />
      ) : (
        answer.questions.map((question) => (
          <ReadingQuestion
            key={question.index}
            kind={kind}
            question={question}
            chosen={chosen[question.index] ?? null}
            onChoose={(choice) => setChosen({ ...chosen, [question.index]: choice })}
          />
        ))
      )}
    </Dialog>
  );
}

interface ReadingQuestionProps {
  readonly kind: EntryKind;
  readonly question: Question;
  readonly chosen: number | null;
  readonly onChoose: (choice: number) => void;
}

function ReadingQuestion({ kind, question, chosen, onChoose }: ReadingQuestionProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const titleId = useId();
  const { header, alternatives } = question;
  // A block without a header has the fields' keys as its names.
  const isField = entryFields(kind).some(({ key }) => key === header);
  return (
    <div className="entry-question">
      <h3 id={titleId}>{isField ? fieldName(t, kind, header) : header}</h3>
      <RadioChoice
        labelledBy={titleId}
        options={alternatives.map((alternative, at) => ({
          value: String(at),
          content: alternativeWords(alternative, locale),
        }))}
        value={chosen === null ? null : String(chosen)}
        onChange={(value) => onChoose(Number(value))}
      />
    </div>
  );
}

function alternativeWords({ decimal, example }: Question['alternatives'][number], locale: Locale): string {
  if (decimal === null) return formatDate(example, locale);
  return formatNumber(Number(example), locale, 4, 0);
}
