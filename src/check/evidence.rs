//! One document against what is asked of it.

use alloc::vec::Vec;

use super::{AskedDocument, Brought, Scope};
use crate::calendar::Week;
use crate::clause::Citation;
use crate::day::Day;
use crate::finding::{Arg, AttorneyFault, Code, DayMeant, Decides, Finding};
use crate::law::{Age, Ask, DayUnit, DocumentForm, Evidence, Ground, MaxAge, Requirement, TermLimit};
use crate::package::{BroughtForm, Item};

/// Judges what was brought for a requirement: of several documents the one with the least faults counts.
pub(super) fn judge(
    scope: &Scope<'_>,
    requirement: &Requirement,
    asks: &[(&Evidence, &Ask)],
) -> (Brought, Vec<Finding>) {
    let mut best: Option<Vec<Finding>> = None;
    // In the order of the text, not of the package: of two equal ones the first in the text counts.
    for (evidence, ask) in asks {
        for item in scope.package.documents.iter().filter(|item| item.document == evidence.document) {
            if is_for_another(scope, requirement, ask, item) {
                continue;
            }
            let faults = Desk { scope, requirement, evidence, ask, item }.faults();
            if best.as_ref().is_none_or(|best| weight(&faults) < weight(best)) {
                best = Some(faults);
            }
        }
    }
    match best {
        None => (Brought::Nothing, Vec::new()),
        Some(faults) if weight(&faults) == (0, 0) => (Brought::Fine, faults),
        Some(faults) => (Brought::Failing, faults),
    }
}

/// The worst faults count first: what may still be accepted goes before what is refused, however much is open.
fn weight(faults: &[Finding]) -> (usize, usize) {
    let count = |decides| faults.iter().filter(|fault| fault.decides == decides).count();
    (count(Decides::Refused), count(Decides::Open))
}

/// Whether a document is meant for another requirement: its form is not the one asked here, and is the one asked there.
/// A copy of a certificate that is handed in is not the certificate that is shown.
fn is_for_another(scope: &Scope<'_>, requirement: &Requirement, ask: &Ask, item: &Item) -> bool {
    let Some(form) = item.form.filter(|form| !fits(ask.form, *form) && !can_be_copied(ask.form, *form)) else {
        return false;
    };
    let others = scope.edition.requirements.iter().filter(|other| other.id != requirement.id);
    let mut theirs = others.flat_map(|other| super::asks(other, scope.channel()));
    theirs.any(|(evidence, ask)| evidence.document == item.document && fits(ask.form, form))
}

/// Describes a document as it is asked for.
pub(super) fn asked_document(scope: &Scope<'_>, evidence: &Evidence, ask: &Ask) -> AskedDocument {
    let kind = scope.bundle.document(&evidence.document);
    let term = kind.and_then(|kind| kind.term.as_ref());
    let expires = kind.is_some_and(|kind| kind.expires);
    AskedDocument {
        document: evidence.document.clone(),
        name: scope.document_name(&evidence.document),
        help: kind.and_then(|kind| kind.help.clone()),
        form: ask.form,
        copies: ask.copies,
        original_shown: ask.original_shown,
        registration_mark: evidence.registration_mark,
        max_age: evidence.max_age.clone(),
        needs_issued: evidence.max_age.is_some() || term.is_some(),
        needs_expires: expires && (term.is_some() || scope.ground(Ground::Expired).is_some()),
    }
}

/// One document on the desk.
struct Desk<'a> {
    scope: &'a Scope<'a>,
    requirement: &'a Requirement,
    evidence: &'a Evidence,
    ask: &'a Ask,
    item: &'a Item,
}

impl Desk<'_> {
    fn faults(&self) -> Vec<Finding> {
        let term = self.scope.bundle.document(&self.evidence.document).and_then(|kind| kind.term.as_ref());
        let dated = match term {
            Some(term) => self.attorney(term),
            None => self.expiry(),
        };
        let mut faults = Vec::new();
        faults.extend(self.form());
        faults.extend(self.copies());
        faults.extend(self.original());
        faults.extend(self.mark());
        faults.extend(dated);
        faults.extend(self.evidence.max_age.as_ref().and_then(|max_age| self.age(max_age)));
        faults
    }

    fn told(&self, code: Code) -> Finding {
        Finding::told(code, self.requirement.id.as_str())
            .with("document", Arg::Text(self.scope.document_name(&self.evidence.document)))
            .resting_on(&self.requirement.cite)
    }

    /// The paper asked for is not there as it is asked: the package is incomplete.
    fn incomplete(&self, finding: Finding) -> Finding {
        self.scope.refuse(finding, Ground::Incomplete)
    }

    fn form(&self) -> Option<Finding> {
        let brought = self.item.form?;
        if fits(self.ask.form, brought) {
            return None;
        }
        if can_be_copied(self.ask.form, brought) {
            return Some(self.told(Code::CopyToMake));
        }
        Some(self.incomplete(self.told(Code::FormWrong).with("form", Arg::Form(self.ask.form))))
    }

    fn copies(&self) -> Option<Finding> {
        let given = self.item.copies.filter(|given| *given < self.ask.copies)?;
        let finding = self.told(Code::CopiesTooFew);
        let (needed, given) = (Arg::Number(self.ask.copies.into()), Arg::Number(given.into()));
        Some(self.incomplete(finding.with("needed", needed).with("given", given)))
    }

    fn original(&self) -> Option<Finding> {
        let absent = self.ask.original_shown && self.item.original_shown == Some(false);
        absent.then(|| self.incomplete(self.told(Code::OriginalNotShown)))
    }

    fn mark(&self) -> Option<Finding> {
        let absent = self.evidence.registration_mark && self.item.registration_mark == Some(false);
        absent.then(|| self.incomplete(self.told(Code::RegistrationMarkMissing)))
    }

    fn date_needed(&self, meant: DayMeant) -> Finding {
        self.told(Code::DateNeeded).with("date", Arg::DayMeant(meant)).deciding(Decides::Open)
    }

    /// A document that bears a last day of validity. Only where a ground covers it does expiry refuse (Law No 88-V,
    /// articles 19 and 20, point 2, or the edition's own words).
    fn expiry(&self) -> Option<Finding> {
        self.scope.bundle.document(&self.evidence.document).filter(|kind| kind.expires)?;
        let covered = self.scope.ground(Ground::Expired).is_some();
        let Some(last) = self.item.expires else {
            return covered.then(|| self.date_needed(DayMeant::Expires));
        };
        let (today, visit) = (self.scope.today, self.scope.visit);
        if last >= visit {
            return None;
        }
        let expires = Arg::Day(last);
        Some(if !covered {
            self.told(Code::ExpiredWithoutGround).with("expires", expires)
        } else if last < today {
            self.scope.refuse(self.told(Code::DocumentExpired).with("expires", expires), Ground::Expired)
        } else {
            let finding = self.told(Code::DocumentWillExpire).with("expires", expires).with("visit", Arg::Day(visit));
            self.scope.refuse(finding, Ground::Expired)
        })
    }

    /// A power of attorney: not longer than the law allows, whatever is written; a shorter term where none is written;
    /// void without the day it was given (Civil Code, article 168).
    fn attorney(&self, term: &TermLimit) -> Option<Finding> {
        if self.item.undated && term.void_undated {
            return Some(self.attorney_invalid(AttorneyFault::Undated, &term.cite, Ground::Incomplete));
        }
        let visit = self.scope.visit;
        let Some(issued) = self.item.issued else {
            // A term that has passed by its own words has passed whenever it was given.
            let passed = self.item.expires.filter(|last| *last < visit);
            let fault =
                passed.map(|last| self.attorney_invalid(AttorneyFault::Expired { last }, &term.cite, Ground::Expired));
            return Some(fault.unwrap_or_else(|| self.date_needed(DayMeant::Issued)));
        };
        let unwritten = term.if_unwritten.filter(|_| self.item.expires.is_none());
        let months = unwritten.unwrap_or(term.at_most);
        let longest = issued.plus_months(months.into()).unwrap_or(issued);
        let fault = match self.item.expires {
            Some(last) if last < visit && last <= longest => AttorneyFault::Expired { last },
            _ if longest < visit => AttorneyFault::OverTerm { months, last: longest },
            _ => return None,
        };
        Some(self.attorney_invalid(fault, &term.cite, Ground::Expired))
    }

    /// An invalid power of attorney gives no right to act for another: where no ground names expired papers, the paper
    /// that proves that right is still not there.
    fn attorney_invalid(&self, fault: AttorneyFault, cite: &[Citation], ground: Ground) -> Finding {
        let finding = self.told(Code::PowerOfAttorneyInvalid).with("why", Arg::Attorney(fault)).resting_on(cite);
        let covered = self.scope.ground(ground).is_some();
        self.scope.refuse(finding, if covered { ground } else { Ground::Incomplete })
    }

    /// How old a document may be, in the readings of both official texts.
    fn age(&self, max_age: &MaxAge) -> Option<Finding> {
        let Some(issued) = self.item.issued else { return Some(self.date_needed(DayMeant::Issued)) };
        let late = |age: &Age| self.last_fresh_day(issued, age).is_none_or(|last| last < self.scope.visit);
        let days = |age: &Age| Arg::Age(age.clone());
        let finding = |code| self.told(code).with("issued", Arg::Day(issued)).resting_on(&max_age.cite);
        match (late(&max_age.kk), late(&max_age.ru)) {
            (false, false) => None,
            (true, true) => {
                // Both readings refuse: the more generous one is told.
                let (kk, ru) = (self.last_fresh_day(issued, &max_age.kk), self.last_fresh_day(issued, &max_age.ru));
                let longer = if kk > ru { &max_age.kk } else { &max_age.ru };
                Some(self.incomplete(finding(Code::DocumentTooOld).with("days", days(longer))))
            }
            _ => Some(
                finding(Code::TooOldByOneReading).with("kk-days", days(&max_age.kk)).with("ru-days", days(&max_age.ru)),
            ),
        }
    }

    fn last_fresh_day(&self, issued: Day, age: &Age) -> Option<Day> {
        match age.unit {
            DayUnit::CalendarDay => issued.plus_days(age.count.into()),
            DayUnit::WorkingDay => self.scope.calendar.count_forward(issued, age.count, Week::Five).last,
        }
    }
}

/// Whether a copy is asked and the original is there: a copy can be made of it.
fn can_be_copied(asked: DocumentForm, brought: BroughtForm) -> bool {
    asked == DocumentForm::Copy && brought == BroughtForm::Original
}

/// Whether a form that was brought is the one asked for.
fn fits(asked: DocumentForm, brought: BroughtForm) -> bool {
    match asked {
        DocumentForm::Original | DocumentForm::Shown => brought == BroughtForm::Original,
        DocumentForm::Copy => brought == BroughtForm::Copy,
        DocumentForm::Electronic | DocumentForm::ElectronicCopy => brought == BroughtForm::Electronic,
        DocumentForm::Unstated => true,
    }
}
