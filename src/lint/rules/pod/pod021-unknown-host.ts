/** POD021: a variable that names a Service that is not there. */

import type { Field } from '../../../kubernetes/field.ts';
import { type ServiceName, serviceName } from '../../context/service-names.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (host: string) =>
  manifests(
    pod('web', '', `env:\n  - name: DB_HOST\n    value: ${host}\n`),
    service('db', 'selector: {app: db}\nports: [{port: 5432}]\n'),
  );

/** Variables that hold a host or a URL, by their names. */
const NAME = /(?:^|_)(?:HOST|HOSTNAME|ADDR|ADDRESS|URL|URI|ENDPOINT|SERVICE|SERVER)$/i;
/** The host of a URL, of `host:port`, or of a host alone; no user, no password. */
const VALUE = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d+)?(?:\/[^@]*)?$/i;

export const unknownHost: KubernetesRule = {
  id: 'POD021',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A variable names a Service that is not there',
  why: 'The program cannot find whom it is to talk to, which it says when it is first asked for something.',
  fix: 'Write the name of the Service, with its namespace behind it where that is another.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services'],
  bad: [{ line: 10, text: example('dbb.default.svc') }],
  good: [example('db'), example('db.default.svc'), example('db.example.com')],
  check({ pods, services, namespaces, near }, report) {
    for (const { containers, namespace } of pods.templates) {
      for (const variable of containers.flatMap((container) => container.itemsAt('env'))) {
        const meant = namedService(variable, namespace, (name) => namespaces.has(name));
        if (!meant || services.has(`${meant.namespace}/${meant.name}`)) continue;
        const there = [...services.values()].filter(({ object }) => object.namespace === meant.namespace);
        const close = near.find(
          meant.name,
          there.map(({ object }) => object.name),
        );
        // A name without dots may be anything; only a slip of a Service tells that one is meant.
        if (close === undefined && !meant.isFull) continue;
        const hint = close === undefined ? '' : ` There is ${close}.`;
        // The value is not shown: it may be a secret for all we know.
        report(
          variable.at('value'),
          `${variable.stringAt('name') ?? ''} names a Service that namespace ${meant.namespace} does not have.${hint}`,
          {
            absent: close === undefined,
          },
        );
      }
    }
  },
};

function namedService(
  variable: Field,
  home: string,
  isNamespace: (name: string) => boolean,
): (ServiceName & { readonly isFull: boolean }) | undefined {
  if (!NAME.test(variable.stringAt('name') ?? '')) return undefined;
  const host = VALUE.exec(variable.at('value').string() ?? '')?.groups?.['host'];
  if (host === undefined || host === 'localhost' || /^[\d.]+$/.test(host)) return undefined;
  const meant = serviceName(host, home, isNamespace);
  return meant && { ...meant, isFull: host.includes('.') };
}
