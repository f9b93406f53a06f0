import { useEffect, useMemo } from 'react';
import { drawScene } from './drawings/draw-scene.ts';
import type { SceneKind } from './drawings/scene-kind.ts';
import type { DrawingNeeds } from './drawings/drawing.ts';
import type { Drawn } from './scene/place.ts';
import { SceneView } from './scene/scene-view.tsx';

interface ScenePictureProps extends DrawingNeeds {
  readonly kind: SceneKind;
  readonly description: string | null;
  readonly onDrawn: (drawn: Drawn, height: number) => void;
}

/** A chart drawn as SVG. */
export function ScenePicture(props: ScenePictureProps) {
  const { kind, model, width, height, measure, inks, say, chosen, description, onDrawn } = props;
  const drawing = useMemo(
    () => drawScene(kind, { model, width, height, measure, inks, say, chosen }),
    [kind, model, width, height, measure, inks, say, chosen],
  );
  useEffect(() => onDrawn(drawing, drawing.scene.height), [drawing, onDrawn]);
  return <SceneView scene={drawing.scene} description={description} />;
}
