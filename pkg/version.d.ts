/** What is in this package. */
export const version: {
  /** The engine's version. */
  readonly engine: string;
  /** The hash of each service's law, by which a report names it. */
  readonly law: Readonly<Record<string, string>>;
  /** The hash of the calendar, and the day to which it was checked. */
  readonly calendar: { readonly hash: string; readonly checked: string };
};
