/**
 * What a container runs: Compose's `entrypoint` is `command` in Kubernetes, and its `command` is `args`
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/). In both, an entrypoint
 * without a command leaves the image's own command aside.
 */

import type { Service } from '../../docker/service.ts';
import type { YamlMapping } from '../../util/yaml-writer.ts';
import { from } from '../manifests/manifest.ts';
import { attributeOf, entryAt, lose, type Plan } from '../plan.ts';
import { unexpanded } from './expansion.ts';
import { textOf } from './quantity.ts';

export function commandOf(plan: Plan, service: Service): YamlMapping {
  const { entrypoint, command } = service;
  if (entrypoint?.length === 0) {
    const reason = 'An empty entrypoint takes the image its own; Kubernetes cannot say that.';
    lose(plan, service, { code: 'L22', attribute: 'entrypoint', reason, severity: 'warning' });
  }
  const directory = textOf(attributeOf(service, 'working_dir'));
  return {
    command: from(plan, entrypoint?.map(unexpanded), entryAt(service, 'entrypoint')),
    args: from(plan, command?.map(unexpanded), entryAt(service, 'command')),
    workingDir: directory === '' ? undefined : from(plan, directory, entryAt(service, 'working_dir')),
  };
}
