import { useTranslation } from 'react-i18next';
import type { Dashboard, Tile } from '#shared/dashboards.ts';
import { moneyScale } from '#shared/format.ts';
import type { PageOf } from '#shared/reports.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { AtHand } from './kinds.model.ts';

interface TilesChoiceProps {
  readonly page: PageOf<'tiles'>;
  readonly atHand: AtHand;
  readonly onChange: (page: PageOf<'tiles'>) => void;
}

const OWN = '';

/** The charts and tables of a page: all of a dashboard's, or those that are left of them. */
export function TilesChoice({ page, atHand, onChange }: TilesChoiceProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { name } = useKpiWords();
  const words = {
    t,
    format,
    scale: moneyScale(0),
    nameOf: name,
    dimensionOf: (key: string) => dimensionName(t, key, atHand.dimensions),
  };
  const filled = atHand.dashboards.filter(({ tiles }) => tiles.length > 0);
  const isOf = ({ tiles }: Dashboard): boolean => JSON.stringify(tiles) === JSON.stringify(page.tiles);
  const whole = filled.find(isOf)?.id ?? OWN;
  const titleOf = (tile: Tile): string => tileTitle(tile, words);
  return (
    <>
      <Select
        label={t('report:screen.tiles.from')}
        showLabel
        value={whole}
        groups={[
          ...(whole === OWN ? [{ options: [{ value: OWN, label: t('report:screen.tiles.own') }] }] : []),
          { options: filled.map((each) => ({ value: each.id, label: each.name })) },
        ]}
        onChange={(id) => {
          const chosen = filled.find((each) => each.id === id);
          if (chosen !== undefined) onChange({ ...page, tiles: [...chosen.tiles] });
        }}
      />
      <ul className="report-tiles">
        {page.tiles.map((tile) => (
          <li key={tile.id}>
            <span>{titleOf(tile)}</span>
            <IconButton
              icon="close"
              label={t('report:screen.tiles.remove', { name: titleOf(tile) })}
              onClick={() => onChange({ ...page, tiles: page.tiles.filter(({ id }) => id !== tile.id) })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
