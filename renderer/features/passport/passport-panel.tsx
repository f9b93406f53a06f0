import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberOfCell } from '#shared/opened-number.ts';
import type { Explanation } from '#shared/question.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { GoesByLines } from '../kpis/goes-by-lines.tsx';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BesideSection } from './beside-section.tsx';
import { CountedFormula } from './formula-text.tsx';
import { numberGoesBy } from './goes-by.model.ts';
import { PassportAgainst } from './passport-against.tsx';
import { rowsBehind, type Passport } from './passport.model.ts';
import { InReport, NoPassport, Remarks, ValueAndChange } from './told-number.tsx';
import { Lines, Section } from './section.tsx';
import { RowsDialog } from './rows-dialog.tsx';
import { ToldPassport } from './told-passport.tsx';
import { usePassport } from './use-passport.ts';
import './passport.css';

/** The passport of the number last opened, at the right of any screen. */
export function PassportPanel() {
  const subject = useAppStore((state) => state.passport);
  if (subject === null) return null;
  const key = JSON.stringify(subject);
  return 'told' in subject ? (
    <ToldPassport key={key} subject={subject} />
  ) : (
    <OpenPassport key={key} subject={subject} />
  );
}

function OpenPassport({ subject }: { readonly subject: CellSubject }) {
  const { t } = useTranslation();
  const close = useAppStore((state) => state.closePassport);
  const { name } = useKpiWords();
  const [showsRows, setShowsRows] = useState(subject.showsRows ?? false);
  const explanation = useHostQuery('question.explain', {
    question: { ...subject.question, kpis: subject.question.kpis },
    cell: subject.cell,
    ...(subject.draft === undefined ? {} : { draft: subject.draft }),
  });
  const passport = usePassport(subject, explanation.data);
  return (
    <Dialog
      open
      look="panel"
      title={passport?.name ?? subject.draft?.name ?? name(subject.cell.kpi)}
      {...(passport === null || passport.place === '' ? {} : { sub: passport.place })}
      closeLabel={t('frame:close')}
      onClose={close}
    >
      {explanation.error !== null && <NoPassport reported={subject.reported} error={explanation.error} />}
      {passport === null && explanation.error === null && (
        <div className="passport late">
          <Skeleton width="40%" height="28px" />
          <Skeleton height="60px" />
        </div>
      )}
      {passport !== null && explanation.data !== undefined && (
        <PassportBody
          subject={subject}
          passport={passport}
          explanation={explanation.data}
          onShowRows={() => setShowsRows(true)}
          onLeave={close}
        />
      )}
      {passport !== null && explanation.data !== undefined && showsRows && (
        <RowsDialog
          subject={subject}
          name={passport.name}
          period={passport.scope[0]?.value ?? ''}
          sorts={explanation.data.rows.byKind.map(({ kind, total }) => ({
            key: kind,
            name: t(`fields:kinds.${kind}`),
            kind,
            total,
          }))}
          onClose={() => setShowsRows(false)}
        />
      )}
    </Dialog>
  );
}

interface PassportBodyProps {
  readonly subject: CellSubject;
  readonly passport: Passport;
  readonly explanation: Explanation;
  readonly onShowRows: () => void;
  readonly onLeave: () => void;
}

function PassportBody({ subject, passport, explanation, onShowRows, onLeave }: PassportBodyProps) {
  const { t } = useTranslation();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const { definition, variant, formula, live, inputs, remarks, scope, sources, origin } = passport;
  return (
    <div className="passport">
      <div>
        <ValueAndChange passport={passport} />
      </div>
      <InReport reported={subject.reported} now={numberOfCell(explanation, subject.reported?.part ?? 'value')} />
      <Remarks remarks={remarks} />
      {definition !== '' && <p>{definition}</p>}
      <Section title={t('passport:formula')}>
        <CountedFormula formula={formula} live={live} />
        {variant !== null && <p className="muted">{variant}</p>}
        {inputs.length > 0 && <Lines lines={inputs} />}
      </Section>
      <Section title={t('passport:scope')}>
        <Lines lines={scope} />
      </Section>
      <BesideSection subject={subject} kpi={explanation.kpi} variant={explanation.variant} entries={entries} />
      <GoesByLines goesBy={numberGoesBy(explanation, entries)} onLeave={onLeave} />
      {subject.draft === undefined && <PassportAgainst subject={subject} explanation={explanation} />}
      <Section title={t('passport:rows')}>
        <Lines
          lines={[
            { label: t('passport:rowsUsed'), value: passport.rowsUsed },
            ...passport.rowsByKind,
            ...passport.leftOut,
          ]}
        />
        {rowsBehind(explanation) > 0 && (
          <p>
            <Button look="link" onClick={onShowRows}>
              {t('passport:showRows')}
            </Button>
          </p>
        )}
      </Section>
      {(sources.length > 0 || origin !== null) && (
        <Section title={t('passport:sources')}>
          {sources.length > 0 && <Lines lines={sources.map(({ text, rows }) => ({ label: text, value: rows }))} />}
          {origin !== null && <p className="muted">{origin}</p>}
        </Section>
      )}
    </div>
  );
}
