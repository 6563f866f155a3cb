/**
 * The API's own syntax rules for names and labels
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/names and …/labels). Every object has many of
 * them, and a loop over the characters takes a fraction of the time of a regular expression.
 */

const DASH = 45;
const DOT = 46;
const UNDERSCORE = 95;

/** RFC 1123 subdomain, at most 253 characters: names of most objects. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && isDotted(text, text.length);
}

/** RFC 1123 label, at most 63 characters: names of namespaces. */
export function isLabelName(text: string): boolean {
  return text.length <= 63 && isDnsLabel(text, 0, text.length);
}

/** A label key: an optional DNS prefix and `/`, then up to 63 characters. */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash >= 0 && (slash > 253 || !isDotted(text, slash))) return false;
  return text.length - slash <= 64 && isQualified(text, slash + 1);
}

/** A label value: empty, or up to 63 characters. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && isQualified(text, 0));
}

/** An IANA service name (RFC 6335 §5.1), in lower case: names of container ports. */
export function isPortName(text: string): boolean {
  return text.length <= 15 && isDnsLabel(text, 0, text.length) && !text.includes('--') && /[a-z]/.test(text);
}

/** Whether the text up to `end` is labels of RFC 1123 with dots between them. */
function isDotted(text: string, end: number): boolean {
  let start = 0;
  for (let dot = text.indexOf('.'); dot >= 0 && dot < end; dot = text.indexOf('.', start)) {
    if (!isDnsLabel(text, start, dot)) return false;
    start = dot + 1;
  }
  return isDnsLabel(text, start, end);
}

/** Whether a part of a text is lower case letters and digits, with dashes between them. */
function isDnsLabel(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isLowerOrDigit(code) && (code !== DASH || at === start || at === end - 1)) return false;
  }
  return start < end;
}

/** Whether the end of a text is letters and digits, with dashes, dots and underscores between them. */
function isQualified(text: string, start: number): boolean {
  const last = text.length - 1;
  for (let at = start; at <= last; at++) {
    const code = text.charCodeAt(at);
    if (isLowerOrDigit(code) || (code >= 65 && code <= 90)) continue;
    if ((code !== DASH && code !== DOT && code !== UNDERSCORE) || at === start || at === last) return false;
  }
  return start <= last;
}

function isLowerOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
