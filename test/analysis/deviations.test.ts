import { describe, expect, it } from 'vitest';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import { analysisOf, briefly } from '../support/bundle.ts';
import { configMap, daemon } from '../support/cni.ts';
import { pod, policy, together } from '../support/objects.ts';

const CILIUM = daemon('cilium', 'name: c, image: cilium/cilium');
const CALICO = daemon('calico-node', 'name: c, image: calico/node');

/** What is said beyond the assumption that policies are enforced. */
function notes(plugin: string, spec: string, options: Partial<AnalysisOptions> = {}): string[] {
  const analysis = analysisOf(together(pod('a/x'), plugin, policy('a/p', spec)), options);
  return analysis
    .findings()
    .map(({ finding }) => finding)
    .filter((finding) => finding.rule !== 'CNI010')
    .map((finding) => `${finding.severity} ${briefly(finding)}`);
}

const from = (cidr: string) => `{ ingress: [{}, { from: [{ ipBlock: { cidr: "${cidr}" } }] }] }`;
const ports = (port: string) => `{ ingress: [{ ports: [{ ${port} }] }] }`;

describe('on Cilium', () => {
  it.each(['10.0.0.0/8', '10.244.1.7/32', '192.168.0.0/24', '100.64.0.0/16', 'fd00::/48'])(
    'the block %s, where pods are, matches none of them',
    (cidr) => {
      expect(notes(CILIUM, from(cidr), { ipBlockPods: 'ignore' })).toEqual(['warning NET031 /spec/ingress/1']);
    },
  );

  it('a block of the outside is no matter, unless it is taken to mean pods too', () => {
    expect(notes(CILIUM, from('0.0.0.0/0'), { ipBlockPods: 'ignore' })).toEqual([]);
    expect(notes(CILIUM, from('0.0.0.0/0'), { ipBlockPods: 'match' })).toEqual(['info CNI011 /spec/ingress/1']);
  });

  it('SCTP and endPort may not be supported', () => {
    expect(notes(CILIUM, ports('protocol: SCTP, port: 1'))).toEqual(['info CNI011 /spec/ingress/0']);
    expect(notes(CILIUM, ports('port: 1, endPort: 9'))).toEqual(['info CNI011 /spec/ingress/0']);
  });

  it('set to isolate everything, what no policy selects is closed, and answered as open', () => {
    const config = configMap('cilium-config', { 'enable-policy': 'always' });
    expect(notes(together(CILIUM, config), '{}')).toEqual(['warning CNI011 ']);
  });
});

describe('a deviation is told', () => {
  const router = daemon('kube-router', 'name: r, image: kube-router');
  const azure = daemon('azure-npm', 'name: a, image: azure-npm');
  const aws = daemon(
    'aws-node',
    'name: aws-eks-nodeagent, image: aws-network-policy-agent, args: [--enable-network-policy=true]',
  );
  const ovn = daemon('ovnkube-node', 'name: o, image: ovn-kube-u');

  it.each([
    ['kube-router: SCTP', router, 'protocol: SCTP', 'warning CNI011 /spec/ingress/0'],
    ['Azure NPM: endPort', azure, 'port: 1, endPort: 1', 'info CNI011 /spec/ingress/0'],
    ['AWS VPC CNI: port names of ingress rules', aws, 'port: http', 'warning CNI011 /spec/ingress/0'],
  ])('%s', (_says, plugin, port, finding) => {
    expect(notes(plugin, ports(port))).toEqual([finding]);
    expect(notes(CALICO, ports(port))).toEqual([]);
    expect(notes(plugin, '{ ingress: [{}] }')).toEqual([]);
  });

  it('AWS VPC CNI: port names of egress rules are no matter', () => {
    expect(notes(aws, '{ egress: [{ ports: [{ port: http }] }] }')).toEqual([]);
  });

  it('OVN-Kubernetes: host-network pods, at the first', () => {
    const host = pod('a/host', { spec: { hostNetwork: true } });
    expect(notes(together(ovn, host), '{ ingress: [{}] }')).toEqual(['info CNI011 ']);
    expect(notes(ovn, '{ ingress: [{}] }')).toEqual([]);
  });

  it('not of two ports side by side, which are no endPort', () => {
    expect(notes(azure, '{ ingress: [{ ports: [{ port: 80 }, { port: 81 }] }] }')).toEqual([]);
  });
});
