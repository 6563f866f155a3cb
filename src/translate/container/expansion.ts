/**
 * Texts that Kubernetes would expand, and Docker does not: in `command`, `args` and `env` it replaces `$(NAME)` and
 * takes `$$` for `$` (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
 * Tested in `test/translate/container.test.ts`.
 */

/** The text that Kubernetes makes this one of. */
export function unexpanded(text: string): string {
  return text.replace(/\$(?=[$(])/g, '$$$$');
}
