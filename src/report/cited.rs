//! Which acts a report cites.

use alloc::vec::Vec;

use super::{LawUsed, Report};
use crate::clause::Citation;
use crate::id::Id;
use crate::law::Act;
use crate::timeline::Timeline;

/// Keeps of the acts those that the report cites.
pub(super) fn acts(report: &Report, mut acts: Vec<Act>) -> Vec<Act> {
    let mut cited = Cited(Vec::new());
    report.findings.iter().for_each(|finding| cited.by(&finding.cite));
    report.not_asked.iter().for_each(|held| cited.by(&held.cite));
    for status in &report.requirements {
        cited.by(&status.cite);
        let ages = status.one_of.iter().filter_map(|document| document.max_age.as_ref());
        ages.for_each(|age| cited.by(&age.cite));
    }
    report.law.iter().for_each(|law| cited.by_law(law));
    report.timeline.iter().for_each(|timeline| cited.by_timeline(timeline));
    acts.retain(|act| cited.0.contains(&&act.id));
    acts
}

/// The acts cited so far, each once.
struct Cited<'a>(Vec<&'a Id>);

impl<'a> Cited<'a> {
    fn by(&mut self, citations: &'a [Citation]) {
        for citation in citations {
            if !self.0.contains(&&citation.act) {
                self.0.push(&citation.act);
            }
        }
    }

    fn by_law(&mut self, law: &'a LawUsed) {
        self.by(&law.cite);
        self.by(&law.fee.cite);
        law.waiting.iter().for_each(|waiting| self.by(&waiting.cite));
        law.refusals.iter().for_each(|refusal| self.by(&refusal.cite));
        law.forms.iter().for_each(|form| self.by(&form.cite));
        law.disagreements.iter().for_each(|disagreement| self.by(&disagreement.cite));
        law.notices.iter().for_each(|notice| self.by(&notice.cite));
        law.regulation.iter().for_each(|regulation| self.by(&regulation.cite));
    }

    fn by_timeline(&mut self, timeline: &'a Timeline) {
        self.by(&timeline.intake.cite);
        timeline.intake.passed.iter().for_each(|day| self.by(&day.cite));
        for term in &timeline.terms {
            self.by(&term.cite);
            self.by(&term.first_day_cite);
            term.days.iter().for_each(|day| self.by(&day.cite));
        }
        timeline.limits.iter().for_each(|limit| self.by(&limit.cite));
        timeline.windows.iter().for_each(|window| self.by(&window.cite));
        timeline.steps.iter().for_each(|step| self.by(&step.cite));
        timeline.handover.iter().for_each(|dated| self.by(&dated.cite));
        timeline.kept_until.iter().for_each(|dated| self.by(&dated.cite));
    }
}
