import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { isShownInWords, storedSearch } from '#shared/stored-words.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useExploring } from './explore-context.ts';
import { folded } from './fields.model.ts';

const SHOWN = 200;
/** Of those that are searched as they are shown: as many as the host gives, years of days. */
const MOST_TOLD = 1000;

interface MemberPickerProps {
  readonly dimension: string;
  readonly chosen: readonly (string | null)[];
  readonly onChange: (members: readonly (string | null)[]) => void;
}

/** Members of a dimension with their rows, those chosen first; searched by the host, however many there are. */
export function MemberPicker({ dimension, chosen, onChange }: MemberPickerProps) {
  const { t } = useTranslation();
  const { words } = useExploring();
  const [text, setText] = useState('');
  /** Those chosen when it was opened stand first and do not jump about. */
  const [first] = useState(chosen);
  const search = useDeferredValue(text);
  const isTold = isShownInWords(dimension);
  const { data } = useHostQuery(
    'catalogue.members',
    { dimension, search: isTold ? '' : storedSearch(dimension, search), limit: isTold ? MOST_TOLD : SHOWN },
    { keep: true },
  );
  const nameOf = (name: string | null): string => words.member(name, dimension);
  const found = (data?.members ?? []).filter(({ name }) => !isTold || folded(nameOf(name)).includes(folded(search)));
  const isFound = new Set(found.map(({ name }) => name));
  const kept =
    search.trim() === '' ? first.filter((name) => !isFound.has(name)).map((name) => ({ name, rows: null })) : [];
  const listed = [...kept, ...found].toSorted(
    (a, b) => Number(first.includes(b.name)) - Number(first.includes(a.name)),
  );
  const total = isTold ? found.length : (data?.total ?? 0);
  const among = new Set(chosen);
  return (
    <div className="members">
      <SearchField label={t('explore:filter.search')} value={text} onChange={setText} />
      <ul className="members-list" aria-label={words.dimension(dimension)}>
        {listed.map(({ name, rows }) => (
          <li key={name === null ? ' unknown' : `member ${name}`}>
            <label>
              <input
                type="checkbox"
                checked={among.has(name)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
                }
              />
              <span className={name === null ? 'muted' : undefined}>{nameOf(name)}</span>
              {rows !== null && <small className="num">{formatNumber(rows, words.locale)}</small>}
            </label>
          </li>
        ))}
        {data !== undefined && listed.length === 0 && <li className="muted">{t('overview:filter.nothing')}</li>}
      </ul>
      <div className="members-foot">
        <span className="muted">
          {total > found.length
            ? t('overview:filter.status', { shown: found.length, total: formatNumber(total, words.locale) })
            : t('explore:filter.chosen', { count: chosen.length })}
        </span>
        <Button look="link" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('overview:filter.clear')}
        </Button>
      </div>
    </div>
  );
}
