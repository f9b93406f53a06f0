import { useTranslation } from 'react-i18next';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { CellRef, QuestionInput } from '#shared/question.ts';
import { namesOf, placeOfRemark } from '#shared/tiles/remarks.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { excluded, drilled, keptOnly, memberAt, nextLevel, sortedBy } from './drill.model.ts';
import { useExploring } from './explore-context.ts';
import { questionOf } from './grid-view.model.ts';
import type { PlaceAction, PlaceList } from '../../ui/place-menu.tsx';
import { isUsed, withFold } from './view.model.ts';
import { pathName, refName } from './words.model.ts';

type Path = readonly (string | null)[];
type Axis = 'rows' | 'columns';
type Group = readonly (PlaceAction | PlaceList)[];

const MOST_DRILLS = 14;

/** What can be done with a line, a head or a cell of the table, or of its chart, whose numbers answer a question of their own. */
export function useLineActions(charted: QuestionInput | null = null) {
  const { t } = useTranslation();
  const { view, edit, words, fields, through, announce } = useExploring();
  const { fiscalYearStart } = useWorkspace().settings;
  const writeRemark = useAppStore((state) => state.writeRemark);
  const openPassport = useAppStore((state) => state.openPassport);
  const question = charted ?? questionOf(view);
  const named = (axis: Axis, path: Path): string => {
    const member = memberAt(view, axis, path);
    return member === null ? '' : pathName(member.name, member.ref, words);
  };
  const passport = (cell: CellRef, showsRows = false): void => {
    if (question !== null) openPassport({ question, cell, ...(showsRows ? { showsRows } : {}) });
  };

  /** A remark on a member, on the dates that its cell stands in. */
  const remarkOn = (axis: Axis, path: Path, across: Path): Group => {
    const other = axis === 'rows' ? 'columns' : 'rows';
    const names = [...namesOf(view[other], across, fiscalYearStart), ...namesOf(view[axis], path, fiscalYearStart)];
    const place = through === null ? null : placeOfRemark(names, through);
    const label = t('dashboards:menu.remark', { name: named(axis, path) });
    return place === null ? [] : [{ label, onSelect: () => writeRemark(place) }];
  };

  /** Filter, drill and remark for a member of an axis, at a line of the other one where a cell is meant; nothing for totals. */
  const onMember = (axis: Axis, path: Path, across: Path = []): readonly Group[] => {
    const member = memberAt(view, axis, path);
    if (member === null) return [];
    const name = named(axis, path);
    const isDate = member.ref.dimension === DATE_DIMENSION;
    const next = nextLevel(view, axis, path);
    const drill = (by: Parameters<typeof drilled>[3]) => (): void => {
      edit((now) => drilled(now, axis, path, by));
      announce(t('explore:said.drilled', { name, by: refName(by, words) }));
    };
    const others = fields.dimensions
      .filter(({ key, identifier }) => !identifier && !isUsed(view, { is: 'dimension', key }))
      .slice(0, MOST_DRILLS)
      .map(({ key }): PlaceAction => ({ label: words.dimension(key), onSelect: drill({ dimension: key }) }));
    return [
      [
        ...(next === null
          ? []
          : [{ label: t('explore:menu.drillTo', { name, by: refName(next, words) }), onSelect: drill(next) }]),
        ...(others.length === 0 ? [] : [{ label: t('explore:menu.drillBy', { name }), actions: others }]),
      ],
      [
        {
          label: t(isDate ? 'explore:menu.onlyPeriod' : 'explore:menu.keep', { name }),
          onSelect: () => {
            edit((now) => keptOnly(now, axis, path));
            announce(t('explore:said.kept', { name }));
          },
        },
        ...(isDate
          ? []
          : [
              {
                label: t('explore:menu.exclude', { name }),
                onSelect: () => {
                  edit((now) => excluded(now, axis, path));
                  announce(t('explore:said.excluded', { name }));
                },
              },
            ]),
        ...remarkOn(axis, path, across),
      ],
    ];
  };

  const onFold = (axis: Axis, path: Path, folded: boolean): void => edit((now) => withFold(now, axis, path, folded));

  const sortBy = (axis: Axis, kpi: string, at: Path): PlaceAction => ({
    label: t(`explore:menu.sort.${axis}`, { name: words.kpi(kpi) }),
    onSelect: () => {
      edit((now) => sortedBy(now, axis, kpi, at));
      announce(t('explore:said.sorted', { name: words.kpi(kpi) }));
    },
  });

  /** The group of columns that a cell stands in, for those without a pointer at its head. */
  const foldColumns = (path: Path): readonly PlaceAction[] => {
    const isGroup = path.length > 0 && path.length < view.columns.length;
    const group = isGroup ? path : path.slice(0, -1);
    if (group.length === 0) return [];
    const folded = view.foldedColumns.some((each) => JSON.stringify(each) === JSON.stringify(group));
    const label = t(folded ? 'explore:menu.unfoldOne' : 'explore:menu.foldOne', { name: named('columns', group) });
    return [{ label, onSelect: () => onFold('columns', group, !folded) }];
  };

  /** Everything for a cell: its number first, then what its row and its column stand for. */
  const onCell = (cell: CellRef): readonly Group[] => [
    [
      { label: t('explore:menu.passport'), onSelect: () => passport(cell) },
      { label: t('explore:menu.rows'), onSelect: () => passport(cell, true) },
    ],
    ...onMember('rows', cell.row, cell.column),
    ...onMember('columns', cell.column, cell.row),
    foldColumns(cell.column),
    [
      ...(view.rows.length > 0 ? [sortBy('rows', cell.kpi, cell.column)] : []),
      ...(view.columns.length > 0 ? [sortBy('columns', cell.kpi, cell.row)] : []),
    ],
  ];

  return { onMember, onCell, onFold, sortBy, passport };
}
