import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#shared/annotations.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { Answer } from '#shared/question.ts';
import type { ChartCategory, ChartTarget } from '#shared/charts/model.ts';
import { keyOf, memberOfKey } from '#shared/tiles/member-key.ts';
import { takesTargets } from '#shared/tiles/beside-chart.ts';
import { namesOf, placeOfRemark } from '#shared/tiles/remarks.ts';
import {
  breaksDown,
  inNumbers,
  splitBy,
  tileChart,
  variantsOf,
  type ChartTile as Chartile,
} from '#shared/tiles/tile-chart.ts';
import { chartQuestion } from '#shared/tiles/tile-questions.ts';
import { chartSub, tileTitle } from '#shared/tiles/tile-title.ts';
import type { MenuPlace } from '../../charts/chart-props.ts';
import { Chart } from '../../charts/chart.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useFirstAnswer } from '../../transport/use-first-answer.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TileFailure, TileWaiting } from '../overview/tile.tsx';
import { markOpens } from '../passport/mark-opens.model.ts';
import { useToldSubject } from '../passport/use-told-subject.ts';
import { PlaceMenu, type PlaceAction } from '../../ui/place-menu.tsx';
import { scopeOf, toggled } from './scope.model.ts';
import { TileNote } from './tile-note.tsx';
import { isAnswerable } from './tiles.model.ts';
import { daysOf, type TileNeeds } from './use-tiles.ts';

const NO_FILTERS: readonly never[] = [];
/** Room under the picture for remarks; more than these scroll. */
const REMARK_LINE = 24;
const MOST_REMARK_LINES = 3;

interface ChartTileProps {
  readonly tile: Chartile;
  readonly needs: TileNeeds;
  readonly remarks: readonly Annotation[];
  /** CSS pixels that the chart may take. */
  readonly height: number;
}

export function ChartTile(props: ChartTileProps) {
  const { tile, needs } = props;
  if (!isAnswerable(tile.question, needs)) {
    return <TileNote title={tileTitle(tile, needs.words)} text="dashboards:tile.unknownDimension" />;
  }
  return <AskedChart {...props} />;
}

function AskedChart({ tile: wanted, needs, remarks, height }: ChartTileProps) {
  const { t } = useTranslation();
  const { from } = useWorkspace();
  const cross = useAppStore((state) => state.crossFilter);
  const crossFilterBy = useAppStore((state) => state.crossFilterBy);
  const openPassport = useAppStore((state) => state.openPassport);
  const [asTable, setAsTable] = useState(false);
  const [menu, setMenu] = useState<{ readonly target: ChartTarget; readonly place: MenuPlace } | null>(null);
  const scope = scopeOf(wanted.id, needs.whole, cross);
  const period = (scope === needs.whole ? needs.wholeAnswer : needs.answer)?.period;
  const clock = period === undefined ? null : { period, dataFrom: from ?? period.from, days: daysOf(period) };
  const asked =
    clock === null ? [] : variantsOf(wanted, needs.breakdowns).map((each) => chartQuestion(each, scope, clock));
  const { data, error, refetch } = useFirstAnswer(asked, breaksDown);
  const [answer, question] = [data?.answer, data?.question ?? null];
  const dimension = question?.rows?.[0]?.dimension;
  const tile = splitBy(wanted, dimension);
  const { words } = needs;
  const title = tileTitle(tile, words, answer ?? null);
  // The cards' targets follow a clicked mark; its own chart does not.
  const targets = cross?.tile !== tile.id && takesTargets(tile, needs.targets) ? needs.targets : null;
  const sub = answer === undefined ? ' ' : chartSub(tile, answer, targets !== null, words);
  const model = useMemo(
    () =>
      answer === undefined
        ? null
        : tileChart(
            asTable ? inNumbers(tile) : tile,
            answer,
            { ...words, title, sub },
            { remarks, targets, filters: question?.filters ?? NO_FILTERS },
          ),
    [answer, asTable, tile, words, title, sub, remarks, targets, question],
  );
  const filterBy = (target: ChartTarget): (() => void) | null => {
    const member = memberOfKey(target.category?.key ?? '');
    if (member === undefined || dimension === undefined) return null;
    return () => crossFilterBy(toggled(cross, { tile: tile.id, dimension, members: [member] }));
  };
  const isOutOfTime = dimension === DATE_DIMENSION && question?.rows?.[0]?.order !== undefined;
  const filterByStretch = (stretch: readonly ChartCategory[]): void => {
    const members = stretch.map(({ key }) => memberOfKey(key)).filter((member) => member !== undefined);
    if (dimension !== undefined && members.length > 0)
      crossFilterBy(toggled(cross, { tile: tile.id, dimension, members }));
  };
  const subjectOf = useToldSubject();
  const passport = (target: ChartTarget): (() => void) | null => {
    const opens = model === null || question === null ? null : markOpens(target, model, question);
    return opens === null ? null : () => openPassport(subjectOf(opens).subject);
  };
  const chosen = cross?.tile === tile.id ? cross.members.map((member) => keyOf(member, false)) : null;
  return (
    <Card
      title={title}
      sub={sub}
      actions={
        <IconButton
          icon={asTable ? 'chart' : 'table'}
          label={t(asTable ? 'charts:showChart' : 'charts:showTable')}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        />
      }
    >
      {error !== null && <TileFailure error={error} retry={() => void refetch()} />}
      {model === null && error === null && <TileWaiting height={height} />}
      {model !== null && (
        <Chart
          model={model}
          height={height - REMARK_LINE * Math.min(model.annotations.length, MOST_REMARK_LINES)}
          asTable={asTable}
          onPoint={(target) => (filterBy(target) ?? passport(target))?.()}
          onPassport={(target) => passport(target)?.()}
          onMenu={(target, place) => setMenu({ target, place })}
          {...(dimension === undefined || isOutOfTime ? {} : { onRange: filterByStretch })}
          {...(chosen === null ? {} : { chosen })}
        />
      )}
      {menu !== null && (
        <MarkMenu
          {...menu}
          name={menu.target.category?.name ?? menu.target.series.name ?? title}
          dimension={dimension}
          answer={answer}
          onFilter={filterBy(menu.target)}
          onPassport={passport(menu.target)}
          onClose={() => setMenu(null)}
        />
      )}
    </Card>
  );
}

interface MarkMenuProps {
  readonly target: ChartTarget;
  readonly place: MenuPlace;
  readonly name: string;
  readonly dimension: string | undefined;
  readonly answer: Answer | undefined;
  readonly onFilter: (() => void) | null;
  readonly onPassport: (() => void) | null;
  readonly onClose: () => void;
}

/** What can be done with a mark. */
function MarkMenu({ target, place, name, dimension, answer, onFilter, onPassport, onClose }: MarkMenuProps) {
  const { t } = useTranslation();
  const writeRemark = useAppStore((state) => state.writeRemark);
  const { fiscalYearStart } = useWorkspace().settings;
  const member = memberOfKey(target.category?.key ?? '');
  const about =
    member === undefined || dimension === undefined || answer === undefined
      ? null
      : placeOfRemark(namesOf([{ dimension }], [member], fiscalYearStart), answer.period.through);
  return (
    <PlaceMenu
      at={place}
      name={name}
      groups={[
        [
          ...actionOf(t('dashboards:menu.filter', { name }), onFilter),
          ...actionOf(t('dashboards:menu.passport'), onPassport),
        ],
        actionOf(t('dashboards:menu.remark', { name }), about === null ? null : () => writeRemark(about)),
      ]}
      onClose={onClose}
    />
  );
}

/** What a menu offers where there is something to do. */
function actionOf(label: string, onSelect: (() => void) | null): readonly PlaceAction[] {
  return onSelect === null ? [] : [{ label, onSelect }];
}
