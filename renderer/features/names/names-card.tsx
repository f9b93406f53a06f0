import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { ListedName, NameDimension } from '#shared/names.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { ALL_ROWS } from '../../state/data-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useSettled } from '../rows/use-settled.ts';
import { MergeBar } from './merge-bar.tsx';
import { useNamePages } from './use-name-pages.ts';

const TYPING_RESTS_MS = 200;

interface NamesCardProps {
  readonly dimension: NameDimension;
  readonly dimensions: readonly NameDimension[];
}

/** All names of a dimension with their rows; ticked ones can be merged. */
export function NamesCard({ dimension, dimensions }: NamesCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, revision } = useWorkspace();
  const { viewNames, viewRows, goTo } = useAppStore.getState();
  const [typed, setTyped] = useState('');
  const [ticked, setTicked] = useState<readonly ListedName[]>([]);
  const [tickedAt, setTickedAt] = useState(revision);
  // Names come and go with every change of the workspace.
  if (tickedAt !== revision) {
    setTickedAt(revision);
    setTicked([]);
  }
  const search = useSettled(typed, TYPING_RESTS_MS);
  const { total, row, showRange } = useNamePages(dimension.key, search);
  const columns = useMemo<readonly TableColumn<ListedName>[]>(
    () => [
      {
        key: 'tick',
        header: '',
        width: '40px',
        cell: (each) => (
          <Checkbox
            label={t('names:list.tick', { name: each.name })}
            checked={ticked.some(({ name }) => name === each.name)}
            onChange={(on) =>
              setTicked((before) => (on ? [...before, each] : before.filter(({ name }) => name !== each.name)))
            }
          />
        ),
      },
      {
        key: 'name',
        header: t('names:list.name'),
        cell: (each) => (
          <span title={each.name}>
            {each.name}
            {each.also.length > 0 && (
              <span className="names-also"> {t('names:list.also', { names: each.also.join(', ') })}</span>
            )}
          </span>
        ),
      },
      {
        key: 'rows',
        header: t('names:list.rows'),
        number: true,
        width: '110px',
        cell: (each) => (each.rows === 0 ? t('names:list.noRows') : formatNumber(each.rows, locale)),
      },
      {
        key: 'show',
        header: '',
        width: '110px',
        cell: (each) => (
          <Button
            look="link"
            aria-label={t('names:list.showRowsOf', { name: each.name })}
            onClick={() => {
              viewRows(id, {
                ...ALL_ROWS,
                kind: each.kind,
                filters: [{ field: dimension.key, is: 'in', values: [each.name] }],
              });
              goTo('rows');
            }}
          >
            {t('names:list.showRows')}
          </Button>
        ),
      },
    ],
    [dimension, goTo, id, locale, t, ticked, viewRows],
  );
  return (
    <Card title={t('names:list.title')} sub={t('names:list.sub')} className="names-card">
      <div className="names-bar">
        <Select
          className="names-dimension"
          label={t('names:list.dimension')}
          value={dimension.key}
          onChange={(key) => viewNames(id, key)}
          groups={[
            {
              options: dimensions.map(({ key, names, suggestions }) => ({
                value: key,
                label: dimensionName(t, key, dimensions),
                note: dimensionNote(suggestions, names),
              })),
            },
          ]}
        />
        <SearchField label={t('names:list.search')} value={typed} onChange={setTyped} />
        <p className="list-count" role="status">
          {total !== null && t('names:list.count', { count: total, n: formatNumber(total, locale) })}
        </p>
      </div>
      {ticked.length > 0 && <MergeBar dimension={dimension.key} ticked={ticked} onClear={() => setTicked([])} />}
      <VirtualTable
        caption={t('names:list.title')}
        columns={columns}
        count={total ?? 0}
        row={row}
        onRange={showRange}
        height="max(300px, calc(100vh - 330px))"
        selection={search}
      />
      {total === 0 && <p className="names-nothing muted">{t('names:list.nothing')}</p>}
    </Card>
  );

  function dimensionNote(suggestions: number | null, names: number): string {
    const n = formatNumber(names, locale);
    if (suggestions === null || suggestions === 0) return n;
    return t('names:list.suggested', { count: suggestions, suggestions: formatNumber(suggestions, locale) });
  }
}
