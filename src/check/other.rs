//! What stands in the way apart from papers: the channel, the rules, the IIN; and papers that nobody asks for.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{Asked, RequirementStatus, Scope};
use crate::condition::{Condition, Truth};
use crate::finding::{Arg, Code, Decides, Finding};
use crate::id::{Id, Text};
use crate::iin::{Iin, IinError};
use crate::law::{self, Rule, RuleKind};

/// Whether the channel is offered, and to this applicant.
pub(super) fn channel(scope: &Scope<'_>, findings: &mut Vec<Finding>) {
    let id = scope.channel();
    let name = |id: &Id| scope.bundle.channel(id).map(|channel| channel.name.clone()).unwrap_or_default();
    let Some(channel) = scope.edition.channel(id) else {
        let offered = scope.edition.channels.iter().map(|channel| name(&channel.id)).collect();
        findings.push(
            Finding::told(Code::ChannelNotOffered, id.as_str())
                .with("channel", Arg::Text(name(id)))
                .with("channels", Arg::AllOf(offered))
                .deciding(Decides::Refused)
                .resting_on(&scope.edition.cite),
        );
        return;
    };
    match channel.when.evaluate(scope.facts()) {
        Truth::Yes => {}
        Truth::No => findings.push(
            Finding::told(Code::ChannelNotYours, id.as_str())
                .with("why", Arg::Text(channel.otherwise.clone().unwrap_or_default()))
                .deciding(Decides::Refused)
                .resting_on(&channel.cite),
        ),
        Truth::DependsOn(facts) => {
            findings.push(answer_needed(scope, id.as_str(), name(id), &facts).resting_on(&channel.cite));
        }
    }
}

/// The rules of the edition and of the regulation that concern the channel.
pub(super) fn rules_here<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a Rule> + use<'a> {
    let channel = scope.channel();
    let regional = scope.regulation.map_or(&[][..], |regulation| &regulation.rules);
    // A regulation repeats what the edition has: one rule is told once.
    let own = &scope.edition.rules;
    let repeated = move |rule: &&Rule| !own.iter().any(|other| other.id == rule.id);
    own.iter().chain(regional.iter().filter(repeated)).filter(move |rule| law::concerns(&rule.channels, channel))
}

/// «Where `when` holds, `must` holds» as one condition.
pub(super) fn as_condition(when: &Condition, must: &Condition) -> Condition {
    Condition::Any(alloc::vec![Condition::Not(Box::new(when.clone())), must.clone()])
}

/// Whether the rules hold for this applicant.
pub(super) fn rules(scope: &Scope<'_>, findings: &mut Vec<Finding>) {
    for rule in rules_here(scope) {
        match as_condition(&rule.when, &rule.must).evaluate(scope.facts()) {
            Truth::Yes => {}
            Truth::No => findings.push(broken(rule)),
            Truth::DependsOn(facts) if rule.kind == RuleKind::Eligibility => {
                let needed = answer_needed(scope, rule.id.as_str(), rule.fails.clone(), &facts);
                findings.push(needed.resting_on(&rule.cite));
            }
            Truth::DependsOn(facts) => findings.push(
                Finding::told(Code::SystemCheckUnknown, rule.id.as_str())
                    .with("question", Arg::AllOf(questions(scope, &facts)))
                    .resting_on(&rule.cite),
            ),
        }
    }
}

fn broken(rule: &Rule) -> Finding {
    let code = match rule.kind {
        RuleKind::Eligibility => Code::NotEligible,
        RuleKind::System => Code::SystemCheckFailed,
        RuleKind::SignerAge => Code::SignerTooYoung,
    };
    Finding::told(code, rule.id.as_str())
        .with("why", Arg::Text(rule.fails.clone()))
        .with("instead", Arg::Text(rule.instead.clone()))
        .deciding(Decides::Refused)
        .resting_on(&rule.cite)
}

fn questions(scope: &Scope<'_>, facts: &[Id]) -> Vec<Text> {
    facts.iter().filter_map(|fact| scope.bundle.fact(fact)).map(|kind| kind.question.clone()).collect()
}

/// An answer is needed before this can be decided.
pub(super) fn answer_needed(scope: &Scope<'_>, subject: &str, name: Text, facts: &[Id]) -> Finding {
    Finding::told(Code::AnswerNeeded, subject)
        .with("subject", Arg::Text(name))
        .with("questions", Arg::AllOf(questions(scope, facts)))
        .deciding(Decides::Open)
}

/// Papers that were brought though nobody asks for them.
pub(super) fn extras(scope: &Scope<'_>, requirements: &[RequirementStatus], findings: &mut Vec<Finding>) {
    let asked = requirements.iter().filter(|status| status.asked != Asked::No);
    let asked: Vec<&Id> = asked.flat_map(|status| &status.one_of).map(|document| &document.document).collect();
    for item in scope.package.documents.iter().filter(|item| !asked.contains(&&item.document)) {
        let held = scope.edition.not_asked.iter().find(|held| {
            held.document == item.document
                && law::concerns(&held.channels, scope.channel())
                && held.when.evaluate(scope.facts()) == Truth::Yes
        });
        let code = if held.is_some() { Code::DocumentFromStateSystems } else { Code::DocumentNotAsked };
        let cite = held.map_or(&[][..], |held| &held.cite);
        findings.push(
            Finding::told(code, item.document.as_str())
                .with("document", Arg::Text(scope.document_name(&item.document)))
                .resting_on(cite),
        );
    }
}

/// Whether the IIN can be one; that its digits do not match the birth day or sex is only told.
pub(super) fn iin(scope: &Scope<'_>, findings: &mut Vec<Finding>) {
    let applicant = &scope.package.applicant;
    let Some(written) = &applicant.iin else { return };
    let told = |code| Finding::told(code, "applicant");
    let iin = match Iin::read(written) {
        Ok(iin) => iin,
        Err(error) => {
            let finding = match error {
                IinError::Length(length) => {
                    told(Code::IinLength).with("given", Arg::Number(i64::try_from(length).unwrap_or(i64::MAX)))
                }
                IinError::NotDigits => told(Code::IinNotDigits),
                IinError::CheckDigit => told(Code::IinCheckDigit),
            };
            findings.push(finding.deciding(Decides::Refused));
            return;
        }
    };
    if applicant.birth_day.is_some_and(|day| iin.birth_day() != Some(day)) {
        findings.push(told(Code::IinBirthDayDiffers));
    }
    if applicant.sex.is_some_and(|sex| iin.sex() != Some(sex)) {
        findings.push(told(Code::IinSexDiffers));
    }
}
