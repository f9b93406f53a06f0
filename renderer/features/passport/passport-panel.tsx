import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_VALUE } from '#shared/format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { PassportSubject } from '../../state/passport-slice.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { FormulaPart } from './formula.model.ts';
import type { Passport, PassportLine } from './passport.model.ts';
import { RowsDialog } from './rows-dialog.tsx';
import { usePassport } from './use-passport.ts';
import './passport.css';

/** The passport of the number last opened, at the right of any screen. */
export function PassportPanel() {
  const subject = useAppStore((state) => state.passport);
  return subject === null ? null : <OpenPassport key={JSON.stringify(subject)} subject={subject} />;
}

function OpenPassport({ subject }: { readonly subject: PassportSubject }) {
  const { t } = useTranslation();
  const close = useAppStore((state) => state.closePassport);
  const [showsRows, setShowsRows] = useState(false);
  const explanation = useHostQuery('question.explain', {
    question: { ...subject.question, kpis: subject.question.kpis },
    cell: subject.cell,
  });
  const passport = usePassport(subject, explanation.data);
  return (
    <Dialog
      open
      look="panel"
      title={passport?.name ?? t(`kpis:${subject.cell.kpi}.name`)}
      {...(passport === null || passport.place === '' ? {} : { sub: passport.place })}
      closeLabel={t('frame:close')}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      {explanation.error !== null && <Notice tone="bad" title={failureSentence(t, failureOf(explanation.error))} />}
      {passport === null && explanation.error === null && (
        <div className="passport late">
          <Skeleton width="40%" height="28px" />
          <Skeleton height="60px" />
        </div>
      )}
      {passport !== null && <PassportBody passport={passport} onShowRows={() => setShowsRows(true)} />}
      {passport !== null && showsRows && (
        <RowsDialog subject={subject} passport={passport} onClose={() => setShowsRows(false)} />
      )}
    </Dialog>
  );
}

interface PassportBodyProps {
  readonly passport: Passport;
  readonly onShowRows: () => void;
}

function PassportBody({ passport, onShowRows }: PassportBodyProps) {
  const { t } = useTranslation();
  const { value, change, against, definition, variant, formula, live, inputs, remarks, scope, sources } = passport;
  return (
    <div className="passport">
      <div>
        <p className="passport-value">
          {value === null ? NO_VALUE : value.number} {value !== null && <small>{value.unit}</small>}
        </p>
        {change !== null && (
          <p className="passport-change">
            <span className={change.tone}>
              {change.arrow} {change.text}
            </span>{' '}
            <span className="muted">{against === null ? '' : t('overview:against.period', { period: against })}</span>
          </p>
        )}
      </div>
      {remarks.map((remark) => (
        <p key={remark} className="passport-remark">
          {remark}
        </p>
      ))}
      {definition !== '' && <p>{definition}</p>}
      <Section title={t('passport:formula')}>
        <div className="passport-formula">
          <Formula parts={formula} />
          {live !== null && <Formula parts={live} />}
        </div>
        {variant !== null && <p className="muted">{variant}</p>}
        {inputs.length > 0 && <Lines lines={inputs} />}
      </Section>
      <Section title={t('passport:scope')}>
        <Lines lines={scope} />
      </Section>
      <Section title={t('passport:rows')}>
        <Lines lines={[{ label: t('passport:rowsUsed'), value: passport.rowsUsed }, ...passport.leftOut]} />
        <p>
          <Button look="link" onClick={onShowRows}>
            {t('passport:showRows')}
          </Button>
        </p>
      </Section>
      {sources.length > 0 && (
        <Section title={t('passport:sources')}>
          <Lines lines={sources.map(({ text, rows }) => ({ label: text, value: rows }))} />
        </Section>
      )}
    </div>
  );
}

function Formula({ parts }: { readonly parts: readonly FormulaPart[] }) {
  return (
    <p>
      {parts.map((part, index) => (
        <span key={index} className={part.kind === 'input' ? 'passport-input' : undefined}>
          {part.text}
        </span>
      ))}
    </p>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="passport-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly PassportLine[] }) {
  return (
    <dl className="passport-lines">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
