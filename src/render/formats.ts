/** Every format there is, the one first that answers a client without wishes. A new format is a file and a line. */

import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { text } from './text.ts';

export const FORMATS: readonly Format[] = [json, text, csv, markdown, ndjson];
