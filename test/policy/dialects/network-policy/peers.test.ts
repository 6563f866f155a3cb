import { describe, expect, it } from 'vitest';
import { briefly } from '../../../support/bundle.ts';
import { policyWith, rulesOf } from '../../../support/compiled.ts';

const HERE = 'in(["kubernetes.io/metadata.name","shop"])';

function peersOf(from: string, options = {}): string {
  const [text = 'refused'] = rulesOf(policyWith(`{ ingress: [{ from: ${from} }] }`, options));
  return text.replace(/^ingress from (.*) on all$/, '$1');
}

const faultsOf = (from: string) => policyWith(`{ ingress: [{ from: ${from} }] }`).findings.map(briefly);

describe('a peer', () => {
  it.each([
    ['of a pod selector alone is in the namespace of the policy', '[{ podSelector: {} }]', `pods ${HERE} and()`],
    [
      'of a namespace selector alone is every pod of those namespaces',
      '[{ namespaceSelector: { matchLabels: { team: a } } }]',
      'pods in(["team","a"]) and()',
    ],
    ['of every namespace is every pod, and no outside address', '[{ namespaceSelector: {} }]', 'pods and() and()'],
    [
      'of both selectors must match both',
      '[{ namespaceSelector: { matchLabels: { team: a } }, podSelector: { matchLabels: { app: b } } }]',
      'pods in(["team","a"]) in(["app","b"])',
    ],
    [
      'beside another is united with it',
      '[{ namespaceSelector: { matchLabels: { team: a } } }, { podSelector: { matchLabels: { app: b } } }]',
      `pods in(["team","a"]) and() or pods ${HERE} in(["app","b"])`,
    ],
    [
      'whose other selector is null has one selector',
      '[{ podSelector: {}, namespaceSelector: null }]',
      `pods ${HERE} and()`,
    ],
  ])('%s', (_says, from, text) => {
    expect(peersOf(from)).toBe(text);
  });

  it.each([
    ['[{}]', ['SCH004 /spec/ingress/0/from/0 !']],
    ['[null]', ['SCH004 /spec/ingress/0/from/0 !']],
    ['[{ podSelector: null }]', ['SCH004 /spec/ingress/0/from/0 !']],
    ['[{ podSelector: {} }, {}]', ['SCH004 /spec/ingress/0/from/1 !']],
    ['[{ ipBlock: { cidr: 10.0.0.0/8 }, podSelector: {} }]', ['SCH003 /spec/ingress/0/from/0 !']],
    ['[{ ipBlock: { cidr: 10.0.0.0/8 }, namespaceSelector: {} }]', ['SCH003 /spec/ingress/0/from/0 !']],
    ['[{ podSelectors: {}, podSelector: {} }]', ['SCH002 /spec/ingress/0/from/0/podSelectors !']],
    ['[{ podSelector: { matchLabels: { a: yes } } }]', ['YML003 /spec/ingress/0/from/0/podSelector/matchLabels/a !']],
    ['[{ podSelector: x }]', ['SCH003 /spec/ingress/0/from/0/podSelector !']],
    ['{}', ['SCH003 /spec/ingress/0/from !']],
  ])('written %s is refused', (from, faults) => {
    expect([...new Set(faultsOf(from))]).toEqual(faults);
  });
});

describe('an ipBlock', () => {
  const block = (text: string) => peersOf(`[{ ipBlock: ${text} }]`, { ipBlockPods: 'ignore' });

  it.each([
    ['{ cidr: 10.0.0.0/8 }', '10.0.0.0/8'],
    ['{ cidr: 10.0.0.0/8, except: [] }', '10.0.0.0/8'],
    ['{ cidr: 0.0.0.0/0 }', '0.0.0.0/0'],
    ['{ cidr: 0.0.0.0/31 }', '0.0.0.0/31'],
    ['{ cidr: 10.1.2.3/32 }', '10.1.2.3/32'],
    ['{ cidr: "::/0" }', '::/0'],
    ['{ cidr: "2001:DB8::/32" }', '2001:db8::/32'],
    ['{ cidr: "::1.2.3.4/128" }', '::102:304/128'],
    ['{ cidr: 10.0.0.0/8, except: [10.1.0.0/16] }', '10.0.0.0/16+10.2.0.0-10.255.255.255'],
    ['{ cidr: 10.0.0.0/8, except: [10.0.0.0/9, 10.64.0.0/10] }', '10.128.0.0/9'],
    ['{ cidr: 10.0.0.0/8, except: [10.0.0.0/9, 10.128.0.0/9] }', 'nobody'],
    ['{ cidr: "fd00::/8", except: ["fd80::/9"] }', 'fd00::/9'],
  ])('%s means %s', (text, ranges) => {
    expect(block(text)).toBe(ranges);
  });

  it('also means pods with such an address, unless the request says otherwise', () => {
    expect(peersOf('[{ ipBlock: { cidr: 10.0.0.0/8 } }]')).toBe('10.0.0.0/8 with pods');
    expect(block('{ cidr: 10.0.0.0/8 }')).toBe('10.0.0.0/8');
  });

  it.each([
    ['{}', '/cidr'],
    ['{ cidr: null }', '/cidr'],
    ['{ cidr: "" }', '/cidr'],
    ['{ cidr: 10.0.0.0 }', '/cidr'],
    ['{ cidr: 10.0.0.0/33 }', '/cidr'],
    ['{ cidr: 300.0.0.0/8 }', '/cidr'],
    ['{ cidr: 10.0.0.0/8, except: [10.0.0.0/8] }', '/except/0'],
    ['{ cidr: 10.0.0.0/8, except: [11.0.0.0/16] }', '/except/0'],
    ['{ cidr: 10.0.0.0/8, except: [0.0.0.0/0] }', '/except/0'],
    ['{ cidr: 10.0.0.0/8, except: [10.1.0.0/16, "fd00::/9"] }', '/except/1'],
    ['{ cidr: 10.0.0.0/8, except: [10.1.0.0] }', '/except/0'],
    ['{ cidr: 10.0.0.0/8, except: [null] }', '/except/0'],
    ['{ cidr: 0.0.0.0/0, except: ["::/1"] }', '/except/0'],
  ])('%s is refused at %s', (text, pointer) => {
    expect(faultsOf(`[{ ipBlock: ${text} }]`)).toEqual([`NET011 /spec/ingress/0/from/0/ipBlock${pointer} !`]);
  });

  it.each([
    ['{ cidr: 5 }', ['SCH003', 'NET011'], '/cidr'],
    ['{ cidr: 10.0.0.0/8, except: 10.1.0.0/16 }', ['SCH003'], '/except'],
    ['{ cidr: 10.0.0.0/8, exclude: [10.1.0.0/16] }', ['SCH002'], '/exclude'],
    ['[]', ['SCH003'], ''],
  ])('%s is refused by %j', (text, rules, pointer) => {
    const faults = new Set(faultsOf(`[{ ipBlock: ${text} }]`));
    for (const rule of rules) expect(faults).toContain(`${rule} /spec/ingress/0/from/0/ipBlock${pointer} !`);
  });

  it.each([
    ['{ cidr: 192.168.242.213/24 }', '/cidr', '192.168.242.0/24'],
    ['{ cidr: "::ffff:10.0.0.0/104" }', '/cidr', '10.0.0.0/8'],
    ['{ cidr: 10.0.0.0/8, except: [10.0.0.1/9] }', '/except/0', '10.128.0.0/9'],
  ])('%s is in force, with a warning at %s', (text, pointer, ranges) => {
    expect(block(text)).toBe(ranges);
    expect(faultsOf(`[{ ipBlock: ${text} }]`)).toEqual([`NET011 /spec/ingress/0/from/0/ipBlock${pointer}`]);
  });
});
