import { useTranslation } from 'react-i18next';
import { DATED_KINDS, fieldsOfKind } from '#shared/record-kinds.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NO_CHOICES } from '../../state/overview-slice.ts';
import type { Wanted } from '../../state/palette-slice.ts';
import { SCREENS, type Screen } from '../../state/route.model.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { COMPARISONS_OFFERED } from '../dashboards/scope.model.ts';
import { useDashboardActions } from '../dashboards/use-dashboard-actions.ts';
import { useDashboardChanges, useDashboardList } from '../dashboards/use-dashboards.ts';
import { useMeeting } from '../dashboards/use-meeting.ts';
import { useOpenView } from '../dashboards/use-open-view.ts';
import { exploreOf } from '../explore/saved.model.ts';
import { useFieldsAtHand } from '../explore/use-explore.ts';
import { useDraft } from '../formula/use-draft.ts';
import { useNewGoal } from '../goals/use-new-goal.ts';
import { COMMAND_GROUPS, type Command, type CommandGroup } from './palette.model.ts';

/** Screens are named by their room, but for those that are a tab of one. The editor is reached through what it edits. */
const TABS: Partial<Readonly<Record<Screen, keyof typeof ROOMS>>> = {
  'kpi-settings': 'kpis',
  rows: 'data',
  names: 'data',
  entry: 'data',
};
const ROOMS = { kpis: 'frame:room.kpis', data: 'frame:room.data' } as const;

/** Everything the palette reaches, and whether that is all. KPIs are found by their name in the other language as well. */
export function useCommands(): { readonly commands: readonly Command[]; readonly complete: boolean } {
  const groups = { ...useDashboardCommands(), ...usePlaces(), ...useViewCommands(), ...useSettingCommands() };
  const dashboards = useDashboardList();
  const views = useSaved('view');
  const commands = COMMAND_GROUPS.flatMap((group) =>
    Object.values(groups)
      .flat()
      .filter((command) => command.group === group),
  );
  const isIn = [dashboards.list ?? dashboards.error, views.items ?? views.error].every((each) => each != null);
  return { commands, complete: isIn };
}

type Groups = Readonly<Record<string, readonly Command[]>>;

const command = (group: CommandGroup, id: string, name: string, run: () => void, also = ''): Command => ({
  id: `${group} ${id}`,
  group,
  name,
  also,
  run,
});

/** Screens, KPIs and fields. */
function usePlaces(): Groups {
  const { t, i18n } = useTranslation();
  const { id, rows } = useWorkspace();
  const { kpis, dimensions } = useDashboardList();
  const numbers = useFieldsAtHand()?.rowFields ?? [];
  const { name } = useKpiWords();
  const { goTo, viewKpis, viewRows } = useAppStore.getState();
  const otherLanguage = i18n.getFixedT(i18n.language === 'sv' ? 'en' : 'sv');
  return {
    screens: SCREENS.filter((screen) => screen !== 'kpi-editor').map((screen) => {
      const room = TABS[screen];
      const title =
        screen === 'import'
          ? t('overview:empty.import')
          : room === undefined
            ? t(`frame:room.${screen}`)
            : t('palette:in', { tab: t(`frame:tabs.${screen}`), room: t(ROOMS[room]) });
      return command('screen', screen, title, () => goTo(screen), t(`palette:also.${screen}`, { defaultValue: '' }));
    }),
    kpis: kpis.map(({ kpi }) =>
      command(
        'kpi',
        kpi,
        name(kpi),
        () => {
          viewKpis(id, { selected: kpi, search: '', shelf: 'all' });
          goTo('kpis');
        },
        `${otherLanguage(`kpis:${kpi}.name`, { defaultValue: '' })} ${t(`library:also.${kpi}`, { defaultValue: '' })} ${kpi}`,
      ),
    ),
    fields: [
      ...dimensions.map(({ key, kinds }) => ({ key, name: dimensionName(t, key, dimensions), kind: kinds[0] ?? null })),
      ...numbers.map(({ key, name: field }) => ({
        key,
        name: field,
        kind:
          DATED_KINDS.find((kind) => (rows[kind] ?? 0) > 0 && fieldsOfKind(kind).some((each) => each.key === key)) ??
          null,
      })),
    ].map(({ key, name: field, kind }) =>
      command(
        'field',
        key,
        field,
        () => {
          viewRows(id, { kind, filters: [], search: '' });
          goTo('rows');
        },
        key,
      ),
    ),
  };
}

/** The dashboards, and what can be done with the one on screen. */
function useDashboardCommands(): Groups {
  const { t } = useTranslation();
  const { id, rows } = useWorkspace();
  const all = useDashboardList().list ?? [];
  const wanted = useAppStore((state) => state.shownDashboards[id]);
  const { route, editing, crossFilter } = useAppStore.getState();
  const { goTo, showDashboard, setEditing, openDashboardDialog, crossFilterBy, writeRemark } = useAppStore.getState();
  const actions = useDashboardActions(all);
  const { undo, redo, canUndo, canRedo } = useDashboardChanges();
  const { startMeeting } = useMeeting();
  const shown = all.find(({ dashboard }) => dashboard.id === wanted) ?? all[0];
  const usable = Object.values(rows).some((count) => count > 0);
  const act = (key: string, run: () => void): Command =>
    command('action', key, t(`dashboards:${key}`), run, t(`palette:also.${key}`));
  const onScreen = (run: () => void) => (): void => {
    goTo('overview');
    run();
  };
  return {
    dashboards: all.map(({ dashboard }) =>
      command(
        'dashboard',
        dashboard.id,
        dashboard.name,
        onScreen(() => showDashboard(id, dashboard.id)),
      ),
    ),
    actions: [
      ...(usable && !editing
        ? [
            act(
              'edit',
              onScreen(() => setEditing(true)),
            ),
          ]
        : []),
      ...(usable
        ? [
            act(
              'add',
              onScreen(() => {
                setEditing(true);
                openDashboardDialog('add');
              }),
            ),
            act('remark', route === 'explore' ? () => writeRemark({}) : onScreen(() => writeRemark({}))),
            act('meeting', onScreen(startMeeting)),
          ]
        : []),
      act('new', actions.create),
      ...(shown === undefined
        ? []
        : [
            act('duplicate', () => actions.duplicate(shown.dashboard)),
            act(
              'rename',
              onScreen(() => openDashboardDialog('rename')),
            ),
            act('share', () => actions.share(shown.dashboard)),
            ...(shown.stored ? [act(shown.ready === null ? 'remove' : 'reset', () => actions.remove(shown))] : []),
          ]),
      ...(route === 'overview' && editing ? [act('done', () => setEditing(false))] : []),
      ...(route === 'overview' && canUndo ? [act('undo', undo)] : []),
      ...(route === 'overview' && canRedo ? [act('redo', redo)] : []),
      ...(crossFilter === null
        ? []
        : [
            command(
              'action',
              'cross.clear',
              t('dashboards:cross.clear'),
              () => crossFilterBy(null),
              t('palette:also.clear'),
            ),
          ]),
    ],
  };
}

/** Saved questions, and files of what is on screen: the report, Explore's table, the rows. */
function useViewCommands(): Groups {
  const { t } = useTranslation();
  const { id, rows } = useWorkspace();
  const views = useSaved('view').items ?? [];
  const openView = useOpenView();
  const { route, explores } = useAppStore.getState();
  const { want, goTo, showDashboard, setEditing, setMeeting } = useAppStore.getState();
  const usable = Object.values(rows).some((count) => count > 0);
  const hasTable = route === 'explore' && explores[id]?.values.length !== 0;
  const file = (wanted: Wanted, name: string, run = (): void => want(wanted)): Command =>
    command('action', `export ${wanted}`, name, run, t('palette:also.export'));
  return {
    views: views.map((view) => command('view', view.id, view.name, () => openView(exploreOf(view)))),
    exports: [
      ...(usable
        ? [
            file('pdf', t('overview:export.button'), () => {
              setEditing(false);
              setMeeting(false);
              showDashboard(id, 'management');
              goTo('overview');
              want('pdf');
            }),
          ]
        : []),
      ...(usable && hasTable
        ? [
            file('table-xlsx', `${t('explore:export.button')}: ${t('explore:export.xlsx')}`),
            file('table-csv', `${t('explore:export.button')}: CSV`),
          ]
        : []),
      ...(usable && route === 'rows'
        ? (['xlsx', 'csv'] as const).map((format) =>
            file(`rows-${format}`, `${t('rows:export.button')}: ${t(`rows:export.${format}`)}`),
          )
        : []),
    ],
  };
}

/** Period, comparison, language, theme, workspace, and a KPI of one's own. */
function useSettingCommands(): Groups {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const { compare } = useAppStore((state) => state.overviews[id]) ?? NO_CHOICES;
  const { choose, goTo, setLanguage, setTheme } = useAppStore.getState();
  const { start, readonly } = useDraft();
  const newGoal = useNewGoal();
  const close = useHostCommand('workspace.close');
  const act = (key: string, name: string, run: () => void, also: string): Command =>
    command('action', key, name, run, t(`palette:also.${also}`));
  const period = (spec: string | null, name: string): Command =>
    act(
      `period ${spec ?? 'latest-year'}`,
      name,
      () => {
        choose(id, { period: spec });
        goTo('overview');
      },
      'period',
    );
  return {
    settings: [
      ...(newGoal === null ? [] : [act('goal-new', t('goals:new'), () => newGoal(), 'goal-new')]),
      ...(readonly ? [] : [act('kpi-new', t('library:new'), () => start(null), 'kpi-new')]),
      period(null, t('overview:noData.latest')),
      period('last-12-months', t('overview:period.last12')),
      period('all', t('overview:period.all')),
      ...COMPARISONS_OFFERED.filter((each) => each !== compare).map((each) =>
        act(
          `compare ${each}`,
          `${t('overview:compare.label')}: ${t(`overview:compare.${each}`)}`,
          () => choose(id, { compare: each }),
          'compare',
        ),
      ),
      ...(['sv', 'en', 'system'] as const).map((each) =>
        act(`language ${each}`, t(`frame:settings.language.${each}`), () => setLanguage(each), 'language'),
      ),
      ...(['light', 'dark', 'system'] as const).map((each) =>
        act(`theme ${each}`, t(`frame:settings.theme.${each}`), () => setTheme(each), 'theme'),
      ),
      act('switchWorkspace', t('frame:settings.switchWorkspace'), () => close.mutate({}), 'switchWorkspace'),
    ],
  };
}
