import type { Result, CalendarOptions, Checked, CheckOptions, InitSource } from "./shared.js";
import type { PackageInput, ReceiptOptions, WorkingDaysAsked } from "./shared.js";
import type { Checklist, PrintedReceipt, Report, WorkingDays } from "./types.js";

export type * from "./shared.js";
export type * from "./types.js";
export { QolhatError } from "./error.js";
export { version } from "./version.js";

/**
 * Starts the engine before it is first asked. Not needed: every function starts it. Called again, it starts nothing.
 */
export function init(source?: InitSource): Promise<void>;

/** Checks a package under the law of the day of its visit. With `lang`, the findings come in words too. */
export function check<O extends CheckOptions>(given: PackageInput, options: O): Promise<Result<Checked<O>>>;

/** Lists what is asked of whoever gives these answers. Without `channel`, the first that the edition names is taken. */
export function documents(
  wanted: Omit<PackageInput, "channel"> & { channel?: string },
  options: Omit<CheckOptions, "lang">,
): Promise<Result<{ checklist: Checklist }>>;

/**
 * Draws up the receipt of a report, with whom it names. There is none while the verdict is open.
 *
 * A report that was kept or sent elsewhere will do: the check is made again. `law-changed` says that it would now be
 * another one.
 */
export function receipt(report: Report, options: ReceiptOptions): Promise<Result<{ receipt: PrintedReceipt | null }>>;

/** Counts working days: the `count`-th after a day, or those after a day up to another, each with its reason. */
export function calendar(
  asked: WorkingDaysAsked,
  options?: CalendarOptions,
): Promise<Result<{ workingDays: WorkingDays }>>;
