import { memo, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartCategory, ChartModel, ChartTarget } from '#shared/charts/model.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import { moneyScale } from '#shared/format.ts';
import type { Answer } from '#shared/question.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { memberOfKey } from '#shared/tiles/member-key.ts';
import { compareName, periodName, reasonSentence } from '#shared/tiles/tile-words.ts';
import type { MenuPlace } from '../../charts/chart-props.ts';
import { Chart } from '../../charts/chart.tsx';
import { hasVectors } from '../../charts/export/export-chart.ts';
import { stretchName } from '../../i18n/stretch-name.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { unitOf } from './cell-text.model.ts';
import { bridgeQuestion, chartPlan, suitingKind, suits, type ChartPlan } from './chart-plan.model.ts';
import { exploreChart } from './chart.model.ts';
import { drilled, keptAmong, nextLevel } from './drill.model.ts';
import type { ExploreValue } from '../../state/explore-slice.ts';
import { markOpens } from '../passport/mark-opens.model.ts';
import { useToldSubject } from '../passport/use-told-subject.ts';
import { useExploring } from './explore-context.ts';
import { KindPicker } from './kind-picker.tsx';
import { PlaceMenu } from '../../ui/place-menu.tsx';
import { useChartPicture } from './use-chart-picture.ts';
import { useLineActions } from './use-line-actions.ts';
import { viewTitle } from './words.model.ts';

const NO_REMARKS: readonly never[] = [];
const HEIGHT = 196;
/** In a low window the table needs the room. */
const LOW = { window: 800, height: 132 } as const;

/** The chart of what the table shows, and the choice of how. */
export const ChartSection = memo(function ChartSection({ answer }: { readonly answer: Answer | null }) {
  const { view, edit, formats } = useExploring();
  const { values } = view;
  const formatOf = useCallback((value: ExploreValue) => formats[values.indexOf(value)] ?? null, [formats, values]);
  const kind = view.chart === 'auto' ? suitingKind(view, (value) => formatOf(value)?.unit ?? null) : view.chart;
  const plan = useMemo(() => {
    const likeOf = (value: ExploreValue): string => {
      const format = formatOf(value);
      return format === null ? '' : `${format.unit} ${unitOf(format)}`;
    };
    return kind === 'table' ? null : chartPlan(view, kind, likeOf);
  }, [view, kind, formatOf]);
  const title = useChartTitle(plan, answer);
  const picker = (
    <KindPicker
      kind={kind}
      chosen={view.chart}
      suits={(each) => suits(each, view)}
      onChange={(chart) => edit((now) => ({ ...now, chart }))}
    />
  );
  return (
    <section className="explore-chart ui-card" aria-label={title}>
      {plan === null ? (
        <div className="explore-chart-head">
          <h2 className="ui-card-title" title={title}>
            {title}
          </h2>
          {picker}
        </div>
      ) : (
        <DrawnPlan plan={plan} answer={answer} title={title} picker={picker} />
      )}
    </section>
  );
});

/** Example: 'Intäkter per region och kvartal, jan–okt 2026, tkr'. */
function useChartTitle(plan: ChartPlan | null, answer: Answer | null): string {
  const { t } = useTranslation();
  const { view, words, formats } = useExploring();
  const format = useFormatContext();
  const values = plan?.values ?? view.values;
  const refs =
    plan === null
      ? [...view.rows, ...view.columns]
      : [plan.categories, plan.series]
          .toSorted((a, b) => Number(a?.axis === 'columns') - Number(b?.axis === 'columns'))
          .map((each) => each?.ref);
  const name = viewTitle({ values, rows: refs.filter((ref) => ref !== undefined), columns: [] }, words);
  const units = new Set(
    values.map((value) => formats[view.values.indexOf(value)]).map((each) => (each == null ? '' : unitOf(each))),
  );
  const [unit = ''] = units;
  const period = answer === null ? null : periodName(answer.period, { t, format });
  return [name, period, units.size === 1 && unit !== '' ? unit : null].filter((part) => part !== null).join(', ');
}

/** A chart and what it is of; without a chart there is nothing to draw. */
interface Drawn {
  readonly plan: ChartPlan;
  readonly model: ChartModel | null;
}

interface DrawnPlanProps {
  readonly plan: ChartPlan;
  readonly answer: Answer | null;
  readonly title: string;
  readonly picker: React.ReactNode;
}

function DrawnPlan({ plan: wanted, answer, title, picker }: DrawnPlanProps) {
  const { t } = useTranslation();
  const { view, edit, words, formats, announce } = useExploring();
  const format = useFormatContext();
  const openPassport = useAppStore((state) => state.openPassport);
  const { fiscalYearStart } = useWorkspace().settings;
  const remarks = useSaved('annotation').items ?? NO_REMARKS;
  const [menu, setMenu] = useState<{ readonly target: ChartTarget; readonly place: MenuPlace } | null>(null);
  const { data, error } = useHostQuery('question.grid', {
    view: wanted.view,
    window: {
      rows: { from: 0, count: countOn('rows', wanted) },
      columns: { from: 0, count: Math.min(2000, countOn('columns', wanted) * wanted.view.values.length) },
    },
  });
  const made = useMemo((): Drawn | null => {
    if (error === null && (data === undefined || answer === null)) return null;
    if (data === undefined || answer === null || data.columns.length === 0) return { plan: wanted, model: null };
    const indexOf = (value: ExploreValue): number => view.values.indexOf(value);
    const first = wanted.values[0];
    const scale = first === undefined ? undefined : formats[indexOf(first)]?.scale;
    const model = exploreChart(wanted, data, {
      words,
      format,
      title,
      scale: scale ?? moneyScale(0),
      formatOf: (value) => formats[indexOf(value)] ?? null,
      totalOf: ({ kpi, show }) => {
        const cell = show.as === 'value' ? totalOf(answer, kpi) : null;
        return cell === null ? null : { now: cell.value, before: cell.compare?.value ?? null };
      },
      reason: (reason) => reasonSentence(reason, t),
      beforeName:
        (wanted.compared ?? view.compare) === 'target'
          ? t('charts:role.target')
          : (compareName(answer, format) ?? t('charts:comparison')),
      remarks,
      scope: { period: answer.period, filters: view.filters },
      fiscalYearStart,
    });
    return { plan: wanted, model };
  }, [data, error, wanted, answer, view, formats, words, format, title, remarks, fiscalYearStart, t]);
  // While another is on its way the one before stays as it is, with its own words and passports.
  const [before, setBefore] = useState(made);
  if (made !== null && made !== before) setBefore(made);
  const { plan, model } = made ?? before ?? { plan: wanted, model: null };
  const { question } = plan.view;
  const actions = useLineActions(question);
  const height = plan.kind === 'scorecard' ? 88 : window.innerHeight < LOW.window ? LOW.height : HEIGHT;
  const picture = useChartPicture(model);
  const axis = plan.categories?.axis ?? 'rows';
  const subjectOf = useToldSubject();
  const passport = (target: ChartTarget): void => {
    if (model === null) return;
    const isStep = plan.kind === 'waterfall' && target.point.cell === null && plan.categories !== null;
    const opens = markOpens(target, model, isStep ? bridgeQuestion(plan) : question);
    if (opens !== null) openPassport(subjectOf(opens).subject);
  };
  const drill = (target: ChartTarget): void => {
    const { point } = target;
    if (point.cell === null) return passport(target);
    const path = (axis === 'rows' ? point.cell.row : point.cell.column) ?? [];
    const next = nextLevel(view, axis, path);
    if (next === null) return actions.passport(point.cell);
    edit((now) => drilled(now, axis, path, next));
    announce(
      t('explore:said.drilled', {
        name: path.map((name) => words.member(name, '')).join(', '),
        by: words.dimension(next.dimension),
      }),
    );
  };
  const along = plan.categories?.ref;
  const isTime = along?.dimension === DATE_DIMENSION;
  const takeRange = (stretch: readonly ChartCategory[]): void => {
    const kept = stretch.filter(({ key }) => memberOfKey(key) !== undefined);
    if (along === undefined || kept.length === 0) return;
    edit((now) =>
      keptAmong(
        now,
        along,
        kept.map(({ key }) => memberOfKey(key) ?? null),
      ),
    );
    announce(
      t('explore:said.kept', {
        name: stretchName(
          kept.map(({ name }) => name),
          isTime,
          t,
        ),
      }),
    );
  };
  return (
    <>
      <div className="explore-chart-head">
        <h2 className="ui-card-title" title={model?.title ?? title}>
          {model?.title ?? title}
        </h2>
        {picker}
        <Menu
          align="end"
          trigger={<IconButton icon="download" label={t('charts:export.menu')} disabled={model === null} />}
          groups={[
            [
              { label: t('charts:export.png'), onSelect: () => void picture('png', 'light') },
              { label: t('charts:export.pngTheme'), onSelect: () => void picture('png', 'window') },
              {
                label: t('charts:export.svg'),
                disabled: model === null || !hasVectors(model),
                onSelect: () => void picture('svg', 'light'),
              },
            ],
          ]}
        />
      </div>
      <p className={model?.sub == null ? 'ui-card-sub explore-chart-hint' : 'ui-card-sub'}>
        {model?.sub ?? t('explore:chart.hint')}
      </p>
      {model === null ? (
        <div style={{ height }} />
      ) : (
        <Chart
          key={plan.kind}
          model={model}
          height={height}
          onPoint={drill}
          onPassport={passport}
          onMenu={(target, place) => setMenu({ target, place })}
          {...(along === undefined || (isTime && along.order !== undefined) ? {} : { onRange: takeRange })}
        />
      )}
      {menu !== null && menu.target.point.cell !== null && (
        <PlaceMenu
          at={menu.place}
          name={menu.target.category?.name ?? ''}
          groups={actions.onCell(menu.target.point.cell)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}

function countOn(axis: 'rows' | 'columns', { categories, series, most }: ChartPlan): number {
  if (categories?.axis === axis) return most.categories;
  return series?.axis === axis ? most.series : 1;
}
