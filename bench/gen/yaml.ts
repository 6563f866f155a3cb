/** Plain data as YAML in block style, for manifests: text is quoted where a parser could take it for something else. */

const PLAIN = /^[A-Za-z_/][A-Za-z0-9_./-]*$/;
const RESERVED = /^(true|false|yes|no|on|off|null|y|n|~)$/i;

export function yamlText(value: object, depth = 0): string {
  return Array.isArray(value) ? sequence(value, depth) : mapping(value, depth);
}

function sequence(items: readonly unknown[], depth: number): string {
  const pad = '  '.repeat(depth);
  return items
    .map((item) =>
      isBranch(item) ? `${pad}- ${yamlText(item, depth + 1).slice(pad.length + 2)}` : `${pad}- ${leaf(item)}\n`,
    )
    .join('');
}

function mapping(fields: object, depth: number): string {
  const pad = '  '.repeat(depth);
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      isBranch(value)
        ? `${pad}${leaf(key)}:\n${yamlText(value, Array.isArray(value) ? depth : depth + 1)}`
        : `${pad}${leaf(key)}: ${leaf(value)}\n`,
    )
    .join('');
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function leaf(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[]' : '{}';
  return String(value);
}
