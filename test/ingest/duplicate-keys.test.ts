import { describe, expect, it } from 'vitest';
import { faults, POD, read, values } from './reading.ts';

describe('a key that stands twice in a mapping', () => {
  it('is a finding at the second, and the last one counts, as for kubectl', () => {
    const parsed = read(`${POD}spec:\n  a: 1\n  b: 2\n  a: 3\n`);
    expect(values(parsed)).toEqual([{ apiVersion: 'v1', kind: 'Pod', spec: { a: 3, b: 2 } }]);
    expect(faults(parsed)).toEqual(['YML002 6:3']);
    expect(parsed.findings[0]?.message).toMatch(/"a".*line 4/);
    expect(parsed.findings[0]).not.toHaveProperty('refused');
    expect(parsed.findings[0]).not.toHaveProperty('unreadable');
  });

  it('is advised on as a missing separator where a second object begins', () => {
    const [kind] = read(`${POD}spec: {}\napiVersion: v1\nkind: Service\n`).findings;
    expect(kind?.message).toMatch(/Two objects need a line of ---/);
  });

  it('is the same key when only its spelling differs', () => {
    expect(faults(read(`${POD}x: {1: a, "1": b, y: c, true: d}\n`))).toEqual(['YML002 3:11', 'YML002 3:25']);
  });

  it('may be the key of another mapping', () => {
    expect(faults(read(`${POD}x: {a: {a: 1}, b: [{a: 1}, {a: 1}]}\n`))).toEqual([]);
  });

  it('may have come through a merge', () => {
    expect(faults(read(`${POD}m: &m {a: 1}\nx: {<<: *m, a: 2}\n`))).toEqual([]);
    expect(faults(read(`${POD}m: &m {a: 1}\nx: {<<: *m, a: 2, a: 3}\n`))).toEqual(['YML002 4:19']);
  });

  it('is told twenty times for one document, then counted', () => {
    const parsed = read(`${POD}x:\n${'  a: 1\n'.repeat(50_000)}`);
    expect(parsed.findings).toHaveLength(21);
    expect(parsed.findings.at(-1)?.message).toMatch(/^49979 more/);
  });

  it('is found in JSON, in the item of a list, and beside the list', () => {
    const item = '{"apiVersion":"v1","kind":"Pod"}';
    expect(faults(read(`{"apiVersion":"v1",\n "kind":"A","kind":"B"}`))).toEqual(['YML002 2:13']);
    expect(faults(read(`{"kind":"List","items":[${item},\n {"apiVersion":"v1","kind":"A",\n  "kind":"B"}]}`))).toEqual([
      'YML002 3:3',
    ]);
    expect(faults(read(`{"kind":"List","items":[],\n"items":[${item}]}`))).toEqual(['YML002 2:1']);
  });

  it('is no duplicate in JSON when colons stand in strings', () => {
    expect(faults(read('{"apiVersion":"v1","kind":"A","a\\":\\"":"\\\\",":":"{:}"}'))).toEqual([]);
  });
});
