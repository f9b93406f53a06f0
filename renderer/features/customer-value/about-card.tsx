import { useTranslation } from 'react-i18next';
import type { CustomerValue } from '#shared/customer-value.ts';
import { formatDate } from '#shared/format-period.ts';
import { formatNumber, NO_VALUE } from '#shared/format.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card.tsx';

/** From here on a number says nothing. */
const NO_SPREAD = 1e6;

/** How customer value is worked out, and the numbers of the model. */
export function AboutCard({ summary, trusted }: { readonly summary: CustomerValue; readonly trusted: boolean }) {
  const { t } = useTranslation();
  const { locale } = useFormatContext();
  const { history, model, nameless, holdOut } = summary;
  const say = (value: number, decimals = 3): string => formatNumber(value, locale, decimals);
  return (
    <Card title={t('clv:about.title')} className="clv-about">
      <p>{t('clv:about.text', { to: history === null ? NO_VALUE : formatDate(history.to, locale) })}</p>
      {trusted && <p>{t('clv:notes.none')}</p>}
      {model !== null && holdOut === null && <p>{t('clv:check.none')}</p>}
      {nameless > 0 && <p>{t('clv:about.nameless', { count: nameless, n: formatNumber(nameless, locale) })}</p>}
      {model !== null && (
        <p className="muted">
          {t('clv:about.model', {
            r: say(model.r),
            alpha: say(model.alpha),
            a: say(model.a),
            b: say(model.b),
            p: model.p < NO_SPREAD ? say(model.p) : '∞',
            q: say(model.q),
            v: say(model.v, 2),
          })}
        </p>
      )}
    </Card>
  );
}
