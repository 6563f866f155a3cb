/** The example bundle as files, readable in both runtimes. */

import namespace from '../../examples/online-boutique/namespace.yaml?raw';
import policies from '../../examples/online-boutique/policies.yaml?raw';
import services from '../../examples/online-boutique/services.yaml?raw';
import workloads from '../../examples/online-boutique/workloads.yaml?raw';

export const ONLINE_BOUTIQUE: readonly { readonly path: string; readonly content: string }[] = [
  { path: 'namespace.yaml', content: namespace },
  { path: 'policies.yaml', content: policies },
  { path: 'services.yaml', content: services },
  { path: 'workloads.yaml', content: workloads },
];
