import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../src/algebra/connection-set.ts';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import { analysisOf, briefly, nodeOf } from '../support/bundle.ts';
import { configMap, daemon } from '../support/cni.ts';
import { pod, policy, together } from '../support/objects.ts';

const PODS = together(pod('a/x'), pod('a/y'));
const DENY = policy('a/deny', '{ podSelector: {}, policyTypes: [Ingress] }');
const FLANNEL = daemon('kube-flannel-ds', 'name: kube-flannel, image: flannel/flannel');
const CILIUM = daemon('cilium', 'name: cilium-agent, image: cilium/cilium');

function ask(objects: readonly string[], options: Partial<AnalysisOptions> = {}) {
  const analysis = analysisOf(together(PODS, ...objects), options);
  const reach = analysis.reach();
  const cell = reach.between(nodeOf(reach, 'a/x[Pod]'), nodeOf(reach, 'a/y[Pod]'));
  const findings = analysis.findings().map(({ finding }) => `${finding.severity} ${briefly(finding)}`);
  return { open: !isEmpty(cell.allow), findings, analysis };
}

describe('auto', () => {
  it('takes policies as enforced where no plugin is shown', () => {
    expect(ask([DENY])).toMatchObject({ open: false, findings: [] });
  });

  it('takes policies as enforced by a plugin that does, and says by which', () => {
    const { open, findings, analysis } = ask([DENY, CILIUM]);
    expect(open).toBe(false);
    expect(findings).toEqual(['info CNI010 ']);
    expect(analysis.findings()[0]?.finding.message).toContain('DaemonSet kube-system/cilium');
  });

  it('takes policies as enforced where it cannot be told, and says so', () => {
    const kindnet = daemon('kindnet', 'name: kindnet, image: kindest/kindnetd');
    expect(ask([DENY, kindnet])).toMatchObject({ open: false, findings: ['info CNI010 '] });
  });

  it('applies no policy where the plugin that is shown does not enforce them, and warns at it', () => {
    const { open, findings, analysis } = ask([DENY, FLANNEL]);
    expect(open).toBe(true);
    expect(findings).toEqual(['warning NET021 ']);
    expect(analysis.findings()[0]?.finding.message).toMatch(/Flannel .* one policy has no effect/);
    expect(analysis.verdict).toBe('warn');
  });

  it('applies them with Flannel where another component enforces them', () => {
    const policies = daemon(
      'kube-network-policies',
      'name: p, image: registry.k8s.io/networking/kube-network-policies',
    );
    expect(ask([DENY, FLANNEL, policies])).toMatchObject({ open: false, findings: ['info CNI010 '] });
  });

  it('says nothing where there is no policy', () => {
    expect(ask([FLANNEL])).toMatchObject({ open: true, findings: [] });
  });

  it('still heeds a mesh, which enforces its own policies', () => {
    const istio =
      '{ apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: { name: p, namespace: a }, spec: {} }';
    expect(ask([DENY, FLANNEL, istio]).open).toBe(false);
    expect(ask([DENY, FLANNEL]).open).toBe(true);
  });

  it('counts the plugin among the workloads all the same, and its ConfigMap among the kinds without a part', () => {
    const { analysis } = ask([DENY, FLANNEL, configMap('kube-flannel-cfg')]);
    expect(analysis.cluster().workloads.map((w) => w.id)).toContain('kube-system/kube-flannel-ds[DaemonSet]');
    expect([...analysis.otherKinds()]).toEqual([['v1 ConfigMap', 1]]);
  });

  it('never shows what a ConfigMap or a variable holds', () => {
    const secret = 'hunter2';
    const objects = [
      configMap('cilium-config', { 'enable-policy': 'never', token: secret, '10-a.conf': `{"type":"${secret}"}` }),
      daemon('weave-net', `name: weave, image: weave-kube, env: [{ name: WEAVE_PASSWORD, value: ${secret} }]`),
    ];
    const { analysis } = ask([DENY, ...objects]);
    const messages = analysis.findings().map(({ finding }) => finding.message);
    expect(messages).toHaveLength(2);
    expect(messages.join()).not.toContain(secret);
  });
});

describe('enforced', () => {
  it('applies policies whatever plugin is shown', () => {
    expect(ask([DENY, FLANNEL], { enforcement: 'enforced' })).toMatchObject({ open: false, findings: [] });
  });
});

describe('none', () => {
  it('applies no policy, and says how many there are', () => {
    const { open, findings, analysis } = ask([DENY, CILIUM], { enforcement: 'none' });
    expect(open).toBe(true);
    expect(findings).toEqual(['info CNI010 ?']);
    expect(analysis.verdict).toBe('pass');
  });

  it('says nothing where there is no policy', () => {
    expect(ask([], { enforcement: 'none' })).toMatchObject({ open: true, findings: [] });
  });

  it('leaves no workload isolated, and none of it unknown', () => {
    const block = policy('a/block', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }');
    const { analysis } = ask([block], { enforcement: 'none' });
    const reach = analysis.reach();
    const node = nodeOf(reach, 'a/x[Pod]');
    expect(reach.isolated(node, 'ingress')).toBe(false);
    expect(isEmpty(reach.between(nodeOf(reach, 'a/y[Pod]'), node).unknown)).toBe(true);
  });
});
