import { useTranslation } from 'react-i18next';
import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import { CURRENCIES } from '#shared/currencies.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { Select } from '../../ui/select.tsx';
import { currencyChoices, saidWorkspaceCurrency, withWorkspaceCurrency } from './file-currency.model.ts';
import type { TableChoice } from './tables.model.ts';

interface FileCurrencyProps {
  readonly inspection: Inspection;
  readonly choice: TableChoice;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** The file's currency where something says it, and with the first file which currency the workspace is to count in. */
export function FileCurrencyQuestion(props: FileCurrencyProps) {
  const { inspection, choice, options, disabled, onChange } = props;
  const { t } = useTranslation(['import', 'data']);
  const { currency } = inspection;
  const { codes, from, text, base, asks } = currency;
  const said = saidWorkspaceCurrency(choice);
  const [only] = codes;
  return (
    <>
      {only !== undefined && from !== null && from !== 'column' && (
        <div className="import-currency">
          <b>{t('import:currency.label')}:</b>
          <Select
            label={t('import:currency.label')}
            disabled={disabled}
            value={options.currency ?? only}
            onChange={(code) => onChange({ ...options, currency: code })}
            groups={[
              {
                options: currencyChoices(CURRENCIES, currency).map((code) => ({
                  value: code,
                  label: code,
                  note: t(`data:currencies.${code}`, { defaultValue: '' }),
                })),
              },
            ]}
          />
          <span className="muted">{t(`import:currency.from.${from}`, { text })}</span>
        </div>
      )}
      {asks && said === null && options.workspaceCurrency === undefined && only !== undefined && (
        <section className="import-questions">
          <h3 id="import-currency">{t('import:currency.ask', { currency: only, base })}</h3>
          <RadioChoice
            labelledBy="import-currency"
            disabled={disabled}
            value={null}
            onChange={(code) => onChange(withWorkspaceCurrency(options, code))}
            options={[
              { value: only, content: <b>{t('import:currency.use', { currency: only })}</b> },
              {
                value: base,
                content: (
                  <>
                    <b>{t('import:currency.keep', { base })}</b>{' '}
                    <span className="muted">{t('import:currency.keepNote', { currency: only })}</span>
                  </>
                ),
              },
            ]}
          />
        </section>
      )}
      {options.workspaceCurrency !== undefined && (
        <p className="import-answers">
          <span>
            {t('import:currency.counts', { base: options.workspaceCurrency })}{' '}
            <Button look="link" disabled={disabled} onClick={() => onChange(withWorkspaceCurrency(options, null))}>
              {t('import:question.again')}
            </Button>
          </span>
        </p>
      )}
    </>
  );
}
