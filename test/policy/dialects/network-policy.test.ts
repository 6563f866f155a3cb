import { describe, expect, it } from 'vitest';
import { briefly } from '../../support/bundle.ts';
import { isolates, policiesOf, policyWith, rulesOf } from '../../support/compiled.ts';
import { policy, together } from '../../support/objects.ts';

const ANY_INGRESS = 'ingress from any on all';
const ANY_EGRESS = 'egress to any on all';
const IN = 'ingress deny';
const OUT = 'egress deny';

describe('the directions of a policy', () => {
  it.each([
    ['are ingress alone where nothing is said', '{}', [IN], []],
    ['are ingress alone with an empty list of egress rules and no types', '{ egress: [] }', [IN], []],
    ['are both with an egress rule and no types', '{ egress: [{}] }', [IN, OUT], [ANY_EGRESS]],
    [
      'are defaulted for an empty list of types as for none',
      '{ policyTypes: [], egress: [{}] }',
      [IN, OUT],
      [ANY_EGRESS],
    ],
    ['are defaulted for types that are null', '{ policyTypes: null, egress: null }', [IN], []],
    [
      'are those of the types: rules of another direction are ignored',
      '{ policyTypes: [Egress], ingress: [{}] }',
      [OUT],
      [],
    ],
    ['leave egress alone where the types are Ingress', '{ policyTypes: [Ingress], egress: [{}] }', [IN], []],
    ['may be named twice', '{ policyTypes: [Ingress, Ingress] }', [IN], []],
    [
      'may be both',
      '{ policyTypes: [Egress, Ingress], ingress: [{}], egress: [{}] }',
      [IN, OUT],
      [ANY_INGRESS, ANY_EGRESS],
    ],
  ])('%s', (_says, spec, ends, rules) => {
    const compiled = policyWith(spec);
    expect(compiled.findings).toEqual([]);
    expect(isolates(compiled)).toEqual(ends);
    expect(rulesOf(compiled)).toEqual(rules);
  });
});

describe('a list of rules', () => {
  it.each([
    ['that is absent, null or empty allows nothing', ['{}', '{ ingress: null }', '{ ingress: [] }'], []],
    ['with the empty rule allows everyone everything', ['{ ingress: [{}] }', '{ ingress: [null] }'], [ANY_INGRESS]],
    [
      'whose peers are absent, null or empty allows everyone',
      ['{ ingress: [{ ports: [] }] }', '{ ingress: [{ from: null, ports: null }] }', '{ ingress: [{ from: [] }] }'],
      [ANY_INGRESS],
    ],
  ])('%s', (_says, specs, rules) => {
    for (const spec of specs) expect(rulesOf(policyWith(spec))).toEqual(rules);
  });

  it('keeps the positions its author counts, in each direction', () => {
    const compiled = policyWith('{ ingress: [{}, {}], egress: [{}, {}] }');
    const [p] = compiled.policies;
    expect(p?.rules.map((r) => `${r.direction} ${r.index} ${r.origin.pointer}`)).toEqual([
      'ingress 0 /spec/ingress/0',
      'ingress 1 /spec/ingress/1',
      'egress 0 /spec/egress/0',
      'egress 1 /spec/egress/1',
    ]);
  });
});

describe('the subject of a policy', () => {
  const subjectOf = (text: string) => {
    const [end] = policiesOf(text).stack.layers.flatMap((l) => l.tiers.flatMap((t) => t.ends));
    return end?.subject.text;
  };
  const all = (namespace: string) => `pods in(["kubernetes.io/metadata.name","${namespace}"]) and()`;

  it.each(['{}', '{ podSelector: {} }', '{ podSelector: null }', '{ podSelector: { matchLabels: {} } }'])(
    'of spec %s is every pod of its namespace',
    (spec) => expect(subjectOf(policy('shop/p', spec))).toBe(all('shop')),
  );

  it('is every pod of its namespace where there is no spec at all, which isolates them', () => {
    const text = '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p, namespace: shop } }';
    expect(subjectOf(text)).toBe(all('shop'));
    expect(isolates(policiesOf(text))).toEqual([IN]);
  });

  it('is in the default namespace of the request where the policy names none', () => {
    const text = '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p } }';
    expect(subjectOf(text)).toBe(all('default'));
    const [end] = policiesOf(text, { namespace: 'home' }).stack.layers.flatMap((l) => l.tiers.flatMap((t) => t.ends));
    expect(end?.subject.text).toBe(all('home'));
  });
});

describe('a policy the API server would refuse', () => {
  it.each([
    ['{ policyTypes: [ingress] }', ['SCH003 /spec/policyTypes/0 !']],
    ['{ policyTypes: [Ingress, 5] }', ['SCH003 /spec/policyTypes/1 !']],
    ['{ policyTypes: Ingress }', ['SCH003 /spec/policyTypes !']],
    ['{ policyTypes: [Ingress, Egress, Ingress] }', ['SCH003 /spec/policyTypes !']],
    ['{ podselector: {} }', ['SCH002 /spec/podselector !']],
    ['{ ingress: [{ form: [] }] }', ['SCH002 /spec/ingress/0/form !']],
    ['{ ingress: [{ to: [] }] }', ['SCH002 /spec/ingress/0/to !']],
    ['{ egress: [{ from: [] }] }', ['SCH002 /spec/egress/0/from !']],
    ['{ ingress: {} }', ['SCH003 /spec/ingress !']],
    ['{ ingress: [x] }', ['SCH003 /spec/ingress/0 !']],
    ['{ podSelector: [] }', ['SCH003 /spec/podSelector !']],
    ['{ podSelector: { app: web } }', ['SCH002 /spec/podSelector/app !']],
    ['{ podSelector: { matchLabels: { app: on } } }', ['YML003 /spec/podSelector/matchLabels/app !']],
    ['{ podSelector: { matchLabels: { v: 1.10 } } }', ['YML005 /spec/podSelector/matchLabels/v !']],
  ])('has spec %s: it is not in force, and is counted', (spec, faults) => {
    const compiled = policyWith(spec);
    expect([...new Set(compiled.findings.map(briefly))]).toEqual(faults);
    expect(compiled).toMatchObject({ refused: 1, policies: [], stack: { layers: [] } });
  });

  it('also for a rule of a direction it ignores', () => {
    expect(policyWith('{ policyTypes: [Egress], ingress: [{ from: [{}] }] }').refused).toBe(1);
  });

  it.each(['extensions/v1beta1', 'networking.k8s.io/v1beta1', 'networking.k8s.io/v1alpha1'])(
    'has apiVersion %s, and says what to write',
    (apiVersion) => {
      const compiled = policiesOf(`{ apiVersion: ${apiVersion}, kind: NetworkPolicy, metadata: { name: p } }`);
      expect(compiled.findings.map(briefly)).toEqual(['SCH005 /apiVersion !']);
      expect(compiled.findings[0]?.message).toBe(
        `${apiVersion} NetworkPolicy is not served any more; use networking.k8s.io/v1`,
      );
      expect(compiled.refused).toBe(1);
    },
  );

  it('does not stop the others', () => {
    const compiled = policiesOf(together(policy('shop/bad', '{ policyTypes: [x] }'), policy('shop/good', '{}')));
    expect(compiled.policies.map((p) => p.name)).toEqual(['good']);
  });
});

describe('a policy defined twice', () => {
  it('counts as it stands last by file and position, with an error there', () => {
    const compiled = policiesOf({
      'b.yaml': policy('shop/p', '{ policyTypes: [Egress] }'),
      'a.yaml': policy('shop/p', '{ ingress: [{}] }'),
    });
    expect(isolates(compiled)).toEqual([OUT]);
    expect(compiled.findings.map(briefly)).toEqual(['SCH007 ']);
    const [finding] = compiled.findings;
    expect(finding?.place && 'document' in finding.place && finding.place.document.source.path).toBe('b.yaml');
    expect(compiled.refused).toBe(0);
  });

  it('is not one of the same name in another namespace', () => {
    const compiled = policiesOf(together(policy('a/p', '{}'), policy('b/p', '{}')));
    expect(compiled.policies).toHaveLength(2);
    expect(compiled.findings).toEqual([]);
  });

  it('is not one whose later form the server would refuse: the earlier stays', () => {
    const compiled = policiesOf(together(policy('a/p', '{ ingress: [{}] }'), policy('a/p', '{ policyTypes: [x] }')));
    expect(rulesOf(compiled)).toEqual([ANY_INGRESS]);
    expect(compiled.refused).toBe(1);
  });
});
