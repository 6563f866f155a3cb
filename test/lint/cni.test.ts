/** What the rules about network plugins must say beyond their examples, and what they must not. */

import { describe, expect, it } from 'vitest';
import { said } from './examples.ts';

const map = (name: string, data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: kube-system}\ndata:\n  ${data}\n`;

const daemon = (name: string, image = 'example.com/agent') => `---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}, namespace: kube-system}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: agent, image: ${image}}]}
`;

describe('CNI001 and CNI002', () => {
  it('let nodes fill placeholders in', () => {
    const text = `cni_network_config: '{"name": "pods", "cniVersion": "1.0.0", "plugins": [{"type": "calico", "mtu": __CNI_MTU__}]}'`;
    expect(said('CNI001', map('calico-config', text))).toEqual([]);
    expect(said('CNI002', map('calico-config', text))).toEqual([]);
  });

  it('leave the configuration of other programs alone', () => {
    expect(said('CNI001', map('web', 'nginx.conf: "server { listen 80; }"'))).toEqual([]);
  });

  it('let an attachment have the name of its object', () => {
    const attachment = (config: string) =>
      `apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: {name: a}\nspec:\n  config: '${config}'\n`;
    expect(said('CNI002', attachment('{"cniVersion": "1.0.0", "type": "macvlan"}'))).toEqual([]);
    expect(said('CNI002', attachment('{"type": "macvlan"}'))).toEqual(['5 warning']);
  });
});

describe('CNI003', () => {
  const flannel = (text: string) => map('kube-flannel-cfg', `net-conf.json: '${text}'`);

  it('asks for no network of a family that is switched off', () => {
    const only6 = '{"EnableIPv4": false, "EnableIPv6": true, "IPv6Network": "fd00:10::/64"}';
    expect(said('CNI003', flannel(only6))).toEqual([]);
    expect(said('CNI003', flannel('{"EnableIPv6": true, "Network": "10.244.0.0/16"}'))).toEqual(['5 error']);
  });

  it('knows the addresses of Services by the argument of the API server', () => {
    const server = `---
apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec: {containers: [{name: a, image: example.com/a, command: [kube-apiserver, "--service-cluster-ip-range=10.96.0.0/12"]}]}
`;
    expect(said('CNI003', flannel('{"Network": "10.96.0.0/16"}') + server)).toEqual(['5 error']);
    expect(said('CNI003', flannel('{"Network": "10.244.0.0/16"}') + server)).toEqual([]);
  });

  it('asks whether nodes get blocks that fit in', () => {
    expect(said('CNI003', flannel('{"Network": "10.244.0.0/24", "SubnetLen": 24}'))).toEqual(['5 error']);
    expect(said('CNI003', flannel('{"Network": "10.244.0.0/16", "SubnetLen": 24}'))).toEqual([]);
  });
});

describe('CNI004', () => {
  it('takes Canal for one plugin', () => {
    expect(said('CNI004', daemon('canal') + daemon('kube-flannel'))).toEqual([]);
  });

  it('lets Multus run others', () => {
    expect(
      said('CNI004', daemon('antrea-agent') + daemon('kube-flannel') + daemon('multus', 'example.com/multus-cni')),
    ).toEqual([]);
  });

  it('lets Cilium be chained', () => {
    const chained = `---\n${map('cilium-config', 'cni-chaining-mode: generic-veth')}`;
    expect(said('CNI004', daemon('cilium') + daemon('kube-flannel') + chained)).toEqual([]);
    expect(said('CNI004', daemon('cilium') + daemon('kube-flannel'))).toHaveLength(1);
  });
});

describe('CNI007', () => {
  it('leaves the MTU of other tunnels and of jumbo frames alone', () => {
    expect(said('CNI007', map('calico-config', 'calico_backend: bird\n  veth_mtu: "1500"'))).toEqual([]);
    expect(said('CNI007', map('calico-config', 'calico_backend: vxlan\n  veth_mtu: "8950"'))).toEqual([]);
  });
});

describe('CNI009', () => {
  const pod = (networks: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    k8s.v1.cni.cncf.io/networks: ${networks}\nspec: {containers: [{name: web, image: example.com/web}]}\n`;
  const attachment =
    '---\napiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: {name: storage, namespace: shared}\nspec: {}\n';
  const complete = { completeness: 'complete' } as const;

  it('reads both forms of the annotation', () => {
    expect(said('CNI009', pod('shared/storage@net1') + attachment, complete)).toEqual([]);
    expect(said('CNI009', pod(`'[{"name": "storage", "namespace": "shared"}]'`) + attachment, complete)).toEqual([]);
    expect(said('CNI009', pod(`'[{"name": "storage"}]'`) + attachment, complete)).toEqual(['6 error']);
  });
});
