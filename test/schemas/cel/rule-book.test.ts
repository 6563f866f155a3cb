/** Rules in CEL about one value. The answers are those of the language's definition and of Kubernetes' libraries. */

import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/ingest/document.ts';
import { RuleBook } from '../../../src/schemas/cel/rule-book.ts';
import { Effort, Spent } from '../../../src/schemas/effort.ts';

/** Whether a rule holds of a value; undefined where it could not be decided. */
function holds(rule: string, self: JsonValue): boolean | undefined {
  const book = new RuleBook();
  const broken = book.broken(self, [{ rule, message: 'no' }], new Effort(1_000_000));
  return book.undecided.size > 0 ? undefined : broken.length === 0;
}

const PORTS = [
  { name: 'a', port: 80 },
  { name: 'b', port: 81, tls: { mode: 'x' } },
];

describe('a rule', () => {
  it.each<[string, JsonValue, boolean | undefined]>([
    ['self.start < self.end', { start: 1, end: 2 }, true],
    ['self.start < self.end', { start: 2, end: 2 }, false],
    ['self.start < self.end', { start: 2 }, undefined],
    ['has(self.a) && !has(self.b)', { a: 1 }, true],
    ['has(self.a.b)', {}, undefined],
    ['!has(self.a) || self.a.b == 1', {}, true],
    ['self.a.b == 1 || !has(self.a)', {}, true],
    ['self.a.b == 1 && has(self.a)', {}, false],
    ['self.a == 1 ? true : false', { a: 1 }, true],
    ['self.all(p, p.port > 79)', PORTS, true],
    ['self.all(p1, self.exists_one(p2, p1.name == p2.name))', PORTS, true],
    ['self.exists(p, has(p.tls) && p.tls.mode == "x")', PORTS, true],
    ['self.exists(p, p.tls.mode == "x")', PORTS, true],
    ['self.all(p, p.tls.mode == "x")', PORTS, undefined],
    ['self.filter(p, p.port == 80).size() <= 1', PORTS, true],
    ['self.map(p, p.name) == ["a", "b"]', PORTS, true],
    ['self.all(key, key.size() != 0)', { a: 'x', '': 'y' }, false],
    ['self[1].port == 81 && self[0].name.startsWith("a")', PORTS, true],
    ['self[2].port == 81', PORTS, undefined],
    ['"a" in self && !("b" in self)', { a: 1 }, true],
    ['self in ["", "HTTP", "HTTPS"]', 'HTTP', true],
    ['self.__namespace__ == "x" && self.a__dash__b == 1', { namespace: 'x', 'a-b': 1 }, true],
    ['size(self) == 2 && self.contains("b") && self.endsWith("b")', 'ab', true],
    ['self.substring(1) == "bc" && self.substring(0, 1) == "a"', 'abc', true],
    ['self.split("/")[0].size() < 2', 'a/bcd', true],
    ['self.matches(r"""^[a-z]+$""")', 'abc', true],
    ["self.matches('^a\\\\.b$')", 'a.b', true],
    ["self.matches('(?=x)')", 'x', undefined],
    ['duration(self) >= duration("1ms")', '0.5ms', false],
    ['duration(self) == duration("90m")', '1h30m', true],
    ['duration(self) > duration("1s")', 'soon', undefined],
    ['isCIDR(self)', '10.0.0.0/8', true],
    ['isIP(self)', '10.0.0', false],
    ['int(self) > 1 && string(5) == "5"', '2', true],
    ['1 + 2 * 3 == 7 && 7 / 2 == 3 && -7 % 4 == -3 && (1 + 2) * 3 == 9', null, true],
    ['1 / 0 == 1', null, undefined],
    ['"a" + "b" == "ab" && [1] + [2] == [1, 2]', null, true],
    ['(has(self.a) ? self.a : {}).size() > 0', {}, false],
    ['{"a": 1} == self', { a: 1 }, true],
    ['self == null', null, true],
    ['self != "*"', '*', false],
    ['self < "b"', 'a', true],
    ['self.a', { a: 'text' }, undefined],
    ['url(self).getScheme() == "https"', 'https://a', undefined],
    ['unknown(self)', 1, undefined],
    ['self +', 1, undefined],
    ['self == "\\u0041\\x42\\n"', 'AB\n', true],
    ['self.a > 1 // a comment', { a: 2 }, true],
    ['self.__proto__ == 1', {}, undefined],
    ['has(self.constructor)', {}, false],
  ])('%s of %j: %s', (rule, self, answer) => {
    expect(holds(rule, self)).toBe(answer);
  });

  it('about what an object was holds of a new one', () => {
    expect(holds('self == oldSelf', 1)).toBe(true);
  });

  it('says its message, or itself where it has none', () => {
    const book = new RuleBook();
    const said = book.broken(
      1,
      [
        { rule: 'self > 1', message: 'too small' },
        { rule: 'self > 2', message: '' },
      ],
      new Effort(100),
    );
    expect(said).toEqual(['too small', 'this must hold: self > 2']);
  });

  it('over a list over a list ends when its effort is spent', () => {
    const list = Array.from({ length: 2000 }, (_, i) => i);
    expect(() => holds('self.all(a, self.all(b, self.all(c, a + b + c >= 0)))', list)).toThrow(Spent);
  });

  it.each(['('.repeat(10_000), `${'!'.repeat(10_000)}self`, `self${'.a'.repeat(30_000)}`, `self${'[0]'.repeat(5000)}`])(
    'that is deep or long is not read, or ends: %#',
    (rule) => {
      expect(holds(rule, true)).toBeUndefined();
    },
  );
});
