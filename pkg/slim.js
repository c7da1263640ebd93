// The package without bytes: the engine comes by `init`, the law with each call.
import * as core from "./core.js";

export { QolhatError } from "./error.js";
export { version } from "./version.js";

const nothing = { services: {} };

export const init = (source) => core.init(source);
export const check = (given, options) => core.check(given, options, nothing);
export const documents = (wanted, options) => core.documents(wanted, options, nothing);
export const receipt = (report, options) => core.receipt(report, options, nothing);
export const calendar = (asked, options) => core.calendar(asked, options, nothing);
