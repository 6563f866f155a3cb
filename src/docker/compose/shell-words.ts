/**
 * A command given as one text, split into words as the loader splits it
 * (https://docs.docker.com/reference/compose-file/services/#command): quotes and backslashes as in a shell, nothing
 * expanded, and the end at the first operator (`;`, `&`, `|`, `<`, `>`) outside quotes.
 */

/** The words; undefined where a quote stays open, or where the text is no command. */
export function shellWords(text: string): readonly string[] | undefined {
  return new Splitter().split(text);
}

class Splitter {
  readonly #words: string[] = [];
  #word = '';
  /** An empty pair of quotes begins a word too. */
  #begun = false;
  /** What is open; a backtick may hold quotes, so more than one may be. */
  #single = false;
  #double = false;
  #backtick = false;
  #substitution = false;

  split(text: string): readonly string[] | undefined {
    let escaped = false;
    for (const char of text) {
      if (escaped) {
        this.#add(char);
        escaped = false;
      } else if (char === '\\' && !this.#single) {
        escaped = true;
      } else if (' \t\r\n'.includes(char)) {
        this.#space(char);
      } else if ('"\''.includes(char)) {
        this.#quote(char);
      } else if (';&|<>'.includes(char) && !this.#isOpen) {
        if (char === '>' && /^\d/.test(this.#word)) this.#begun = false;
        break;
      } else if (!this.#bracket(char)) {
        return undefined;
      }
    }
    this.#finish();
    return escaped || this.#isOpen ? undefined : this.#words;
  }

  get #isOpen(): boolean {
    return this.#single || this.#double || this.#backtick || this.#substitution;
  }

  #quote(char: string): void {
    const other = char === '"' ? this.#single : this.#double;
    if (other || this.#substitution) {
      this.#add(char);
      return;
    }
    const open = char === '"' ? this.#double : this.#single;
    if (open) this.#begun = true;
    if (char === '"') this.#double = !open;
    else this.#single = !open;
  }

  /** Any other character; false for a bracket that no command has. */
  #bracket(char: string): boolean {
    const quoted = this.#single || this.#double;
    if (char === '`' && !quoted && !this.#substitution) this.#backtick = !this.#backtick;
    if (char === ')' && !quoted && !this.#backtick) this.#substitution = !this.#substitution;
    if (char === '(' && !quoted && !this.#backtick) {
      if (this.#substitution || !this.#word.endsWith('$')) return false;
      this.#substitution = true;
    }
    this.#add(char);
    return true;
  }

  #add(char: string): void {
    this.#begun = true;
    this.#word += char;
  }

  #space(char: string): void {
    if (this.#isOpen) this.#word += char;
    else this.#finish();
  }

  #finish(): void {
    if (this.#begun) this.#words.push(this.#word);
    this.#word = '';
    this.#begun = false;
  }
}
