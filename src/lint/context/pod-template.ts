/**
 * A pod, or the template of pods, of one object: labels with those its controller adds, containers, ports. Any object
 * with a template of pods counts, those of OpenShift, Argo and other operators too: a rule about Services must not
 * speak of a selector that only they meet.
 */

import type { Protocol } from '../../algebra/connection-set.ts';
import type { Field } from '../../kubernetes/field.ts';
import { type Owner, readOwner } from '../../kubernetes/object.ts';
import { readProtocol } from '../../kubernetes/pod.ts';
import { type PodLabel, type PodLabels, withDefaults } from '../../kubernetes/pod-labels.ts';
import { ORDINAL_KEYS } from '../../kubernetes/stateful-set.ts';
import { readTexts } from '../../kubernetes/texts.ts';
import { workloadKind } from '../../kubernetes/workload-kinds.ts';
import type { LintObject } from './lint-object.ts';

/** A port that a container declares. */
export interface DeclaredPort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly port: number;
  readonly field: Field;
  readonly container: Field;
}

/** Where the controller adds labels of its own, those whose values differ from pod to pod. */
const ORDINALS: readonly PodLabel[] = ORDINAL_KEYS.map((key) => [key, null]);

export class PodTemplate {
  readonly object: LintObject;
  /** The `metadata` and `spec` of its pods. */
  readonly template: Field;
  readonly labels: PodLabels;
  readonly owner: Owner | undefined;
  #containers: readonly Field[] | undefined;
  #initContainers: readonly Field[] | undefined;
  #ports: readonly DeclaredPort[] | undefined;

  constructor(object: LintObject, template: Field) {
    this.object = object;
    this.template = template;
    this.owner = readOwner(object.metadata);
    const row = workloadKind(object.group, object.kind);
    const added = row?.addedLabels(object.name, object.root) ?? [];
    const all = object.kind === 'StatefulSet' ? [...added, ...ORDINALS] : added;
    this.labels = withDefaults(readTexts(template.at('metadata').at('labels')), all);
  }

  get spec(): Field {
    return this.template.at('spec');
  }

  get namespace(): string {
    return this.object.namespace;
  }

  get hostNetwork(): boolean {
    return this.spec.at('hostNetwork').value === true;
  }

  /** Those that run for as long as the pod does; sidecars are after them. */
  get containers(): readonly Field[] {
    this.#containers ??= [...this.spec.itemsAt('containers'), ...this.initContainers.filter(isSidecar)];
    return this.#containers;
  }

  get initContainers(): readonly Field[] {
    this.#initContainers ??= this.spec.itemsAt('initContainers');
    return this.#initContainers;
  }

  /** Those that run before the others, too. */
  get allContainers(): readonly Field[] {
    return [...new Set([...this.initContainers, ...this.containers])];
  }

  /** Of containers and of sidecars, as far as they can be read. */
  get ports(): readonly DeclaredPort[] {
    this.#ports ??= this.containers.flatMap((container) =>
      container.itemsAt('ports').flatMap((p) => readPort(p, container)),
    );
    return this.#ports;
  }
}

/** The template of an object that runs pods; undefined of any other. */
export function podTemplate(object: LintObject): PodTemplate | undefined {
  const row = workloadKind(object.group, object.kind);
  const template = row ? row.template(object.root) : object.spec.at('template');
  const containers = template.at('spec').at('containers').value;
  return row || Array.isArray(containers) || object.kind === 'DeploymentConfig'
    ? new PodTemplate(object, template)
    : undefined;
}

/** Whether an init container goes on running beside the others. */
export function isSidecar(container: Field): boolean {
  return container.stringAt('restartPolicy') === 'Always';
}

function readPort(field: Field, container: Field): DeclaredPort[] {
  const port = field.integerAt('containerPort');
  const protocol = readProtocol(field.at('protocol'));
  if (port === undefined || protocol === undefined) return [];
  return [{ name: field.stringAt('name') || undefined, protocol, port, field, container }];
}
