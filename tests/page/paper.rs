//! What comes on paper: receipts and lists in Kazakh and Russian, for each service.

use qolhat::receipt::{Block, Boxed, Parties, Sheet, receipt};
use qolhat::render::lists::{Place, to_bring, to_put_right};
use qolhat::render::text;
use qolhat::{AnswerKind, DaysOff, Lang, Report, Standard, Verdict};
use sha2::Digest;
use std::collections::BTreeMap;

use super::markup::{attributes, sheets};
use super::visitor::{DUPLICATE, TRIPS, Visitor};
use crate::law::{days_off, services};
use crate::snapshots::same;
use qolhat::page::{Message, Screen};

/// Every sheet that a report gives in a language.
fn every_sheet(report: &Report, lang: Lang) -> Vec<Sheet> {
    let receipt = receipt(report, &Parties::default(), lang).map(|receipt| receipt.sheet);
    let place = Place { provider: "№ 1 мектеп", hours: "09:00 – 18:30" };
    receipt.into_iter().chain(to_put_right(report, lang)).chain(to_bring(report, place, lang)).collect()
}

/// The reports of every case of the law, asked long after the day of the case.
fn every_report(mut look: impl FnMut(&Report)) {
    let days_off: DaysOff = days_off();
    for service in services() {
        let standard = Standard { bundle: service.bundle.clone(), hash: qolhat::Hash([7; 32]) };
        for (_, case) in &service.cases {
            let asked = case.report(&standard, &days_off).unwrap();
            let today = "2026-11-22".parse().unwrap();
            look(&qolhat::report(&standard, &days_off, &asked.replay.package, today));
        }
    }
}

fn boxes(sheet: &Sheet) -> Vec<&Boxed> {
    let mut boxes = Vec::new();
    for block in &sheet.blocks {
        if let Block::Boxes(items) = block {
            boxes.extend(items);
        }
    }
    boxes
}

#[test]
fn the_sheets_of_each_service_read_as_they_did() {
    for trip in &TRIPS {
        let mut visitor = Visitor::new(Lang::Kk);
        visitor.travel(trip);
        let report = visitor.model.report.clone().unwrap();
        for lang in [Lang::Kk, Lang::Ru] {
            let text: Vec<String> = every_sheet(&report, lang).iter().map(text::sheet).collect();
            same(&format!("paper/{}.{}.txt", trip.service, lang.code()), &text.join("\n=====\n\n"));
        }
    }
}

/// G17: act, edition, its days, its address, how it was read, and all versions; an edition that ended is never shown as
/// one of today.
#[test]
fn every_sheet_of_every_case_says_what_it_rests_on() {
    let mut past = 0;
    every_report(|report| {
        for sheet in [Lang::Kk, Lang::Ru, Lang::En].into_iter().flat_map(|lang| every_sheet(report, lang)) {
            let law = report.law.as_ref().unwrap();
            let foot = sheet.footer.join("\n");
            for part in [law.name.of(sheet.lang), "https://", &report.replay.code, &report.replay.engine, "0707070707"]
            {
                assert!(foot.contains(part), "no “{part}” in\n{foot}");
            }
            assert_eq!(sheet.past.is_some(), law.to.is_some_and(|to| to < report.day), "{}", law.edition);
            past += usize::from(sheet.past.is_some());
        }
    });
    assert!(past > 1000, "{past}");
}

/// G35: each missing paper has its box and its clause, and where the law's files say who gives it, that.
#[test]
fn every_missing_paper_is_on_the_list_to_put_right() {
    let mut helped = 0;
    every_report(|report| {
        let missing = report.findings.iter().filter(|one| one.code.as_str() == "document-missing");
        for one in missing.filter(|one| one.decides == qolhat::finding::Decides::Refused) {
            let status = report.requirements.iter().find(|status| status.id == one.subject.as_str()).unwrap();
            let sheet = to_put_right(report, Lang::Ru).unwrap();
            let name = status.one_of[0].name.of(Lang::Ru);
            let named = boxes(&sheet).into_iter().find(|boxed| boxed.what.starts_with(name));
            let how = named.unwrap_or_else(|| panic!("no box for {name}")).how.join(" ");
            assert!(how.contains('('), "no clause: {how}");
            if let Some(help) = &status.one_of[0].help {
                assert!(how.contains(help.of(Lang::Ru)), "{how}");
                helped += 1;
            }
        }
        assert!(report.verdict != Verdict::Refused || to_put_right(report, Lang::Kk).is_some());
    });
    assert!(helped > 20, "{helped}");
}

/// G36: what nobody may ask for, with its clause, stands on the personal list too.
#[test]
fn the_personal_list_says_that_no_more_may_be_asked() {
    every_report(|report| {
        let (Some(sheet), Some(law)) = (to_bring(report, Place::default(), Lang::Kk), &report.law) else { return };
        let said = text::sheet(&sheet);
        let told = law.notices.iter().filter(|notice| notice.nothing_more);
        told.for_each(|notice| assert!(said.contains(notice.text.of(Lang::Kk)), "{said}"));
        report.not_asked.iter().for_each(|held| assert!(said.contains(held.name.of(Lang::Kk)), "{said}"));
        let certain = report.requirements.iter().filter(|status| {
            !matches!(status.asked, qolhat::check::Asked::No | qolhat::check::Asked::DependsOn { .. })
        });
        assert_eq!(boxes(&sheet).len(), certain.count(), "a box for each paper\n{said}");
    });
}

#[test]
fn what_is_printed_is_what_was_chosen() {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.travel(&DUPLICATE);
    visitor.go(Screen::Print);
    let titles = |visitor: &Visitor| {
        let html = visitor.html();
        let titled = html.split("sheet-title\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_string());
        titled.collect::<Vec<_>>()
    };
    let receipts = titles(&visitor);
    assert_eq!(receipts.len(), 4, "the act asks for two copies, in two languages: {receipts:?}");
    visitor.say("printed", "fix");
    let [kk, ru] = titles(&visitor).try_into().unwrap();
    assert!(kk.starts_with("Түзету тізімі") && ru.starts_with("Что исправить"), "{kk} {ru}");
    visitor.say("printed", "all");
    visitor.say("sheet-ru", "");
    assert_eq!(titles(&visitor).len(), 3, "each once, as a list needs no second copy");
    visitor.say("sheet-copies", "2");
    let html = visitor.html();
    assert_eq!(sheets(&html).len(), 6);
    assert!(sheets(&html).iter().all(|sheet| attributes(sheet, "lang") == ["kk"]));
    visitor.say("large", "yes");
    assert_eq!(visitor.html().matches("<article class=\"sheet large\"").count(), 6);
    visitor.say("paper-newspaper-extract", "yes");
    visitor.say_day("paper-newspaper-extract-issued", "05.11.2015");
    visitor.take(Message::Went(qolhat::page::Route::new(Lang::Kk, Screen::Print)));
    visitor.say("printed", "fix");
    assert_eq!(visitor.model.report.as_ref().unwrap().verdict, Verdict::Accepted);
    assert!(titles(&visitor).iter().all(|title| !title.starts_with("Түзету")), "there is nothing to put right");
}

#[test]
fn no_two_things_of_the_law_have_the_same_mark_in_a_link() {
    let mut marks: BTreeMap<[u8; 3], String> = BTreeMap::new();
    for bundle in services().into_iter().map(|service| service.bundle) {
        let facts = bundle.facts.iter().flat_map(|kind| {
            let options = match &kind.answer {
                AnswerKind::Choice(options) => options.iter().map(|option| option.id.clone()).collect(),
                _ => vec![],
            };
            options.into_iter().chain([kind.id.clone()])
        });
        let documents = bundle.documents.iter().map(|kind| kind.id.clone());
        let channels = bundle.channels.iter().map(|channel| channel.id.clone());
        let regions = bundle.regions.iter().map(|region| region.id.clone());
        for id in facts.chain(documents).chain(channels).chain(regions).chain([bundle.service.id.clone()]) {
            let [one, two, three, ..] = sha2::Sha256::digest(id.as_str()).0;
            let held = marks.entry([one, two, three]).or_insert_with(|| id.to_string());
            assert_eq!(*held, id.to_string(), "a link could not tell them apart");
        }
    }
    assert!(marks.len() > 60, "{}", marks.len());
}
