// A developer's page with the widget in it: F11, the element is known by its name.
import type { QolhatAdditions, QolhatVerdict } from "../../../www/qolhat-widget.js";

const element = document.querySelector("qolhat-check");
if (element) {
  element.package = { service: "enrolment", channel: "office", facts: { grade: 1 }, documents: [{ document: "photo-3x4" }] };
  const verdict: QolhatVerdict | null = element.report;
  const additions: QolhatAdditions = { closed: ["2026-12-30"], notes: { a: "x", b: { kk: "y" } } };
  element.additions = additions;
  element.addEventListener("qolhat-report", ({ detail }) => detail.verdict === "refused" && detail.findings.join());
  element.addEventListener("qolhat-error", ({ detail }) => detail.code === "setting-unknown" && detail.message?.length);
  // @ts-expect-error it is the law's to say
  element.report = null;
  void element.open().then((opened: boolean) => opened || verdict || element.reset());
}
