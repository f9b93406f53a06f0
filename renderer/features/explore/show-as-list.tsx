import { useTranslation } from 'react-i18next';
import type { Show } from '#shared/grid.ts';
import { Button } from '../../ui/button.tsx';
import { useExploring } from './explore-context.ts';
import { choiceName, COMMON_SHOWS, showKey } from './shows.model.ts';
import { withValue } from './view.model.ts';

/** The usual ways of showing a value one click away; the others in its settings. */
export function ShowAsList({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const { view, edit, words, announce, setOpenItem } = useExploring();
  const value = view.values[index];
  if (value === undefined) return null;
  const chosen = showKey(value.show);
  const shows: readonly Show[] = COMMON_SHOWS.some((each) => showKey(each) === chosen)
    ? COMMON_SHOWS
    : [...COMMON_SHOWS, value.show];
  return (
    <section className="ui-card inspector-shows" aria-labelledby="inspector-shows">
      <h2 className="ui-card-title" id="inspector-shows">
        {view.values.length > 1
          ? t('explore:inspector.showAsOf', { name: words.kpi(value.kpi) })
          : t('explore:inspector.showAs')}
      </h2>
      <ul>
        {shows.map((show) => {
          const name = choiceName(show, t);
          const label = name.slice(0, 1).toLocaleUpperCase(words.locale) + name.slice(1);
          return (
            <li key={showKey(show)}>
              <button
                type="button"
                aria-pressed={showKey(show) === chosen}
                onClick={() => {
                  edit((now) => withValue(now, index, { show }));
                  announce(t('explore:said.shownAs', { name: words.kpi(value.kpi), as: name }));
                }}
              >
                {label}
              </button>
            </li>
          );
        })}
      </ul>
      <Button look="link" onClick={() => setOpenItem(`values ${String(index)}`)}>
        {t('explore:inspector.moreShows')}
      </Button>
    </section>
  );
}
