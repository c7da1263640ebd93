//! A receipt of acceptance or refusal as a document, before any format.
//!
//! The wording is the law's: the form of the annex where the edition has one, or the free form that the law's files mark
//! as ours. What a form has no place for is added under a heading of its own and never left out.

mod sheet;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::clause::Citation;
use crate::finding::{Code, Decides, Finding};
use crate::id::{Id, Lang};
use crate::law::{Field, FieldValue, Form, FormKind, Line, Listed, Refusal};
use crate::package::Applicant;
use crate::report::{LawUsed, Report, Verdict};
use crate::words::{self, cite, finding, key};

pub use sheet::{BLANK, Block, Boxed, Sheet, clauses, in_force, replay};

/// A receipt in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Acceptance or refusal.
    pub kind: FormKind,
    /// How many copies the act asks for, one for each party.
    pub copies: u8,
    /// What stands on it. Its footer begins with the clauses of the form, or that the act prescribes none.
    pub sheet: Sheet,
}

/// Who is named on a receipt. The check itself needs none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parties<'a> {
    /// The applicant.
    pub applicant: Option<&'a Applicant>,
    /// The provider's name.
    pub provider: Option<&'a str>,
    /// Set to print the IIN in full; otherwise all but the last four digits are masked.
    pub full_iin: bool,
}

/// Gives how many copies the act asks for of the report's receipt; none where there is no receipt.
pub fn copies_asked(report: &Report) -> u8 {
    form_of(report).map_or(0, |(_, form)| form.copies)
}

/// The form that the verdict calls for, with the law it stands in.
fn form_of(report: &Report) -> Option<(&LawUsed, &Form)> {
    let law = report.law.as_ref()?;
    let kind = match report.verdict {
        Verdict::Accepted => FormKind::Acceptance,
        Verdict::Refused => FormKind::Refusal,
        Verdict::Open | Verdict::NoEdition => return None,
    };
    Some((law, law.forms.iter().find(|form| form.kind == kind)?))
}

/// Draws up the receipt of a report: of acceptance or of refusal.
///
/// `None` while the verdict is open or no edition is in force: there is nothing to certify yet.
pub fn receipt(report: &Report, parties: &Parties<'_>, lang: Lang) -> Option<Receipt> {
    let (law, form) = form_of(report)?;
    let draft = Draft { report, law, form, parties, lang };
    if draft.says_what_is_not_so() {
        return Some(draft.for_other_reasons());
    }
    Some(draft.receipt(form.title.of(lang), draft.blocks(), draft.form_line()))
}

struct Draft<'a> {
    report: &'a Report,
    law: &'a LawUsed,
    form: &'a Form,
    parties: &'a Parties<'a>,
    lang: Lang,
}

impl Draft<'_> {
    fn receipt(&self, title: &str, blocks: Vec<Block>, form: String) -> Receipt {
        let mut sheet = Sheet { blocks, ..Sheet::new(self.report, self.law, title, self.lang) };
        sheet.footer.insert(0, form);
        Receipt { kind: self.form.kind, copies: self.form.copies, sheet }
    }

    /// Whether the act's form of refusal would speak of an incomplete package where no paper is at fault.
    fn says_what_is_not_so(&self) -> bool {
        self.form.kind == FormKind::Refusal && !self.refusing().any(|finding| self.is_paper(finding))
    }

    /// A refusal for which the act has no form: what stands in the way, each with its clauses.
    fn for_other_reasons(&self) -> Receipt {
        let field = |word, value| Block::Field { label: words::label(self.lang, word).into(), value };
        let blocks = alloc::vec![
            field(key::RECEIPT_NUMBER, None),
            field(key::RECEIPT_NAME, self.value(FieldValue::Applicant)),
            Block::Text(words::say(
                self.lang,
                key::RECEIPT_OTHER_TEXT,
                &[("service", self.report.service.name.of(self.lang).into()),]
            )),
            Block::Numbered(self.refusing().map(|one| self.with_clauses(one)).collect()),
            field(key::RECEIPT_DATE, self.value(FieldValue::Day)),
            field(key::RECEIPT_SIGNATURE, None),
        ];
        let word = |word| words::label(self.lang, word);
        self.receipt(word(key::RECEIPT_OTHER_TITLE), blocks, word(key::RECEIPT_OTHER_FORM).into())
    }

    fn with_clauses(&self, one: &Finding) -> String {
        let clauses = self.citations(&one.cite);
        let sentence = finding::sentence(one, self.lang);
        if clauses.is_empty() { sentence } else { alloc::format!("{sentence} ({clauses})") }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = self.form.lines.iter().flat_map(|line| self.line(line)).collect();
        if self.form.kind == FormKind::Refusal {
            blocks.extend(self.rest());
        }
        blocks
    }

    fn line(&self, line: &Line) -> Vec<Block> {
        match line {
            Line::Text(text) => alloc::vec![Block::Text(self.filled(text.of(self.lang)))],
            Line::Field(field) => alloc::vec![self.field(field)],
            Line::List(listed) => {
                let items = self.listed(*listed);
                // An empty list would look as if something were to be written in.
                if items.is_empty() { Vec::new() } else { alloc::vec![Block::Numbered(items)] }
            }
        }
    }

    /// Fills the places of a form's sentence; what is not known becomes a blank.
    fn filled(&self, template: &str) -> String {
        let known = |value: Option<String>| value.filter(|value| !value.is_empty()).unwrap_or_else(|| BLANK.into());
        let of = |value| known(self.value(value)).into();
        let grounds = self.grounds(|refusal| refusal.text.of(self.lang).to_string());
        let clauses = self.grounds(|refusal| self.citations(&refusal.cite));
        words::fill(
            self.lang,
            template,
            &[
                ("service", self.report.service.name.of(self.lang).into()),
                ("provider", of(FieldValue::Provider)),
                ("applicant", of(FieldValue::Applicant)),
                ("iin", of(FieldValue::Iin)),
                ("address", of(FieldValue::Address)),
                ("grounds", known(Some(grounds)).into()),
                ("clauses", known(Some(clauses)).into()),
                ("day", of(FieldValue::Day)),
                ("due", of(FieldValue::Due)),
            ],
        )
    }

    fn field(&self, field: &Field) -> Block {
        Block::Field { label: field.label.of(self.lang).into(), value: self.value(field.value) }
    }

    fn value(&self, value: FieldValue) -> Option<String> {
        let applicant = self.parties.applicant;
        let timeline = self.report.timeline.as_ref();
        let date = |day| words::date_long(day, self.lang);
        match value {
            FieldValue::Blank => None,
            FieldValue::Applicant => applicant.and_then(|applicant| applicant.name.clone()),
            FieldValue::Iin => applicant.and_then(|applicant| applicant.iin.as_deref()).map(|iin| self.iin(iin)),
            FieldValue::Address => applicant.and_then(|applicant| applicant.address.clone()),
            FieldValue::Phone => applicant.and_then(|applicant| applicant.phone.clone()),
            FieldValue::Provider => self.parties.provider.map(ToString::to_string),
            FieldValue::Day => timeline.and_then(|timeline| timeline.intake.day).map(date),
            FieldValue::Due => {
                let main = timeline.and_then(|timeline| timeline.terms.iter().find(|term| term.main));
                main.and_then(|term| term.due).map(date)
            }
        }
    }

    fn iin(&self, iin: &str) -> String {
        if self.parties.full_iin { iin.to_string() } else { crate::iin::masked(iin) }
    }

    fn refusing(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|finding| finding.decides == Decides::Refused)
    }

    /// Says something of each ground that covers a finding, each once.
    fn grounds(&self, say: impl Fn(&Refusal) -> String) -> String {
        let covering: Vec<&Id> = self.refusing().filter_map(|finding| finding.ground.as_ref()).collect();
        let grounds = self.law.refusals.iter().filter(|refusal| covering.contains(&&refusal.id));
        let mut said: Vec<String> = Vec::new();
        for sentence in grounds.map(say) {
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said.join("; ")
    }

    fn listed(&self, listed: Listed) -> Vec<String> {
        match listed {
            Listed::HandedIn => self.handed_in(),
            Listed::Missing => {
                self.refusing().filter(|finding| is_missing(finding)).map(|one| self.paper(one)).collect()
            }
            Listed::MissingOrFailing => {
                self.refusing().filter(|finding| self.is_paper(finding)).map(|one| self.paper(one)).collect()
            }
        }
    }

    fn handed_in(&self) -> Vec<String> {
        let brought = &self.report.replay.package.documents;
        let asked = || self.report.requirements.iter().flat_map(|status| &status.one_of);
        let asked_for = |document: &Id| asked().find(|one| one.document == *document);
        let named = brought.iter().filter_map(|item| Some((item, asked_for(&item.document)?)));
        named
            .map(|(item, asked)| {
                let copies = item.copies.unwrap_or(asked.copies);
                let many = words::count(copies, words::Noun::Copy, self.lang);
                alloc::format!("{} — {many}", asked.name.of(self.lang))
            })
            .collect()
    }

    fn is_paper(&self, finding: &Finding) -> bool {
        self.report.requirements.iter().any(|status| status.id == finding.subject.as_str())
    }

    /// A missing paper by its name in the act; a failing one with what is wrong with it.
    fn paper(&self, one: &Finding) -> String {
        let status = self.report.requirements.iter().find(|status| status.id == one.subject.as_str());
        let name = status.map(|status| status.name.of(self.lang)).unwrap_or_default();
        if is_missing(one) { name.into() } else { alloc::format!("{name}. {}", finding::sentence(one, self.lang)) }
    }

    /// What refuses and has no place in the form: never left out.
    fn rest(&self) -> Vec<Block> {
        let has = |listed| self.form.lines.iter().any(|line| matches!(line, Line::List(here) if *here == listed));
        let listed = |finding: &Finding| {
            (has(Listed::MissingOrFailing) && self.is_paper(finding)) || (has(Listed::Missing) && is_missing(finding))
        };
        let rest = self.refusing().filter(|finding| !listed(finding));
        let (papers, others): (Vec<_>, Vec<_>) = rest.partition(|finding| self.is_paper(finding));
        [(key::NONCONFORMING_LIST, papers), (key::RECEIPT_OTHER_REASONS, others)]
            .into_iter()
            .filter(|(_, rest)| !rest.is_empty())
            .flat_map(|(heading, rest)| {
                let said = rest.into_iter().map(|one| self.with_clauses(one)).collect();
                [Block::Heading(words::label(self.lang, heading).into()), Block::Numbered(said)]
            })
            .collect()
    }

    fn citations(&self, cited: &[Citation]) -> String {
        cite::citations(cited, &self.report.acts, self.lang)
    }

    /// Which form this is: the annex's, or a free one that rests on a law.
    fn form_line(&self) -> String {
        let clauses = self.citations(&self.form.cite);
        let word = if self.form.free { key::RECEIPT_FREE_FORM } else { key::RECEIPT_ANNEX_FORM };
        words::say(self.lang, word, &[("clauses", clauses.into())])
    }
}

fn is_missing(finding: &Finding) -> bool {
    matches!(finding.code, Code::DocumentMissing | Code::AlternativeNotMet)
}
