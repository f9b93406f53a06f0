import { createElement } from 'react';
import type { Ink } from './inks.ts';
import { sceneMark } from './scene-marks.ts';
import type { Scene } from './scene.ts';

const token = (ink: Ink): string => `var(--${ink})`;
const NAMES: Readonly<Record<string, string>> = {
  'fill-opacity': 'fillOpacity',
  'stroke-width': 'strokeWidth',
  'stroke-linejoin': 'strokeLinejoin',
  'stroke-opacity': 'strokeOpacity',
  'stroke-dasharray': 'strokeDasharray',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'text-anchor': 'textAnchor',
  'dominant-baseline': 'dominantBaseline',
};

/** A scene on the page, in the tokens in force; sharp at every zoom and in print. Without description it is decoration. */
export function SceneView({ scene, description }: { readonly scene: Scene; readonly description: string | null }) {
  return (
    <svg
      className="chart-scene"
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${String(scene.width)} ${String(scene.height)}`}
      {...(description === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': description })}
    >
      {scene.shapes.map((shape, index) => {
        const { tag, attributes, text } = sceneMark(shape, token);
        const named = Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [NAMES[name] ?? name, value]),
        );
        return createElement(tag, { key: index, ...named }, text === '' ? undefined : text);
      })}
    </svg>
  );
}
