/** Containers of pods (kubernetes/kubernetes pkg/apis/core/validation validateContainers). */

import type { Field } from '../../field.ts';
import { isGiven, itemsOf, membersOf, numberOf, refuseRepeated, textOf } from '../field-values.ts';
import { checkPortName, checkPortNumber } from './ports.ts';
import { checkHandler, checkProbes } from './probes.ts';
import { checkResources } from './resources.ts';

export interface ContainerPlace {
  /** `sidecar`: an init container that goes on running. */
  readonly role: 'init' | 'sidecar' | 'main';
  /** Names of the volumes it may mount. */
  readonly volumes: ReadonlySet<string>;
  readonly isHostNetwork: boolean;
}

export function checkContainer(container: Field, { role, volumes, isHostNetwork }: ContainerPlace): void {
  if (typeof container.value !== 'object' || container.value === null) return;
  const image = container.at('image');
  if (image.absent) container.refuse('SCH004', 'a container needs an image');
  else if (image.value === '') image.refuse('SCH004', 'a container needs an image');
  checkPorts(itemsOf(container.at('ports')), isHostNetwork);
  checkProbes(container, role === 'init');
  for (const hook of membersOf(container.at('lifecycle'))) {
    if (hook.key === 'postStart' || hook.key === 'preStop') checkHandler(hook);
  }
  checkResources(container.at('resources'));
  checkEnvironment(itemsOf(container.at('env')));
  checkMounts(container, volumes);
}

function checkPorts(ports: readonly Field[], isHostNetwork: boolean): void {
  for (const port of ports) {
    const [inside, outside] = [port.at('containerPort'), port.at('hostPort')];
    checkPortNumber(inside);
    checkPortNumber(outside, 0);
    checkPortName(port.at('name'));
    const number = numberOf(outside) ?? 0;
    if (isHostNetwork && number !== 0 && number !== numberOf(inside)) {
      outside.refuse('SVC023', 'under hostNetwork, hostPort must equal containerPort; remove it');
    }
  }
  refuseRepeated(
    ports,
    (port) => textOf(port.at('name')),
    (port, name) => {
      port.at('name').refuse('SVC023', `two ports of the container have the name ${name}`);
    },
  );
}

/** Names of environment variables, as Kubernetes takes them since 1.30: anything printable but the equals sign. */
const VARIABLE = /^[ -<>-~]+$/;

function checkEnvironment(variables: readonly Field[]): void {
  for (const variable of variables) {
    const name = variable.at('name');
    const text = textOf(name);
    if (name.value === '') name.refuse('SCH004', 'an environment variable needs a name');
    else if (text !== undefined && !VARIABLE.test(text)) {
      name.refuse('SCH008', "the name of an environment variable has printable ASCII characters, and no '='");
    }
    const from = variable.at('valueFrom');
    if (from.absent) continue;
    if (isGiven(variable.at('value'))) from.refuse('SCH003', 'a variable has a value or valueFrom, not both');
    const sources = membersOf(from).filter((source) => !source.absent);
    if (sources.length !== 1) from.refuse('SCH003', 'valueFrom names exactly one source');
  }
}

function checkMounts(container: Field, volumes: ReadonlySet<string>): void {
  const mounts = itemsOf(container.at('volumeMounts'));
  for (const mount of mounts) {
    const name = textOf(mount.at('name'));
    if (name !== undefined && !volumes.has(name)) mount.at('name').refuse('POD026', `the pod has no volume ${name}`);
    if (isGiven(mount.at('subPath')) && isGiven(mount.at('subPathExpr'))) {
      mount.at('subPathExpr').refuse('SCH003', 'a mount has subPath or subPathExpr, not both');
    }
  }
  refuseRepeated(
    mounts,
    (mount) => textOf(mount.at('mountPath')),
    (mount) => {
      mount.at('mountPath').refuse('POD026', 'two volumes are mounted at this path');
    },
  );
  for (const device of itemsOf(container.at('volumeDevices'))) {
    const name = textOf(device.at('name'));
    if (name !== undefined && !volumes.has(name)) device.at('name').refuse('POD026', `the pod has no volume ${name}`);
  }
}
