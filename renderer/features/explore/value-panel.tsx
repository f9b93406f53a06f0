import { useTranslation } from 'react-i18next';
import type { Show } from '#shared/grid.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { ValueLook } from '../../state/explore-slice.ts';
import { useExploring } from './explore-context.ts';
import { showChoices, showKey } from './shows.model.ts';
import { newValue, withValue } from './view.model.ts';
import { pathName } from './words.model.ts';

const LOOKS = ['plain', 'heat', 'bars'] as const satisfies readonly ValueLook[];
const MOST_MEMBERS = 200;
const MOST_VALUES = 30;

/** How a value is shown: as itself, a part, a change, a rank; plain, tinted or with bars. */
export function ValuePanel({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const { view, edit, words, members } = useExploring();
  const value = view.values[index];
  if (value === undefined) return null;
  const { show, look } = value;
  const choices = showChoices({ rows: members.rows[0], columns: members.columns[0] });
  const headings = ['', 'share', 'difference', 'difference-ratio', 'place'];
  const groups = choices.map((shows, at) => ({
    ...(headings[at] === '' ? {} : { label: t(`explore:showGroup.${headings[at] ?? ''}`) }),
    options: shows.map((each) => ({ value: showKey(each), label: choiceName(each, t) })),
  }));
  const set = (next: Show): void => edit((now) => withValue(now, index, { show: next }));
  const against =
    (show.as === 'difference' || show.as === 'difference-ratio') && show.from.what === 'member' ? show.from : null;
  return (
    <>
      <Select
        label={t('explore:panel.showAs')}
        showLabel
        value={showKey(show)}
        groups={groups}
        onChange={(key) => {
          const chosen = choices.flat().find((each) => showKey(each) === key);
          if (chosen !== undefined) set(chosen);
        }}
      />
      {against !== null && (
        <Select
          label={t('explore:panel.against')}
          showLabel
          value={JSON.stringify(against.name)}
          groups={[
            {
              options: members[against.along].slice(0, MOST_MEMBERS).map((name) => ({
                value: JSON.stringify(name),
                label: pathName(name, view[against.along][0], words),
              })),
            },
          ]}
          onChange={(name) => set({ ...show, from: { ...against, name: JSON.parse(name) as string | null } } as Show)}
        />
      )}
      {show.as === 'rank' && (
        <Select
          label={t('explore:panel.first')}
          showLabel
          value={show.lowestFirst === true ? 'lowest' : 'highest'}
          groups={[
            {
              options: (['highest', 'lowest'] as const).map((each) => ({
                value: each,
                label: t(`explore:panel.firstAs.${each}`),
              })),
            },
          ]}
          onChange={(first) => set({ ...show, lowestFirst: first === 'lowest' })}
        />
      )}
      <fieldset className="segments">
        <legend className="ui-field-label">{t('explore:panel.look')}</legend>
        {LOOKS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={look === each}
            onClick={() => edit((now) => withValue(now, index, { look: each }))}
          >
            {t(`explore:look.${each}`)}
          </button>
        ))}
      </fieldset>
      {view.values.length > 1 && (
        <Select
          label={t('explore:panel.valuesOn')}
          showLabel
          value={view.valuesOn}
          groups={[
            {
              options: (['columns', 'rows'] as const).map((each) => ({
                value: each,
                label: t(`explore:panel.valuesOnAs.${each}`),
              })),
            },
          ]}
          onChange={(valuesOn) => edit((now) => ({ ...now, valuesOn }))}
        />
      )}
      <Button
        look="link"
        disabled={view.values.length >= MOST_VALUES}
        onClick={() =>
          edit((now) => ({
            ...now,
            values: [...now.values.slice(0, index + 1), newValue(value.kpi), ...now.values.slice(index + 1)],
          }))
        }
      >
        {t('explore:panel.again')}
      </Button>
    </>
  );
}

function choiceName(show: Show, t: ReturnType<typeof useTranslation>['t']): string {
  if (show.as === 'value') return t('explore:show.value');
  if ((show.as === 'difference' || show.as === 'difference-ratio') && show.from.what === 'member') {
    return t(`explore:show.${show.as}.memberOf.${show.from.along}`);
  }
  switch (show.as) {
    case 'share':
      return t(`explore:show.share.${show.of}`);
    case 'difference':
    case 'difference-ratio':
      return show.from.what === 'before'
        ? t(`explore:show.${show.as}.before.${show.from.along}`)
        : t(`explore:show.${show.as}.${show.from.what}`);
    case 'running-total':
    case 'rank':
      return t(`explore:show.${show.as}.${show.along}`);
    case 'index':
      return t('explore:show.index');
  }
}
