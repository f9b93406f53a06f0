import { useTranslation } from 'react-i18next';
import { NO_VALUE } from '#shared/format.ts';
import type { Passport } from './passport.model.ts';

/** A passport's number, with what has changed since what it is compared with. */
export function ValueAndChange({
  passport: { value, change, against },
}: {
  readonly passport: Pick<Passport, 'value' | 'change' | 'against'>;
}) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** What must be known before the number is trusted. */
export function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return remarks.map((remark) => (
    <p key={remark} className="passport-remark">
      {remark}
    </p>
  ));
}
