import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { pointSentence, type Say } from '#shared/charts/point-facts.ts';
import type { ChartCategory, ChartModel } from '#shared/charts/model.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { ChartProps } from '../chart-props.ts';
import type { Drawn } from '../scene/place.ts';
import { nextPlace, placeAt } from './find-place.model.ts';
import { PointTip } from './point-tip.tsx';
import { readingOf, takesRange } from './reading.ts';
import { rangeBox, stretchOf, useRange, type Range } from './use-range.ts';

interface PointLayerProps extends Pick<ChartProps, 'onPoint' | 'onPassport' | 'onMenu' | 'onRange'> {
  readonly model: ChartModel;
  readonly drawn: Drawn;
  readonly size: { readonly width: number; readonly height: number };
  readonly description: string;
  readonly say: Say;
}

/** A drag shorter than this is a click, CSS pixels. */
const CLICK = 6;

/** Where the pointer was pressed, in the window, along the axis and on which mark; and where along the axis it has been dragged to. */
interface Drag {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly mark: number | null;
  readonly to: number | null;
}

/**
 * What can be done with the marks, laid over the picture: one stop for the Tab key, arrow keys between the marks, each read out as it is
 * reached. The picture stays one element however many marks there are.
 */
export function PointLayer(props: PointLayerProps) {
  const { model, drawn, size, description, say, onPoint, onPassport, onMenu } = props;
  const { places } = drawn;
  const reading = readingOf(model.kind);
  const onRange = takesRange(model.kind) ? props.onRange : undefined;
  const [focused, setFocused] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const { range, extend, clear } = useRange();
  const drag = useRef<Drag | null>(null);
  const menuByKey = useRef(false);
  const layer = useRef<HTMLDivElement>(null);
  const hint = useId();
  const open = onPoint ?? onPassport;
  const shown = hovered ?? focused;
  const current = shown === null ? undefined : places[shown];
  const read = focused === null ? undefined : places[focused];

  const find = (
    { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
    read = reading,
  ): number | null => {
    const box = layer.current?.getBoundingClientRect();
    return box === undefined ? null : placeAt(places, clientX - box.left, clientY - box.top, read);
  };
  /** A stretch may begin and end between dots. */
  const findAlong = (event: PointerEvent): number | null => find(event, reading === 'free' ? 'across' : reading);
  const finish = (chosen: Range): void => {
    const stretch = stretchOf(chosen, places);
    clear();
    if (stretch.length > 0) onRange?.(stretch);
  };
  const menuAt = (index: number | null): void => {
    const place = places[index ?? -1];
    const box = layer.current?.getBoundingClientRect();
    if (place === undefined || box === undefined || onMenu === undefined) return;
    const { left, top, width, height } = place.box;
    onMenu(place.target, { x: box.left + left + width / 2, y: box.top + Math.min(top + height / 2, size.height) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    setDismissed(false);
    if (event.key === 'Escape') {
      if (range === null && current === undefined) return;
      clear();
      drag.current = null;
      setDismissed(true);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (range !== null) finish(range);
      else if (read !== undefined) open?.(read.target);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      menuByKey.current = true;
      menuAt(focused);
    } else {
      const next = nextPlace(event.key, focused, places, reading);
      if (next === null) return;
      const along = places[next]?.along ?? 0;
      if (event.shiftKey && onRange !== undefined) extend(range?.from ?? read?.along ?? along, along);
      else clear();
      setFocused(next);
      setHovered(null);
    }
    event.preventDefault();
  };
  /** The drag with where it has come to. Kept apart from what is drawn: the release may come before the last move is. */
  const follow = (event: PointerEvent): Drag | null => {
    const start = drag.current;
    const to = places[findAlong(event) ?? -1]?.along;
    if (start === null || onRange === undefined || to === undefined) return start;
    const isFar = Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK && to !== start.from;
    if (start.to !== null || isFar) drag.current = { ...start, to };
    return drag.current;
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.target !== layer.current) return;
    setDismissed(false);
    setHovered(find(event));
    const dragged = follow(event);
    if (dragged?.to != null) extend(dragged.from, dragged.to);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const start = follow(event);
    drag.current = null;
    if (start?.to != null) return finish({ from: start.from, to: start.to });
    if (start === null || event.button !== 0 || event.target !== layer.current) return;
    const found = find(event);
    const place = places[found ?? -1];
    // From one mark to another is a click on neither.
    if (found !== start.mark) return;
    setFocused(found);
    if (place !== undefined) open?.(place.target);
  };

  return (
    <div
      className="chart-layers"
      onBlur={({ currentTarget, relatedTarget }) => {
        // The way into the tooltip does not lead out of the mark it is about.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocused(null);
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is interactive */}
      <div
        ref={layer}
        className={`chart-layer${open === undefined ? '' : ' chart-layer-open'}`}
        role="application"
        aria-roledescription={say(`kindOf.${model.kind}`)}
        aria-label={description}
        aria-describedby={hint}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused((before) => before ?? (places.length > 0 ? 0 : null))}
        onPointerMove={onPointerMove}
        onPointerDown={(event) => {
          const from = places[findAlong(event) ?? -1]?.along;
          if (event.button !== 0 || from === undefined) return;
          // A drag is the plot's, whatever the pointer comes over.
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY, from, mark: find(event), to: null };
        }}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.current = null;
          clear();
        }}
        onPointerLeave={(event) => {
          drag.current = null;
          if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest('.chart-tip'))) setHovered(null);
        }}
        onContextMenu={(event) => {
          const place = places[find(event) ?? -1];
          if (onMenu === undefined) return;
          event.preventDefault();
          if (menuByKey.current) menuByKey.current = false;
          else if (place !== undefined) onMenu(place.target, { x: event.clientX, y: event.clientY });
        }}
      >
        {current !== undefined && <span className="chart-ring" style={current.box} data-focused={shown === focused} />}
        {range !== null && (
          <span className="chart-range" style={rangeBox(range, places, size, reading)} data-down={reading === 'down'} />
        )}
      </div>
      {current !== undefined && !dismissed && range === null && (
        <div className="chart-tip-room" onPointerLeave={() => setHovered(null)}>
          <PointTip
            model={model}
            target={current.target}
            box={current.box}
            size={size}
            down={reading === 'down'}
            say={say}
            onPassport={onPassport}
          />
        </div>
      )}
      <VisuallyHidden>
        <span id={hint}>{hintText({ ...props, onRange }, say)}</span>
        <span aria-live="polite">
          {range === null
            ? read === undefined
              ? ''
              : pointSentence(model, read.target, say)
            : rangeText(stretchOf(range, places), say)}
        </span>
      </VisuallyHidden>
    </div>
  );
}

function hintText(
  { onPoint, onPassport, onMenu, onRange }: { readonly [K in keyof PointLayerProps]: PointLayerProps[K] | undefined },
  say: Say,
): string {
  return [
    say('hint.keys'),
    onPoint === undefined ? (onPassport === undefined ? null : say('hint.passport')) : say('hint.open'),
    onMenu === undefined ? null : say('hint.menu'),
    onRange === undefined ? null : say('hint.range'),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function rangeText(stretch: readonly ChartCategory[], say: Say): string {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last
    ? say('oneChosen', { name: first.name })
    : say('rangeChosen', { from: first.name, to: last.name });
}
