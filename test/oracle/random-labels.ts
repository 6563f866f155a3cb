/**
 * Random labels and label selectors over an alphabet so small that selectors hit and miss about equally often. The empty
 * value is in it, and so is a key that every JavaScript object seems to have.
 */
import fc from 'fast-check';
import type { LabelSelector, Labels, Requirement } from './manifests.ts';
import { listOf, orAbsent, shape } from './random-shapes.ts';

/** Namespaces of the generated clusters, in the order in which they appear. */
export const NAMESPACES = ['default', 'alpha', 'beta', 'gamma'] as const;
/** Owners label their pods with their own name under this key. */
export const OWNER_KEY = 'owner';
export const OWNERS = ['web', 'store'] as const;
export const HASH_KEY = 'pod-template-hash';
export const NAMESPACE_NAME_KEY = 'kubernetes.io/metadata.name';

const ODD_KEY = 'constructor';
const value = fc.constantFrom('a', 'b', '');

export const podLabels = labels(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('app', 'tier', 'env') },
    { weight: 1, arbitrary: fc.constant(ODD_KEY) },
  ),
);
export const namespaceLabels = labels(fc.constantFrom('team', 'env'));

export const podSelector = selector(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('app', 'tier', 'env') },
    { weight: 1, arbitrary: fc.constantFrom(ODD_KEY, OWNER_KEY, HASH_KEY) },
  ),
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(...OWNERS) }),
);

export const namespaceSelector = fc.oneof(
  { weight: 1, arbitrary: selector(fc.constantFrom('team', 'env'), value) },
  { weight: 1, arbitrary: selector(fc.constant(NAMESPACE_NAME_KEY), fc.constantFrom(...NAMESPACES, 'nowhere')) },
);

function labels(key: fc.Arbitrary<string>): fc.Arbitrary<Labels> {
  return fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 3, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
}

function selector(key: fc.Arbitrary<string>, values: fc.Arbitrary<string>): fc.Arbitrary<LabelSelector> {
  const oneLabel = fc.tuple(key, values).map(([name, wanted]) => ({ [name]: wanted }));
  const requirements = fc.array(requirement(key, values), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: oneLabel.map((matchLabels) => ({ matchLabels })) },
    { weight: 4, arbitrary: requirements.map((matchExpressions) => ({ matchExpressions })) },
    {
      weight: 1,
      arbitrary: shape<{ matchLabels: Labels | null | undefined; matchExpressions: Requirements }>({
        matchLabels: orAbsent(fc.oneof(oneLabel, fc.constant({}), fc.constant(null)), 1),
        matchExpressions: listOf(requirement(key, values), 3),
      }),
    },
  );
}

type Requirements = readonly Requirement[] | null | undefined;

function requirement(key: fc.Arbitrary<string>, values: fc.Arbitrary<string>): fc.Arbitrary<Requirement> {
  const listed = shape<Requirement>({
    key,
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.array(values, { minLength: 1, maxLength: 3 }),
  });
  const bare = shape<Requirement>({
    key,
    operator: fc.constantFrom('Exists', 'DoesNotExist'),
    values: fc.constantFrom(undefined, undefined, null, []),
  });
  return fc.oneof({ weight: 2, arbitrary: listed }, { weight: 1, arbitrary: bare });
}
