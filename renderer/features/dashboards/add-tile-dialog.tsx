import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import type { Dashboard } from '#shared/dashboards.ts';
import type { TitleWords } from '#shared/tiles/tile-title.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { addables, kpiForms, viewContent, type Addable } from './addables.model.ts';
import type { DimensionWithKpis } from './ready.model.ts';
import type { TileContent } from './tiles.model.ts';

interface AddTileDialogProps {
  readonly dashboard: Dashboard;
  readonly kpis: readonly KpiEntry[];
  readonly dimensions: readonly DimensionWithKpis[];
  readonly words: TitleWords;
  readonly onAdd: (content: TileContent, title: string | null) => void;
  readonly onClose: () => void;
}

/** What can be put on a dashboard: KPIs in several forms, saved questions, a text. */
export function AddTileDialog({ dashboard, kpis, dimensions, words, onAdd, onClose }: AddTileDialogProps) {
  const { t } = useTranslation();
  const { name, definition } = useKpiWords();
  const views = useSaved('view').items ?? [];
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = addables(search, kpis, views, name, words.format.locale);
  const onBoard = new Set(dashboard.tiles.flatMap((tile) => (tile.show === 'kpi' ? [tile.kpi] : [])));
  const add = (content: TileContent, title: string | null = null): void => {
    onAdd(content, title);
    onClose();
  };
  const line = (item: Addable) => {
    if (item.what === 'view') {
      return (
        <li key={`view ${item.view.id}`}>
          <button type="button" className="add-line" onClick={() => add(viewContent(item.view), item.view.name)}>
            <span>{item.view.name}</span>
            <small className="muted">{t('dashboards:adding.views')}</small>
          </button>
        </li>
      );
    }
    const isOpen = chosen === item.kpi;
    return (
      <li key={`kpi ${item.kpi}`}>
        <button
          type="button"
          className="add-line"
          aria-expanded={isOpen}
          onClick={() => setChosen(isOpen ? null : item.kpi)}
        >
          <span>{name(item.kpi)}</span>
          {onBoard.has(item.kpi) && <small className="muted">{t('dashboards:adding.shown')}</small>}
        </button>
        {isOpen && (
          <div className="add-forms" role="group" aria-label={t('dashboards:adding.as')}>
            <p className="muted">{definition(item.kpi)}</p>
            {kpiForms(item.kpi, dimensions).map(({ form, by, content }) => (
              <Button key={`${form} ${by}`} onClick={() => add(content)}>
                {t(`dashboards:adding.${form}`, {
                  by: by === '' ? '' : words.dimensionOf(by).toLocaleLowerCase(words.format.locale),
                })}
              </Button>
            ))}
          </div>
        )}
      </li>
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('dashboards:adding.title')}
      sub={t('dashboards:adding.sub')}
      closeLabel={t('frame:close')}
      actions={<Button onClick={() => add({ show: 'text', text: '' })}>{t('dashboards:adding.text')}</Button>}
    >
      <div className="add-search">
        <SearchField label={t('dashboards:adding.search')} value={search} onChange={setSearch} />
      </div>
      {found.length === 0 ? (
        <p className="muted">{t('dashboards:adding.none')}</p>
      ) : (
        <ul className="add-list">{found.map(line)}</ul>
      )}
    </Dialog>
  );
}
