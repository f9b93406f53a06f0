import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import { PRESET_NAMES } from '#shared/preset-names.ts';
import { DATE_FORMATS, DECIMAL_MARKS, ENCODINGS, SEPARATORS } from '#shared/reading-formats.ts';
import { RECORD_KINDS } from '#shared/record-kinds.ts';
import { CURRENCIES } from '#shared/currencies.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { currencyChoices } from './file-currency.model.ts';
import { withFormat } from './columns.model.ts';
import { dateFormatName, decimalWord, encodingName, separatorWord } from './format-sentence.model.ts';
import { kindName } from './words.ts';

interface ReadingOptionsProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** "Ändra": how the whole file is read. Each choice reads the file again at once. */
export function ReadingOptionsPopover(props: ReadingOptionsProps) {
  const { t } = useTranslation('import');
  return (
    <Popover
      title={t('change.title')}
      trigger={
        <Button look="link" disabled={props.disabled}>
          {t('sentence.change')}
        </Button>
      }
    >
      <Fields {...props} />
    </Popover>
  );
}

function Fields({ inspection, options, onChange }: ReadingOptionsProps) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const { format, sheets, sheet, sample, skippedRows } = inspection;
  const change = (part: Partial<ReadingOptions>): void => onChange(withFormat(options, part));
  return (
    <div className="import-change">
      <Select
        showLabel
        label={t('change.kind')}
        value={options.kind ?? inspection.kind}
        onChange={(kind) => change({ kind })}
        groups={[{ options: RECORD_KINDS.map((kind) => ({ value: kind, label: kindName(t, kind) })) }]}
      />
      <Select
        showLabel
        label={t('change.preset')}
        value={options.preset ?? inspection.preset ?? 'none'}
        onChange={(preset) => change({ preset })}
        groups={[
          { options: [{ value: 'none', label: t('change.noPreset') }] },
          { options: PRESET_NAMES.map((name) => ({ value: name, label: t(`presets.${name}`) })) },
        ]}
      />
      {sheets.length > 1 && (
        <Select
          showLabel
          label={t('change.sheet')}
          value={options.sheet ?? sheet}
          onChange={(name) => change({ sheet: name })}
          groups={[
            {
              options: sheets.map(({ name, rows, hidden }) => {
                const size = rows === null ? null : t('change.sheetRows', { n: formatNumber(rows, locale) });
                return { value: name, label: name, note: hidden ? t('change.hidden') : (size ?? '') };
              }),
            },
          ]}
        />
      )}
      {format.separator !== null && (
        <Select
          showLabel
          label={t('change.separator')}
          value={options.separator ?? format.separator}
          onChange={(separator) => change({ separator })}
          groups={[
            {
              options: SEPARATORS.map((each) => ({
                value: each,
                label: t(`change.separators.${separatorWord(each)}`),
              })),
            },
          ]}
        />
      )}
      {format.encoding !== null && (
        <Select
          showLabel
          label={t('change.encoding')}
          value={options.encoding ?? format.encoding}
          onChange={(encoding) => change({ encoding })}
          groups={[{ options: ENCODINGS.map((each) => ({ value: each, label: encodingName(t, each) })) }]}
        />
      )}
      {(format.separator !== null || format.decimal !== null) && (
        <Select
          showLabel
          label={t('change.decimal')}
          value={options.decimal ?? format.decimal}
          onChange={(decimal) => change({ decimal })}
          groups={[
            {
              options: DECIMAL_MARKS.map((each) => ({ value: each, label: t(`change.decimals.${decimalWord(each)}`) })),
            },
          ]}
        />
      )}
      <Select
        showLabel
        label={t('change.date')}
        value={options.dateFormat ?? format.date}
        onChange={(dateFormat) => change({ dateFormat })}
        groups={[{ options: DATE_FORMATS.map((each) => ({ value: each, label: dateFormatName(t, each) })) }]}
      />
      {inspection.currency.codes.length > 0 && inspection.currency.from !== 'column' && (
        <Select
          showLabel
          label={t('change.currency')}
          value={options.currency ?? inspection.currency.codes[0] ?? null}
          onChange={(currency) => change({ currency })}
          groups={[
            {
              options: currencyChoices(CURRENCIES, inspection.currency).map((code) => ({ value: code, label: code })),
            },
          ]}
        />
      )}
      <HeaderRow
        key={inspection.headerRow}
        row={inspection.headerRow}
        onChange={(headerRow) => change({ headerRow })}
      />
      {sample !== null && (
        <p className="import-change-wide">
          <span className="ui-field-label">{t('change.sample')}</span>
          <code>{sample}</code>
        </p>
      )}
      {skippedRows.length > 0 && (
        <div className="import-change-wide">
          <span className="ui-field-label">{t('change.skipped')}</span>
          {skippedRows.slice(0, 5).map(({ row, text }) => (
            <code key={row}>
              {row}: {text}
            </code>
          ))}
        </div>
      )}
      {Object.keys(options).length > 0 && (
        <Button look="link" className="import-change-reset" onClick={() => onChange({})}>
          {t('change.reset')}
        </Button>
      )}
    </div>
  );
}

/** Takes effect when left or on Enter, so that typing 12 does not read row 1 first. */
function HeaderRow({ row, onChange }: { readonly row: number; readonly onChange: (row: number) => void }) {
  const { t } = useTranslation('import');
  const [text, setText] = useState(String(row));
  const settle = (): void => {
    const typed = Number(text);
    if (Number.isInteger(typed) && typed >= 1 && typed !== row) onChange(typed);
    else setText(String(row));
  };
  return (
    <TextField
      label={t('change.headerRow')}
      type="number"
      min={1}
      value={text}
      onChange={setText}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
