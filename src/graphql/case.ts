/** Words of closed sets: `default-deny` in the results, `DEFAULT_DENY` in the schema. */

type Screaming<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Screaming<Tail>}`
  : Uppercase<Word>;

export function upper<Word extends string>(word: Word): Screaming<Word> {
  return word.toUpperCase().replaceAll('-', '_') as Screaming<Word>;
}

export function lower<Word extends string>(word: Word): Lowercase<Word> {
  return word.toLowerCase() as Lowercase<Word>;
}
