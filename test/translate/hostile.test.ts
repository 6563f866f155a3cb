/** Names and values of all kinds stay names and values: nothing of a project becomes an object of its own. */

import { loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { linesOf, proofOf, translated } from './support.ts';

const KINDS = ['Namespace', 'NetworkPolicy', 'Deployment', 'StatefulSet', 'Service', 'Secret', 'ConfigMap'];

test.each([
  `services:
  __proto__: { image: a, environment: { __proto__: x, constructor: y }, volumes: ["__proto__:/data"], networks: { __proto__: { aliases: [toString] } } }
  constructor: { image: a, networks: [__proto__], depends_on: [__proto__] }
volumes: { __proto__: {} }
networks: { __proto__: {} }
`,
  `services:
  A_B: { image: a, ports: ["80:80"] }
  a-b: { image: a, expose: ["1-100", "53/udp"] }
  a.b: { image: a, container_name: A.B_c, hostname: "x y" }
  ${'z'.repeat(200)}: { image: a, networks: { default: { aliases: [${'q'.repeat(300)}, db.local] } } }
  "9lives": { image: a, scale: 0 }
`,
  `services:
  a: { image: "x\\ny: z", command: ["a\\nb"], environment: { K: "a: b # c\\n---\\nkind: Pod" }, configs: [c], volumes: ["/a:/b\\nkind: Evil"] }
configs: { c: { content: "---\\nkind: Pod\\n...\\n" } }
`,
])('project %#', (compose) => {
  const made = translated(compose);
  const objects = made.files.flatMap(({ content }) => loadAll(content) as unknown as { readonly kind: string }[]);
  expect(objects.filter(({ kind }) => !KINDS.includes(kind))).toEqual([]);
  expect(linesOf(proofOf(made)).filter((line) => line.endsWith(': ?'))).toEqual([]);
});
