import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { hasStoredWords } from '#shared/stored-words.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowFilter } from '#shared/stored-rows.ts';
import { storedValue } from '#shared/stored-words.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSettled } from './use-settled.ts';

const MOST_VALUES = 50;
const TYPING_RESTS_MS = 200;

interface TextFilterProps {
  readonly kind: RecordKind;
  readonly field: string;
  readonly filter: RowFilter | null;
  readonly onChange: (filter: RowFilter | null) => void;
}

/** What the text holds, or which values to show: typing narrows the list, a tick chooses from it. */
export function TextFilter({ kind, field, filter, onChange }: TextFilterProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [text, setText] = useState(filter?.is === 'contains' ? filter.text : '');
  const search = useSettled(text, TYPING_RESTS_MS);
  // Words of the program's own are few: all are asked for, and searched as they are shown.
  const isShown = hasStoredWords(field);
  const asked = { kind, field, search: isShown ? '' : search, limit: MOST_VALUES };
  const found = useHostQuery('data.values', asked, { keep: true }).data;
  const labelOf = (name: string | null): string => (name === null ? t('rows:blank') : storedValue(t, field, name));
  const holds = (name: string | null): boolean =>
    labelOf(name).toLocaleLowerCase(locale).includes(search.trim().toLocaleLowerCase(locale));
  const values = (found?.values ?? []).filter(({ name }) => !isShown || holds(name));
  const chosen = filter?.is === 'in' ? filter.values : [];
  const type = (typed: string): void => {
    setText(typed);
    if (chosen.length > 0 || isShown) return;
    onChange(typed.trim() === '' ? null : { field, is: 'contains', text: typed.trim() });
  };
  const tick = (name: string | null, ticked: boolean): void => {
    const next = ticked ? [...chosen, name] : chosen.filter((value) => value !== name);
    onChange(next.length === 0 ? null : { field, is: 'in', values: next });
  };
  return (
    <>
      <TextField label={t('rows:contains')} value={text} onChange={type} />
      <ul className="rows-values">
        {values.map(({ name, rows }) => {
          const label = labelOf(name);
          const isChosen = chosen.includes(name);
          return (
            <li key={name ?? ' '}>
              <Checkbox label={label} checked={isChosen} onChange={(ticked) => tick(name, ticked)} />
              <button type="button" tabIndex={-1} aria-hidden="true" onClick={() => tick(name, !isChosen)}>
                <span className={name === null ? 'muted' : undefined} title={label}>
                  {label}
                </span>
                <span className="num muted">{formatNumber(rows, locale)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {found !== undefined && values.length === 0 && <p className="muted">{t('rows:noValues')}</p>}
      {found !== undefined && found.total > found.values.length && (
        <p className="rows-more">{t('rows:moreValues', { n: formatNumber(found.total, locale) })}</p>
      )}
    </>
  );
}
