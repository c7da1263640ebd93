import type { Applicant, Day, InputError, Item, Lang, Package, Report, Words } from "./types.js";

/** What was asked for, or every fault of what was passed in: with code, path, and what to do. */
export type Result<T> = ({ type: "success" } & T) | { type: "failure"; errors: InputError[] };

/** A package as it is passed in. What is not said is not known: an answer left out is not a no. */
export type PackageInput = Omit<Package, "facts" | "documents"> & {
  /** The answers to questions. */
  facts?: Package["facts"];
  /** The documents. */
  documents?: Item[];
};

/** When a question is asked, and under which law. */
export interface CheckOptions {
  /** The day on which it is asked. The engine has no clock. */
  day: Day;
  /** The language in which the findings come in words too. */
  lang?: Lang;
  /** The service's law, in place of what the package brings: a module of `qolhat/law/`, or the bytes of a file. */
  law?: LawFile | Bytes;
  /** The days off, in place of what the package brings. */
  calendar?: LawFile | Bytes;
}

/** A checked package, with words where a language was asked for. */
export type Checked<O> = { report: Report } & (O extends { lang: Lang } ? { words: Words } : { words?: Words });

/** Whom a receipt names, and its language. */
export interface ReceiptOptions extends Pick<CheckOptions, "law" | "calendar"> {
  /** The receipt's language. A sheet carries one language and never two. */
  lang: Lang;
  /** The applicant. */
  applicant?: Applicant;
  /** The provider's name. */
  provider?: string;
  /** Prints the IIN in full; otherwise all but its last four digits are masked. */
  fullIin?: boolean;
}

/** Which working days are counted. The day `after` which counting begins is never counted. */
export type WorkingDaysAsked = {
  after: Day;
  /** 5: Monday to Friday, which is taken where nothing is said. 6: Monday to Saturday. */
  week?: 5 | 6;
} & ({ count: number; until?: undefined } | { until: Day; count?: undefined });

/** The days off to count by. */
export interface CalendarOptions {
  /** The days off, in place of what the package brings. */
  calendar?: LawFile | Bytes;
}

/** Bytes, however they are held. */
export type Bytes = ArrayBuffer | ArrayBufferView;

/** A file of the law as a module brings it: the default export of `qolhat/law/…`. */
export interface LawFile {
  /** The service's id, or `calendar`. */
  readonly id: string;
  /** The hash by which a report names it. */
  readonly hash: string;
  /** The file, as the engine unpacks it. */
  readonly data: string;
}

/**
 * Where the engine is: a URL, a `Response`, bytes or a `WebAssembly.Module`, or a promise of one; alone or as
 * `{ module_or_path }`. Said so loosely because not every place that runs this has types of those names.
 */
export type InitSource = string | object;
