/** MSH012: tokens that are checked and not asked for. */

import type { LintObject } from '../../context/lint-object.ts';
import type { KubernetesRule } from '../../rule.ts';

const REQUEST = `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: web
  namespace: shop
spec:
  jwtRules:
    - issuer: https://login.example.com
      jwksUri: https://login.example.com/keys
`;

const REQUIRED = `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - from: [{source: {requestPrincipals: ["*"]}}]
`;

export const tokenNotRequired: KubernetesRule = {
  id: 'MSH012',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Tokens are checked and not required',
  why: 'A RequestAuthentication refuses tokens that are not valid. A request without any token passes, as long as no AuthorizationPolicy asks for one.',
  fix: 'Add an AuthorizationPolicy that asks for requestPrincipals.',
  references: ['https://istio.io/latest/docs/reference/config/security/request_authentication/'],
  bad: [
    { line: 1, complete: true, text: REQUEST },
    { line: 1, severity: 'info', text: REQUEST },
  ],
  good: [REQUEST + REQUIRED],
  check(context, report) {
    const policies = context.ofKind('AuthorizationPolicy').filter(({ group }) => group === 'security.istio.io');
    const asking = new Set(policies.filter(asksForToken).map(({ namespace }) => namespace));
    for (const { group, root, name, namespace, spec } of context.ofKind('RequestAuthentication')) {
      const rules = spec.itemsAt('jwtRules').length;
      if (group !== 'security.istio.io' || rules === 0 || asking.has(namespace) || asking.has('istio-system')) continue;
      report(
        root,
        `RequestAuthentication ${name} lets requests without a token pass, and no AuthorizationPolicy of namespace ${namespace} asks for one. Add one with requestPrincipals.`,
        {
          absent: policies.length === 0,
        },
      );
    }
  },
};

/** By principals of requests, or by what a token claims. */
function asksForToken({ spec }: LintObject): boolean {
  return spec.itemsAt('rules').some((rule) => {
    const sources = rule.itemsAt('from').map((from) => from.at('source'));
    const principals = sources.some((source) => {
      return ['requestPrincipals', 'notRequestPrincipals'].some((key) => !source.at(key).absent);
    });
    return principals || rule.itemsAt('when').some((when) => /^request\.auth\./.test(when.stringAt('key') ?? ''));
  });
}
