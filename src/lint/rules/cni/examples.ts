/** What the examples about network plugins are made of. */

export const POLICY = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
`;

/** The configuration of a plugin as a ConfigMap; its text begins at line 8. */
export function configMap(name: string, key: string, text: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: kube-system
data:
  ${key}: |
${text.replace(/^(?=.)/gm, '    ')}
`;
}
