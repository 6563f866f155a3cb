/** A Service as rules see it: its ports, each with its field, and the pods it selects. */

import type { Protocol } from '../../algebra/connection-set.ts';
import type { Field } from '../../kubernetes/field.ts';
import { readProtocol } from '../../kubernetes/pod.ts';
import { readTexts, type Texts } from '../../kubernetes/texts.ts';
import type { LintObject } from './lint-object.ts';
import type { PodIndex } from './pod-index.ts';
import type { PodSelection } from './pod-selection.ts';

export interface ServicePortView {
  readonly field: Field;
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly port: number;
  /** A number, or the name of a port of the pods. Where it is not written, it is the port. */
  readonly targetPort: number | string;
  readonly nodePort: number | undefined;
}

export class ServiceView {
  readonly object: LintObject;
  readonly type: string;
  readonly headless: boolean;
  /** Empty where it has none. */
  readonly selector: Texts;
  readonly ports: readonly ServicePortView[];
  readonly #pods: PodIndex;

  constructor(object: LintObject, pods: PodIndex) {
    const { spec } = object;
    this.object = object;
    this.type = spec.stringAt('type') || 'ClusterIP';
    this.headless = spec.stringAt('clusterIP') === 'None';
    this.selector = readTexts(spec.at('selector'));
    this.ports = spec.itemsAt('ports').flatMap(readPort);
    this.#pods = pods;
  }

  /** None of a Service without selector, or of type ExternalName. */
  get selected(): PodSelection {
    const { object, selector, type } = this;
    return this.#pods.selectByLabels(object.namespace, type === 'ExternalName' ? NO_LABELS : selector);
  }
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();

function readPort(field: Field): ServicePortView[] {
  const port = field.integerAt('port');
  const protocol = readProtocol(field.at('protocol'));
  if (port === undefined || protocol === undefined) return [];
  const { value } = field.at('targetPort');
  const targetPort = typeof value === 'string' || typeof value === 'number' ? value || port : port;
  const nodePort = field.integerAt('nodePort') || undefined;
  return [{ field, name: field.stringAt('name') || undefined, protocol, port, targetPort, nodePort }];
}
