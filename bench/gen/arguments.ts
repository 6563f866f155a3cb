/** The command line of the generator. */

import { ADMIN_APIS, type ClusterOptions, DEFAULT_OPTIONS, PROFILES } from './options.ts';
import { FORMATS, type Format } from './output.ts';

export const HELP = `gen-cluster.mjs - deterministic Kubernetes cluster generator

usage: node gen-cluster.mjs [options] --out DIR|-

  --namespaces N          number of application namespaces            (20)
  --workloads N           total number of workloads                   (200)
  --pods-per-workload N   mean replicas per workload                  (3)
  --policies N            total number of NetworkPolicies, exact      (150)
  --cidrs N               size of the pool of distinct ipBlocks       (50)
  --profile P             microservices | adversarial-labels |
                          adversarial-ports | adversarial-cidrs       (microservices)
  --admin-policies N      cluster-scoped policies in the admin tier   (0)
                          (N > 0 also adds one baseline policy)
  --admin-api A           anp  = AdminNetworkPolicy + BaselineAdminNetworkPolicy v1alpha1
                          cnp  = ClusterNetworkPolicy v1alpha2        (anp)
  --rules-per-policy N    mean peers/rules in a generated allow rule  (1.6)
  --emit-pods             also write one Pod (with ownerReferences, podIP) per replica
                          instead of the workload controllers (a live-cluster dump)
  --seed S                any string                                  (1)
  --format F              yaml | json | ndjson                        (yaml)
                          json = one v1 List per file; ndjson = one object per line
  --out DIR|-             directory (one file per kind group) or - for stdout
  --summary FILE          write the summary JSON there (always on stderr, too)
  --help                  this text

The summary counts objects, rules, peers and bytes and gives the sha256 of the output.
`;

/** Arguments as they are written, in the order in which the summary repeats them. */
export interface Arguments {
  readonly given: Readonly<Record<string, string | number | boolean>>;
  readonly options: ClusterOptions;
  readonly format: Format;
  readonly out: string;
  readonly summary: string | undefined;
}

const DEFAULTS: Readonly<Record<string, string | number | boolean>> = {
  ...Object.fromEntries(Object.entries(DEFAULT_OPTIONS).map(([key, value]) => [kebab(key), value])),
  format: 'yaml',
  out: '',
  summary: '',
};

/** A text is what is wrong with the arguments; undefined asks for help. */
export function readArguments(argv: readonly string[]): Arguments | string | undefined {
  const given = { ...DEFAULTS };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--help' || word === '-h') return undefined;
    const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    const before = Object.hasOwn(given, name) ? given[name] : undefined;
    if (before === undefined) return `unknown option ${word}\n\n${HELP.trimEnd()}`;
    const isFlag = typeof before === 'boolean';
    const text = isFlag ? (inline ?? 'true') : (inline ?? argv[++i]);
    if (text === undefined) return `option ${word} needs a value`;
    const value = isFlag ? text === 'true' : typeof before === 'number' ? Number(text) : text;
    if (typeof value === 'number' && !(value >= 0 && value < Infinity))
      return `option --${name}: not a number: ${text}`;
    given[name] = value;
  }
  return objection(given) ?? toArguments(given);
}

function objection(given: Readonly<Record<string, unknown>>): string | undefined {
  const words = { profile: PROFILES, format: FORMATS, 'admin-api': ADMIN_APIS };
  for (const [name, known] of Object.entries(words)) {
    if (!known.some((word) => word === given[name])) return `--${name} must be one of ${known.join(', ')}`;
  }
  if (given['out'] === '') return '--out DIR or --out - is required (see --help)';
  if (Number(given['namespaces']) < 1) return '--namespaces must be at least 1';
  if (Number(given['admin-policies']) > 1000) return '--admin-policies: at most 1000 (priorities 0-1000 are one each)';
  return undefined;
}

function toArguments(given: Readonly<Record<string, string | number | boolean>>): Arguments {
  const options = Object.fromEntries(Object.keys(DEFAULT_OPTIONS).map((key) => [key, given[kebab(key)]]));
  const { out, summary, format, ...rest } = given;
  return {
    given: { ...rest, format: format ?? '' },
    options: options as unknown as ClusterOptions,
    format: format as Format,
    out: String(out),
    summary: summary === '' ? undefined : String(summary),
  };
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
