import { createRoot } from 'react-dom/client';
import { CHART_KINDS, type ChartKind } from '#shared/charts/model.ts';
import { ChartCard } from '../../../../renderer/charts/chart-card.tsx';
import { setUpI18n } from '../../../../renderer/i18n/setup.ts';
import { useAppStore } from '../../../../renderer/state/app-store.ts';
import { sampleCharts } from './sample-charts.ts';
import '../../../../renderer/ui/base.css';

/** The pictures made so far, for whoever looks at the page from outside. */
const exported: Blob[] = [];
Object.assign(window, { exported });

/** A page with one chart or all of them: `#sv&dark&column`. What happens to its marks is written under it. */
async function show(): Promise<void> {
  const asked = location.hash.slice(1).split('&');
  const language = asked.includes('en') ? 'en' : 'sv';
  const theme = asked.includes('dark') ? 'dark' : 'light';
  document.documentElement.lang = language;
  document.documentElement.dataset['theme'] = theme;
  useAppStore.setState({ theme });
  await setUpI18n(language);
  const charts = sampleCharts(language);
  const kinds = CHART_KINDS.filter((kind) => asked.includes(kind));
  const log = (text: string): void => {
    const list = document.getElementById('log');
    if (list !== null) list.textContent = text;
  };
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <main
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(640px, 100%), 1fr))',
        gap: 12,
        padding: 12,
      }}
    >
      {(kinds.length === 0 ? CHART_KINDS : kinds).map((kind) => (
        <Sample key={kind} kind={kind} charts={charts} log={log} />
      ))}
      <output id="log" />
    </main>,
  );
}

interface SampleProps {
  readonly kind: ChartKind;
  readonly charts: ReturnType<typeof sampleCharts>;
  readonly log: (text: string) => void;
}

function Sample({ kind, charts, log }: SampleProps) {
  const model = charts[kind];
  return (
    <div id={kind}>
      <ChartCard
        model={model}
        height={kind === 'scorecard' ? 150 : 240}
        onPoint={({ category }) => log(`point ${category?.key ?? 'total'}`)}
        onPassport={({ category }) => log(`passport ${category?.key ?? 'total'}`)}
        onMenu={({ category }, { x, y }) => log(`menu ${category?.key ?? 'total'} ${String(x > 0 && y > 0)}`)}
        onRange={(stretch) => log(`range ${stretch.map(({ key }) => key).join(' ')}`)}
        onAnnotation={({ id }) => log(`annotation ${id}`)}
        onExport={({ blob, name, type }) => {
          log(`${name}.${type} ${String(blob.size)}`);
          exported.push(blob);
        }}
      />
    </div>
  );
}

void show();
