/** CMP020: a variable names a service that cannot be reached by that name, or nobody. */

import type { Project } from '../../../docker/project.ts';
import type { Service } from '../../../docker/service.ts';
import { type NamedHost, namedHosts, servicesByName } from '../../context/compose-hosts.ts';
import { namespaceRoot, networksOf, shareNetwork } from '../../context/joined.ts';
import { NearNames } from '../../context/near-names.ts';
import type { DockerRule, Report } from '../../rule.ts';

const example = (host: string, more = '') => `services:
  web:
    image: web
    environment:
      DATABASE_URL: postgres://app@${host}:5432/app
  store:
    image: postgres:16
${more}`;
const APART = '    networks: [back]\nnetworks:\n  back: {}\n';

export const unreachableHost: DockerRule = {
  id: 'CMP020',
  model: 'docker',
  severity: 'warning',
  title: 'A variable names a host that cannot be reached',
  why: 'Names of services are known on the networks that they join, and nowhere else.',
  fix: 'Give both services a network in common, or correct the name.',
  references: ['https://docs.docker.com/compose/how-tos/networking/'],
  bad: [
    { line: 5, text: example('store', APART) },
    { line: 5, text: example('stores') },
    { line: 5, severity: 'info', text: example('ledger') },
  ],
  good: [example('store'), example('db.example.com')],
  check({ project }, report) {
    const byName = servicesByName(project);
    const near = new NearNames();
    for (const service of project.services.values()) {
      const root = namespaceRoot(service, project);
      const mode = root.network_mode?.value.kind;
      if (mode === 'none' || mode === 'container' || mode === 'network') continue;
      for (const named of namedHosts(service)) {
        const targets = byName.get(named.host);
        if (targets) sayUnreachable({ service, named, targets }, project, report);
        else if (mode === undefined && isAlone(root, project)) {
          sayUnknown(service, named, near.find(named.host, byName.keys()), report);
        }
      }
    }
  },
};

interface Call {
  readonly service: Service;
  readonly named: NamedHost;
  readonly targets: readonly Service[];
}

function sayUnreachable(
  { service, named: { variable, host, origin }, targets }: Call,
  project: Project,
  report: Report,
) {
  const mode = namespaceRoot(service, project).network_mode?.value.kind;
  if (targets.includes(service)) return;
  if (mode === 'host' || mode === 'bridge') {
    const where = mode === 'host' ? 'the network of the host' : 'the engine’s own bridge';
    report(origin, `${variable} names ${host}, which ${service.name} cannot look up: ${where} knows no services.`);
  } else if (!targets.some((target) => shareNetwork(service, target, project))) {
    report(
      origin,
      `${variable} names ${host}, and no network has both. Give ${service.name} and ${host} a common one.`,
    );
  }
}

function sayUnknown({ name, made_by }: Service, named: NamedHost, near: string | undefined, report: Report) {
  const { variable, host, origin } = named;
  if (host.includes('.') || (near === undefined && made_by !== undefined)) return;
  const hint = near === undefined ? '' : `; there is ${near}`;
  report(origin, `${variable} of ${name} names ${host}, and no service has this name${hint}.`, {
    severity: near === undefined ? 'info' : 'warning',
  });
}

/** Whether all that a service could meet is in the project. */
function isAlone(service: Service, project: Project): boolean {
  return networksOf(service, project).every(({ external }) => !external);
}
