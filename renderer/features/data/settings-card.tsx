import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '#shared/currencies.ts';
import type { Settings } from '#shared/settings.ts';
import { addressOf } from '../../state/route.model.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { MONTHS } from './settings.model.ts';

/** Currency and fiscal year, and the way to what KPIs go by. Each change works at once and can be taken back. */
export function SettingsCard() {
  const { t } = useTranslation('data');
  const { settings, readonly } = useWorkspace();
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
      <p className="data-settings-more">
        <a href={addressOf('kpi-settings')}>{t('settings.kpis')}</a>
      </p>
    </Card>
  );
}
