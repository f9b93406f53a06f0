import type { Tile } from '#shared/dashboards.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { kpiCard } from '#shared/tiles/kpi-card.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useNewGoal } from '../goals/use-new-goal.ts';
import { KpiCard, KpiCardWaiting } from '../overview/kpi-card.tsx';
import { useToldSubject } from '../passport/use-told-subject.ts';
import { TileNote } from './tile-note.tsx';
import type { TileNeeds } from './use-tiles.ts';

interface KpiTileProps {
  readonly tile: Extract<Tile, { show: 'kpi' }>;
  readonly needs: TileNeeds;
}

export function KpiTile({ tile, needs }: KpiTileProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  const setGoal = useNewGoal();
  const subjectOf = useToldSubject();
  const { answer, months, targets, targetsAsked, words, question, knownKpis } = needs;
  const title = tileTitle(tile, words);
  if (!knownKpis.has(parseKpiReference(tile.kpi).kpi))
    return <TileNote title={title} text="dashboards:tile.unknownKpi" />;
  const model = answer === undefined ? null : kpiCard(tile.kpi, answer, months, words, () => title, targets);
  if (model === null) return <KpiCardWaiting name={title} />;
  return (
    <KpiCard
      model={model}
      onOpen={(cell) => openPassport({ question, cell })}
      onAim={() => {
        const asked = { ...targetsAsked, kpis: [tile.kpi], rows: [] };
        const cell = { kpi: tile.kpi, row: [], column: [] };
        openPassport(subjectOf({ told: { of: 'cells', figure: 'before', question: asked, cell } }).subject);
      }}
      onGoal={setGoal === null ? null : () => setGoal(tile.kpi, question.filters ?? [])}
    />
  );
}
