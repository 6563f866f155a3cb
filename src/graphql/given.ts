/** Arguments in the words of the operations: for them, an option that is not given is not there. */

/** Without what is null or undefined. */
export function given(options: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));
}
