/** A strict little reader of XML, enough to see that a document is well-formed and what is in it. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const TOKEN = /<\/([\w:-]+)>|<([\w:-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/;
const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
/** XML 1.0 §2.2 (Char) and §4.1: no control characters, no lone surrogates, no bare ampersand. */
const BAD_TEXT = /&(?!(?:amp|lt|gt|quot|#39);)|[\p{Cs}\ufffe\uffff]|(?![\n\t])\p{Cc}/u;

function decoded(text: string): string {
  const bad = BAD_TEXT.exec(text);
  if (bad) throw new Error(`not XML: ${JSON.stringify(bad[0])} in ${text.slice(0, 80)}`);
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decoded(value)] as const);
  const found = new Map(pairs);
  if (found.size !== pairs.length) throw new Error(`an attribute is there twice:${text}`);
  return found;
}

/** The root element; throws where the text is not one well-formed document. */
export function parseXml(text: string): XmlElement {
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (XmlElement | string)[] };
  const open = [root];
  TOKEN.lastIndex = DECLARATION.exec(text)?.[0].length ?? 0;
  for (let at = TOKEN.lastIndex; at < text.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`not XML at ${at}: ${text.slice(at, at + 60)}`);
    const [, closing, opening, attributes = '', empty, words] = match;
    const parent = open.at(-1) ?? root;
    if (words !== undefined) parent.children.push(decoded(words));
    if (closing !== undefined && open.pop()?.name !== closing) throw new Error(`</${closing}> closes nothing`);
    if (opening === undefined) continue;
    const made = { name: opening, attributes: attributesOf(attributes), children: [] };
    parent.children.push(made);
    if (empty === '') open.push(made);
  }
  const [only, ...more] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || only === undefined || more.length > 0) throw new Error('not one whole element');
  return only;
}

/** The element and all below it. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* everyElement(child);
}

/** The text directly within an element. */
export function textOf({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}
