/**
 * The one pass over the documents of a bundle: each is given to the readers of the cluster and of network plugins, or
 * kept for the dialects of policies, and then let go of.
 */

import { holdsCommands } from '../docker/cli/command-lines.ts';
import {
  type DocumentSink,
  type Finding,
  headOf,
  type Kept,
  Locator,
  type ParsedBundle,
  type ParsedDocument,
  type Source,
} from '../ingest/index.ts';
import { inspectKind } from '../ingest/inspect-kind.ts';
import { type Checked, DocumentCheck } from '../kubernetes/api/document-check.ts';
import { type Cluster, ClusterReader } from '../kubernetes/cluster.ts';
import { type CniEvidence, cniEvidence } from '../kubernetes/cni/evidence.ts';
import { TraceFinder } from '../kubernetes/cni/traces.ts';
import { groupOf } from '../kubernetes/object.ts';
import { resourceKind } from '../kubernetes/resource-kinds.ts';
import type { LintObject } from '../lint/context/lint-object.ts';
import { ObjectCollector } from '../lint/context/object-collector.ts';
import type { CompileOptions } from '../policy/dialect.ts';
import { KUBERNETES_DIALECTS, type Policies, PolicyReading } from '../policy/dialects/registry.ts';
import type { Release } from '../schemas/releases.ts';
import { byKeys } from '../util/ordering.ts';

/** What a bundle came to. */
export interface Read {
  readonly parsed: ParsedBundle;
  readonly cluster: Cluster;
  /** To be asked once. */
  policies(): Policies;
  /** What `docker inspect` and `docker network inspect` printed. */
  readonly inspected: readonly ParsedDocument[];
  /** Files of command lines. */
  readonly scripts: readonly Source[];
  /** Which network plugins the bundle shows. */
  evidence(): CniEvidence;
  readonly documents: number;
  /** `portolan.yaml`, that of the outermost folder first. */
  readonly settingsFiles: readonly Source[];
  /** What rules look at, where it was to be kept. */
  readonly objects: readonly LintObject[];
  /** What the API server would say of each object, where that was asked. */
  readonly checked: Checked | undefined;
  /** Documents that nobody claims, counted by kind, in alphabetical order. */
  readonly otherKinds: ReadonlyMap<string, number>;
}

/** What a repository asks of validate; see `operations/settings-file.ts`. */
const SETTINGS_FILE = /(?:^|\/)portolan\.ya?ml$/;

export interface ReadingOptions extends CompileOptions {
  /** Which files hold command lines. */
  readonly isScript?: (source: Source) => boolean;
  /** Whether rules will look at the objects. */
  readonly keepObjects?: boolean;
  /** The version whose API server looks at each object; none where nobody asks what it would say. */
  readonly kubernetes?: Release | undefined;
}

export class Reading implements DocumentSink {
  readonly #cluster: ClusterReader;
  readonly #traces: TraceFinder;
  readonly #objects: ObjectCollector | undefined;
  readonly #check: DocumentCheck | undefined;
  readonly #policies: PolicyReading;
  readonly #inspected: ParsedDocument[] = [];
  readonly #scripts: Source[] = [];
  readonly #isScript: (source: Source) => boolean;
  readonly #settings: Source[] = [];
  readonly #otherKinds = new Map<string, number>();
  readonly #locator = new Locator();
  #documents = 0;

  constructor(options: ReadingOptions) {
    const { namespace, ipBlockPods, isScript = holdsCommands, keepObjects = false, kubernetes } = options;
    this.#isScript = isScript;
    this.#policies = new PolicyReading({ namespace, ipBlockPods });
    this.#cluster = new ClusterReader(namespace);
    this.#traces = new TraceFinder(namespace);
    this.#objects = keepObjects ? new ObjectCollector(namespace) : undefined;
    this.#check = kubernetes && new DocumentCheck({ release: kubernetes, namespace, isRead });
  }

  claims(source: Source): boolean {
    if (SETTINGS_FILE.test(source.path)) {
      this.#settings.push(source);
      return true;
    }
    const isScript = this.#isScript(source);
    if (isScript) this.#scripts.push(source);
    return isScript;
  }

  take(document: ParsedDocument): Kept {
    const found = this.#check?.findings.length ?? 0;
    const isChecked = this.#check?.take(document) ?? true;
    const kept = this.#read(document);
    // A rule may point into whatever it looks at, and what cannot be checked yet is read again.
    if (this.#objects?.take(document) || !isChecked) return kept === 'head' ? 'text' : kept;
    if (this.#check && kept === 'head') this.#settle(document, this.#check.findings, found);
    return kept;
  }

  #read(document: ParsedDocument): Kept {
    this.#documents += 1;
    if (inspectKind(document.value)) {
      this.#inspected.push(document);
      return 'value';
    }
    this.#traces.take(document);
    const found = this.#cluster.findings.length;
    const claim = this.#cluster.read(document);
    if (claim === 'parts') return 'text';
    if (claim === 'whole') {
      this.#settle(document, this.#cluster.findings, found);
      return 'head';
    }
    if (this.#policies.take(document)) return 'text';
    const { apiVersion, kind } = headOf(document);
    const name = `${apiVersion} ${kind}`;
    // A Compose file has no kind, and is a project's.
    if (kind !== '') this.#otherKinds.set(name, (this.#otherKinds.get(name) ?? 0) + 1);
    return 'head';
  }

  /** After the last document. */
  finish(parsed: ParsedBundle): Read {
    const [traces, policies] = [this.#traces, this.#policies];
    const cluster = this.#cluster.finish();
    return {
      parsed,
      cluster,
      policies: () => policies.finish(cluster),
      inspected: this.#inspected,
      scripts: this.#scripts,
      evidence: () => cniEvidence(traces),
      documents: this.#documents,
      objects: this.#objects?.objects ?? [],
      checked: this.#check?.finish(),
      settingsFiles: this.#settings.toSorted(
        byKeys(
          ({ path }) => path.split('/').length,
          ({ path }) => path,
        ),
      ),
      otherKinds: new Map([...this.#otherKinds].sort(byKeys(([kind]) => kind))),
    };
  }

  /** Looks up the places of what was found in a document from `index` on, where its text will be dropped. */
  #settle(document: ParsedDocument, findings: Finding[], index: number): void {
    if (!document.source.from) return;
    for (let i = index; i < findings.length; i++) {
      const finding = findings[i];
      if (!finding?.place || !('document' in finding.place)) continue;
      const { document: of, pointer } = finding.place;
      const { line, column } = this.#locator.locate(finding.place);
      findings[i] = { ...finding, place: { document: of, pointer, at: { line, column } } };
    }
  }
}

/** Whether some reader knows a kind, whatever schemas know. */
function isRead(apiVersion: string, kind: string): boolean {
  const group = groupOf(apiVersion);
  return resourceKind(group, kind) !== undefined || KUBERNETES_DIALECTS.some((dialect) => dialect.claims(group, kind));
}
