/**
 * A box of the picture: the name of an end, what it is, and a pin for every set of ports that lines lead to. Labels
 * stand in the box they are about, so that they never meet each other or a line.
 */

import { kindOf, type LinkKind } from '../kinds.ts';
import type { Link, Spot } from '../sketch.ts';
import { fitText, textWidth } from '../text-width.ts';

const NAME_SIZE = 13;
const TEXT_SIZE = 11;
const WIDEST = { name: 230, pin: 190 };
const PIN_HEIGHT = 18;
const SIGNS: Readonly<Partial<Record<LinkKind, string>>> = { added: '+ ', removed: '− ', changed: '~ ' };

/** Where lines with the same ports end. */
export interface Pin {
  readonly text: string;
  readonly style: 'allowed' | 'unknown' | 'added' | 'removed' | 'changed';
}

export interface Box {
  readonly spot: Spot;
  readonly name: string;
  readonly detail: string;
  readonly width: number;
  readonly height: number;
  /** Pins of lines that come from the left, and of those that run backwards. */
  readonly pins: { readonly left: readonly Pin[]; readonly right: readonly Pin[] };
}

/** A line's end, seen from the destination: solid for what is allowed, dashed for what is unknown. */
export function pinsOf(link: Link): Pin[] {
  const { label, unknown, change } = link;
  const allowed: Pin = { text: (SIGNS[kindOf(link)] ?? '') + (label || 'nothing'), style: change ?? 'allowed' };
  const doubt: Pin[] = unknown === undefined ? [] : [{ text: `? ${unknown}`, style: 'unknown' }];
  return label === '' && change === undefined ? doubt : [allowed, ...doubt];
}

export const samePin = (a: Pin, b: Pin): boolean => a.text === b.text && a.style === b.style;

/** Where lines begin, from the top of the box. */
export const EXIT = 20;

export function pinAt({ detail }: Pick<Box, 'detail'>, index: number): number {
  return (detail === '' ? 36 : 50) + index * PIN_HEIGHT;
}

export function fitPin(text: string): string {
  return fitText(text, TEXT_SIZE, WIDEST.pin);
}

export function boxOf(spot: Spot, pins: Box['pins']): Box {
  const name = fitText(spot.label, NAME_SIZE, WIDEST.name);
  const detail = fitText(spot.detail ?? '', TEXT_SIZE, WIDEST.name);
  const rows = Math.max(pins.left.length, pins.right.length);
  const pinWidth = ({ text }: Pin): number => textWidth(fitPin(text), TEXT_SIZE);
  const side = (own: readonly Pin[]): number => Math.max(0, ...own.map(pinWidth));
  const between = pins.left.length > 0 && pins.right.length > 0 ? 20 : 0;
  const inner = Math.max(
    // A bold name is wider than its letters say.
    textWidth(name, NAME_SIZE) * 1.04,
    textWidth(detail, TEXT_SIZE),
    side(pins.left) + side(pins.right) + between,
  );
  return { spot, name, detail, width: Math.ceil(inner) + 28, height: pinAt({ detail }, rows) - 6, pins };
}
