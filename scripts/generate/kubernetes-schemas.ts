/**
 * Writes the tables of `src/schemas/` from a folder of schema facts, which is in no repository of ours:
 * `node scripts/generate/kubernetes-schemas.ts FOLDER`. The folder holds what the OpenAPI v3 documents of Kubernetes
 * and the CustomResourceDefinitions of the other projects say, without prose, as one JSON file each. Run it by hand
 * when one of them moves on; nothing else needs the folder.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { customResources } from './schemas/custom-resources.ts';
import type { JsonObject } from './schemas/json.ts';
import { kubernetesTable } from './schemas/kubernetes.ts';
import { packed } from './schemas/packed.ts';

const ROOM = fileURLToPath(new URL('../../src/schemas/', import.meta.url));

interface Written {
  readonly file: string;
  readonly name: string;
  readonly about: string;
  readonly table: {
    readonly kinds: Readonly<Record<string, string>>;
    readonly lines: readonly string[];
    readonly older?: Readonly<Record<string, unknown>>;
  };
}

function moduleText({ name, about, table }: Written): string {
  const kinds = Object.entries(table.kinds).map(([kind, reference]) => `${kind}=${reference}`);
  const older = Object.entries(table.older ?? {}).map(
    ([version, difference]) => `    '${version}': \`${packed(JSON.stringify(difference))}\`,\n`,
  );
  return `/**
 * ${about}
 * What a line means stands in \`table.ts\`; \`unpack\` shows them. Written by \`scripts/generate/kubernetes-schemas.ts\`; do not edit.
 */

import type { TableText } from './table.ts';

export const ${name}: TableText = {
  kinds: \`${kinds.join('\n')}\`,
  lines: \`${packed(table.lines.join('\n'))}\`,
  older: {
${older.join('')}  },
};
`.replace('older: {\n  }', 'older: {}');
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of schema facts.');
const read = (file: string): JsonObject => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const releases = readdirSync(folder)
  .flatMap((file) => /^kubernetes-(\d+\.\d+)\.json$/.exec(file)?.[1] ?? [])
  .map((version) => ({ version, facts: read(`kubernetes-${version}.json`) }))
  .sort((a, b) => Number(b.version.slice(2)) - Number(a.version.slice(2)));
const [newest, ...older] = releases;
if (!newest) throw new Error('The folder holds no kubernetes-1.NN.json.');

const all: Written[] = [
  {
    file: 'kubernetes.data.ts',
    name: 'KUBERNETES_TABLE',
    about: `The built-in kinds of Kubernetes ${newest.version}, and how ${older.map((r) => r.version).join(' and ')} differ: fields, types and\n * required fields from its OpenAPI v3 documents (https://github.com/kubernetes/kubernetes, Apache-2.0).`,
    table: kubernetesTable(newest, older),
  },
  {
    file: 'gateway-api.data.ts',
    name: 'GATEWAY_API_TABLE',
    about:
      'The kinds of Gateway API, from its CustomResourceDefinitions\n * (https://github.com/kubernetes-sigs/gateway-api, Apache-2.0), without prose.',
    table: customResources(read('gateway-api.json')),
  },
  {
    file: 'network-policy-api.data.ts',
    name: 'NETWORK_POLICY_API_TABLE',
    about:
      'ClusterNetworkPolicy, from its CustomResourceDefinition\n * (https://github.com/kubernetes-sigs/network-policy-api, Apache-2.0), without prose.',
    table: customResources(read('network-policy-api.json')),
  },
  {
    file: 'istio.data.ts',
    name: 'ISTIO_TABLE',
    about:
      'The kinds of Istio, from its CustomResourceDefinitions (https://github.com/istio/api, Apache-2.0), without prose.',
    table: customResources(read('istio.json')),
  },
];
for (const written of all) writeFileSync(join(ROOM, written.file), moduleText(written));
