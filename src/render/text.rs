//! Reports, checklists and receipts as plain text.

mod dates;
mod papers;

use alloc::string::String;
use alloc::vec::Vec;

use crate::clause::Citation;
use crate::finding::{Decides, Finding};
use crate::id::Lang;
use crate::receipt::{BLANK, Block, Sheet};
use crate::render::phrase;
use crate::report::{LawUsed, Report};
use crate::words::{self, Word, cite, finding, key, label};

/// Writes a report: verdict, reasons with what to do and clauses, papers, dates with the days counted, the law used.
pub fn report(report: &Report, lang: Lang) -> String {
    let mut page = Page::new(lang);
    page.line(&phrase::verdict(report, lang));
    page.line(label(lang, key::VERDICT_NOTE));
    page.blank();
    circumstances(&mut page, report);
    findings(&mut page, report, key::HEADING_REASONS, Decides::Refused);
    findings(&mut page, report, key::HEADING_QUESTIONS, Decides::Open);
    papers::papers(&mut page, report);
    dates::dates(&mut page, report);
    findings(&mut page, report, key::HEADING_REMARKS, Decides::Nothing);
    papers::not_asked(&mut page, report);
    law(&mut page, report);
    replay(&mut page, report);
    page.text
}

/// Writes the personal checklist: what to bring, how, and what is still to be said to know it.
pub fn checklist(report: &Report, lang: Lang) -> String {
    let mut page = Page::new(lang);
    circumstances(&mut page, report);
    papers::checklist(&mut page, report);
    papers::questions(&mut page, report);
    papers::not_asked(&mut page, report);
    law(&mut page, report);
    page.text
}

/// Writes a sheet.
pub fn sheet(sheet: &Sheet) -> String {
    let mut page = Page::new(sheet.lang);
    page.line(&sheet.title);
    page.line(&alloc::format!("({})", sheet.preliminary));
    sheet.past.iter().for_each(|past| page.line(past));
    page.blank();
    sheet.blocks.iter().for_each(|block| page.block(block));
    page.blank();
    sheet.footer.iter().for_each(|line| page.line(line));
    page.text
}

/// Gathers lines in one language.
struct Page {
    lang: Lang,
    text: String,
}

impl Page {
    fn new(lang: Lang) -> Self {
        Self { lang, text: String::new() }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.line(text),
            Block::Heading(text) => {
                self.blank();
                self.line(text);
            }
            Block::Field { label, value } => {
                self.line(&alloc::format!("{label}: {}", value.as_deref().unwrap_or(BLANK)));
            }
            Block::Numbered(items) => {
                let items = items.iter().enumerate();
                items.for_each(|(n, item)| self.line(&alloc::format!("  {}. {item}", n + 1)));
            }
            Block::Boxes(items) => items.iter().for_each(|item| {
                self.line(&alloc::format!("  [ ] {}", item.what));
                item.how.iter().for_each(|how| self.line(&alloc::format!("      {how}")));
            }),
            Block::Blanks(labels) => labels.iter().for_each(|label| self.line(&alloc::format!("{label}: {BLANK}"))),
        }
    }

    fn heading(&mut self, word: Word) {
        self.blank();
        self.line(label(self.lang, word));
    }

    fn pair(&mut self, word: Word, value: &str) {
        let line = alloc::format!("{}: {value}", label(self.lang, word));
        self.line(&line);
    }

    fn clauses(&mut self, indent: &str, cited: &[Citation], report: &Report) {
        if !cited.is_empty() {
            let said = cite::citations(cited, &report.acts, self.lang);
            let line = alloc::format!("{indent}{}: {said}", label(self.lang, key::LABEL_CLAUSE));
            self.line(&line);
        }
    }
}

fn circumstances(page: &mut Page, report: &Report) {
    let lang = page.lang;
    page.pair(key::LABEL_SERVICE, report.service.short.of(lang));
    if let Some(region) = &report.region {
        page.pair(key::LABEL_REGION, region.of(lang));
    }
    page.pair(key::LABEL_CHANNEL, report.channel.name.of(lang));
    page.pair(key::LABEL_VISIT, &words::date_long(report.visit, lang));
}

fn findings(page: &mut Page, report: &Report, heading: Word, decides: Decides) {
    let here: Vec<&Finding> = report.findings.iter().filter(|finding| finding.decides == decides).collect();
    if here.is_empty() {
        return;
    }
    page.heading(heading);
    for (n, one) in here.into_iter().enumerate() {
        page.line(&alloc::format!("  {}. {}", n + 1, finding::sentence(one, page.lang)));
        page.line(&alloc::format!("     → {}", finding::fix(one, page.lang)));
        page.clauses("     ", &one.cite, report);
    }
}

fn law(page: &mut Page, report: &Report) {
    let Some(law) = &report.law else { return };
    let lang = page.lang;
    page.heading(key::HEADING_LAW);
    page.line(&alloc::format!("  {}", law.name.of(lang)));
    page.line(&alloc::format!("  {}", phrase::in_force(law, lang)));
    law.from_note.iter().chain(&law.notes).for_each(|note| page.line(&alloc::format!("  {}", note.of(lang))));
    page.line(&alloc::format!("  {}", finding::verified(law.verified, lang)));
    page.clauses("  ", &law.cite, report);
    if let Some(regulation) = &law.regulation {
        page.line(&alloc::format!("  {}", regulation.note.of(lang)));
        page.clauses("  ", &regulation.cite, report);
    }
    told(page, report, law);
}

fn told(page: &mut Page, report: &Report, law: &LawUsed) {
    let lang = page.lang;
    for notice in &law.notices {
        page.line(&alloc::format!("  • {}", notice.text.of(lang)));
        page.clauses("    ", &notice.cite, report);
    }
    if !law.disagreements.is_empty() {
        page.heading(key::HEADING_DISAGREEMENTS);
    }
    for disagreement in &law.disagreements {
        page.line(&alloc::format!("  • {}", disagreement.taken.of(lang)));
        for (code, quote) in [("kk", &disagreement.kk), ("ru", &disagreement.ru)] {
            if !quote.is_empty() {
                page.line(&alloc::format!("    {code}: «{quote}»"));
            }
        }
        page.clauses("    ", &disagreement.cite, report);
    }
}

fn replay(page: &mut Page, report: &Report) {
    page.blank();
    page.line(&phrase::replay(&report.replay, page.lang));
}
