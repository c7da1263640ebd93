//! Single rules of the check that the law's cases do not reach, each on a package of its own.

use qolhat::finding::{Arg, AttorneyFault, Code, Decides};
use qolhat::input::Value;
use qolhat::law::{Age, DayUnit, DocumentForm, Ground, MaxAge};
use qolhat::{Day, Id, Package, Report, Verdict, report};

use crate::packages::{Law, law_of};

/// Asks on `day` about a package written as in a case.
fn asked(law: &Law, day: &str, package: &str) -> Report {
    let Value::Map(mut entries) = toml::from_str(package).unwrap() else { panic!("a package is a table") };
    entries.push(("service".into(), Value::Text(law.bundle().service.id.to_string())));
    let package = Package::read(&Value::Map(entries), law.bundle()).unwrap();
    report(&law.standard, &law.days_off, &package, day.parse::<Day>().unwrap())
}

/// What decides, as «code subject».
fn deciding(report: &Report) -> Vec<String> {
    let deciding = report.findings.iter().filter(|finding| finding.decides > Decides::Nothing);
    deciding.map(|finding| format!("{} {}", finding.code.as_str(), finding.subject)).collect()
}

#[test]
fn a_window_leaves_the_verdict_open_where_neither_its_day_nor_whom_it_concerns_is_known() {
    let law = law_of("external-study");
    let report = asked(&law, "2019-03-01", "channel = \"portal\"");
    assert_eq!(report.verdict, Verdict::Refused, "the application is missing");
    let deciding = deciding(&report);
    for window in ["answer-needed abroad-ground", "answer-needed medical-ground"] {
        assert!(deciding.iter().any(|line| line == window), "{deciding:?}");
    }
}

#[test]
fn a_power_of_attorney_past_its_written_term_is_invalid_whenever_it_was_given() {
    let package = |rest: &str| {
        format!(
            "channel = \"state-corporation\"
             facts = {{ filed-by-representative = true }}
             documents = [{{ document = \"power-of-attorney\", {rest} }}]"
        )
    };
    let law = law_of("attestation");
    let attorney = |rest| {
        let found = deciding(&asked(&law, "2019-06-03", &package(rest)));
        found.into_iter().find(|line| line.ends_with(" power-of-attorney")).unwrap_or_default()
    };
    assert_eq!(attorney("expires = \"2019-06-02\""), "power-of-attorney-invalid power-of-attorney");
    assert_eq!(attorney("expires = \"2019-06-03\""), "date-needed power-of-attorney");
    assert_eq!(attorney("expires = \"2019-06-03\", issued = \"2016-06-03\""), "", "three years, the last day included");
    let over_three_years = "expires = \"2019-06-03\", issued = \"2016-06-02\"";
    assert_eq!(attorney(over_three_years), "power-of-attorney-invalid power-of-attorney");
}

/// No standard has such alternatives yet: the law is changed for the test.
#[test]
fn of_two_papers_the_one_that_may_still_be_accepted_counts() {
    let mut law = law_of("external-study");
    let day: Day = "2019-03-01".parse().unwrap();
    let edition =
        law.standard.bundle.editions.iter_mut().find(|edition| edition.from <= day && Some(day) <= edition.to).unwrap();
    let requirement = edition.requirements.iter_mut().find(|requirement| requirement.id == "study-abroad").unwrap();
    requirement.one_of[0].ask[0].form = DocumentForm::Original;
    let age = Age { count: 10, unit: DayUnit::CalendarDay };
    let mut other = requirement.one_of[0].clone();
    other.document = Id::try_new("identity-document").unwrap();
    other.max_age = Some(MaxAge { kk: age.clone(), ru: age, cite: vec![], verified: requirement.verified });
    requirement.one_of.push(other);
    let report = asked(
        &law,
        "2019-03-01",
        "channel = \"state-corporation\"
         facts = { external-study-ground = \"abroad-alone\", departure-day = \"2019-06-01\" }
         documents = [
           { document = \"application\" },
           { document = \"study-abroad-document\", form = \"copy\" },
           { document = \"identity-document\" },
         ]",
    );
    let about = report.findings.iter().filter(|finding| finding.subject == "study-abroad");
    let codes: Vec<Code> = about.map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::DateNeeded, Code::DateNeeded], "both days of the second, not the form of the first");
}

#[test]
fn a_paper_that_is_valid_today_for_the_last_time_will_have_expired_by_tomorrow() {
    let law = law_of("duplicates");
    let about = |expires: &str| {
        let package = format!(
            "channel = \"office\"
             visit = \"2017-02-07\"
             facts = {{ reason = \"loss\", minor = false }}
             documents = [{{ document = \"application\" }}, {{ document = \"identity-document\", expires = \"{expires}\" }}]"
        );
        deciding(&asked(&law, "2017-02-06", &package))
    };
    assert_eq!(about("2017-02-05"), ["document-expired identity"]);
    assert_eq!(about("2017-02-06"), ["document-will-expire identity"]);
    assert!(about("2017-02-07").is_empty(), "valid on the day of the visit");
}

#[test]
fn a_power_of_attorney_is_told_by_its_own_term_before_the_longest_one() {
    let law = law_of("attestation");
    let why = |written: &str| {
        let package = format!(
            "channel = \"state-corporation\"
             facts = {{ filed-by-representative = true }}
             documents = [{{ document = \"power-of-attorney\", issued = \"2016-06-01\", expires = \"{written}\" }}]"
        );
        let report = asked(&law, "2019-06-03", &package);
        let found = report.findings.into_iter().find(|finding| finding.code == Code::PowerOfAttorneyInvalid).unwrap();
        found.args.into_iter().find(|(name, _)| *name == "why").unwrap().1
    };
    let day = |text: &str| text.parse::<Day>().unwrap();
    let (longest, expired) = (day("2019-06-01"), |last| Arg::Attorney(AttorneyFault::Expired { last }));
    assert_eq!(why("2018-06-01"), expired(day("2018-06-01")));
    assert_eq!(why("2019-06-01"), expired(longest), "three years are written, and three years are allowed");
    let over = Arg::Attorney(AttorneyFault::OverTerm { months: 36, last: longest });
    assert_eq!(why("2026-06-01"), over, "ten years are written");
}

#[test]
fn of_two_readings_that_both_refuse_the_more_generous_is_told() {
    let report = asked(
        &law_of("duplicates"),
        "2015-11-12",
        "channel = \"office\"
         facts = { reason = \"loss\", minor = false }
         documents = [{ document = \"newspaper-extract\", issued = \"2015-10-01\" }]",
    );
    let old = report.findings.iter().find(|finding| finding.code == Code::DocumentTooOld).unwrap();
    let (_, days) = old.args.iter().find(|(name, _)| *name == "days").unwrap();
    assert_eq!(
        *days,
        Arg::Age(Age { count: 10, unit: DayUnit::WorkingDay }),
        "ten working days, not ten calendar days"
    );
}

#[test]
fn what_the_number_seems_to_say_of_birth_and_sex_is_only_told_where_it_differs() {
    let law = law_of("duplicates");
    let told = |applicant: &str| {
        let package = format!("channel = \"office\"\napplicant = {{ iin = \"850317300010\", {applicant} }}");
        let report = asked(&law, "2017-02-06", &package);
        let about = report.findings.into_iter().filter(|finding| finding.subject == "applicant");
        about.map(|finding| (finding.code, finding.decides)).collect::<Vec<_>>()
    };
    assert_eq!(told("birthDay = \"1985-03-17\", sex = \"male\""), []);
    assert_eq!(told("birthDay = \"1985-03-18\""), [(Code::IinBirthDayDiffers, Decides::Nothing)]);
    assert_eq!(told("sex = \"female\""), [(Code::IinSexDiffers, Decides::Nothing)]);
}

/// Wherever a power of attorney is asked today, a ground names expired papers: the law is changed for the test.
#[test]
fn a_power_of_attorney_that_has_expired_rests_on_incompleteness_where_no_ground_names_expired_papers() {
    let package = "channel = \"state-corporation\"
         facts = { filed-by-representative = true }
         documents = [{ document = \"power-of-attorney\", issued = \"2016-06-01\", expires = \"2018-06-01\" }]";
    let ground = |law: &Law| {
        let report = asked(law, "2019-06-03", package);
        let found = report.findings.into_iter().find(|finding| finding.code == Code::PowerOfAttorneyInvalid).unwrap();
        found.ground.unwrap().to_string()
    };
    let mut law = law_of("attestation");
    assert_eq!(ground(&law), "expired-corporation-before");
    for edition in &mut law.standard.bundle.editions {
        edition.refusals.retain(|refusal| refusal.covers != Ground::Expired);
    }
    assert_eq!(ground(&law), "incomplete-corporation");
}

/// No window has two beginnings or two ends yet: the law is changed for the test.
#[test]
fn of_two_beginnings_the_later_counts_and_of_two_ends_the_earlier() {
    let mut law = law_of("external-study");
    for window in law.standard.bundle.editions.iter_mut().flat_map(|edition| &mut edition.windows) {
        if window.id == "abroad-ground" {
            window.opens = "03-01".parse().ok();
            window.opens_on = Id::try_new("conclusion-day");
            window.closes = "06-30".parse().ok();
        }
    }
    let days = |conclusion: &str, departure: &str| {
        let package = format!(
            "channel = \"portal\"
             facts = {{ external-study-ground = \"abroad-alone\", conclusion-day = \"{conclusion}\",
                       departure-day = \"{departure}\" }}"
        );
        let report = asked(&law, "2019-04-01", &package);
        let window = report.timeline.unwrap().windows.into_iter().find(|window| window.id == "abroad-ground").unwrap();
        [window.days.opens, window.days.closes].map(|day| day.unwrap().to_string())
    };
    assert_eq!(days("2019-02-01", "2019-09-01"), ["2019-03-01", "2019-06-30"], "the days of the year");
    assert_eq!(days("2019-03-15", "2019-06-30"), ["2019-03-15", "2019-06-10"], "the person's own days");
}

/// Where a rule of the regulation is a rule of the edition too, the two were never in force together: the law is changed
/// for the test.
#[test]
fn a_rule_that_the_regulation_repeats_is_told_once() {
    let mut law = law_of("duplicates");
    let rule =
        |law: &Law| law.bundle().regions.iter().find_map(|region| region.regulations.first()?.rules.first().cloned());
    let rule = rule(&law).unwrap();
    for edition in &mut law.standard.bundle.editions {
        edition.rules.push(rule.clone());
    }
    let package = format!(
        "channel = \"state-corporation\"
         region = \"karaganda\"
         facts = {{ {} = false }}",
        rule.id
    );
    let found = deciding(&asked(&law, "2017-02-06", &package));
    let told = found.iter().filter(|line| **line == format!("system-check-failed {}", rule.id));
    assert_eq!(told.count(), 1, "{found:?}");
}
