import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '#shared/currencies.ts';
import { formatNumber } from '#shared/format.ts';
import type { Settings } from '#shared/settings.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { MONTHS } from './settings.model.ts';

/** KPIs whose variants stand there at once, beside those that were changed. */
const SHOWN = 6;

/** Currency, fiscal year and which variant of a KPI is in force. Each change works at once and can be taken back. */
export function SettingsCard() {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const [showsAll, setShowsAll] = useState(false);
  const { settings, readonly } = useWorkspace();
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const save = useHostCommand('workspace.settings');
  const disabled = readonly || save.isPending;
  const change = (setting: string, part: Partial<Settings>, before: Partial<Settings>): void =>
    save.mutate(part, {
      onSuccess: () =>
        showToast({
          title: t('settings.changed', { setting }),
          action: { label: t('settings.undo'), onClick: () => save.mutate(before) },
        }),
    });
  const known = CURRENCIES.find((code) => code === settings.currency);
  const currencies = known === undefined ? [settings.currency, ...CURRENCIES] : CURRENCIES;
  const choices = kpis.filter(({ variants, possible }) => variants.length > 1 && possible);
  const shown = choices.filter(({ kpi }, place) => showsAll || place < SHOWN || Object.hasOwn(settings.variants, kpi));
  const more = choices.length - shown.length;
  return (
    <Card title={t('settings.title')} sub={readonly ? t('settings.readonly') : t('settings.sub')}>
      <div className="data-settings">
        <Select
          showLabel
          label={t('settings.currency')}
          disabled={disabled}
          value={settings.currency}
          onChange={(currency) => change(t('settings.currency'), { currency }, { currency: settings.currency })}
          groups={[
            {
              options: currencies.map((code) => ({
                value: code,
                label: code,
                note: t(`currencies.${code}`, { defaultValue: '' }),
              })),
            },
          ]}
        />
        <Select
          showLabel
          label={t('settings.fiscalYear')}
          disabled={disabled}
          value={String(settings.fiscalYearStart)}
          onChange={(month) =>
            change(
              t('settings.fiscalYear'),
              { fiscalYearStart: Number(month) },
              { fiscalYearStart: settings.fiscalYearStart },
            )
          }
          groups={[{ options: MONTHS.map((month) => ({ value: String(month), label: t(`months.${month - 1}`) })) }]}
        />
      </div>
      {choices.length > 0 && (
        <>
          <h3 className="data-settings-head">{t('settings.variants')}</h3>
          <p className="ui-card-sub">{t('settings.variantsSub')}</p>
          <div className="data-settings">
            {shown.map(({ kpi, variants, variant }) => {
              const name = t(`kpis:${kpi}.name`, { defaultValue: kpi });
              const nameOf = (id: string): string => t(`kpis:${kpi}.variants.${id}`, { defaultValue: id });
              return (
                <Select
                  key={kpi}
                  showLabel
                  label={name}
                  disabled={disabled}
                  value={variant}
                  onChange={(next) =>
                    change(name, { variants: { ...settings.variants, [kpi]: next } }, { variants: settings.variants })
                  }
                  groups={[{ options: variants.map((id) => ({ value: id, label: nameOf(id) })) }]}
                />
              );
            })}
          </div>
          {more > 0 && (
            <Button look="link" onClick={() => setShowsAll(true)}>
              {t('settings.more', { count: more, n: formatNumber(more, locale) })}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
