/**
 * How much of a shell text is read. Hostile text is normal input: each bound is far above what people write, and what
 * lies beyond it is a finding, never a long wait.
 */

export const SHELL_LIMITS = {
  /** A longer text is not taken as one script but line by line, so that no more than one line is held as a tree. */
  scriptChars: 1_000_000,
  /** Linux takes no longer word (MAX_ARG_STRLEN, `man 2 execve`), and people write no longer command. */
  commandChars: 131_072,
  /** Lines of one text that are parsed, because they may hold a docker command. */
  lines: 20_000,
  /** Each level of `$(…)` costs the shell parser another look at the text inside. */
  substitutions: 8,
  /** What a variable may grow to when it is made of others. */
  variableChars: 65_536,
  /** Words of one command line once its variables are put in. */
  words: 4_096,
  /** How far a quote that does not end on its own line is followed, and how many ends are tried in one text. */
  quotedChars: 8_192,
  quoteEnds: 2_000,
  /** How far the end of a here-document is looked for. */
  hereDocumentChars: 16_384,
  /** Commands of all files together, and the ports they publish: a range is taken apart. */
  commands: 10_000,
  ports: 262_144,
  /** Findings about one command line, and about one file. */
  commandFindings: 50,
  fileFaults: 1_000,
} as const;
