/**
 * Whether host names meet (https://gateway-api.sigs.k8s.io/reference/spec/#hostname): `*.` stands for one label or
 * more, so `*.example.com` holds `a.b.example.com` and not `example.com`.
 */

/** Whether a listener and a route have a host name in common; nothing said is every name. */
export function hostnamesMeet(listener: string | undefined, route: readonly string[]): boolean {
  if (listener === undefined || route.length === 0) return true;
  return route.some((hostname) => meet(listener, hostname));
}

function meet(a: string, b: string): boolean {
  if (a === b) return true;
  return holds(a, b) || holds(b, a);
}

/** Whether the wildcard `a` holds all of `b`, which may be a wildcard itself. */
function holds(a: string, b: string): boolean {
  if (!a.startsWith('*.')) return false;
  const suffix = a.slice(1);
  return b.endsWith(suffix) && b.length > suffix.length;
}
