/** CMP031: one network for everything, a database among it. */

import { isDatabase } from '../../context/known-images.ts';
import type { DockerRule } from '../../rule.ts';

const project = (networks: string) => `services:
  web: { image: web, ports: ["443:8443"]${networks && ', networks: [front]'} }
  api: { image: api${networks && ', networks: [front, back]'} }
  worker: { image: worker${networks && ', networks: [back]'} }
  db: { image: postgres:16${networks && ', networks: [back]'} }
${networks}`;
/** As many services as one look takes in. */
const FEW = 3;

export const flatNetwork: DockerRule = {
  id: 'CMP031',
  model: 'docker',
  severity: 'info',
  title: 'Every service is on the default network, a database among them',
  why: 'Each service reaches every port of every other: who gets into one, stands before the database.',
  fix: 'Give the database a network with those that need it, and mark it internal.',
  references: ['https://docs.docker.com/compose/how-tos/networking/#specify-custom-networks'],
  bad: [{ line: 5, text: project('') }],
  good: [project('networks:\n  front: {}\n  back: { internal: true }\n')],
  check({ project: { services, networks } }, report) {
    const all = [...services.values()].filter(({ made_by }) => made_by === undefined);
    const isFlat = all.every(({ networks: [first, ...more] }) => first?.network === 'default' && more.length === 0);
    if (all.length <= FEW || !isFlat || networks.size > 1) return;
    const database = all.find(isDatabase);
    if (!database) return;
    report(
      database.origin,
      `All ${all.length} services reach ${database.name}. Give it a network with those that need it, marked internal.`,
    );
  },
};
