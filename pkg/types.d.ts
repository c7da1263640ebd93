// Made from the engine's types: `UPDATE_SNAPSHOTS=1 cargo test --features cli --test lib npm` makes it anew.

/** A legal act that is cited. */
export interface Act {
  /** The day of adoption; absent where it was not seen. */
  adopted: Day | null;
  /** The act's id. */
  id: Id;
  /** How the act is named in a citation: kind, day, number, in each language. */
  name: Text;
  /** What is said of its repeal, if it is repealed. */
  repealed: Repeal | null;
  /** How it is named where the full name stands elsewhere on the page: kind and number. */
  short: Text;
  /** Where the official text is. */
  url: string;
}

/** A number of days after the day it was published or given; the last of them is still in time. */
export interface Age {
  /** How many days. */
  count: number;
  /** Of which kind. */
  unit: DayUnit;
}

/** An answer that was given. */
export type Answer =
  /** Yes (`true`) or no. */
  | boolean
  /** The id of the chosen option. */
  | Id
  /** A civil day. */
  | Day
  /** A whole number. */
  | number;

/** What an answer looks like. */
export type AnswerKind =
  /** Yes or no. */
  | "yes-no"
  /** One of the listed options. */
  | {
    choice: Choice[];
  }
  /** A civil day. */
  | "day"
  /** A whole number from `min` to `max`, both included. */
  | {
    number: {
      /** The greatest number allowed. */
      max: number;
      /** The least number allowed. */
      min: number;
    };
  };

/** Who applies. */
export interface Applicant {
  /** The address. */
  address?: string | null;
  /** The day of birth. */
  birthDay?: Day | null;
  /** The IIN as written. */
  iin?: string | null;
  /** Surname, name, patronymic. */
  name?: string | null;
  /** The telephone. */
  phone?: string | null;
  /** The sex in the documents. */
  sex?: Sex | null;
}

/** An argument of a finding's sentence. */
export type Arg =
  /** A text of the law in three languages. */
  | Text
  /** Several, of which one would do. */
  | Text[]
  /** Several. */
  | Text[]
  /** A number. */
  | number
  /** A day. */
  | Day
  /** A time. */
  | TimeOfDay
  /** A form. */
  | DocumentForm
  /** A number of days of a kind. */
  | Age
  /** Which day of a document is meant. */
  | DayMeant
  /** What is wrong with a power of attorney. */
  | AttorneyFault
  /** Why a day is off. */
  | DayReason;

/** Whether a requirement is asked of this applicant. */
export type Asked =
  /** It is asked. */
  | {
    is: "yes";
  }
  /** It is asked only if there is one: its absence never refuses. */
  | {
    is: "optional";
  }
  /** It is not asked. */
  | {
    is: "no";
  }
  /** The text does not decide. */
  | {
    is: "unclear";
    /** Both readings, and what is safe. */
    note: Text;
  }
  /** It depends on facts that were not said. */
  | {
    /** The facts. */
    facts: Id[];
    is: "depends-on";
  };

/** A document as it is asked for on this channel. */
export interface AskedDocument {
  /** How many. */
  copies: number;
  /** The kind of document. */
  document: Id;
  /** In which form. */
  form: DocumentForm;
  /** What a person should know of it. */
  help?: Text | null;
  /** How old it may be. */
  maxAge?: MaxAge | null;
  /** Its plain name. */
  name: Text;
  /** Whether its last day of validity must be known to decide. */
  needsExpires: boolean;
  /** Whether the day it was given must be known to decide. */
  needsIssued: boolean;
  /** Whether the original is shown beside the copy. */
  originalShown: boolean;
  /** Whether it must bear the mark of registration. */
  registrationMark: boolean;
}

/** What is wrong with a power of attorney. */
export type AttorneyFault =
  /** It bears no day of issue: void. */
  | "undated"
  /** The longest term that the law allows has passed: so many months, until this last day. */
  | {
    "over-term": {
      /** The last day. */
      last: Day;
      /** The months. */
      months: number;
    };
  }
  /** The term written on it has passed on this last day. */
  | {
    expired: {
      /** The last day. */
      last: Day;
    };
  };

/** What was brought for a requirement. */
export type Brought =
  /** A document that fits. */
  | "fine"
  /** A document that does not fit: the findings say why. */
  | "failing"
  /** Nothing. */
  | "nothing";

/** In which form a document is brought. */
export type BroughtForm =
  /** The original on paper. */
  | "original"
  /** A copy on paper. */
  | "copy"
  /** A file or an electronic document. */
  | "electronic";

/** A place where papers are handed in. */
export interface Channel {
  /** The channel's id. */
  id: Id;
  /** How the channel behaves. */
  kind: ChannelKind;
  /** The channel, as a person reads it. */
  name: Text;
}

/** How a channel behaves. */
export type ChannelKind =
  /** The provider's own office: papers are handed over in person. */
  | "office"
  /** The State Corporation: papers are handed over in person and carried to the provider. */
  | "corporation"
  /** A portal: documents are electronic and signed by EDS. */
  | "portal";

/** What an edition asks of an applicant on a channel. */
export interface Checklist {
  /** The acts that are cited. */
  acts: Act[];
  /** The channel. */
  channel: Channel;
  /** What is said of the law, where an edition is in force. */
  law: LawUsed | null;
  /** Documents that the provider takes from state systems, and may not ask for. */
  notAsked: HeldDocument[];
  /** The questions whose answers matter, answered or not, in the order of asking. */
  questions: FactKind[];
  /** The region's name, where one was chosen. */
  region: Text | null;
  /** The requirements of this channel, each with whether it is asked. */
  requirements: RequirementStatus[];
  /** The service. */
  service: Service;
  /** The day of handing in. */
  visit: Day;
}

/** One option of a choice. */
export interface Choice {
  /** The option's id, by which conditions name it. */
  id: Id;
  /** The option, as a person reads it. */
  label: Text;
}

/** A text of the form `^[a-z0-9-]+(, (annex|chapter|article|point|item|section|paragraph|row) .+)*$`. */
export type Citation = string;

/** A clause in words. */
export interface ClauseWords {
  /** The act and the place in it. */
  text: string;
  /** Where the official text is. */
  url: string | null;
}

/** What a finding is about. The codes are stable: others may build on them. */
export type Code = "document-missing" | "alternative-not-met" | "copies-too-few" | "form-wrong" | "original-not-shown" | "registration-mark-missing" | "document-expired" | "document-will-expire" | "document-too-old" | "too-old-by-one-reading" | "power-of-attorney-invalid" | "expired-without-ground" | "channel-not-offered" | "channel-not-yours" | "window-not-open" | "window-closed" | "not-eligible" | "system-check-failed" | "signer-too-young" | "system-check-unknown" | "iin-length" | "iin-not-digits" | "iin-check-digit" | "iin-birth-day-differs" | "iin-sex-differs" | "answer-needed" | "date-needed" | "requirement-unclear" | "copy-to-make" | "day-off" | "outside-intake-hours" | "document-not-asked" | "document-from-state-systems" | "regulation-repealed" | "edition-not-seen" | "calendar-provisional" | "calendar-unknown" | "rules-may-be-old" | "no-edition";

/** a sentence over facts, see docs/data-format.md */
export type Condition = string;

/** A day with its clauses. */
export interface Dated {
  /** The clauses. */
  cite: Citation[];
  /** The day. */
  day: Day;
  /** How they were verified. */
  verified: Verified;
  /** What it means, where the law says it in words. */
  what: Text | null;
}

/** A text of the form `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`. */
export type Day = string;

/** Which day of a document is meant. */
export type DayMeant =
  /** The day it was given or published. */
  | "issued"
  /** The last day of its validity. */
  | "expires";

/** Why a day is worked or not, with all that is needed to say so without the calendar. */
export type DayReason =
  /** An ordinary working day. */
  | {
    kind: "workday";
  }
  /** A weekly day off. */
  | {
    kind: "weekend";
  }
  /** A holiday, or a day off by the Labour Code. */
  | {
    kind: "holiday";
    /** The holiday's name. */
    name: Text;
  }
  /** A day off in place of a holiday that fell on a weekly day off. */
  | {
    /** The holiday's day. */
    from: Day;
    kind: "observed";
    /** The holiday's name. */
    name: Text;
  }
  /** A day off by decree, in exchange for a worked day. */
  | {
    kind: "swap-off";
    /** The worked day. */
    with: Day;
  }
  /** A worked day by decree, in exchange for a day off. */
  | {
    kind: "swap-work";
    /** The day off. */
    with: Day;
  };

/** A kind of day. */
export type DayUnit =
  /** Working days of the five-day week. */
  | "working-day"
  /** Calendar days. */
  | "calendar-day";

/** What a finding does to the verdict. The greater decides. */
export type Decides =
  /** Nothing: it is told. */
  | "nothing"
  /** It leaves the verdict open. */
  | "open"
  /** It refuses. */
  | "refused";

/** Where the Kazakh and the Russian text disagree, or the text is silent. */
export interface Disagreement {
  /** The clauses. */
  cite: Citation[];
  /** The disagreement's id. */
  id: Id;
  /** The Kazakh words, quoted; empty where the text is silent. */
  kk: string;
  /** The Russian words, quoted; empty where the text is silent. */
  ru: string;
  /** What it means and which reading was taken here. */
  taken: Text;
}

/** In which form a document is asked for. */
export type DocumentForm =
  /** The original, which stays with the provider. */
  | "original"
  /** A copy. */
  | "copy"
  /** The original, shown and handed back. */
  | "shown"
  /** An electronic document, signed or from a state system. */
  | "electronic"
  /** An electronic copy: a scan or a photograph attached to the request. */
  | "electronic-copy"
  /** The text does not say. */
  | "unstated";

/** A question about the applicant, with the kind of answer it takes. */
export interface FactKind {
  /** What an answer looks like. */
  answer: AnswerKind;
  /** What helps to answer it, in a sentence or two. */
  help: Text | null;
  /** The fact's id, by which conditions name it. */
  id: Id;
  /** The question, as a person is asked it. */
  question: Text;
}

/** What the service costs. */
export interface Fee {
  /** The clauses. */
  cite: Citation[];
  /** The fee, in words. */
  text: Text;
  /** How it was verified. */
  verified: Verified;
}

/** A label with a blank or a value. */
export interface Field {
  /** The label. */
  label: Text;
  /** What fills it. */
  value: FieldValue;
}

/** What fills a field. */
export type FieldValue =
  /** Nothing: a blank to be written on. */
  | "blank"
  /** The applicant's name. */
  | "applicant"
  /** The applicant's IIN. */
  | "iin"
  /** The applicant's address. */
  | "address"
  /** The applicant's telephone. */
  | "phone"
  /** The provider's name. */
  | "provider"
  /** The day the intake counts as. */
  | "day"
  /** The last day of the term. */
  | "due";

/** A remark on the package. */
export interface Finding {
  /** What the sentence is filled with. */
  args: Record<string, Arg>;
  /** The clauses it rests on: of the requirement or rule first, then of the ground of refusal. */
  cite: Citation[];
  /** What it is about. */
  code: Code;
  /** What it does to the verdict. */
  decides: Decides;
  /** The ground of refusal that covers it, by id. */
  ground?: Id | null;
  /** The id of the requirement, rule, window, channel, document or region it is about. */
  subject: string;
}

/** A finding in words. */
export interface FindingWords {
  /** The clauses it rests on. */
  clauses: ClauseWords[];
  /** What to do. */
  fix: string;
  /** What is found. */
  what: string;
}

/** Which day of a term is the first that counts. */
export type FirstDay =
  /** The text says: the day of intake does not count. */
  | "next-day"
  /** The text is silent: the next day is taken, as an assumption, and the other reading is shown beside it. */
  | "silent"
  /** The service is given while one waits. */
  | "same-day";

/** A form: an application, a receipt, a notice. */
export interface Form {
  /** The channels it concerns; all where empty. */
  channels: Id[];
  /** The clauses. */
  cite: Citation[];
  /** How many copies are made, one for each party. */
  copies: number;
  /** Set where the act prescribes no form («еркін нысанда»): the wording is ours. */
  free: boolean;
  /** The form's id. */
  id: Id;
  /** What the form is. */
  kind: FormKind;
  /** Its lines, in order. */
  lines: Line[];
  /** Its title. */
  title: Text;
  /** How it was verified. */
  verified: Verified;
}

/** What a form is. */
export type FormKind =
  /** An application: shown, with its fields, so that a person knows what to write. */
  | "application"
  /** A receipt that papers were taken in. */
  | "acceptance"
  /** A receipt that papers were refused. */
  | "refusal"
  /** The result itself, or a notice: listed, never printed by us. */
  | "result";

/** What a ground of refusal covers. */
export type Ground =
  /** The package is incomplete: papers are not taken in. */
  | "incomplete"
  /** A document has expired: papers are not taken in. */
  | "expired"
  /** Something decided after intake, which no checker can foresee. */
  | "later";

/** A document that the provider takes from state systems, and may not ask for. */
export interface HeldDocument {
  /** The clauses. */
  cite: Citation[];
  /** The kind of document. */
  document: Id;
  /** Its plain name. */
  name: Text;
  /** How they were verified. */
  verified: Verified;
}

/** An id. */
export type Id = string;

/** A fault in what a caller passed in. */
export interface InputError {
  /** A stable code, such as `field-unknown`. */
  code: string;
  /** What was expected there. */
  expected: string;
  /** What was found. */
  found: string;
  /** What to do: the nearest id, where one is near. */
  help: string;
  /** Where: a JSON path such as `documents[2].issued`. */
  path: string;
}

/** The day the intake counts as. */
export interface Intake {
  /** The clauses. */
  cite: Citation[];
  /** The day; absent where the calendar does not reach. */
  day: Day | null;
  /** Why it is not the day of the visit. */
  late: LateReason | null;
  /** The days passed over, each with its reason: the day of the visit first. */
  passed: PassedDay[];
}

/** A document that is brought. What is not said is taken to be as asked. */
export interface Item {
  /** How many. */
  copies?: number | null;
  /** The kind of document. */
  document: Id;
  /** The last day of its validity, included. */
  expires?: Day | null;
  /** In which form. */
  form?: BroughtForm | null;
  /** The day it was given or published. */
  issued?: Day | null;
  /** Whether the original is shown beside the copy. */
  originalShown?: boolean | null;
  /** Whether it bears the mark of registration at the place of residence. */
  registrationMark?: boolean | null;
  /** True where it bears no day of issue at all. */
  undated?: boolean;
}

/** A language that every sentence exists in. */
export type Lang =
  /** Kazakh: the first language of the law and of this program. */
  | "kk"
  /** Russian: the law's other official text. */
  | "ru"
  /** English: a reading aid, never a legal text. */
  | "en";

/** Why an intake counts as a later day. */
export type LateReason =
  /** The day of the visit is a day off. */
  | "day-off"
  /** It is too late in the day. */
  | "after-hours";

/** The edition and the regulation that a report rests on. */
export interface LawUsed {
  /** Who may ask for it. */
  applicants: Text;
  /** The act and annex. */
  cite: Citation[];
  /** Where the texts disagree or are silent. */
  disagreements: Disagreement[];
  /** The edition's id: its first day. */
  edition: string;
  /** What it costs. */
  fee: Fee;
  /** The forms of this channel: the regulation's first. */
  forms: Form[];
  /** The first day in force. */
  from: Day;
  /** Why that day was taken, where it is not known exactly. */
  fromNote: Text | null;
  /** How the wording is named. */
  name: Text;
  /** What every reader must be told. */
  notes: Text[];
  /** What else one should be told. */
  notices: Notice[];
  /** Who gives the service. */
  provider: Text;
  /** The grounds of refusal on this channel. */
  refusals: Refusal[];
  /** The regional regulation that applies or was the last to. */
  regulation: RegulationUsed | null;
  /** What one gets. */
  result: Text;
  /** The last day in force; absent while it is in force. */
  to: Day | null;
  /** How the wording was verified. */
  verified: Verified;
  /** How long one waits. */
  waiting: Waiting | null;
}

/** Calendar days by which, or not before which, a result comes. */
export interface LimitDates {
  /** The clauses. */
  cite: Citation[];
  /** The limit. */
  id: Id;
  /** Not after this day. */
  notAfter: Day | null;
  /** Not before this day. */
  notBefore: Day | null;
  /** How they were verified. */
  verified: Verified;
  /** What comes. */
  what: Text;
}

/** A line of a form. In `text`, `{service}`, `{provider}`, `{applicant}`, `{iin}`, `{address}`, `{grounds}`, `{clauses}`, `{day}` (of intake) and `{due}` are filled in, or drawn as blanks to be filled in by hand. */
export type Line =
  /** A sentence. */
  | {
    text: Text;
  }
  /** A label with a blank after it, or with a value that is known. */
  | {
    field: Field;
  }
  /** The numbered list of documents. */
  | {
    list: Listed;
  };

/** Which documents a list holds. */
export type Listed =
  /** The papers handed in. */
  | "handed-in"
  /** The papers that are missing. */
  | "missing"
  /** The papers that are missing or do not conform. */
  | "missing-or-failing";

/** How old a document may be: the readings of its two official texts, which may differ. */
export interface MaxAge {
  /** The clauses. */
  cite: Citation[];
  /** The reading of the Kazakh text. */
  kk: Age;
  /** The reading of the Russian text. */
  ru: Age;
  /** How it was verified. */
  verified: Verified;
}

/** Something else a person should be told. */
export interface Notice {
  /** The channels it concerns; all where empty. */
  channels: Id[];
  /** The clauses. */
  cite: Citation[];
  /** The notice's id. */
  id: Id;
  /** Set where it tells what may not be demanded of the applicant. */
  "nothing-more": boolean;
  /** What is told. */
  text: Text;
  /** How it was verified. */
  verified: Verified;
  /** Whom it concerns. */
  when: Condition;
}

/** What an applicant brings, where and when. Written to JSON it is what [`Package::read`] reads. */
export interface Package {
  /** Who applies. The check needs none of it; receipts print it. */
  applicant?: Applicant;
  /** Where the papers are handed in. */
  channel: Id;
  /** The documents. */
  documents: Item[];
  /** The answers to questions. */
  facts: Record<string, Answer>;
  /** The provider's name, for the receipt. */
  provider?: string | null;
  /** The region, which decides whose regulation applies; none: the national standard alone. */
  region?: Id | null;
  /** The service asked for. */
  service: Id;
  /** The time of handing in; none: during intake hours. */
  time?: TimeOfDay | null;
  /** The day of handing in; none: the day on which the question is asked. */
  visit?: Day | null;
}

/** A day that counting passed: counted, or skipped, and why. */
export interface PassedDay {
  /** The ground; empty for an ordinary working day. */
  cite: Citation[];
  /** The day. */
  day: Day;
  /** What a reader should know of this day, such as a dispute. */
  note: Text | null;
  /** Its number among the counted days, from 1; `None` where it was not counted. */
  number: number | null;
  /** Why it is worked or not. */
  reason: DayReason;
  /** How the ground was verified; `None` for an ordinary working day. */
  verified: Verified | null;
  /** Whether it is a working day. */
  working: boolean;
}

/** A receipt, to be shown or printed. */
export interface PrintedReceipt {
  /** How many copies the act asks for, one for each party. */
  copies: number;
  /** The receipt as an HTML page of its own, for paper of A4. */
  html: string;
  /** Acceptance or refusal. */
  kind: FormKind;
  /** Its language. */
  lang: Lang;
  /** The receipt as plain text. */
  text: string;
  /** The title. */
  title: string;
}

/** A ground of refusal. */
export interface Refusal {
  /** The channels it concerns; all where empty. */
  channels: Id[];
  /** The clauses. */
  cite: Citation[];
  /** What it covers. */
  covers: Ground;
  /** The ground's id. */
  id: Id;
  /** The first day from which it applies, where that is later than the edition's. */
  since: Day | null;
  /** The ground, in the words of the act. */
  text: Text;
  /** How it was verified. */
  verified: Verified;
}

/** The regional regulation of a report. */
export interface RegulationUsed {
  /** The regional act. */
  act: Id;
  /** The clauses. */
  cite: Citation[];
  /** Whether it applies on the day; if not, it is repealed. */
  inForce: boolean;
  /** What is to be known of its days. */
  note: Text;
  /** How it was verified. */
  verified: Verified;
}

/** The end of an act. */
export interface Repeal {
  /** The day of the repealing act, as far as it is known. */
  day: Day | null;
  /** What repealed it and what applies now, in a sentence. */
  note: Text;
}

/** What is needed to compute a report again, and to see whether anything changed. */
export interface Replay {
  /** The day to which the calendar was checked. */
  calendar: string;
  /** The hash of the calendar. */
  calendarLaw: string;
  /** A short code of all this and the verdict. Made without the applicant's data. */
  code: string;
  /** The edition used, if any. */
  edition: string | null;
  /** The engine's version. */
  engine: string;
  /** The hash of the service's bundle. */
  law: string;
  /** The package without the applicant: whoever was asked for the report knows it. */
  package: Package;
}

/** The answer to a package. */
export interface Report {
  /** The acts that are cited. */
  acts: Act[];
  /** The channel. */
  channel: Channel;
  /** The day on which the question was asked. */
  day: Day;
  /** The findings: those that refuse first, then the open ones, then what is only told. */
  findings: Finding[];
  /** What is said of the law, where an edition is in force. */
  law: LawUsed | null;
  /** Documents that the provider takes from state systems. */
  notAsked: HeldDocument[];
  /** The questions whose answers matter, answered or not, in the order of asking. */
  questions: FactKind[];
  /** The region's name, where one was chosen. */
  region: Text | null;
  /** What is needed to compute it again. */
  replay: Replay;
  /** The requirements of this channel. */
  requirements: RequirementStatus[];
  /** The service. */
  service: Service;
  /** The dates. */
  timeline: Timeline | null;
  /** The verdict of this preliminary check. */
  verdict: Verdict;
  /** The day of handing in. */
  visit: Day;
}

/** A requirement as it stands for this applicant on this channel. */
export interface RequirementStatus {
  /** Whether it is asked. */
  asked: Asked;
  /** What was brought. */
  brought: Brought;
  /** The clauses that ask for it. */
  cite: Citation[];
  /** The requirement. */
  id: Id;
  /** Its name as the act gives it. */
  name: Text;
  /** What else the text says of it. */
  note?: Text | null;
  /** The documents that satisfy it here, one of which is enough. */
  oneOf: AskedDocument[];
  /** How they were verified. */
  verified: Verified;
}

/** A public service. */
export interface Service {
  /** What one gets from it, in a sentence. */
  about: Text;
  /** The service's id. */
  id: Id;
  /** The legal name, as the newest act gives it. */
  name: Text;
  /** Where it stands in lists, from 1. */
  order: number;
  /** A short name in plain words. */
  short: Text;
}

/** What a person's documents call their sex. */
export type Sex =
  /** Female: an even seventh digit. */
  | "female"
  /** Male: an odd seventh digit. */
  | "male";

/** A step with its latest beginning and end, if every step takes all the time it may. */
export interface StepDates {
  /** The clauses. */
  cite: Citation[];
  /** What is done. */
  does: Text;
  /** The day it begins. */
  fromDay: Day;
  /** The time it begins, where opening hours are known. */
  fromTime: TimeOfDay | null;
  /** The step. */
  id: Id;
  /** The day it ends; absent where the calendar does not reach. */
  toDay: Day | null;
  /** The time it ends. */
  toTime: TimeOfDay | null;
  /** Of which unit. */
  unit: TermUnit;
  /** How they were verified. */
  verified: Verified;
  /** Who does it. */
  who: Text;
  /** Within how many. */
  within: number;
}

/** A term as dates. */
export interface TermDates {
  /** The clauses of the term. */
  cite: Citation[];
  /** How many. */
  count: number;
  /** The days counted and skipped, from the day after intake to the last. */
  days: PassedDay[];
  /** The last day; absent where the calendar does not reach. */
  due: Day | null;
  /** Which day is the first that counts. */
  firstDay: FirstDay;
  /** The clauses on its first day, or the ground of the assumption. */
  firstDayCite: Citation[];
  /** The term. */
  id: Id;
  /** Whether it is the term that ends the service. */
  main: boolean;
  /** The last day by the other reading, where the text is silent on the first day. */
  otherReading: Day | null;
  /** The earliest and latest last day, where an estimated day off decides. */
  range: [Day, Day] | null;
  /** Set where papers were taken in on a Saturday that the provider does not work: our reading. */
  saturdayIntake: boolean;
  /** Of which unit. */
  unit: TermUnit;
  /** How it was verified. */
  verified: Verified;
  /** What comes at its end. */
  what: Text;
}

/** The unit of a term. */
export type TermUnit =
  /** Minutes inside opening hours: the same day. */
  | "minute"
  /** Working days of the provider's five-day week. */
  | "working-day"
  /** Calendar days; a last day that is not a working day moves to the next one (Civil Code, article 175). */
  | "calendar-day";

/** A text in the three languages. Kazakh and Russian are law where an act is quoted; English is a reading aid. */
export interface Text {
  /** The English text. */
  en: string;
  /** The Kazakh text. */
  kk: string;
  /** The Russian text. */
  ru: string;
}

/** A text of the form `^[0-9]{2}:[0-9]{2}$`. */
export type TimeOfDay = string;

/** All dates of a service. */
export interface Timeline {
  /** The earliest day of the result by the steps; absent where no act lists steps. */
  earliest: Day | null;
  /** The day by which the result must have reached the State Corporation. */
  handover: Dated | null;
  /** The day the intake counts as. */
  intake: Intake;
  /** The last day on which an unclaimed result is kept, counted from the last day of the term. */
  keptUntil: Dated | null;
  /** The calendar days of results. */
  limits: LimitDates[];
  /** A year that the dates reach and whose calendar is provisional. */
  provisionalYear: number | null;
  /** The steps. */
  steps: StepDates[];
  /** The terms, the main one among them. */
  terms: TermDates[];
  /** The time of handing in. */
  time: TimeOfDay | null;
  /** A year that the dates reach and the calendar does not: those dates are not known. */
  unknownYear: number | null;
  /** The day of handing in. */
  visit: Day;
  /** The windows in which one may apply. */
  windows: WindowDates[];
}

/** What is said of a package. */
export type Verdict =
  /** Everything that is asked is there. */
  | "accepted"
  /** Something stands in the way. */
  | "refused"
  /** It depends on what was not said. */
  | "open"
  /** No edition is in force on the day. */
  | "no-edition";

/** How a fact of the law was verified. */
export type Verified =
  /** The text of the act itself was read, in the edition named. */
  | "primary"
  /** A page that reproduces or summarises the act was read. */
  | "secondary"
  /** The text in force was not seen: taken from the edition that a note names. */
  | "not-seen"
  /** Our reading of a text that does not say it expressly: shown as an assumption. */
  | "assumed";

/** The longest times at the desk, in minutes. */
export interface Waiting {
  /** The clauses. */
  cite: Citation[];
  /** Minutes in the queue, at most. */
  queue: number;
  /** Minutes of service, at most. */
  service: number;
  /** How it was verified. */
  verified: Verified;
}

/** A window as dates. */
export interface WindowDates {
  /** The clauses. */
  cite: Citation[];
  /** The last day on which one may apply, included. */
  closes: Day | null;
  /** The window. */
  id: Id;
  /** What is to be known of it. */
  note: Text | null;
  /** The first day on which one may apply. */
  opens: Day | null;
  /** How they were verified. */
  verified: Verified;
  /** What may be done in it. */
  what: Text;
}

/** A report's findings in the words of one language. */
export interface Words {
  /** The findings, in the order of the report's. */
  findings: FindingWords[];
  /** The language. */
  lang: Lang;
  /** The verdict in one sentence. */
  verdict: string;
}

/** Days from the day after one to another, the last included. */
export interface WorkingDays {
  /** The acts that are cited. */
  acts: Act[];
  /** The day after which counting began. */
  after: Day;
  /** How many working days; none where the calendar does not reach the last of them. */
  count: number | null;
  /** Each day passed, counted or skipped, and why; as far as the calendar reaches. */
  days: PassedDay[];
  /** Whether a day lies in a year whose calendar is provisional. */
  provisional: boolean;
  /** The earliest and the latest last day, where `count` was given and an estimated day off decides. */
  range: [Day, Day] | null;
  /** The last day; none where the calendar does not reach it. */
  until: Day | null;
}
