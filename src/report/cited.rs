//! Which acts a report cites.

use alloc::vec::Vec;

use super::{LawUsed, Report};
use crate::clause::Citation;
use crate::law::Act;
use crate::timeline::Timeline;

/// The acts that the report cites, in the bundle's order.
pub(super) fn acts(report: &Report) -> Vec<Act> {
    let papers = report.requirements.iter().flat_map(|status| &status.cite);
    let ages = report.requirements.iter().flat_map(|status| &status.one_of).filter_map(|one| one.max_age.as_ref());
    let mut cited: Vec<&Citation> = papers.chain(ages.flat_map(|age| &age.cite)).collect();
    cited.extend(report.findings.iter().flat_map(|finding| &finding.cite));
    cited.extend(report.not_asked.iter().flat_map(|held| &held.cite));
    cited.extend(report.law.iter().flat_map(of_law));
    cited.extend(report.timeline.iter().flat_map(of_timeline));
    report.acts.iter().filter(|act| cited.iter().any(|citation| citation.act == act.id)).cloned().collect()
}

fn of_law(law: &LawUsed) -> Vec<&Citation> {
    let mut cited: Vec<&Citation> = law.cite.iter().chain(&law.fee.cite).collect();
    cited.extend(law.waiting.iter().flat_map(|waiting| &waiting.cite));
    cited.extend(law.refusals.iter().flat_map(|refusal| &refusal.cite));
    cited.extend(law.forms.iter().flat_map(|form| &form.cite));
    cited.extend(law.disagreements.iter().flat_map(|disagreement| &disagreement.cite));
    cited.extend(law.notices.iter().flat_map(|notice| &notice.cite));
    cited.extend(law.regulation.iter().flat_map(|regulation| &regulation.cite));
    cited
}

fn of_timeline(timeline: &Timeline) -> Vec<&Citation> {
    let mut cited: Vec<&Citation> = timeline.intake.cite.iter().collect();
    let days = timeline.terms.iter().flat_map(|term| &term.days).chain(&timeline.intake.passed);
    cited.extend(days.flat_map(|day| &day.cite));
    cited.extend(timeline.terms.iter().flat_map(|term| term.cite.iter().chain(&term.first_day_cite)));
    cited.extend(timeline.limits.iter().flat_map(|limit| &limit.cite));
    cited.extend(timeline.windows.iter().flat_map(|window| &window.cite));
    cited.extend(timeline.steps.iter().flat_map(|step| &step.cite));
    cited.extend(timeline.handover.iter().chain(&timeline.kept_until).flat_map(|dated| &dated.cite));
    cited
}
