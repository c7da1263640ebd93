//! The meaning of conditions and of the IIN as tables: one row, one claim, with its note.

use qolhat::{Answer, Condition, Day, Facts, Id, Iin, IinError, Sex, Truth};

/// The rows of a table, split at semicolons: sentences have commas in them.
fn rows<const COLUMNS: usize>(name: &str) -> Vec<[String; COLUMNS]> {
    let path = format!("{}/tests/spec/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let row = |line: &str| {
        let cells: Vec<String> = line.split(';').map(String::from).collect();
        <[String; COLUMNS]>::try_from(cells).unwrap_or_else(|cells| panic!("{name}: {cells:?}"))
    };
    text.lines().skip(1).map(row).collect()
}

fn facts(cell: &str) -> Facts {
    let said = cell.split_whitespace().map(|said| said.split_once('=').unwrap());
    said.map(|(fact, answer)| (Id::try_new(fact).unwrap(), self::answer(answer))).collect()
}

fn answer(text: &str) -> Answer {
    match (text, text.parse::<Day>(), text.parse::<i32>()) {
        ("yes" | "no", ..) => Answer::YesNo(text == "yes"),
        (_, Ok(day), _) => Answer::Day(day),
        (_, _, Ok(number)) => Answer::Number(number),
        _ => Answer::Choice(Id::try_new(text).unwrap()),
    }
}

fn meaning(sentence: &str, said: &str) -> String {
    let condition: Condition = match sentence.parse() {
        Ok(condition) => condition,
        Err(error) => return format!("error: {error}"),
    };
    match condition.evaluate(&facts(said)) {
        Truth::Yes => "yes".into(),
        Truth::No => "no".into(),
        Truth::DependsOn(facts) => {
            format!("depends: {}", facts.iter().map(Id::as_str).collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn conditions_mean_what_their_table_says() {
    for [sentence, said, expected, note] in rows("condition.csv") {
        assert_eq!(meaning(&sentence, &said), expected, "`{sentence}` where {said}: {note}");
    }
}

#[test]
fn numbers_are_read_as_their_table_says() {
    for [number, expected, birth_day, sex, note] in rows("iin.csv") {
        let read = Iin::read(&number);
        let found = match read {
            Ok(_) => "ok".to_string(),
            Err(IinError::Length(length)) => format!("length {length}"),
            Err(IinError::NotDigits) => "not-digits".into(),
            Err(IinError::CheckDigit) => "check-digit".into(),
        };
        assert_eq!(found, expected, "`{number}`: {note}");
        let Ok(iin) = read else { continue };
        assert_eq!(iin.birth_day().map(|day| day.to_string()).unwrap_or_default(), birth_day, "`{number}`: {note}");
        let found = iin.sex().map_or("", |sex| if sex == Sex::Female { "female" } else { "male" });
        assert_eq!(found, sex, "`{number}`: {note}");
    }
}

#[test]
fn a_wrong_last_digit_is_found() {
    let valid =
        rows::<5>("iin.csv").into_iter().filter(|[number, expected, ..]| expected == "ok" && number.len() == 12);
    for [number, ..] in valid {
        for digit in '0'..='9' {
            let other = format!("{}{digit}", &number[..11]);
            assert_eq!(Iin::read(&other).is_ok(), other == number, "{other} for {number}");
        }
    }
}

#[test]
fn false_that_any_wrong_digit_is_found() {
    // Where the second pass takes over, another digit may come to the same rest.
    assert!(Iin::read("000101500001").is_ok());
    assert!(Iin::read("000601500001").is_ok());
}
