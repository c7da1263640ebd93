/** A bug or a misuse: never what is wrong with a package. The message says what happened and what to do. */
export class QolhatError extends Error {
  /** A stable code, such as `not-ready`. */
  readonly code: string;
  /** What it is about, such as `options.law`; empty where it is about no one thing. */
  readonly path: string;
  /** What to do; empty where the message says it all. */
  readonly help: string;
}
