import type { ChartAnnotation } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { SWATCH, swatchShapes, type LegendItem } from './labels/legend.model.ts';
import { SceneView } from './scene/scene-view.tsx';

/** What the marks do not say themselves. */
export function ChartLegend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <div className="chart-legend">
      {items.map((item) => (
        <span key={`${item.swatch} ${item.text}`}>
          {item.swatch !== 'none' && (
            <SceneView
              scene={{ width: SWATCH, height: SWATCH, shapes: swatchShapes(item, 0, SWATCH / 2) }}
              description={null}
            />
          )}
          {item.text}
        </span>
      ))}
    </div>
  );
}

interface ChartRemarksProps {
  readonly annotations: readonly ChartAnnotation[];
  /** Which of them have a marker in the picture. */
  readonly shown: ReadonlySet<number>;
  readonly say: Say;
}

/** The remarks whose markers are in the picture, under it: text and author. */
export function ChartRemarks({ annotations, shown, say }: ChartRemarksProps) {
  return (
    <ol className="chart-remarks" aria-label={say('annotations')}>
      {annotations.map(({ id, text, author }, index) =>
        shown.has(index) ? (
          <li key={id}>
            <span className="chart-remark-number">{index + 1}</span>
            {say('annotationBy', { text, author })}
          </li>
        ) : null,
      )}
    </ol>
  );
}
