/** What flags of the docker command take, and the texts it accepts for each. */

/** `text` is anything: it is judged where it is read, or not at all. */
export type FlagKind = 'bool' | 'text' | 'int' | 'uint' | 'decimal' | 'duration' | 'bytes';

export const VALUE_NAMES: Readonly<Record<FlagKind, string>> = {
  bool: 'true or false, and only behind an equals sign',
  text: 'a text',
  int: 'a whole number',
  uint: 'a whole number that is not negative',
  decimal: 'a number',
  duration: 'a duration such as 30s or 1m30s',
  bytes: 'a size such as 512m',
};

/**
 * As Go's strconv.ParseBool, strconv.ParseInt with base 0, big.Rat.SetString and time.ParseDuration read them, and
 * docker/go-units RAMInBytes (-1 is "unlimited" to the flags that know it).
 */
const FORMS: Readonly<Record<Exclude<FlagKind, 'text'>, RegExp>> = {
  bool: /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/,
  int: /^[+-]?(?:0[xX][\da-fA-F_]+|0[oO]?[0-7_]*|0[bB][01_]+|[1-9][\d_]*)$/,
  uint: /^(?:0[xX][\da-fA-F_]+|0[oO]?[0-7_]*|0[bB][01_]+|[1-9][\d_]*)$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?:\/\d+)?$/,
  duration: /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/,
  bytes: /^(?:-1|\d+(?:\.\d*)? ?(?:[kmgtpKMGTP](?:i?[bB])?|[bB])?|\.\d+ ?(?:[kmgtpKMGTP](?:i?[bB])?|[bB])?)$/,
};

export function isValueOf(kind: FlagKind, value: string): boolean {
  return kind === 'text' || FORMS[kind].test(value);
}

/** Whether a switch is on: the texts Go's strconv.ParseBool takes for true. */
export function isTrue(value: string): boolean {
  return /^(?:1|t|T|TRUE|true|True)$/.test(value);
}
