import { describe, expect, it } from 'vitest';
import { ObjectScope } from '../../src/kubernetes/field.ts';
import { briefly, documentOf } from '../support/bundle.ts';

function scopeOf(text: string): ObjectScope {
  return new ObjectScope(documentOf(`apiVersion: v1\nkind: Pod\n${text}`));
}

describe('a field that is absent or null', () => {
  it('reads as nothing at every depth, and is no fault', () => {
    const scope = scopeOf('a: null\n');
    for (const field of [scope.root.at('a'), scope.root.at('b'), scope.root.at('b').at('c').at('d')]) {
      expect(field.absent).toBe(true);
      expect(field.string()).toBeUndefined();
      expect(field.integer()).toBeUndefined();
      expect(field.boolean()).toBeUndefined();
      expect(field.object()).toBeUndefined();
      expect(field.items()).toEqual([]);
      expect(field.strings()).toEqual(new Map());
    }
    expect(scope.findings).toEqual([]);
    expect(scope.refused).toBe(false);
  });

  it('is not what objects inherit: toString and __proto__ are absent where the file has none', () => {
    const scope = scopeOf('a: {}\n');
    for (const key of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      expect(scope.root.at('a').at(key).absent).toBe(true);
    }
  });

  it('is there where the file has a key of such a name', () => {
    const scope = scopeOf('a: { __proto__: { x: "1" }, constructor: "2" }\n');
    expect(scope.root.at('a').at('__proto__').at('x').string()).toBe('1');
    expect(scope.root.at('a').at('constructor').string()).toBe('2');
    expect(scope.root.at('a').at('x').absent).toBe(true);
  });
});

describe('a field of another type', () => {
  it.each([
    ['string', 'a: 5', 'SCH003 /a !', 'a must be a string, not a number'],
    ['string', 'a: {}', 'SCH003 /a !', 'a must be a string, not an object'],
    ['integer', 'a: "5"', 'SCH003 /a !', 'a must be a whole number, not a string'],
    ['integer', 'a: 1.5', 'SCH003 /a !', 'a must be a whole number, not a number'],
    ['integer', 'a: true', 'SCH003 /a !', 'a must be a whole number, not a boolean'],
    ['boolean', 'a: "true"', 'SCH003 /a !', 'a must be true or false, not a string'],
    ['items', 'a: {}', 'SCH003 /a !', 'a must be a list, not an object'],
    ['object', 'a: []', 'SCH003 /a !', 'a must be an object, not a list'],
    ['strings', 'a: x', 'SCH003 /a !', 'a must be an object, not a string'],
  ] as const)('%s() of `%s` reads as nothing and refuses the object', (read, text, finding, message) => {
    const scope = scopeOf(`${text}\n`);
    const value = scope.root.at('a')[read]();
    expect(
      value === undefined || (Array.isArray(value) ? value.length : (value as Map<string, string>).size) === 0,
    ).toBe(true);
    expect(scope.findings.map(briefly)).toEqual([finding]);
    expect(scope.findings[0]?.message).toBe(message);
    expect(scope.refused).toBe(true);
  });

  it('is named by its path, and pointed at by a JSON pointer', () => {
    const scope = scopeOf('a:\n  - b/c: 5\n');
    const field = scope.root.at('a').items()[0]?.at('b/c');
    expect(field?.string()).toBeUndefined();
    expect(scope.findings.map(briefly)).toEqual(['SCH003 /a/0/b~1c !']);
    expect(scope.findings[0]?.message).toBe('a.0.b/c must be a string, not a number');
  });
});

describe('what is read at a key', () => {
  const VALUES = ['x', '""', '5', '1.5', 'true', 'null', '[]', '[1, a]', '{}', '{ b: c }'];
  const documents = ['a: %', 'b: %', '"a/b": %', '__proto__: %'].flatMap((shape) =>
    VALUES.map((value) => shape.replace('%', value)),
  );

  it.each(documents)('of { o: { %s } } is what is read from the field there, and what is said is the same', (text) => {
    for (const key of ['a', 'a/b', '__proto__', 'toString']) {
      const [short, long] = [scopeOf(`o: { ${text} }\n`), scopeOf(`o: { ${text} }\n`)];
      const [at, field] = [short.root.at('o'), long.root.at('o').at(key)];
      expect(at.stringAt(key)).toBe(field.string());
      expect(at.integerAt(key)).toBe(field.integer());
      expect(at.itemsAt(key).map((item) => item.pointer)).toEqual(field.items().map((item) => item.pointer));
      const said = ({ findings }: ObjectScope) => findings.map((f) => `${briefly(f)} ${f.message}`);
      expect(said(short)).toEqual(said(long));
    }
  });

  it('of what is no object is nothing, and the object is refused', () => {
    const scope = scopeOf('o: x\n');
    expect(scope.root.at('o').stringAt('a')).toBeUndefined();
    expect(scope.findings.map(briefly)).toEqual(['SCH003 /o !']);
  });
});

describe('a map of strings', () => {
  it('is read in file order, null being the empty string', () => {
    const scope = scopeOf('a: { z: "1", b: null, "y": "on" }\n');
    expect([...scope.root.at('a').strings()]).toEqual([
      ['z', '1'],
      ['b', ''],
      ['y', 'on'],
    ]);
    expect(scope.findings).toEqual([]);
  });

  it.each([
    ['on', 'YML003'],
    ['yes', 'YML003'],
    ['n', 'YML003'],
    ['true', 'YML003'],
    ['1.10', 'YML005'],
    ['017', 'YML005'],
    ['1e3', 'YML005'],
    ['[x]', 'SCH003'],
    ['{x: y}', 'SCH003'],
  ])('with %s in it is refused by %s, at that value', (value, rule) => {
    const scope = scopeOf(`a: { good: "1", bad: ${value} }\n`);
    expect([...scope.root.at('a').strings()]).toEqual([['good', '1']]);
    expect(scope.findings.map(briefly)).toEqual([`${rule} /a/bad !`]);
  });

  it.each(['2024-01-01', '1:30', '"on"', "'1.10'", '1.2.3', 'null-ish'])('may hold %s', (value) => {
    const scope = scopeOf(`a: { k: ${value} }\n`);
    scope.root.at('a').strings();
    expect(scope.findings).toEqual([]);
  });
});

describe('a field the API does not know', () => {
  it('refuses the object, and names the field that was meant', () => {
    const scope = scopeOf('a: { podselector: {} }\n');
    scope.root.at('a').knows('podSelector', 'ingress');
    expect(scope.findings.map(briefly)).toEqual(['SCH002 /a/podselector !']);
    expect(scope.findings[0]?.message).toBe('unknown field podselector; did you mean podSelector?');
  });

  it('names all that would be known where none was meant', () => {
    const scope = scopeOf('a: { other: {} }\n');
    scope.root.at('a').knows('podSelector', 'ingress');
    expect(scope.findings[0]?.message).toBe('unknown field other; it may have podSelector, ingress');
  });
});

describe('a finding', () => {
  it('says which object it is about, once that is known', () => {
    const scope = scopeOf('a: 1\n');
    scope.resource = { kind: 'Pod', name: 'web' };
    scope.root.at('a').string();
    expect(scope.findings[0]?.resource).toEqual({ kind: 'Pod', name: 'web' });
  });

  it('that only warns does not refuse the object', () => {
    const scope = scopeOf('a: 1\n');
    scope.report({ rule: 'X', severity: 'warning', message: 'careful', pointer: '/a' });
    expect(scope.refused).toBe(false);
    expect(scope.findings.map(briefly)).toEqual(['X /a']);
  });
});
