/** A box as markup: a bar at its left where policies limit what comes in, at its right for what goes out. */

import { element, type Point, textAt, tooltip } from '../element.ts';
import { type Box, EXIT, fitPin, type Pin, pinAt } from './box.ts';

export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const BAR = 4;
const TEXT = 14;
/** An arrow's tip touches the box. */
const ARROW = { length: 8, half: 4 } as const;

export const PIN_COLOURS: Readonly<Record<Pin['style'], string>> = {
  allowed: 'soft',
  unknown: 'unknown',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
};

/** A triangle with its tip at a place, pointing right, or left. */
export function arrow([x, y]: Point, style: Pin['style'], leftwards = false): string {
  const back = leftwards ? ARROW.length : -ARROW.length;
  const d = `M${x} ${y}l${back} ${-ARROW.half}v${2 * ARROW.half}z`;
  return element('path', { d, class: `fill-${PIN_COLOURS[style]}` });
}

function pins(box: Box, { x, y, width }: BoxPlace): string[] {
  const draw = (pin: Pin, index: number, right: boolean): string => {
    const at = Math.round((y + pinAt(box, index)) * 10) / 10;
    const look = { class: `fill-${PIN_COLOURS[pin.style]}`, ...(right ? { 'text-anchor': 'end' } : {}) };
    const words = textAt([right ? x + width - TEXT : x + TEXT, at + 4], fitPin(pin.text), look);
    const text = fitPin(pin.text) === pin.text ? words : element('g', {}, [tooltip(pin.text), words]);
    return arrow([right ? x + width : x, at], pin.style, right) + text;
  };
  return [
    ...box.pins.left.map((pin, index) => draw(pin, index, false)),
    ...box.pins.right.map((pin, index) => draw(pin, index, true)),
  ];
}

function bars({ spot, height }: Box, { x, y, width }: BoxPlace): string[] {
  const bar = (left: number): string =>
    element('rect', { x: left, y: y + 5, width: BAR, height: height - 10, rx: 2, class: 'fill-accent' });
  const { ingress = false, egress = false } = spot.isolated ?? {};
  return [...(ingress ? [bar(x + 3)] : []), ...(egress ? [bar(x + width - BAR - 3)] : [])];
}

export function drawBox(box: Box, place: BoxPlace): string {
  const { x, y, width } = place;
  const { spot, name, detail, height } = box;
  const outside = spot.place !== 'inside';
  const look = { rx: outside ? 14 : 6, class: outside ? 'fill-box stroke-soft dashed' : 'fill-box stroke-line' };
  return element('g', {}, [
    element('g', {}, [
      tooltip(spot.name),
      element('rect', { x, y, width, height, ...look }),
      textAt([x + TEXT, y + EXIT + 1], name, { class: 'name fill-ink' }),
      ...(detail === '' ? [] : [textAt([x + TEXT, y + EXIT + 16], detail, { class: 'fill-soft' })]),
      ...bars(box, place),
    ]),
    ...pins(box, place),
  ]);
}
