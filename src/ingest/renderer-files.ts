/**
 * Files of the programs that write manifests: charts of Helm (https://helm.sh/docs/topics/charts/) and sources of
 * Kustomize (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). They are no manifests. A patch of
 * Kustomize even looks like one, and is a part of an object, which would be read as a second one.
 */

import type { BundleFile } from './bundle.ts';
import { decodeText } from './decode-text.ts';
import { isObject, type JsonObject, type JsonValue, own } from './document.ts';
import { Fault } from './fault.ts';
import type { Limits } from './limits.ts';
import { readYaml } from './yaml-read.ts';

const CHART = /(?:^|\/)Chart\.ya?ml$/;
const KUSTOMIZATION = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
/** What lies beside the description of a chart and is no template. */
const BESIDE_CHART = /^(?:values[^/]*\.ya?ml|values\.schema\.json|Chart\.lock|requirements\.(?:yaml|lock))$/;

/** Larger ones are written by nobody. */
const LONGEST = 262_144;

const OF_CHART =
  'This is a chart of Helm: its templates are no manifests before they are rendered. Send what `helm template` prints.';
export const OF_KUSTOMIZE =
  'This is a source of Kustomize: the files of the bundle are read as they stand, without its changes. Send what `kustomize build` prints.';
const PATCH = 'This is a patch of Kustomize, a part of an object; it is skipped. Send what `kustomize build` prints.';

/** By path, what is to be said of a file that is not read; the empty text: nothing. */
export function rendererFiles(files: readonly BundleFile[], limits: Limits): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of files) {
    const { path } = file;
    if (CHART.test(path)) takeChart(path, files, found);
    else if (KUSTOMIZATION.test(path)) takeKustomization(file, limits, found);
  }
  return found;
}

/** Whether a document is a source of Kustomize, in a file of whatever name. */
export function isKustomization(value: JsonObject): boolean {
  const apiVersion = own(value, 'apiVersion');
  return typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/');
}

function takeChart(path: string, files: readonly BundleFile[], found: Map<string, string>): void {
  const folder = folderOf(path);
  for (const { path: other } of files) {
    if (other.startsWith(folder) && BESIDE_CHART.test(other.slice(folder.length))) found.set(other, '');
  }
  found.set(path, OF_CHART);
}

function takeKustomization({ path, bytes }: BundleFile, limits: Limits, found: Map<string, string>): void {
  const { text, fault } = bytes.length > LONGEST ? { text: '', fault: true } : decodeText(bytes);
  const read = fault ? undefined : readYaml(text, limits);
  const value = !read || read instanceof Fault ? undefined : read.value;
  // What cannot be read is told where it is read.
  if (!isObject(value)) return;
  for (const patch of patchPaths(value)) found.set(resolve(folderOf(path), patch), PATCH);
  found.set(path, OF_KUSTOMIZE);
}

function patchPaths(kustomization: JsonObject): string[] {
  const listed = ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap((key): readonly JsonValue[] => {
    const value = own(kustomization, key);
    return Array.isArray(value) ? value : [];
  });
  return listed.flatMap((entry) => {
    const path = isObject(entry) ? own(entry, 'path') : entry;
    // A patch may also stand in the file itself.
    return typeof path === 'string' && !path.includes('\n') ? [path] : [];
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function resolve(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
