import { describe, expect, it } from 'vitest';
import { formatV4, formatV6 } from '../../src/algebra/cidr.ts';
import { ObjectScope } from '../../src/kubernetes/field.ts';
import { readPodSpec, readPodStatus } from '../../src/kubernetes/pod.ts';
import { briefly, documentOf } from '../support/bundle.ts';

function specOf(spec: string) {
  const scope = new ObjectScope(documentOf(`apiVersion: v1\nkind: Pod\nspec: ${spec}\n`));
  return { scope, spec: readPodSpec(scope.root.at('spec')), faults: scope.findings.map(briefly) };
}

function addressesOf(status: string, hostNetwork = false): string[] {
  const scope = new ObjectScope(documentOf(`apiVersion: v1\nkind: Pod\nstatus: ${status}\n`));
  const { addresses } = readPodStatus(scope.root.at('status'), hostNetwork);
  return addresses.map((a) => (a.family === 'IPv4' ? formatV4(a.value) : formatV6(a.value)));
}

describe('the ports of a pod', () => {
  it('are those of its containers and its sidecars, in that order, and not those of plain init containers', () => {
    const { spec } = specOf(`
  initContainers:
    - { name: setup, ports: [{ name: setup, containerPort: 1 }] }
    - { name: proxy, restartPolicy: Always, ports: [{ name: proxy, containerPort: 2 }] }
  containers:
    - { name: main, ports: [{ name: http, containerPort: 3 }, { containerPort: 4, protocol: UDP }] }
    - { name: other, ports: [{ name: http, containerPort: 5 }] }`);
    expect(spec.ports).toEqual([
      { name: 'http', protocol: 'TCP', port: 3 },
      { name: undefined, protocol: 'UDP', port: 4 },
      { name: 'http', protocol: 'TCP', port: 5 },
      { name: 'proxy', protocol: 'TCP', port: 2 },
    ]);
  });

  it('are none where there are no containers', () => {
    expect(specOf('{}').spec).toEqual({ ports: [], hostNetwork: false, node: undefined });
  });

  it.each([
    ['{ containerPort: 80, protocol: tcp }', 'SCH003 /spec/containers/0/ports/0/protocol !'],
    ['{ containerPort: 0 }', 'SCH003 /spec/containers/0/ports/0/containerPort !'],
    ['{ containerPort: 65536 }', 'SCH003 /spec/containers/0/ports/0/containerPort !'],
    ['{ containerPort: "80" }', 'SCH003 /spec/containers/0/ports/0/containerPort !'],
    ['{ containerPort: 80, name: "80" }', 'SCH008 /spec/containers/0/ports/0/name !'],
    ['{ containerPort: 80, name: Web }', 'SCH008 /spec/containers/0/ports/0/name !'],
    ['{ containerPort: 80, name: 5 }', 'SCH003 /spec/containers/0/ports/0/name !'],
    ['http', 'SCH003 /spec/containers/0/ports/0 !'],
  ])('written %s are refused', (port, fault) => {
    expect(new Set(specOf(`{ containers: [{ ports: [${port}] }] }`).faults)).toEqual(new Set([fault]));
  });

  it.each([
    ['[]', 'SCH003 /spec !'],
    ['{ containers: {} }', 'SCH003 /spec/containers !'],
    ['{ containers: [x] }', 'SCH003 /spec/containers/0 !'],
    ['{ containers: [{ ports: 80 }] }', 'SCH003 /spec/containers/0/ports !'],
    ['{ hostNetwork: "true" }', 'SCH003 /spec/hostNetwork !'],
    ['{ nodeName: 1 }', 'SCH003 /spec/nodeName !'],
  ])('of a spec written %s are refused with it', (spec, fault) => {
    expect(new Set(specOf(spec).faults)).toEqual(new Set([fault]));
  });
});

describe('the place of a pod', () => {
  it('is the node it names; an empty name is none', () => {
    expect(specOf('{ nodeName: worker-1 }').spec.node).toBe('worker-1');
    expect(specOf('{ nodeName: "" }').spec.node).toBeUndefined();
  });

  it('may be the network of that node', () => {
    expect(specOf('{ hostNetwork: true }').spec.hostNetwork).toBe(true);
  });
});

describe('the addresses of a pod', () => {
  it('are those of podIP and podIPs, each once', () => {
    expect(addressesOf('{ podIP: 10.0.0.1, podIPs: [{ ip: 10.0.0.1 }, { ip: "fd00::1" }] }')).toEqual([
      '10.0.0.1',
      'fd00::1',
    ]);
  });

  it('are those of its node too where it shares the network of the node, and only there', () => {
    const status = '{ podIP: 10.0.0.1, hostIP: 192.0.2.1, hostIPs: [{ ip: 192.0.2.1 }, { ip: "2001:db8::1" }] }';
    expect(addressesOf(status)).toEqual(['10.0.0.1']);
    expect(addressesOf(status, true)).toEqual(['10.0.0.1', '192.0.2.1', '2001:db8::1']);
  });

  it.each(['{}', 'null', '{ podIP: "" }', '{ podIP: nowhere }', '{ podIPs: [{}] }'])('are none in %s', (status) => {
    expect(addressesOf(status)).toEqual([]);
  });
});

describe('a pod', () => {
  const isTerminated = (status: string) =>
    readPodStatus(
      new ObjectScope(documentOf(`apiVersion: v1\nkind: Pod\nstatus: ${status}\n`)).root.at('status'),
      false,
    ).terminated;

  it.each(['Succeeded', 'Failed'])('in phase %s has ended', (phase) => {
    expect(isTerminated(`{ phase: ${phase} }`)).toBe(true);
  });

  it.each(['Running', 'Pending', 'Unknown', ''])('in phase %j has not', (phase) => {
    expect(isTerminated(`{ phase: "${phase}" }`)).toBe(false);
  });

  it('without a status has not ended', () => {
    expect(isTerminated('null')).toBe(false);
  });
});
