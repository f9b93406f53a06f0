import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { pointSentence, type Say } from '#shared/charts/point-facts.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { ChartProps } from '../chart-props.ts';
import type { Drawn } from '../scene/place.ts';
import { nextPlace, placeAt } from './find-place.model.ts';
import { PointTip } from './point-tip.tsx';
import { readingOf } from './reading.ts';
import { ordered, rangeBox, useRange } from './use-range.ts';

interface PointLayerProps extends Pick<ChartProps, 'onPoint' | 'onPassport' | 'onMenu' | 'onRange'> {
  readonly model: ChartModel;
  readonly drawn: Drawn;
  readonly size: { readonly width: number; readonly height: number };
  readonly description: string;
  readonly say: Say;
}

/** A drag shorter than this is a click, CSS pixels. */
const CLICK = 6;

/**
 * What can be done with the marks, laid over the picture: one stop for the Tab key, arrow keys between the marks, each read out as it is
 * reached. The picture stays one element however many marks there are.
 */
export function PointLayer(props: PointLayerProps) {
  const { model, drawn, size, description, say, onPoint, onPassport, onMenu, onRange } = props;
  const { places } = drawn;
  const reading = readingOf(model.kind);
  const [focused, setFocused] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const { range, latest, extend, clear } = useRange();
  const drag = useRef<{ readonly x: number; readonly y: number; readonly along: number } | null>(null);
  const menuByKey = useRef(false);
  const layer = useRef<HTMLDivElement>(null);
  const hint = useId();
  const open = onPoint ?? onPassport;
  const shown = hovered ?? focused;
  const current = shown === null ? undefined : places[shown];
  const read = focused === null ? undefined : places[focused];

  const find = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): number | null => {
    const box = layer.current?.getBoundingClientRect();
    return box === undefined ? null : placeAt(places, clientX - box.left, clientY - box.top, reading);
  };
  const finishRange = (): void => {
    const chosen = latest();
    if (chosen === null || onRange === undefined) return;
    const [first, last] = ordered(chosen);
    const [from, to] = [model.categories[first], model.categories[last]];
    clear();
    if (from !== undefined && to !== undefined) onRange(from, to);
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
      setDismissed(true);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (range !== null) finishRange();
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
  const onPointerMove = (event: PointerEvent): void => {
    if (event.target !== layer.current) return;
    const found = find(event);
    setDismissed(false);
    setHovered(found);
    const start = drag.current;
    if (start === null || onRange === undefined || found === null) return;
    const along = places[found]?.along ?? start.along;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK && along !== start.along)
      extend(start.along, along);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const start = drag.current;
    drag.current = null;
    if (latest() !== null) return finishRange();
    if (start === null || event.button !== 0 || event.target !== layer.current) return;
    const found = find(event);
    const place = places[found ?? -1];
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
          const found = find(event);
          if (event.button !== 0 || found === null) return;
          // A drag is the plot's, whatever the pointer comes over.
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY, along: places[found]?.along ?? 0 };
        }}
        onPointerUp={onPointerUp}
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
        {range !== null && <span className="chart-range" style={rangeBox(range, places, size, reading === 'down')} />}
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
        <span id={hint}>{hintText(props, say)}</span>
        <span aria-live="polite">
          {range === null
            ? read === undefined
              ? ''
              : pointSentence(model, read.target, say)
            : rangeText(props, range, say)}
        </span>
      </VisuallyHidden>
    </div>
  );
}

function hintText({ onPoint, onPassport, onMenu, onRange }: PointLayerProps, say: Say): string {
  return [
    say('hint.keys'),
    onPoint === undefined ? (onPassport === undefined ? null : say('hint.passport')) : say('hint.open'),
    onMenu === undefined ? null : say('hint.menu'),
    onRange === undefined ? null : say('hint.range'),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function rangeText(
  { model }: PointLayerProps,
  range: { readonly from: number; readonly to: number },
  say: Say,
): string {
  const [first, last] = ordered(range);
  return say('rangeChosen', { from: model.categories[first]?.name ?? '', to: model.categories[last]?.name ?? '' });
}
