import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/units.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import type { CellSubject } from '../../state/passport-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PeriodChip, usePeriod } from '../kpis/period-chip.tsx';
import { FormulaText } from '../passport/formula-text.tsx';
import { AboutCard } from './about-card.tsx';
import { FormulaField } from './formula-field.tsx';
import { LiveCard } from './live-card.tsx';
import { NamesCard } from './names-card.tsx';
import { wholeWord } from './meant.model.ts';
import { kpiOf, unitOf } from './own-kpi.model.ts';
import { ProblemNote } from './problem-note.tsx';
import { useCheck } from './use-check.ts';
import { useDraft } from './use-draft.ts';
import { useNames } from './use-names.ts';
import { useSaveKpi } from './use-save-kpi.ts';
import { writeInto } from './write-into.ts';
import './editor.css';

/** A KPI of the user's own being written: its formula with what it comes to as it stands, and its words. */
export function EditorScreen() {
  const { t } = useTranslation();
  const note = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const { draft, write, readonly } = useDraft();
  const { period, name: periodText } = usePeriod();
  const names = useNames(draft.saved?.id ?? null);
  const { id, save, discard, saving } = useSaveKpi(draft);
  const isNamed = draft.name.trim() !== '';
  const { check, settled } = useCheck(draft.formula, isNamed || draft.saved !== null ? id : null, period);
  const [tried, setTried] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const isEmpty = draft.formula.trim() === '';
  const problem =
    settled && !choosing && check?.ok === false && !isEmpty ? wholeWord(draft.formula, check.problem) : null;
  const unit = unitOf(draft, check);
  const subjectOf = (shown: Unit): CellSubject => ({
    question: { kpis: [id], period },
    cell: { kpi: id, row: [], column: [] },
    draft: kpiOf(draft, id, shown, t('formula:live')),
  });
  const start = useRef(isNamed ? field : nameField);
  useEffect(() => start.current.current?.focus(), []);
  const put = (from: number, to: number, text: string): void => {
    if (field.current !== null && writeInto(field.current, from, to, text)) return;
    write({ formula: draft.formula.slice(0, from) + text + draft.formula.slice(to) });
  };
  const insert = (text: string): void => {
    const { selectionStart: from = draft.formula.length, selectionEnd: to = from } = field.current ?? {};
    put(from, to, text);
  };
  const trySave = (): void => {
    setTried(true);
    if (readonly || saving) return;
    if (!isNamed) nameField.current?.focus();
    else if (check?.ok !== true || !settled || unit === null) field.current?.focus();
    else save(unit);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        trySave();
      }}
    >
      <ScreenHeader title={draft.saved === null ? t('formula:new') : t('formula:edit', { name: draft.saved.name })}>
        <PeriodChip />
        <Button onClick={discard}>{t('formula:cancel')}</Button>
        <Button look="primary" type="submit" disabled={readonly || saving}>
          {t('formula:save')}
        </Button>
      </ScreenHeader>
      <div className="editor">
        <div className="editor-main">
          <Card title={t('formula:formulaTitle')}>
            <div className="editor-fields">
              <TextField
                label={t('formula:name')}
                value={draft.name}
                maxLength={120}
                ref={nameField}
                disabled={readonly}
                onChange={(name) => write({ name })}
                hint={isNamed ? t('formula:called', { id }) : t('formula:nameHint')}
                error={tried && !isNamed ? t('formula:noName') : null}
              />
              <div className="editor-formula">
                <FormulaField
                  label={t('formula:formula')}
                  value={draft.formula}
                  onChange={(formula) => write({ formula })}
                  names={names}
                  problem={problem}
                  describedBy={note}
                  onOffer={setChoosing}
                  onSubmit={trySave}
                  disabled={readonly}
                  field={field}
                />
                <div id={note} className="editor-note" aria-live="polite">
                  {problem !== null ? (
                    <ProblemNote
                      formula={draft.formula}
                      problem={problem}
                      names={names}
                      self={{ id, name: draft.name.trim() }}
                      onPut={put}
                    />
                  ) : tried && isEmpty ? (
                    <p className="bad">{t('formula:noFormula')}</p>
                  ) : check?.ok === true && !isEmpty ? (
                    <p className="editor-reads">
                      <FormulaText formula={draft.formula} />
                    </p>
                  ) : (
                    <p className="muted">{t('formula:formulaHint')}</p>
                  )}
                </div>
              </div>
            </div>
          </Card>
          <AboutCard
            draft={draft}
            write={write}
            disabled={readonly}
            units={check?.ok === true ? check.units : []}
            unit={unit}
          />
        </div>
        <div className="editor-side">
          <LiveCard
            check={isEmpty ? undefined : check}
            unit={unit}
            settled={settled}
            period={periodText}
            subject={unit === null ? null : subjectOf(unit)}
          />
          <NamesCard names={names} onInsert={insert} />
        </div>
      </div>
    </form>
  );
}
