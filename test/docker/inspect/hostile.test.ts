import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/ingest/index.ts';
import { briefly, container, endpoint, idOf, lineOf, load, network } from './dump.ts';

describe('what is not as the engine prints it', () => {
  it('is a finding at its field, and the rest is read', () => {
    const web = container('web', {
      HostConfig: { Privileged: 'yes', CapAdd: { a: 1 }, PortBindings: { http: [{ HostPort: '80' }] } },
      Networks: { front: 5 },
    });
    const { projects, findings } = load(web, network('front', { Internal: 'true', IPAM: [] }));
    expect(findings.map(briefly).sort()).toEqual(
      [
        'INS001 /HostConfig/CapAdd?',
        'INS001 /HostConfig/PortBindings/http?',
        'INS001 /HostConfig/Privileged?',
        'INS001 /IPAM?',
        'INS001 /Internal?',
        'INS001 /NetworkSettings/Networks/front?',
      ].sort(),
    );
    expect(projects[0]?.services.size).toBe(1);
    const [first] = findings;
    expect(first?.place && lineOf(first.place)).toBeGreaterThan(1);
  });

  it('may lack a name', () => {
    const { Name: _, ...nameless } = container('web');
    expect([...(load({ ...nameless, Name: '' }).projects[0]?.services.keys() ?? [])]).toEqual([
      idOf('web').slice(0, 12),
    ]);
    const blank = load({ ...nameless, Name: '', Id: '' });
    expect([blank.projects, blank.findings.map(({ rule }) => rule)]).toEqual([[], ['INS002']]);
  });

  it('may stand there twice', () => {
    const { projects, findings } = load(container('web'), container('web'));
    expect([projects[0]?.services.size, findings.map(({ rule }) => rule)]).toEqual([1, ['INS005']]);
  });

  it('may be of two hosts, which is said', () => {
    const other = { ...container('web'), Id: idOf('other') };
    const { projects, findings } = load(container('web'), other);
    expect([...(projects[0]?.services.keys() ?? [])]).toEqual(['web', 'web@2']);
    expect(findings.map(briefly)).toEqual(['INS005 /Name?']);
  });

  it('never throws, whatever stands in it', () => {
    const like = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, 1.5, '', 'a', '/a:b:c', '80/tcp', '0/x', '__proto__', 'container:'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('Ports', 'Networks', 'bridge', 'Links', 'Aliases', '80/tcp', 'HostPort', '__proto__', 'Name'),
          tie('value'),
          { maxKeys: 3 },
        ),
      ),
    })).value;
    const fields = [
      'State',
      'Name',
      'Config',
      'HostConfig',
      'NetworkSettings',
      'Mounts',
      'IPAM',
      'Containers',
      'Labels',
    ];
    const item = fc.tuple(fc.boolean(), fc.constantFrom(...fields), like).map(([isNetwork, field, value]) => {
      const sound = isNetwork ? network('n') : container('c', { Networks: { n: endpoint() } });
      return { ...sound, [field]: value } as JsonObject;
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        const { projects } = load(...items);
        for (const { services } of projects) for (const [key, { name }] of services) expect(key).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no value of an environment variable in what is said of it', () => {
    const web = container('web', { Config: { Env: ['SECRET=hunter2', { hunter2: 1 }], Labels: 'hunter2' } });
    const { findings } = load(web);
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings.map(({ message }) => message))).not.toContain('hunter2');
  });
});
