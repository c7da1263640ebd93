// What a developer writes, compiled and never run.
import { calendar, check, documents, init, QolhatError, receipt, version } from "qolhat";
import type { Code, Finding, LawFile, PackageInput, Report, Result, Verdict } from "qolhat";
import daysOff from "qolhat/law/calendar";
import enrolment from "qolhat/law/enrolment";
import * as slim from "qolhat/slim";

const given: PackageInput = {
  service: "enrolment",
  channel: "office",
  facts: { grade: 1, "six-by-year-end": true },
  documents: [{ document: "photo-3x4", copies: 1 }, { document: "application", form: "original" }],
};

export async function used(): Promise<string> {
  await init();
  const answer = await check(given, { day: "2026-06-01" });
  if (answer.type === "failure") return answer.errors.map(({ code, path, help }) => `${code} ${path} ${help}`).join();
  const report: Report = answer.report;
  const codes: Code[] = report.findings.map((finding: Finding) => finding.code);
  const due: string | null | undefined = report.timeline?.terms.find((term) => term.main)?.due;
  for (const { asked } of report.requirements) {
    // Asked is a union told apart by `is`.
    if (asked.is === "depends-on") asked.facts.join();
    if (asked.is === "unclear") asked.note.kk.trim();
  }
  const printed = await receipt(report, { lang: "kk", applicant: { name: "Айгерім", sex: "female" }, fullIin: true });
  const html: string | undefined = printed.type === "success" ? printed.receipt?.html : undefined;
  return [codes, due, html, version.engine, version.law["enrolment"], verdict(report.verdict)].join();
}

// Every verdict there is: TypeScript would see one forgotten.
function verdict(verdict: Verdict): string {
  switch (verdict) {
    case "accepted":
    case "refused":
    case "open":
    case "no-edition":
      return verdict;
  }
}

export async function worded(): Promise<string> {
  const answer = await check(given, { day: "2026-06-01", lang: "ru" });
  // With a language there are words, without asking whether.
  return answer.type === "success" ? answer.words.verdict : "";
}

export async function others(): Promise<number | null> {
  const asked = await documents({ service: "enrolment" }, { day: "2026-06-01" });
  if (asked.type === "success") asked.checklist.requirements.map((requirement) => requirement.name.ru);
  const counted = await calendar({ after: "2026-03-19", count: 3, week: 6 });
  const between = await calendar({ after: "2026-03-19", until: "2026-04-01" });
  const reasons = counted.type === "success" ? counted.workingDays.days.map(({ reason }) => reason.kind) : [];
  return between.type === "success" && reasons.length > 0 ? between.workingDays.count : null;
}

export async function slimmed(bytes: Uint8Array): Promise<Result<{ report: Report }>> {
  const law: LawFile = enrolment;
  await slim.init({ module_or_path: bytes });
  return slim.check(given, { day: "2026-06-01", law, calendar: daysOff });
}

export function told(error: unknown): string {
  return error instanceof QolhatError ? `${error.code} ${error.path} ${error.help} ${error.message}` : "";
}

export async function refused(): Promise<void> {
  // @ts-expect-error: the day is not known to the engine
  await check(given, {});
  // @ts-expect-error: there is no such language
  await check(given, { day: "2026-06-01", lang: "kz" });
  // @ts-expect-error: a misspelt field
  await check({ service: "enrolment", chanel: "office" }, { day: "2026-06-01" });
  // @ts-expect-error: either a number or a day
  await calendar({ after: "2026-03-19", count: 3, until: "2026-04-01" });
  // @ts-expect-error: slim brings no law
  await slim.check(given, { day: "2026-06-01" });
  const answer = await check(given, { day: "2026-06-01" });
  // @ts-expect-error: it may be a failure
  answer.report;
}
