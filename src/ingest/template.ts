/**
 * Unrendered templates: Helm (`{{ .Values.x }}`) and Jinja (`{% if %}`), which kubectl refuses with several confusing
 * messages. Asked only about documents that cannot be read, so a ConfigMap with `{{` in a text is never accused.
 */

import { outline } from './outline.ts';

/** The offset of the first template action that stands where YAML reads a value or a key; -1 without one. */
export function findTemplate(text: string, faultOffset: number): number {
  for (const line of outline(text)) {
    if (line.action >= 0) return line.action;
  }
  return actionOnLine(text, faultOffset);
}

/** A quote that is never closed hides what follows from the outline; the line of the fault itself is asked directly. */
function actionOnLine(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(start, newline < 0 ? text.length : newline);
  const column = line.indexOf('{{');
  return column < 0 ? -1 : start + column;
}
