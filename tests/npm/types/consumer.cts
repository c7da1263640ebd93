// The same package by `require`.
import qolhat = require("qolhat");
import slim = require("qolhat/slim");
import enrolment = require("qolhat/law/enrolment");
import daysOff = require("qolhat/law/calendar");

export async function used(): Promise<string> {
  const answer = await qolhat.check({ service: "enrolment", channel: "office" }, { day: "2026-06-01" });
  const law = { law: enrolment.default, calendar: daysOff.default };
  const again = await slim.check({ service: "enrolment", channel: "office" }, { day: "2026-06-01", ...law });
  return answer.type === "success" && again.type === "success" ? answer.report.verdict : "";
}
