/** What the exit code of a command says, so that a pipeline can tell findings from failures. */

/** Each with the words for help and documentation. */
export const EXIT_CODES = {
  pass: { code: 0, what: 'It was computed, and no gate tripped.' },
  gate: { code: 1, what: 'A gate tripped; the report is printed all the same.' },
  input: { code: 2, what: 'The command line or the files make no sense.' },
  failed: { code: 3, what: 'It could not be computed: a limit, the network, a service that refuses, a bug.' },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]['code'];

/** Statuses that mean the request was wrong, as `PROBLEMS` and the contract have them. */
const OF_INPUT: readonly number[] = [400, 406, 415];

/** The exit code that stands for the status of an answer over HTTP. */
export function exitCodeOf(status: number): ExitCode {
  if (status === 200) return EXIT_CODES.pass.code;
  if (status === 422) return EXIT_CODES.gate.code;
  return OF_INPUT.includes(status) ? EXIT_CODES.input.code : EXIT_CODES.failed.code;
}
