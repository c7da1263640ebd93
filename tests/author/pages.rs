//! The law as pages to read: nothing of it is missing, every link leads somewhere, every run is in its language.

mod reading;

use std::collections::BTreeSet;

use qolhat::author::{Page, Sources, assemble, assemble_calendar, diff, pages, parse, untried};
use qolhat::law::{Bundle, Edition};
use qolhat::page::{Route, Screen};
use qolhat::words::condition::condition;
use qolhat::words::{cite, key, label};
use qolhat::{Citation, Condition, Id, Lang, Text};

use super::{folder, real};
use crate::page::markup::attributes;
use reading::{entry, escaped, runs, unmarked, words};

fn law() -> (Sources, Vec<Page>) {
    let sources = parse(&real()).unwrap();
    let pages = pages(&sources).unwrap();
    (sources, pages)
}

fn page<'a>(pages: &'a [Page], path: &str) -> &'a str {
    let found = pages.iter().find(|page| page.path == path);
    &found.unwrap_or_else(|| panic!("there is no page {path}")).html
}

/// Goes through all editions in all languages.
fn each_edition(sources: &Sources, mut look: impl FnMut(&Bundle, &Edition, Lang, &str)) {
    for bundle in assemble(sources) {
        for edition in &bundle.editions {
            for lang in Lang::ALL {
                let path = format!("law/{}/{}/{}", lang.code(), bundle.service.id, edition.from);
                look(&bundle, edition, lang, &path);
            }
        }
    }
}

#[test]
fn every_edition_has_a_page_and_a_map_in_each_language() {
    let (sources, pages) = law();
    let mut editions = 0;
    each_edition(&sources, |bundle, edition, lang, path| {
        for place in [format!("{path}.html"), format!("{path}-questions.html")] {
            let html = page(&pages, &place);
            assert!(html.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\">", lang.code())), "{place}");
            assert!(html.contains(&escaped(bundle.service.short.of(lang))), "{place}");
            let now = bundle.editions.last().unwrap().from == edition.from && edition.to.is_none();
            assert_eq!(html.contains(&format!(">{}<", label(lang, key::LAW_NOW))), now, "{place}");
        }
        editions += 1;
    });
    assert_eq!(editions, 90, "a new edition counts three times: its languages");
    for lang in Lang::ALL {
        let years = assemble_calendar(&sources).unwrap().calendar.years;
        let years = years.iter().map(|year| format!("calendar/{}.html", year.year));
        for place in years.chain(["index.html".into(), "regions.html".into()]) {
            page(&pages, &format!("law/{}/{place}", lang.code()));
        }
    }
}

/// Something an edition says: in which entry of its page, in which words, on which clauses.
type Said<'a> = (String, Vec<&'a str>, &'a [Citation]);

/// Everything that an edition itself says.
fn said<'a>(edition: &'a Edition, lang: Lang) -> Vec<Said<'a>> {
    let mut all: Vec<Said<'a>> = Vec::new();
    let mut add = |part: &str, id: &Id, texts: Vec<&'a str>, cite: &'a [Citation]| {
        all.push((format!("{part}-{id}"), texts, cite));
    };
    for one in &edition.requirements {
        let notes = one.note.iter().chain(one.unclear.iter().map(|unclear| &unclear.note)).map(|text| text.of(lang));
        add("papers", &one.id, [one.name.of(lang)].into_iter().chain(notes).collect(), &one.cite);
    }
    edition.terms.iter().for_each(|one| add("terms", &one.id, vec![one.what.of(lang)], &one.cite));
    edition.limits.iter().for_each(|one| add("terms", &one.id, vec![one.what.of(lang)], &one.cite));
    edition.windows.iter().for_each(|one| add("windows", &one.id, vec![one.what.of(lang)], &one.cite));
    edition.steps.iter().for_each(|one| add("steps", &one.id, vec![one.who.of(lang), one.does.of(lang)], &one.cite));
    edition.refusals.iter().for_each(|one| add("grounds", &one.id, vec![one.text.of(lang)], &one.cite));
    edition
        .rules
        .iter()
        .for_each(|one| add("rules", &one.id, vec![one.fails.of(lang), one.instead.of(lang)], &one.cite));
    edition.forms.iter().for_each(|one| add("forms", &one.id, vec![one.title.of(lang)], &one.cite));
    edition.notices.iter().for_each(|one| add("remarks", &one.id, vec![one.text.of(lang)], &one.cite));
    for one in &edition.disagreements {
        add("disagreements", &one.id, vec![one.taken.of(lang), &one.kk, &one.ru], &one.cite);
    }
    all
}

#[test]
fn everything_an_edition_says_stands_on_its_page_with_its_clauses() {
    let (sources, pages) = law();
    each_edition(&sources, |bundle, edition, lang, path| {
        let html = page(&pages, &format!("{path}.html"));
        for (id, texts, cited) in said(edition, lang) {
            let entry = unmarked(entry(html, &id).unwrap_or_else(|| panic!("{path}: no entry {id}")));
            for text in texts {
                assert!(entry.contains(&escaped(text)), "{path} {id}: «{text}» is not there: {entry}");
            }
            for citation in cited {
                let url = &bundle.act(&citation.act).unwrap().url;
                assert!(entry.contains(&format!("href=\"{}\"", escaped(url))), "{path} {id}: no link to {url}");
                assert!(entry.contains(&escaped(&cite::place(citation, lang))), "{path} {id}: {citation}");
            }
        }
        for note in edition.from_note.iter().chain(&edition.notes) {
            assert!(html.contains(&escaped(note.of(lang))), "{path}: the note on how it was verified");
        }
    });
}

#[test]
fn regional_steps_stand_with_every_edition_in_whose_time_they_applied() {
    let (sources, pages) = law();
    let mut seen = 0;
    each_edition(&sources, |bundle, edition, lang, path| {
        let html = page(&pages, &format!("{path}.html"));
        for region in &bundle.regions {
            for one in &region.regulations {
                let meets =
                    edition.to.is_none_or(|last| one.from <= last) && one.to.is_none_or(|last| edition.from <= last);
                for step in &one.steps {
                    let found = entry(html, &format!("{}-{}-{}", region.id, one.from, step.id));
                    assert_eq!(found.is_some(), meets, "{path}: {} {}", region.id, step.id);
                    seen += usize::from(found.is_some_and(|entry| entry.contains(&escaped(step.does.of(lang)))));
                }
            }
        }
    });
    assert!(seen > 100, "only {seen} steps of regions");
}

#[test]
fn what_changed_is_told_as_the_command_tells_it() {
    let (sources, pages) = law();
    for bundle in assemble(&sources) {
        for (pair, lang) in bundle.editions.windows(2).flat_map(|pair| Lang::ALL.map(|lang| (pair, lang))) {
            let (earlier, later) = (&pair[0], &pair[1]);
            let path = format!("law/{}/{}/{}.html", lang.code(), bundle.service.id, later.from);
            let html = page(&pages, &path);
            let changes = html.split("id=\"changes\"").nth(1).unwrap().split("</section>").next().unwrap();
            let read = words(changes);
            let text = diff(&bundle, (earlier, later.from.previous()), (later, later.from), lang);
            // A line that is not set in is the heading of a part, which the page may call otherwise.
            for line in text.lines().skip(2).filter(|line| line.starts_with(' ')) {
                // Signs, labels and the names of documents stand apart from what is said.
                let said = line.rsplit(" — ").next().unwrap().trim().trim_start_matches(['+', '~', '−', ' ']);
                let said = said.split_once(": ").map_or(said, |(_, said)| said).trim_matches(['«', '»']);
                let plain = line.starts_with("  ~") || line.starts_with("  +") || line.starts_with("  −");
                assert!(plain || read.contains(said), "{path}: «{said}»");
            }
        }
    }
}

#[test]
fn every_question_and_condition_stands_on_the_map() {
    let (sources, pages) = law();
    each_edition(&sources, |bundle, edition, lang, path| {
        let html = page(&pages, &format!("{path}-questions.html"));
        for requirement in edition.requirements.iter().filter(|one| one.when != Condition::Always) {
            let when = condition(&requirement.when, &bundle.facts, lang);
            let row = html
                .split("<tr")
                .find(|row| row.contains(&format!("#papers-{}\"", requirement.id)) && row.contains(&escaped(&when)));
            assert!(row.is_some(), "{path}: {} on «{when}»", requirement.id);
            for fact in requirement.when.facts() {
                let tree = entry(html, &format!("q-{fact}")).unwrap_or_else(|| panic!("{path}: no question {fact}"));
                assert!(
                    tree.contains(&format!("#papers-{}\"", requirement.id)),
                    "{path}: {fact} to {}",
                    requirement.id
                );
            }
        }
    });
}

#[test]
fn answers_lead_where_the_law_says() {
    let (_, pages) = law();
    let html = page(&pages, "law/en/enrolment/2026-03-13-questions.html");
    let grade = words(entry(html, "q-grade").unwrap());
    // Order No 564, point 10 (grade 1 applies from 1 April), annex 1, row 8 (grade 10 brings the document).
    let branches: Vec<_> = grade.split(" 2–9 ").collect();
    assert_eq!(branches.len(), 2, "{grade}");
    assert!(branches[0].contains("Applying for the first grade – applies"), "{grade}");
    let (middle, upper) = branches[1].split_once(" 10–12 ").unwrap();
    assert!(middle.contains("Applying for the first grade – does not apply"), "{grade}");
    let paper = "document on basic secondary education";
    assert!(
        middle.contains(&format!("{paper} – not asked for")) && upper.contains(&format!("{paper} – asked for")),
        "{grade}"
    );
}

#[test]
fn every_leaf_of_the_map_is_tried_by_a_case() {
    // G40.
    let missing = untried(&parse(&real()).unwrap());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_leaf_that_no_case_tries_is_seen() {
    let mut files = real();
    files.remove("services/enrolment/cases/people.toml".as_ref());
    let missing = untried(&parse(&files).unwrap());
    let wanted = "enrolment 2026-03-13: rules age-six (Bar), not: not grade <= 1 or six-by-year-end";
    assert!(missing.contains(&wanted.to_string()), "{}", missing.join("\n"));
}

#[test]
fn every_link_leads_somewhere() {
    let (sources, pages) = law();
    let acts: BTreeSet<&str> = sources.acts.value.acts.iter().map(|act| act.url.as_str()).collect();
    for from in &pages {
        for link in attributes(&from.html, "href") {
            if link.starts_with("https:") {
                assert!(acts.contains(link.replace("&amp;", "&").as_str()), "{}: {link}", from.path);
                continue;
            }
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let path = if path.is_empty() { from.path.clone() } else { resolved(&from.path, path) };
            if path == "index.html" {
                let route = Route::read(&format!("#{place}")).unwrap_or_else(|| panic!("{}: {link}", from.path));
                assert_eq!((route.lang.code(), route.screen), (&from.path[4..6], Screen::Service));
            } else if let Some(file) = path.strip_prefix("law/").and(pages.iter().find(|page| page.path == path)) {
                let found = place.is_empty() || file.html.contains(&format!(" id=\"{place}\""));
                assert!(found, "{}: {link} leads to no place of that page", from.path);
            } else {
                assert!(folder("www").join(&path).is_file(), "{}: {link}", from.path);
            }
        }
    }
    let index = std::fs::read_to_string(folder("index.html")).unwrap();
    for lang in Lang::ALL {
        let home = format!("law/{}/index.html", lang.code());
        assert!(index.contains(&format!("href=\"{home}\"")), "the first page leads to {home}");
        page(&pages, &home);
    }
}

/// Follows a relative link from a page.
fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().unwrap_or_else(|| panic!("{from}: {link} leads out of the site"));
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn ids_are_unique_and_each_page_stands_by_itself() {
    for page in law().1 {
        let ids = attributes(&page.html, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{}", page.path);
        for id in attributes(&page.html, "aria-labelledby") {
            assert!(unique.contains(&id), "{}: {id}", page.path);
        }
        for never in ["<script", "<style", " style=", " onclick", "http://"] {
            assert!(!page.html.contains(never), "{}: {never}", page.path);
        }
        assert_eq!(page.html.matches("<h1").count(), 1, "{}", page.path);
        let about = attributes(&page.html, "content").last().copied().unwrap_or_default().len();
        assert!((40..600).contains(&about), "{}: a description of {about} bytes", page.path);
        assert!(
            page.path.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-./".contains(&byte))
        );
        assert!(page.html.len() < 120_000, "{} has {} bytes", page.path, page.html.len());
    }
}

#[test]
fn every_run_of_text_is_in_the_language_that_is_said_of_it() {
    // G14. A number of an act keeps its letters in every language.
    let of_kazakh = |text: &str| text.replace("54-НҚ", "").chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter));
    let of_russian = |text: &str| {
        let mut words = text.split(|letter: char| !letter.is_alphabetic());
        words.any(|word| ["и", "для", "или", "что", "по", "от", "к"].contains(&word))
    };
    let cyrillic = |text: &str| text.chars().any(|letter| ('А'..='я').contains(&letter));
    let mut faults = BTreeSet::new();
    for page in law().1 {
        for (lang, text) in runs(&page.html) {
            let wrong = match lang {
                "kk" => of_russian(text),
                "ru" => of_kazakh(text),
                _ => of_kazakh(text) || cyrillic(text),
            };
            if wrong {
                faults.insert(format!("said to be {lang}: «{text}», as on {}", page.path));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_text_of_the_law_is_markup() {
    let mut sources = parse(&real()).unwrap();
    let sign = |text: &mut Text| {
        for said in [&mut text.kk, &mut text.ru, &mut text.en] {
            said.push_str("<b>\"&'");
        }
    };
    for service in &mut sources.services {
        sign(&mut service.service.value.short);
        sign(&mut service.service.value.about);
        for edition in &mut service.editions {
            let edition = &mut edition.value;
            edition.requirements.iter_mut().for_each(|one| sign(&mut one.name));
            edition.terms.iter_mut().for_each(|one| sign(&mut one.what));
            edition.disagreements.iter_mut().for_each(|one| one.kk.push_str("<b>"));
        }
    }
    sources.facts.value.facts.iter_mut().for_each(|fact| sign(&mut fact.question));
    for page in pages(&sources).unwrap() {
        assert!(!page.html.contains("<b>") && !page.html.contains("<b&gt;"), "{}", page.path);
    }
}
