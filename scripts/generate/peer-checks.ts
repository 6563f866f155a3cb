/**
 * Which check of another tool is nearest to a rule, as those tools document theirs: kube-linter 35de568
 * (docs/generated/checks.md), kube-score 06dedc9 (README_CHECKS.md), Polaris c0e23a23 (checks/), Popeye 5d07838 (docs/codes.md),
 * Checkov 03d5fdad8d (Kubernetes policies), Trivy (trivy-checks 80e53822), dclint c49696e (docs/rules). The nearest is
 * not the same: most match labels of one object, where the rule looks at all of the bundle.
 */

const TOOLS = ['kube-linter', 'kube-score', 'Polaris', 'Popeye', 'Checkov', 'Trivy', 'dclint'] as const;

type Tool = (typeof TOOLS)[number];

const CHECKS: Readonly<Record<string, Partial<Record<Tool, string>>>> = {
  CMP001: { dclint: 'no-version-field' },
  CMP003: { dclint: 'no-unbound-port-interfaces' },
  CMP005: { dclint: 'no-duplicate-exported-ports' },
  CMP025: { dclint: 'require-quotes-in-ports' },
  ING001: { 'kube-linter': 'dangling-ingress', 'kube-score': 'ingress-targets-service', Popeye: 'POP-1401' },
  ING002: { 'kube-linter': 'dangling-ingress', 'kube-score': 'ingress-targets-service', Popeye: 'POP-1402' },
  ING006: { Polaris: 'tlsSettingsMissing' },
  ING012: { Checkov: 'CKV_K8S_152, 153, 154' },
  ING020: { Trivy: 'KCV-0093' },
  NET001: { 'kube-linter': 'dangling-networkpolicy', 'kube-score': 'networkpolicy-targets-pod', Popeye: 'POP-1200' },
  NET002: { 'kube-linter': 'dangling-networkpolicypeer-podselector', Popeye: 'POP-1202' },
  NET003: { Popeye: 'POP-1201' },
  NET019: { Polaris: 'missingNetworkPolicy' },
  NET020: {
    'kube-linter': 'non-isolated-pod',
    'kube-score': 'pod-networkpolicy',
    Polaris: 'missingNetworkPolicy',
    Popeye: 'POP-1204',
    Checkov: 'CKV2_K8S_6',
    Trivy: 'KSV-0038',
  },
  OBS001: { 'kube-linter': 'dangling-servicemonitor' },
  POD001: { 'kube-linter': 'host-network', Polaris: 'hostNetworkSet', Checkov: 'CKV_K8S_19', Trivy: 'KSV-0009' },
  POD002: { Polaris: 'hostPortSet', Checkov: 'CKV_K8S_26', Trivy: 'KSV-0024' },
  POD006: { 'kube-linter': 'liveness-port, readiness-port, startup-port' },
  POD007: {
    'kube-linter': 'drop-net-raw-capability',
    Polaris: 'dangerousCapabilities, insecureCapabilities',
    Checkov: 'CKV_K8S_28, 7',
    Trivy: 'KSV-0119',
  },
  POD012: { 'kube-linter': 'dnsconfig-options' },
  POD013: { Trivy: 'KSV-0007' },
  POD014: { 'kube-linter': 'unsafe-sysctls', Trivy: 'KSV-0026' },
  POD016: {
    'kube-linter': 'mismatching-selector',
    'kube-score': 'deployment-pod-selector-labels-match-template-metadata-labels',
  },
  POD019: { 'kube-linter': 'docker-sock', Checkov: 'CKV_K8S_27' },
  POD022: { 'kube-linter': 'privileged-ports', Trivy: 'KSV-0117' },
  POD024: { 'kube-score': 'pod-probes', Popeye: 'POP-104' },
  POD025: { 'kube-score': 'container-ports-check' },
  SCH002: { 'kube-linter': 'schema-validation' },
  SCH003: { 'kube-linter': 'schema-validation' },
  SCH004: { 'kube-linter': 'schema-validation' },
  SCH005: { 'kube-linter': 'no-extensions-v1beta', 'kube-score': 'stable-version', Popeye: 'POP-403' },
  SCH006: { 'kube-score': 'stable-version', Popeye: 'POP-403' },
  SCH008: { 'kube-score': 'label-values' },
  SVC001: { 'kube-linter': 'dangling-service', 'kube-score': 'service-targets-pod', Popeye: 'POP-1100' },
  SVC002: { Popeye: 'POP-1106' },
  SVC003: { Popeye: 'POP-1106' },
  SVC008: { 'kube-linter': 'exposed-services', 'kube-score': 'service-type', Popeye: 'POP-1104' },
  SVC009: { 'kube-linter': 'exposed-services', Popeye: 'POP-1103' },
  SVC012: { Trivy: 'KSV-0108' },
  SVC014: { Trivy: 'KSV-0108' },
  SVC019: { 'kube-linter': 'dangling-service', Popeye: 'POP-1105' },
  SVC020: { Popeye: 'POP-1107, POP-1108' },
  SVC021: { 'kube-score': 'statefulset-has-servicename' },
  SVC022: { 'kube-linter': 'ssh-port' },
  SVC023: { 'kube-linter': 'invalid-target-ports' },
};

/** A row for every rule that another tool has something like, in Markdown, and how many have nothing. */
export function peerTable(rules: readonly { readonly id: string }[]): string {
  const rows = rules.flatMap(({ id }) => {
    const checks = CHECKS[id];
    if (!checks) return [];
    return [`| [${id}](#${id.toLowerCase()}) | ${TOOLS.map((tool) => checks[tool] ?? '').join(' | ')} |`];
  });
  const head = ['rule', ...TOOLS].join(' | ');
  return [
    '## Beside other tools',
    'The nearest check of each. It is seldom the same: theirs look at one object or match labels, and most give no line.',
    [`| ${head} |`, `| ${['', ...TOOLS].map(() => '---').join(' | ')} |`, ...rows].join('\n'),
    `For the other ${rules.length - rows.length} rules none was found.`,
  ].join('\n\n');
}
