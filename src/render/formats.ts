/** Every format there is, the one first that answers a client without wishes. A new format is a file and a line. */

import type { OptionalView } from './answer.ts';
import { csv } from './csv.ts';
import { dot } from './dot.ts';
import { checkstyle } from './findings/checkstyle.ts';
import { github } from './findings/github.ts';
import { gitlab } from './findings/gitlab.ts';
import { junit } from './findings/junit.ts';
import { patch } from './findings/patch.ts';
import { sarif } from './findings/sarif.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { svg } from './svg.ts';
import { text } from './text.ts';
import { yaml } from './yaml.ts';

export const FORMATS: readonly Format[] = [
  json,
  text,
  csv,
  markdown,
  ndjson,
  dot,
  svg,
  sarif,
  junit,
  github,
  gitlab,
  checkstyle,
  patch,
  yaml,
];

/** The forms of answers that have these optional views. */
export function formsWith(views: readonly OptionalView[] = []): readonly Format[] {
  return FORMATS.filter(({ needs }) => needs === undefined || views.includes(needs));
}
