// The whole package: the engine inside, the law of each service loaded as it is first asked for.
import * as core from "./core.js";
import engine from "./engine.js";
import calendarFile from "./law/calendar.js";
import { services } from "./law/services.js";

export { QolhatError } from "./error.js";
export { version } from "./version.js";

const inside = { engine, calendar: calendarFile, services };

export const init = (source = engine) => core.init(source);
export const check = (given, options) => core.check(given, options, inside);
export const documents = (wanted, options) => core.documents(wanted, options, inside);
export const receipt = (report, options) => core.receipt(report, options, inside);
export const calendar = (asked, options) => core.calendar(asked, options, inside);
