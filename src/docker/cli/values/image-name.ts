/**
 * References of images: `[registry/]name[:tag][@digest]`
 * (https://pkg.go.dev/github.com/distribution/reference#pkg-overview).
 */

const STEP = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const REGISTRY = /^(?:[A-Za-z0-9.-]+|\[[\da-fA-F:]+\])(?::\d+)?$/;
const LONGEST = 1024;

export function isImageName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const [name = '', digest] = text.split('@');
  if (text.split('@').length > 2 || (digest !== undefined && !/^[A-Za-z][\w+.-]*:[\da-fA-F]{32,}$/.test(digest))) {
    return false;
  }
  const { path, tag } = cutTag(name);
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)) return false;
  const [first = '', ...steps] = path.split('/');
  const isRegistry =
    steps.length > 0 && (/[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  return (isRegistry ? REGISTRY.test(first) : STEP.test(first)) && steps.every((step) => STEP.test(step));
}

/** The last step of the path, which people call the image by: `nginx` of `docker.io/library/nginx:1.27`. */
export function imageStem(text: string): string {
  const { path } = cutTag(text.split('@')[0] ?? '');
  const stem = path.split('/').at(-1) ?? '';
  return /^[a-zA-Z0-9][\w.-]*$/.test(stem) ? stem : 'container';
}

function cutTag(name: string): { path: string; tag: string | undefined } {
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon < 0 ? { path: name, tag: undefined } : { path: name.slice(0, colon), tag: name.slice(colon + 1) };
}
