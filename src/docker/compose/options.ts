/** What a request may say about the Compose projects of its bundle. */

export interface ComposeOptions {
  /** The folder that all files lie in, which is none of a project's: one side of two bundles. */
  readonly root?: string | undefined;
  /** Files of the bundle in the order they are merged; without them they are found by name, per folder. */
  readonly composeFiles?: readonly string[] | undefined;
  readonly projectName?: string | undefined;
  /** Profiles that are active; `*` is all of them. */
  readonly profiles?: readonly string[] | undefined;
  /** Variables to fill in; they win over those of a `.env` file. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}
