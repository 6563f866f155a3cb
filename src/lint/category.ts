/** Categories of rules: the letters that an id begins with, in words, as options and documents name them. */

const CATEGORIES = {
  YML: 'syntax',
  SCH: 'schema',
  SVC: 'service',
  ING: 'ingress',
  GWA: 'gateway',
  NET: 'network-policy',
  POD: 'pod',
  CNI: 'cni',
  TLS: 'tls',
  MSH: 'mesh',
  OBS: 'monitoring',
  CMP: 'compose',
  CLI: 'docker-cli',
  INS: 'docker-inspect',
  REQ: 'request',
  LNT: 'configuration',
} as const;

export type Category = (typeof CATEGORIES)[keyof typeof CATEGORIES];

/** In the order in which documents list them. */
export const CATEGORY_NAMES: readonly Category[] = Object.values(CATEGORIES);

const BY_PREFIX: ReadonlyMap<string, Category> = new Map(Object.entries(CATEGORIES));

/** Undefined of what is no id. */
export function categoryOf(id: string): Category | undefined {
  return /^[A-Z]{3}[0-9]{3}$/.test(id) ? BY_PREFIX.get(id.slice(0, 3)) : undefined;
}
