/**
 * Every limit of the service, with its reason. A limit about the whole request is a
 * `limit-exceeded` problem that carries the limit's name; a limit of one document is a finding (`YML006`), and the
 * other documents live.
 */

/** One limit as it is served: the largest value allowed, what it counts, and why it exists. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly reason: string;
}

export const LIMITS = {
  requestBytes: {
    value: 100_000_000,
    unit: 'bytes',
    reason: 'A request body is held in memory while it is read.',
  },
  inflatedBytes: {
    value: 256_000_000,
    unit: 'bytes a packed body unpacks to',
    reason: 'Manifests are held in memory unpacked; few clusters come near it.',
  },
  inflationRatio: {
    value: 100,
    unit: 'times its own length that a packed body unpacks to, beyond the first 1 MiB',
    reason: 'Manifests pack to a tenth, or a twenty-fifth at best; what packs better was made to fill memory.',
  },
  entries: {
    value: 100_000,
    unit: 'entries of one archive, those that are no manifests among them',
    reason: 'Every entry costs time even where it is not read.',
  },
  cachedBytes: {
    value: 4_000_000,
    unit: 'bytes of bundles whose analyses are kept for the next request about them',
    reason: 'An analysis takes many times the memory of its files, and an isolate has little.',
  },
  cachedBundles: {
    value: 16,
    unit: 'bundles whose analyses are kept for the next request about them',
    reason: 'Who asks again asks soon.',
  },
  largeRequestBytes: {
    value: 8_000_000,
    unit: 'bytes',
    reason: 'Of longer requests one is answered at a time: two whole clusters at once would not fit in memory.',
  },
  requestsAtOnce: {
    value: 64,
    unit: 'requests in work in one isolate',
    reason: 'It has one thread: more would only wait, and their clients would give up.',
  },
  bytesAtOnce: {
    value: 32_000_000,
    unit: 'bytes of requests in work in one isolate, the large one aside',
    reason: 'Bodies that wait for their turn take memory that the one in work needs.',
  },
  wholeBytes: {
    value: 262_144,
    unit: 'bytes of a JSON list',
    reason: 'A longer one is read item by item while it arrives, and never as a whole.',
  },
  pieceBytes: {
    value: 8_000_000,
    unit: 'bytes of one line of JSON, or of one item of such a list',
    reason: 'It is held as a whole while it is read; the API server takes no object of half that size.',
  },
  envelopeBytes: {
    value: 16_000_000,
    unit: 'bytes',
    reason: 'A JSON envelope is parsed whole, with every file as a string inside; larger bundles fit a multipart form.',
  },
  files: {
    value: 10_000,
    unit: 'files',
    reason: 'A bundle of more files is a mistake more often than a cluster.',
  },
  pathLength: {
    value: 1_024,
    unit: 'characters',
    reason: 'The name of a file is repeated in every finding about it.',
  },
  objects: {
    value: 250_000,
    unit: 'documents or list items',
    reason: 'Every object is kept for the whole of an analysis.',
  },
  faults: {
    value: 1_000,
    unit: 'unreadable documents in one file',
    reason: 'A file with more of them is no manifest, and every one costs more than a sound document.',
  },
  nesting: {
    value: 64,
    unit: 'levels',
    reason: 'Readers of documents may recurse; the deepest manifests seen in practice nest 24 levels.',
  },
  aliases: {
    value: 1_000,
    unit: 'aliases in one YAML document',
    reason: 'Aliases let a small document stand for a large one.',
  },
  nodes: {
    value: 250_000,
    unit: 'nodes of one YAML document, aliases expanded',
    reason: 'Whoever walks a document visits every node, an aliased one as often as it is named.',
  },
  selectorTerms: {
    value: 10_000,
    unit: 'requirements of one selector and the values they list',
    reason: 'Every one of them is looked up; nobody writes so many by hand.',
  },
  setBytes: {
    value: 32_000_000,
    unit: 'bytes of sets of workloads',
    reason: 'Every selector that policies use is kept as a set of the workloads and outside ranges it means.',
  },
  tierCells: {
    value: 1_000_000,
    unit: 'pairs of groups of workloads that a tier with an order tells apart',
    reason:
      'Where the order of rules decides, every pair that a rule singles out is kept; single questions do not need it.',
  },
  ruleWork: {
    value: 1_000_000_000,
    unit: 'rules times the groups of workloads they apply to times the groups they single out',
    reason: 'That is how often a rule is applied while a matrix is computed; single questions do not need it.',
  },
  portIntervals: {
    value: 1_000_000,
    unit: 'intervals of ports over all different sets of ports',
    reason: 'Every set of ports that some pair may use is kept once.',
  },
  questions: {
    value: 4_000_000,
    unit: 'pairs that are decided one by one',
    reason: 'Pods that might exist are in no class, so that every one of them is a question of its own.',
  },
  translatedPairs: {
    value: 400_000,
    unit: 'pairs of services, and names asked for at services, in one translation',
    reason:
      'A proof looks at every pair of services and at every name from every service; some 400 services come near it.',
  },
  connections: {
    value: 250_000,
    unit: 'connections in one answer',
    reason: 'An answer is held in memory while it is sorted and written.',
  },
  outputBytes: {
    value: 64_000_000,
    unit: 'bytes of a streamed answer',
    reason: 'A stream ends when someone asked for more than they can use; the part they need is smaller.',
  },
  explanations: {
    value: 2_000,
    unit: 'explained connections in one answer',
    reason: 'Explaining a connection is asking every rule about it again.',
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

/** The values alone, as the functions of this room take them. */
export type Limits = Readonly<Record<LimitName, number>>;

export const DEFAULT_LIMITS: Limits = {
  requestBytes: LIMITS.requestBytes.value,
  inflatedBytes: LIMITS.inflatedBytes.value,
  inflationRatio: LIMITS.inflationRatio.value,
  entries: LIMITS.entries.value,
  cachedBytes: LIMITS.cachedBytes.value,
  cachedBundles: LIMITS.cachedBundles.value,
  largeRequestBytes: LIMITS.largeRequestBytes.value,
  requestsAtOnce: LIMITS.requestsAtOnce.value,
  bytesAtOnce: LIMITS.bytesAtOnce.value,
  wholeBytes: LIMITS.wholeBytes.value,
  pieceBytes: LIMITS.pieceBytes.value,
  envelopeBytes: LIMITS.envelopeBytes.value,
  files: LIMITS.files.value,
  pathLength: LIMITS.pathLength.value,
  objects: LIMITS.objects.value,
  faults: LIMITS.faults.value,
  nesting: LIMITS.nesting.value,
  aliases: LIMITS.aliases.value,
  nodes: LIMITS.nodes.value,
  selectorTerms: LIMITS.selectorTerms.value,
  setBytes: LIMITS.setBytes.value,
  tierCells: LIMITS.tierCells.value,
  ruleWork: LIMITS.ruleWork.value,
  portIntervals: LIMITS.portIntervals.value,
  questions: LIMITS.questions.value,
  translatedPairs: LIMITS.translatedPairs.value,
  connections: LIMITS.connections.value,
  outputBytes: LIMITS.outputBytes.value,
  explanations: LIMITS.explanations.value,
};

/**
 * Sets limits of this process: for whoever runs it, once, before its first request. Nothing that a request brings gets
 * here.
 */
export function setLimits(values: Readonly<Partial<Record<LimitName, number>>>): void {
  for (const [name, limit] of Object.entries(LIMITS) as [LimitName, { value: number }][]) {
    limit.value = values[name] ?? limit.value;
  }
  Object.assign(DEFAULT_LIMITS, values);
}
