import { describe, expect, it } from 'vitest';
import { briefly } from '../../../support/bundle.ts';
import { policyWith, rulesOf } from '../../../support/compiled.ts';

const compile = (ports: string) => policyWith(`{ ingress: [{ ports: ${ports} }] }`);

function portsOf(ports: string): string {
  const [text = 'refused'] = rulesOf(compile(ports));
  return text.replace(/^ingress from any on /, '');
}

describe('the ports of a rule', () => {
  it.each([
    ['that are absent, null or empty are all, of every protocol', 'null', 'all'],
    ['in an empty list are all, of every protocol', '[]', 'all'],
    ['in an empty item are those of TCP', '[{}]', 'TCP 1-65535'],
    ['in a null item are those of TCP', '[null]', 'TCP 1-65535'],
    ['without a number are all of their protocol', '[{ protocol: UDP }]', 'UDP 1-65535'],
    ['without a protocol are of TCP', '[{ port: 53 }]', 'TCP 53'],
    ['with a null protocol are of TCP', '[{ port: 53, protocol: null }]', 'TCP 53'],
    ['of two protocols are two', '[{ port: 53 }, { port: 53, protocol: UDP }]', 'TCP 53; UDP 53'],
    ['may be of SCTP alone', '[{ protocol: SCTP, port: 1 }]', 'SCTP 1'],
    ['may be a range', '[{ port: 8000, endPort: 8080 }]', 'TCP 8000-8080'],
    ['may be a range of one', '[{ port: 80, endPort: 80 }]', 'TCP 80'],
    ['may reach to the last port', '[{ port: 1, endPort: 65535 }]', 'TCP 1-65535'],
    ['that overlap or touch are one range', '[{ port: 80, endPort: 81 }, { port: 82 }, { port: 81 }]', 'TCP 80-82'],
    ['with a null endPort are one', '[{ port: 80, endPort: null }]', 'TCP 80'],
    ['may have a name, which the destination resolves', '[{ port: http }]', 'TCP http'],
    ['may have a name of another protocol', '[{ port: dns, protocol: UDP }]', 'UDP dns'],
    ['may be names and numbers', '[{ port: http }, { port: 443 }]', 'TCP 443; TCP http'],
    ['may have a name that begins with digits', '[{ port: 80-web }]', 'TCP 80-web'],
  ])('%s', (_says, ports, text) => {
    expect(portsOf(ports)).toBe(text);
    expect(compile(ports).findings).toEqual([]);
  });

  it.each([
    ['[{ port: 0 }]', 'SCH003', '/0/port'],
    ['[{ port: -1 }]', 'SCH003', '/0/port'],
    ['[{ port: 65536 }]', 'SCH003', '/0/port'],
    ['[{ port: 80.5 }]', 'SCH003', '/0/port'],
    ['[{ port: true }]', 'SCH003', '/0/port'],
    ['[{ port: "80" }]', 'SCH003', '/0/port'],
    ['[{ port: "" }]', 'SCH003', '/0/port'],
    ['[{ port: HTTP }]', 'SCH003', '/0/port'],
    ['[{ port: a--b }]', 'SCH003', '/0/port'],
    ['[{ port: abcdefghijklmnop }]', 'SCH003', '/0/port'],
    ['[{ protocol: tcp }]', 'SCH003', '/0/protocol'],
    ['[{ protocol: ICMP }]', 'SCH003', '/0/protocol'],
    ['[{ protocol: "" }]', 'SCH003', '/0/protocol'],
    ['[{ protocol: 6 }]', 'SCH003', '/0/protocol'],
    ['[{}, { endPort: 80 }]', 'NET015', '/1/endPort'],
    ['[{ port: http, endPort: 80 }]', 'NET015', '/0/endPort'],
    ['[{ port: 80, endPort: 79 }]', 'NET015', '/0/endPort'],
    ['[{ port: 80, endPort: 65536 }]', 'NET015', '/0/endPort'],
    ['[{ port: 80, endPort: 0 }]', 'NET015', '/0/endPort'],
    ['[{ port: 80, endPort: "90" }]', 'SCH003', '/0/endPort'],
    ['[{ ports: 80 }]', 'SCH002', '/0/ports'],
    ['[80]', 'SCH003', '/0'],
    ['80', 'SCH003', ''],
  ])('written %s are refused by %s', (ports, rule, pointer) => {
    const compiled = compile(ports);
    expect([...new Set(compiled.findings.map(briefly))]).toEqual([`${rule} /spec/ingress/0/ports${pointer} !`]);
    expect(compiled.refused).toBe(1);
  });

  it('in quotes are told what is wrong with them', () => {
    expect(compile('[{ port: "80" }]').findings[0]?.message).toContain('remove the quotes');
  });
});
