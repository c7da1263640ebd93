//! Lists on paper, with boxes for a pen: what is to be put right, and what is to be brought.

use alloc::string::String;
use alloc::vec::Vec;

use crate::check::{Asked, RequirementStatus};
use crate::clause::Citation;
use crate::finding::{Code, Decides, Finding};
use crate::id::Lang;
use crate::law::ChannelKind;
use crate::receipt::{Block, Boxed, Sheet, clauses};
use crate::render::phrase;
use crate::report::{LawUsed, Report, Verdict};
use crate::words::{self, Word, finding, key, label};

/// Where the papers are handed in, as far as a report does not know it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place<'a> {
    /// The provider's name.
    pub provider: &'a str,
    /// When papers are taken in.
    pub hours: &'a str,
}

/// Lists what stands in the way, each with what to do: `None` where nothing does.
pub fn to_put_right(report: &Report, lang: Lang) -> Option<Sheet> {
    let law = report.law.as_ref()?;
    let wrong = report.findings.iter().filter(|one| one.decides != Decides::Nothing || one.code == Code::CopyToMake);
    let boxes: Vec<Boxed> = wrong.map(|one| Draft { report, lang }.wrong(one)).collect();
    if boxes.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(report, law, label(lang, key::SHEET_FIX_TITLE), lang);
    sheet.blocks.push(Block::Text(phrase::verdict(report, lang)));
    sheet.blocks.extend(Draft { report, lang }.whereabouts(Place::default()));
    sheet.blocks.push(Block::Boxes(boxes));
    Some(sheet)
}

/// Lists every paper of this case, with the place, the hours and the days, and what nobody may ask for beyond it.
pub fn to_bring(report: &Report, place: Place<'_>, lang: Lang) -> Option<Sheet> {
    let law = report.law.as_ref()?;
    let draft = Draft { report, lang };
    let mut sheet = Sheet::new(report, law, label(lang, key::SHEET_LIST_TITLE), lang);
    sheet.blocks.extend(draft.whereabouts(place));
    sheet.blocks.extend(draft.due());
    sheet.blocks.push(Block::Boxes(draft.papers(false)));
    sheet.blocks.extend(draft.open());
    sheet.blocks.extend(draft.nothing_more(law));
    sheet.blocks.extend(draft.taken_in());
    Some(sheet)
}

#[derive(Clone, Copy)]
struct Draft<'a> {
    report: &'a Report,
    lang: Lang,
}

impl Draft<'_> {
    fn field(&self, word: Word, value: &str) -> Block {
        Block::Field { label: label(self.lang, word).into(), value: Some(value.into()) }
    }

    fn whereabouts(&self, place: Place<'_>) -> Vec<Block> {
        let report = self.report;
        let at = [place.provider, report.channel.name.of(self.lang), place.hours];
        let at: Vec<&str> = at.into_iter().filter(|part| !part.is_empty()).collect();
        let mut day = words::date_long(report.visit, self.lang);
        day.push_str(", ");
        day.push_str(words::weekday_name(report.visit, self.lang));
        alloc::vec![self.field(key::LABEL_CHANNEL, &at.join(". ")), self.field(key::LABEL_VISIT, &day)]
    }

    fn due(&self) -> Option<Block> {
        let timeline = self.report.timeline.as_ref()?;
        let main = timeline.terms.iter().find(|term| term.main)?;
        Some(self.field(key::LABEL_RESULT, &phrase::due(main, timeline, self.lang)))
    }

    /// A finding: a missing paper by its name and how it is asked, anything else by what is wrong and what to do.
    fn wrong(&self, one: &Finding) -> Boxed {
        let status = self.report.requirements.iter().find(|status| status.id == one.subject.as_str());
        let missing = matches!(one.code, Code::DocumentMissing | Code::AlternativeNotMet);
        let mut boxed = match status.filter(|_| missing) {
            Some(status) => self.asked(status),
            None => Boxed { what: finding::sentence(one, self.lang), how: alloc::vec![finding::fix(one, self.lang)] },
        };
        self.rests_on(&mut boxed, &one.cite);
        boxed
    }

    /// The papers that are asked, or those of which it is not known yet.
    fn papers(&self, open: bool) -> Vec<Boxed> {
        let here = |status: &&RequirementStatus| is_open(status) == open && status.asked != Asked::No;
        self.report.requirements.iter().filter(here).map(|status| self.paper(status)).collect()
    }

    /// What may be needed too, in one sentence: it gets its boxes once it is known.
    fn open(&self) -> Option<Block> {
        let names: Vec<String> = self.papers(true).into_iter().map(|paper| paper.what).collect();
        let depends = label(self.lang, key::SHEET_DEPENDS);
        (!names.is_empty()).then(|| Block::Text(alloc::format!("{depends}: {}", names.join("; "))))
    }

    /// A paper with its clauses.
    fn paper(&self, status: &RequirementStatus) -> Boxed {
        let mut boxed = self.asked(status);
        self.rests_on(&mut boxed, &status.cite);
        boxed
    }

    fn asked(&self, status: &RequirementStatus) -> Boxed {
        let mut what = phrase::paper(status, self.lang);
        // How to bring it matters once it is known to be asked.
        let open = is_open(status);
        let documents = if open { &[] } else { status.one_of.as_slice() };
        if let Some(when) = phrase::asked(&status.asked, self.lang).filter(|_| !open) {
            what = alloc::format!("{what} ({when})");
        }
        let several = documents.len() > 1;
        Boxed { what, how: documents.iter().map(|document| phrase::document(document, several, self.lang)).collect() }
    }

    /// The clauses stand behind what is said last: lines of their own would cost the sheet its one page.
    fn rests_on(&self, boxed: &mut Boxed, cited: &[Citation]) {
        let last = boxed.how.last_mut().unwrap_or(&mut boxed.what);
        *last = self.with_clauses(last, cited);
    }

    /// What nobody may ask for: the acts' own words, and the papers that are taken from state systems.
    fn nothing_more(&self, law: &LawUsed) -> Vec<Block> {
        let told = law.notices.iter().filter(|notice| notice.nothing_more);
        let mut said: Vec<String> =
            told.map(|notice| self.with_clauses(notice.text.of(self.lang), &notice.cite)).collect();
        let held = self.report.not_asked.iter();
        said.extend(held.map(|held| self.with_clauses(held.name.of(self.lang), &held.cite)));
        if said.is_empty() {
            return Vec::new();
        }
        alloc::vec![Block::Heading(label(self.lang, key::HEADING_NOT_ASKED).into()), Block::Text(said.join(" • "))]
    }

    /// What the employee writes: nothing on a portal, and nothing while it is not even known what is to be brought.
    fn taken_in(&self) -> Vec<Block> {
        if self.report.channel.kind == ChannelKind::Portal || self.report.verdict == Verdict::Open {
            return Vec::new();
        }
        let blanks = [key::RECEIPT_NUMBER, key::RECEIPT_DATE, key::RECEIPT_SIGNATURE];
        let blanks = blanks.into_iter().map(|word| label(self.lang, word).into());
        alloc::vec![Block::Text(label(self.lang, key::SHEET_TAKEN_IN).into()), Block::Blanks(blanks.collect())]
    }

    fn with_clauses(&self, said: &str, cited: &[Citation]) -> String {
        let clauses = clauses(cited, self.report, self.lang);
        if clauses.is_empty() { said.into() } else { alloc::format!("{said} ({clauses})") }
    }
}

/// Whether it depends on answers that were not given.
const fn is_open(status: &RequirementStatus) -> bool {
    matches!(status.asked, Asked::DependsOn { .. })
}
