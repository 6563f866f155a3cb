/**
 * An answer as a graph: ends in groups, and what goes from one to another. The forms that draw read it and know no
 * operation; namespaces and Docker networks are groups, the matrix and a comparison of two are edges.
 */

export interface GraphGroup {
  readonly id: string;
  readonly title: string;
}

export interface GraphNode {
  /** The name in full, as the JSON form has it. */
  readonly id: string;
  /** Its name within its group. */
  readonly label: string;
  /** What it is, in a few words: `Deployment`. */
  readonly detail?: string;
  /** The id of a group. */
  readonly group?: string;
  readonly kind: 'workload' | 'external' | 'entry' | 'host';
  /** The directions in which only what a policy allows is open. */
  readonly isolated?: { readonly ingress: boolean; readonly egress: boolean };
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** What is allowed: `TCP 80,443`; empty where nothing surely is. */
  readonly label: string;
  /** Everything is allowed: the label names no ports. */
  readonly full?: boolean;
  /** What cannot be decided, written as the label is. */
  readonly unknown?: string;
  readonly change?: 'added' | 'removed' | 'changed';
}

export interface Graph {
  readonly title: string;
  /** One line under the title: the counts, and what is missing. */
  readonly note?: string;
  /** In the order in which they are shown, as are the nodes. */
  readonly groups: readonly GraphGroup[];
  readonly nodes: readonly GraphNode[];
  /** At most one for an ordered pair of nodes. */
  readonly edges: readonly GraphEdge[];
}
