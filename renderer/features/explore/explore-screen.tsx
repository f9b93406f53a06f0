import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { RoomWaiting } from '../../frame/room-waiting.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useWholeFrame } from '../../frame/use-whole-frame.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { RemarkDialog } from '../overview/remark-dialog.tsx';
import { ExploreContext, type Drag, type Dragged, type Exploring } from './explore-context.ts';
import { ExploreHeader } from './explore-header.tsx';
import { shownText } from './cell-text.model.ts';
import { FieldList } from './field-list.tsx';
import type { FieldsAtHand } from './fields.model.ts';
import { totalsQuestion } from './grid-view.model.ts';
import { Inspector } from './inspector.tsx';
import { useChosenCell } from './use-chosen-cell.ts';
import { useExplored, useFieldsAtHand } from './use-explore.ts';
import { useExploreKeys } from './use-explore-keys.ts';
import { useExploreWords } from './use-words.ts';
import { useFormats } from './use-formats.ts';
import { useGrid } from './use-grid.ts';
import { useInspectorShown } from './use-inspector.ts';
import { ChartSection } from './chart-section.tsx';
import { TableCard } from './table-card.tsx';
import { Wells } from './wells.tsx';
import './explore.css';
import './wells.css';

/** The pivot: fields at the left, where they stand above, the chart and the table of what they give. */
export function ExploreScreen() {
  const { t } = useTranslation();
  const { rows } = useWorkspace();
  const fields = useFieldsAtHand();
  if (Object.values(rows).every((count) => count === 0)) {
    return (
      <>
        <ScreenHeader title={t('explore:title')} />
        <EmptyState
          icon="explore"
          title={t('explore:noRows.title')}
          text={t('explore:noRows.text')}
          actions={<ImportButton />}
        />
      </>
    );
  }
  return fields === null ? <RoomWaiting title={t('explore:title')} /> : <Explore fields={fields} />;
}

function Explore({ fields }: { readonly fields: FieldsAtHand }) {
  const { t } = useTranslation();
  const explored = useExplored(fields);
  const { view, edit } = explored;
  const words = useExploreWords(fields.dimensions, fields.rowFields);
  const [said, announce] = useState('');
  const drag = useDrag();
  const [openItem, setOpenItem] = useState<string | null>(null);
  const totals = useHostQuery('question.ask', totalsQuestion(view), { keep: true });
  const through = totals.data?.period.through ?? null;
  const formats = useFormats(view, totals.data);
  const grid = useGrid(view);
  const shownFormats = useFormats(grid.shown, totals.data);
  const chosen = useChosenCell(grid);
  const inspected = useInspectorShown() && view.values.length > 0;
  const head = grid.table?.head;
  const members = useMemo(() => {
    const outermost = (lines: readonly { readonly path: readonly (string | null)[] }[]): readonly (string | null)[] => [
      ...new Set(lines.flatMap(({ path }) => (path.length === 0 ? [] : [path[0] ?? null]))),
    ];
    return { rows: outermost(head?.rows ?? []), columns: outermost(head?.columns ?? []) };
  }, [head]);
  useExploreKeys(explored);
  const say = useCallback((text: string) => announce(text), []);
  const exploring = useMemo(
    (): Exploring => ({
      view,
      edit,
      words,
      fields,
      formats,
      through,
      announce: say,
      drag,
      openItem,
      setOpenItem,
      members,
    }),
    [view, edit, words, fields, formats, through, say, drag, openItem, members],
  );
  const { shown } = grid;
  const shownExploring = useMemo(
    (): Exploring => ({ ...exploring, view: shown, formats: shownFormats }),
    [exploring, shown, shownFormats],
  );
  useWholeFrame();
  return (
    <ExploreContext value={exploring}>
      <ExploreHeader explored={explored} answer={totals.data ?? null} />
      <div className={inspected ? 'explore explore-inspected' : 'explore'}>
        <FieldList />
        <div className="explore-main">
          <Wells />
          {view.values.length === 0 ? (
            <EmptyState icon="explore" title={t('explore:noValues.title')} text={t('explore:noValues.text')} />
          ) : (
            <>
              <ChartSection answer={totals.data ?? null} />
              <ExploreContext value={shownExploring}>
                <TableCard
                  grid={grid}
                  busy={grid.isOld || totals.isPlaceholderData}
                  chosen={chosen}
                  inspected={inspected}
                  onUndo={explored.undo}
                  canUndo={explored.canUndo}
                />
              </ExploreContext>
            </>
          )}
        </div>
        {inspected && (
          <ExploreContext value={shownExploring}>
            <Inspector
              cell={chosen.cell}
              value={chosen.value}
              text={shownText(grid.table, chosen, shownFormats[chosen.value] ?? null)}
            />
          </ExploreContext>
        )}
      </div>
      <RemarkDialog day={through} dimensionOf={words.dimension} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </ExploreContext>
  );
}

function useDrag(): Drag {
  const dragged = useRef<Dragged | null>(null);
  return useMemo(
    () => ({
      current: () => dragged.current,
      begin: (next) => {
        dragged.current = next;
      },
      end: () => {
        dragged.current = null;
      },
    }),
    [],
  );
}
