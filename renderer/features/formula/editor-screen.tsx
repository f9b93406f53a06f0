import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PeriodChip, usePeriod } from '../kpis/period-chip.tsx';
import { AboutCard } from './about-card.tsx';
import { FormulaField } from './formula-field.tsx';
import { LiveCard } from './live-card.tsx';
import { NamesCard } from './names-card.tsx';
import { unitOf, withWord } from './own-kpi.model.ts';
import { ProblemSentence } from './problem-sentence.tsx';
import { useCheck } from './use-check.ts';
import { useDraft } from './use-draft.ts';
import { useNames } from './use-names.ts';
import { useSaveKpi } from './use-save-kpi.ts';
import { FormulaText } from '../passport/formula-text.tsx';
import './editor.css';

/** A KPI of the user's own being written: its formula with what it comes to as it stands, and its words. */
export function EditorScreen() {
  const { t } = useTranslation();
  const note = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, write, readonly } = useDraft();
  const { period, name: periodText } = usePeriod();
  const names = useNames(draft.saved?.id ?? null);
  const { check, settled } = useCheck(draft.formula, draft.saved?.id ?? null, period);
  const { id, save, discard, saving } = useSaveKpi(draft);
  const [tried, setTried] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const problem = settled && !choosing && check?.ok === false ? check.problem : null;
  const unit = unitOf(draft, check);
  const insert = (text: string): void => {
    const { selectionStart: from = draft.formula.length, selectionEnd: to = from } = field.current ?? {};
    write({ formula: draft.formula.slice(0, from) + text + draft.formula.slice(to) });
    field.current?.focus();
    requestAnimationFrame(() => field.current?.setSelectionRange(from + text.length, from + text.length));
  };
  const trySave = (): void => {
    setTried(true);
    if (draft.name.trim() === '' || check?.ok !== true || !settled || unit === null) field.current?.focus();
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
                onChange={(name) => write({ name })}
                hint={draft.name.trim() === '' ? undefined : t('formula:called', { id })}
                error={tried && draft.name.trim() === '' ? t('formula:noName') : null}
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
                  field={field}
                />
                <div id={note} className="editor-note" aria-live="polite">
                  {problem === null ? (
                    check?.ok === true && draft.formula.trim() !== '' ? (
                      <p className="editor-reads">
                        <FormulaText formula={draft.formula} />
                      </p>
                    ) : (
                      <p className="muted">{t('formula:formulaHint')}</p>
                    )
                  ) : (
                    <>
                      <p className="bad">
                        <ProblemSentence formula={draft.formula} problem={problem} />
                      </p>
                      {(problem.problem === 'unknown-name' || problem.problem === 'no-function') &&
                        problem.names.length > 0 && (
                          <p className="editor-instead">
                            {t('formula:instead')}
                            {problem.names.map((name) => (
                              <Button
                                key={name}
                                look="link"
                                onClick={() => write({ formula: withWord(draft.formula, problem, name) })}
                              >
                                {name}
                              </Button>
                            ))}
                          </p>
                        )}
                    </>
                  )}
                </div>
              </div>
            </div>
          </Card>
          <AboutCard draft={draft} write={write} units={check?.ok === true ? check.units : []} unit={unit} />
        </div>
        <div className="editor-side">
          <LiveCard
            check={draft.formula.trim() === '' ? undefined : check}
            unit={unit}
            settled={settled}
            period={periodText}
          />
          <NamesCard names={names} onInsert={insert} />
        </div>
      </div>
    </form>
  );
}
