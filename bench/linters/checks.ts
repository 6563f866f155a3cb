/** The checks of kube-score that speak of networking, with our rules about the same, and why the two may disagree. */

export interface Counterpart {
  readonly rules: readonly string[];
  /** Why it may speak where our rules do not. */
  readonly theirs: string;
}

const NAMESPACE =
  'an object without a namespace is not in `default` to it, and typed lists (`PodList`) are not unfolded';
const MISSING = 'a selector or labels that are missing, which is SCH004 here';
const UNEXPLAINED = '**not explained**';

export const COUNTERPARTS: Readonly<Record<string, Counterpart>> = {
  'ingress-targets-service': {
    rules: ['ING001', 'ING002'],
    theirs: `${NAMESPACE}; a backend that is a resource counts as a Service that is not there`,
  },
  'service-targets-pod': { rules: ['SVC001', 'SVC019'], theirs: NAMESPACE },
  'service-type': { rules: ['SVC008'], theirs: UNEXPLAINED },
  'networkpolicy-targets-pod': {
    rules: ['NET001'],
    theirs: `${NAMESPACE}; a selector that means every pod of a namespace without pods; objects that are refused`,
  },
  'pod-networkpolicy': {
    rules: ['NET019', 'NET020'],
    theirs: 'every pod, where no policy is about any: ours says it once, of the namespace',
  },
  'statefulset-has-servicename': { rules: ['SVC021'], theirs: UNEXPLAINED },
  'deployment-pod-selector-labels-match-template-metadata-labels': { rules: ['POD016'], theirs: MISSING },
  'statefulset-pod-selector-labels-match-template-metadata-labels': { rules: ['POD016'], theirs: MISSING },
  'stable-version': { rules: ['SCH005', 'SCH006'], theirs: UNEXPLAINED },
  'label-values': { rules: ['SCH008'], theirs: UNEXPLAINED },
};
