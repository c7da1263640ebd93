/** A bug or a misuse: never what is wrong with a package. The message says what happened and what to do. */
export class QolhatError extends Error {
  constructor(code, what, { path = "", help = "", cause } = {}) {
    super(help ? `${what} ${help}` : what, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
    this.help = help;
  }
}

QolhatError.prototype.name = "QolhatError";
