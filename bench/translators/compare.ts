/** Translators of Compose projects side by side: how many projects keep who reaches whom, and what the others lose. */

import { DEFAULT_TRANSLATE_OPTIONS } from '../../src/translate/options.ts';
import { proveTranslation } from '../../src/translate/prove-translation.ts';
import { table } from '../harness/table.ts';
import { buildPeer, KOMPOSE } from '../peers/build-peer.ts';
import { type Judgement, judge } from './judge.ts';
import { runKompose } from './kompose.ts';
import { type FoundProject, projectsIn } from './projects.ts';

interface Ran {
  readonly title: string;
  readonly judgements: readonly Judgement[];
}

const LAYOUT = { layout: 'services', kustomization: false, folder: '' } as const;

/** The table as Markdown. `scratch`: where kompose is built. */
export function compareTranslators(folder: string, scratch: string, compiler: string): string {
  const projects = projectsIn(folder);
  console.error(
    `${projects.length} projects; building kompose ${KOMPOSE.version} with ${compiler}, which takes minutes`,
  );
  const program = buildPeer(KOMPOSE, scratch);
  const kompose = (flags: readonly string[]) =>
    projects.flatMap((found) => {
      const files = runKompose(program, found, flags);
      return files ? [judge(found.project, files, 'default')] : [];
    });
  const begin = process.cpuUsage();
  const own = projects.map(ours);
  const { user, system } = process.cpuUsage(begin);
  const ran: Ran[] = [
    { title: 'Portolan', judgements: own },
    { title: 'kompose', judgements: kompose([]) },
    { title: 'kompose --generate-network-policies', judgements: kompose(['--generate-network-policies']) },
  ];
  const facts = `${projects.length} projects; kompose ${KOMPOSE.version} (built with ${compiler}). Ours translated, proven and judged in ${((user + system) / 1e6).toFixed(2)} s of CPU, cold, in one process.`;
  return [facts, resultTable(ran)].join('\n\n');
}

function ours({ project, files: uploaded }: FoundProject): Judgement {
  const { files, namespace } = proveTranslation(project, {
    options: DEFAULT_TRANSLATE_OPTIONS,
    layout: LAYOUT,
    uploaded,
  });
  return judge(project, files, namespace);
}

function resultTable(ran: readonly Ran[]): string {
  const columns = ['projects that', ...ran.map(({ title }) => title)];
  const count = (title: string, test: (judgement: Judgement) => boolean) => [
    title,
    ...ran.map(({ judgements }) => `${judgements.filter(test).length}`),
  ];
  return table(columns, [
    ['are translated', ...ran.map(({ judgements }) => `${judgements.length}`)],
    count('keep reach, names and published ports', (each) => Object.values(each).every((value) => value === 0)),
    count('open a pair of services', ({ opened }) => opened > 0),
    count('close a pair of services', ({ closed }) => closed > 0),
    count('lose a name', ({ names }) => names > 0),
    count('lose a published port', ({ unpublished }) => unpublished > 0),
    count('open more than published ports to the outside', ({ exposed }) => exposed > 0),
    count('let out what is internal', ({ outward }) => outward > 0),
  ]);
}
