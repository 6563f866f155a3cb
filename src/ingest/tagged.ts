/**
 * Scalars with an explicit tag, as kubectl reads them: the core tags of YAML 1.1 are checked, `!!binary` becomes its
 * decoded text, and a tag of somebody's own is ignored (the value is a string).
 */

import { plainScalar, type Scalar } from './scalar.ts';

const CORE = 'tag:yaml.org,2002:';

/** The core tag's short name (`int` for `!!int` or its verbatim form), or '' for any other tag. */
export function coreTag(raw: string): string {
  if (raw.startsWith('!!')) return raw.slice(2);
  if (raw.startsWith(`!<${CORE}`)) return raw.slice(2 + CORE.length, -1);
  return '';
}

/** The value of a scalar under a core tag's name; undefined where the text does not fit the tag. */
export function taggedScalar(name: string, text: string): Scalar | undefined {
  if (name === 'binary') return decodeBase64(text);
  const value = plainScalar(text);
  switch (name) {
    case 'null':
      return value === null ? value : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return Number.isInteger(value) ? value : undefined;
    case 'float':
      return typeof value === 'number' ? value : undefined;
    default:
      return text;
  }
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
