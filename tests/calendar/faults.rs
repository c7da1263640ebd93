//! Faults of the calendar's files: each named with its code and its lines.

use qolhat::author::{Files, LawError, lint, parse};

use super::file;

/// The calendar's files, without the services, whose lint is slow and tested elsewhere.
fn files() -> Files {
    let (law, mut files) = (Files::read(&file("law")).unwrap(), Files::default());
    for name in law.within("calendar".as_ref()).into_iter().chain(["acts.toml".as_ref()]) {
        files.write(name, law.text(name).unwrap());
    }
    for list in ["document", "fact", "channel"] {
        files.write(format!("{list}s.toml"), format!("{list} = []"));
    }
    files
}

/// The faults of the calendar where, in its file of `year`, `old` is written as `new`.
fn faults(year: &str, old: &str, new: &str) -> Vec<LawError> {
    let mut files = files();
    let name = format!("calendar/{year}.toml");
    let text = files.text(name.as_ref()).unwrap();
    assert!(text.contains(old), "{name} has no `{old}`");
    let changed = text.replace(old, new);
    files.write(name, changed);
    let faults = parse(&files).map_or_else(|faults| faults, |sources| lint(&sources));
    faults.into_iter().filter(|fault| fault.at.iter().any(|place| place.file.starts_with("calendar"))).collect()
}

/// Demands exactly one fault, with its code and its sentence.
fn demand(year: &str, old: &str, new: &str, code: &str, message: &str) {
    let found = faults(year, old, new);
    let codes: Vec<_> = found.iter().map(|fault| (fault.code, fault.message.as_str())).collect();
    assert_eq!(codes, [(code, message)], "`{old}` written as `{new}`");
    assert!(!found[0].help.is_empty());
}

/// A line of 2021 that the tests change.
const CAPITAL_DAY: &str = r#"{ day = "2021-07-06", kind = { holiday = "capital-day" }"#;

#[test]
fn the_calendar_is_in_order() {
    assert_eq!(faults("2021", "", ""), []);
}

#[test]
fn a_day_stands_once_in_order_and_in_its_year() {
    let twice = format!("{CAPITAL_DAY}, cite = [\"law-267\"], verified = \"secondary\" }},\n  {CAPITAL_DAY}");
    let found = faults("2021", CAPITAL_DAY, &twice);
    let twice: Vec<_> = found.iter().filter(|fault| fault.code == "day-twice").collect();
    assert_eq!(twice.len(), 2, "once for each week");
    let lines: Vec<_> = twice[0].at.iter().map(|place| place.line).collect();
    assert_eq!(lines[0], lines[1] + 1, "both places are shown");
    let unsorted = CAPITAL_DAY.replace("07-06", "07-02");
    demand("2021", CAPITAL_DAY, &unsorted, "calendar-order", "2021-07-02 is out of order");
    let elsewhere = CAPITAL_DAY.replace("2021", "2022");
    let codes: Vec<_> = faults("2021", CAPITAL_DAY, &elsewhere).iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&"calendar-order"), "{codes:?}");
    let nowhere = CAPITAL_DAY.replace("kind", "weeks = [], kind");
    demand("2021", CAPITAL_DAY, &nowhere, "weeks-missing", "2021-07-06 holds in no week");
}

#[test]
fn a_file_has_the_name_of_its_year_and_no_year_is_missing() {
    let found = faults("2021", "year = 2021", "year = 2029");
    assert_eq!(found.iter().filter(|fault| fault.code == "file-name").count(), 1);
    assert_eq!(found.iter().filter(|fault| fault.code == "calendar-gap").count(), 2, "from 2020 to 2029 and back");
}

#[test]
fn a_moved_day_answers_to_a_holiday_on_a_day_off() {
    let moved = r#"observed = "2021-01-02""#;
    let codes = |new: &str| faults("2021", moved, new).iter().map(|fault| fault.code).collect::<Vec<_>>();
    assert!(codes(r#"observed = "2021-01-03""#).contains(&"observed-alone"), "no holiday");
    assert!(codes(r#"observed = "2021-01-01""#).contains(&"observed-unsound"), "on a Friday");
    assert!(codes(r#"observed = "2021-05-01""#).contains(&"observed-unsound"), "later");
    let (five, six) = (r#"{ day = "2021-01-04", weeks = ["five"]"#, r#"{ day = "2021-01-04", weeks = ["six"]"#);
    let found = faults("2021", five, six);
    let unsound = found.iter().find(|fault| fault.code == "observed-unsound").unwrap();
    assert_eq!(unsound.message, "2021-01-02 gives no later day off in the six-day week", "it is a Saturday");
}

#[test]
fn a_swapped_day_answers_to_its_other_day() {
    let found = faults("2021", r#"kind = { swap-work = "2021-07-05" }"#, r#"kind = { swap-work = "2021-07-06" }"#);
    let messages: Vec<_> = found.iter().map(|fault| fault.message.as_str()).collect();
    let worked = "2021-07-03 is worked in exchange for 2021-07-06, which is not off for it";
    assert_eq!(messages, [worked, "2021-07-05 is off in exchange for 2021-07-03, which is not worked for it"]);
    let six_day = r#"{ day = "2020-01-05", weeks = ["six"], kind = { swap-"#;
    let found = faults("2020", &format!("{six_day}work"), &format!("{six_day}off"));
    assert_eq!(found.iter().filter(|fault| fault.code == "swap-alone").count(), 2, "two days off for each other");
}

#[test]
fn a_day_off_is_not_given_on_a_weekend() {
    let message = "2021-07-04 is a weekly day off in the five-day week";
    let found =
        faults("2021", r#"{ day = "2021-07-05", weeks = ["five"]"#, r#"{ day = "2021-07-04", weeks = ["five"]"#);
    assert!(found.iter().any(|fault| fault.code == "day-off-anyway" && fault.message == message), "{found:?}");
}

#[test]
fn holidays_have_names() {
    let found = faults("2021", "capital-day", "capitol-day");
    let unknown = found.iter().find(|fault| fault.code == "holiday-unknown").unwrap();
    assert_eq!(unknown.help, "did you mean `capital-day`?");
    let found = faults("names", r#"id = "victory-day""#, r#"id = "day-of-victory""#);
    assert_eq!(found.iter().filter(|fault| fault.code == "holiday-unknown").count(), 13, "one for each year");
}

#[test]
fn every_line_is_cited_with_an_act_that_is_known() {
    demand(
        "2021",
        "cite = [\"decree-930-2020\", \"labour-code-2015, article 85, point 3\"], verified = \"secondary\" },\n  { day = \"2021-07-05\"",
        "cite = [], verified = \"secondary\" },\n  { day = \"2021-07-05\"",
        "citation-missing",
        "nothing is cited here",
    );
    let found = faults("2021", "decree-930-2020", "decree-930-2002");
    assert_eq!(found.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["act-unknown", "act-unknown"]);
}

#[test]
fn doubt_is_explained_and_estimates_are_of_years_to_come() {
    let doubt = CAPITAL_DAY.to_string() + r#", cite = ["law-267, article 3", "law-267, article 5"], verified = "#;
    let message = "2021-07-06 was not verified, and no note says so to the reader";
    demand("2021", &format!("{doubt}\"secondary\""), &format!("{doubt}\"assumed\""), "note-missing", message);
    let message = "2027-05-16 cannot be estimated like this";
    demand("2027", "provisional = true", "provisional = false", "estimate-unsound", message);
    demand("2027", r#"["2027-05-15", "2027-05-17"]"#, r#"["2027-05-16", "2027-05-17"]"#, "estimate-unsound", message);
}

/// Shown by the lint or by the research table (`every_day_of_both_weeks_is_as_researched`): here, the lint.
#[test]
fn most_lines_cannot_be_removed_unseen() {
    let text = files().text("calendar/2026.toml".as_ref()).unwrap().to_string();
    for line in text.lines().filter(|line| line.contains("{ day = ")) {
        let found = faults("2026", &format!("{line}\n"), "");
        assert!(!found.is_empty(), "{line}");
    }
}
