/**
 * Pods and templates of pods (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/;
 * kubernetes/kubernetes pkg/apis/core/validation ValidatePodSpec): what containers and volumes are called, and what may
 * stand beside what.
 */

import { parseAddress } from '../../../algebra/cidr.ts';
import type { Field } from '../../field.ts';
import { isLabelName } from '../../syntax.ts';
import { isGiven, itemsOf, numberOf, refuseRepeated, textOf } from '../field-values.ts';
import { type ContainerPlace, checkContainer } from './container.ts';
import { checkPodFields } from './deprecated-fields.ts';
import { checkVolumes, volumeNames } from './volumes.ts';

const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;

export interface PodPlace {
  /** Names of volumes that are there beside those of the pod: the claims of a StatefulSet. */
  readonly claims: readonly string[];
}

export function checkPodSpec(spec: Field, { claims }: PodPlace): void {
  if (typeof spec.value !== 'object' || spec.value === null) return;
  const containers = spec.at('containers');
  if (Array.isArray(containers.value) && containers.value.length === 0) {
    containers.refuse('SCH004', 'a pod needs at least one container');
  }
  const volumes = new Set([...volumeNames(spec.at('volumes')), ...claims]);
  checkPodFields(spec);
  checkContainers(spec, volumes);
  checkVolumes(spec.at('volumes'));
  checkDns(spec);
  checkTolerations(spec.at('tolerations'));
  for (const alias of itemsOf(spec.at('hostAliases'))) {
    const address = textOf(alias.at('ip'));
    if (address !== undefined && !parseAddress(address)) alias.at('ip').refuse('POD013', 'not an IP address');
  }
}

function checkContainers(spec: Field, volumes: ReadonlySet<string>): void {
  const isHostNetwork = spec.at('hostNetwork').value === true;
  const initial = itemsOf(spec.at('initContainers'));
  const main = itemsOf(spec.at('containers'));
  for (const container of initial) {
    const isSidecar = container.at('restartPolicy').value === 'Always';
    checkContainer(container, { role: isSidecar ? 'sidecar' : 'init', volumes, isHostNetwork });
  }
  for (const container of main)
    checkContainer(container, { role: 'main', volumes, isHostNetwork } satisfies ContainerPlace);
  const all = [...initial, ...main, ...itemsOf(spec.at('ephemeralContainers'))];
  for (const container of all) {
    const name = container.at('name');
    const text = textOf(name);
    if (text !== undefined && !isLabelName(text)) {
      name.refuse('SCH008', "the name of a container has at most 63 lower case letters, digits and '-' (RFC 1123)");
    }
    if (name.value === '') name.refuse('SCH004', 'a container needs a name');
  }
  refuseRepeated(
    all,
    (container) => textOf(container.at('name')),
    (container, name) => {
      container.at('name').refuse('POD025', `two containers of the pod are called ${name}`);
    },
  );
  refuseRepeated(
    main.flatMap((container) => itemsOf(container.at('ports'))),
    hostPortKey,
    (port) => {
      port.at('hostPort').refuse('POD003', 'two ports of the pod take the same hostPort of the same address');
    },
  );
}

function hostPortKey(port: Field): string | undefined {
  const number = numberOf(port.at('hostPort'));
  if (number === undefined || number === 0) return undefined;
  return `${textOf(port.at('protocol')) ?? 'TCP'} ${textOf(port.at('hostIP')) ?? ''} ${number}`;
}

function checkDns(spec: Field): void {
  const config = spec.at('dnsConfig');
  const servers = itemsOf(config.at('nameservers'));
  if (spec.at('dnsPolicy').value === 'None' && servers.length === 0) {
    const place = spec.at('dnsPolicy');
    place.refuse('POD011', 'dnsPolicy None needs nameservers in dnsConfig');
  }
  if (servers.length > MOST_NAMESERVERS) {
    config.at('nameservers').refuse('POD011', `a pod has at most ${MOST_NAMESERVERS} nameservers`);
  }
  for (const server of servers) {
    const address = textOf(server);
    if (address !== undefined && !parseAddress(address)) server.refuse('POD011', 'a nameserver is an IP address');
  }
  const searches = config.at('searches');
  if (itemsOf(searches).length > MOST_SEARCHES)
    searches.refuse('POD011', `a pod has at most ${MOST_SEARCHES} search domains`);
}

function checkTolerations(tolerations: Field): void {
  for (const toleration of itemsOf(tolerations)) {
    const operator = textOf(toleration.at('operator')) ?? 'Equal';
    const [key, value] = [toleration.at('key'), toleration.at('value')];
    if (!isGiven(key) && operator !== 'Exists')
      toleration.refuse('SCH003', 'a toleration without a key needs operator Exists');
    if (operator === 'Exists' && isGiven(value))
      value.refuse('SCH003', 'a toleration with operator Exists has no value');
  }
}
