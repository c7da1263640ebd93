import type { Result, Bytes, CalendarOptions, Checked, CheckOptions, InitSource, LawFile } from "./shared.js";
import type { PackageInput, ReceiptOptions, WorkingDaysAsked } from "./shared.js";
import type { Checklist, PrintedReceipt, Report, WorkingDays } from "./types.js";

export type * from "./shared.js";
export type * from "./types.js";
export { QolhatError } from "./error.js";
export { version } from "./version.js";

/** The law that a question is asked under. */
export interface Law {
  law: LawFile | Bytes;
  calendar: LawFile | Bytes;
}

/** Starts the engine. Called again, it starts nothing. */
export function init(source: InitSource): Promise<void>;

/** See `check` of "qolhat". */
export function check<O extends CheckOptions & Law>(given: PackageInput, options: O): Promise<Result<Checked<O>>>;

/** See `documents` of "qolhat". */
export function documents(
  wanted: Omit<PackageInput, "channel"> & { channel?: string },
  options: Omit<CheckOptions, "lang"> & Law,
): Promise<Result<{ checklist: Checklist }>>;

/** See `receipt` of "qolhat". */
export function receipt(
  report: Report,
  options: ReceiptOptions & Law,
): Promise<Result<{ receipt: PrintedReceipt | null }>>;

/** See `calendar` of "qolhat". */
export function calendar(
  asked: WorkingDaysAsked,
  options: Required<CalendarOptions>,
): Promise<Result<{ workingDays: WorkingDays }>>;
