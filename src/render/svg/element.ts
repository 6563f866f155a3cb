/**
 * Writing SVG elements: the one place where text meets markup. Attribute values and text are escaped here; what is
 * handed in as content has been through here before.
 */

import { forXml } from '../../util/escape.ts';

export type Point = readonly [x: number, y: number];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Tenths of a unit are as fine as an eye can see. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : forXml(value ?? '')}"`)
    .join('');
}

/** `content` is markup. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const head = `<${name}${attributesText(attributes)}`;
  return content.length === 0 ? `${head}/>` : `${head}>${content.join('')}</${name}>`;
}

/** Real text at a place; `content` is any text. */
export function textAt([x, y]: Point, content: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, [forXml(content)]);
}

/** What a reader hears, and sees while pointing. */
export function tooltip(content: string): string {
  return element('title', {}, [forXml(content)]);
}
