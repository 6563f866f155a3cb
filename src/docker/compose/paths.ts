/**
 * Paths inside a bundle. Nothing is ever opened on a disk: a path is looked up among the files that were sent. Relative
 * paths of a Compose file count from its project's folder, and those of an included or extended file are rewritten so
 * that they do (https://docs.docker.com/reference/compose-file/include/).
 */

/** A path in its shortest form; '.' where nothing is left of it. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    const last = kept.at(-1);
    if (part !== '..') kept.push(part);
    else if (last !== undefined && last !== '..') kept.pop();
    else if (!rooted) kept.push(part);
  }
  const joined = kept.join('/');
  return rooted ? `/${joined}` : joined === '' ? '.' : joined;
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || path.startsWith('~');
}

/** `path` as seen from where `folder` is seen from; '.' is that place itself. */
export function joinPath(folder: string, path: string): string {
  return isAbsolute(path) ? path : cleanPath(`${folder}/${path}`);
}

/** The folder a path lies in; '.' at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash) || '/';
}

/** The way from one folder to another, both seen from the same place and neither above it. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [partsOf(from), partsOf(to)];
  let same = 0;
  while (same < here.length && here[same] === there[same]) same += 1;
  return cleanPath([...here.slice(same).map(() => '..'), ...there.slice(same)].join('/'));
}

function partsOf(path: string): string[] {
  return path === '.' ? [] : path.split('/');
}

/** Whether a reference leads to another machine, which Compose would ask and this service never does. */
export function isRemote(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) || path.startsWith('git@') || /^(?:oci:|github\.com\/)/.test(path);
}
