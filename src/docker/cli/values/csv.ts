/**
 * One record of comma-separated fields, as Go's encoding/csv reads it for flags such as
 * `--network name=front,alias=web` (https://pkg.go.dev/encoding/csv): a field may stand in double quotes, in which a
 * doubled quote is one.
 */

/** The fields; undefined where a quote is out of place. */
export function csvFields(text: string): string[] | undefined {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  const fields: string[] = [];
  let at = 0;
  do {
    const isQuoted = line.charAt(at) === '"';
    const end = isQuoted ? quotedEnd(line, at + 1) : endOf(line, at);
    if (end === undefined) return undefined;
    const field = line.slice(at, end);
    if (!isQuoted && field.includes('"')) return undefined;
    fields.push(isQuoted ? field.slice(1, -1).replaceAll('""', '"') : field);
    at = end + 1;
  } while (at <= line.length);
  return fields;
}

function endOf(line: string, start: number): number {
  const comma = line.indexOf(',', start);
  return comma < 0 ? line.length : comma;
}

/** Behind the closing quote, where a comma or the end must stand. */
function quotedEnd(line: string, start: number): number | undefined {
  for (let at = line.indexOf('"', start); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line.charAt(at + 1) === '"') continue;
    return at + 1 === line.length || line.charAt(at + 1) === ',' ? at + 1 : undefined;
  }
  return undefined;
}
