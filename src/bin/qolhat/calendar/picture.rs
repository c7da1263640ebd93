//! A year as a picture in text: twelve months, the days off marked, and below them each marked day with its reason.

use anstyle::{AnsiColor, Style};
use qolhat::calendar::{Calendar, DayKind, DayReason, Week, Why};
use qolhat::law::CalendarBundle;
use qolhat::words::finding::day_reason;
use qolhat::words::{Noun, count, date_of_year, date_short, key, label, month_name, weekday_name};
use qolhat::{Day, Lang, MonthDay};

/// A month is seven days wide, each day three letters: two of the number and one of the mark.
const WIDTH: usize = 21;

/// Months in a row.
const ACROSS: u32 = 3;

/// What a day is, as far as the picture tells it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Workday,
    Weekend,
    Holiday,
    Moved,
    Worked,
    Estimated,
}

impl Mark {
    const SHOWN: [Self; 5] = [Self::Weekend, Self::Holiday, Self::Moved, Self::Worked, Self::Estimated];

    fn of(why: Why<'_>) -> Self {
        match why {
            Why::Workday => Self::Workday,
            Why::Weekend => Self::Weekend,
            Why::Listed(line) if !line.may_fall_on.is_empty() => Self::Estimated,
            Why::Listed(line) => match line.kind {
                DayKind::Holiday(_) => Self::Holiday,
                DayKind::Observed(_) | DayKind::SwapOff(_) => Self::Moved,
                DayKind::SwapWork(_) => Self::Worked,
                DayKind::Workday => Self::Workday,
            },
        }
    }

    /// The letter after the number: the picture can be read without colours.
    const fn letter(self) -> char {
        match self {
            Self::Workday => ' ',
            Self::Weekend => '·',
            Self::Holiday => '*',
            Self::Moved => '~',
            Self::Worked => '!',
            Self::Estimated => '?',
        }
    }

    fn style(self) -> Style {
        match self {
            Self::Workday => Style::new(),
            Self::Weekend => Style::new().dimmed(),
            Self::Holiday | Self::Moved => AnsiColor::Red.on_default(),
            Self::Worked => Style::new().bold(),
            Self::Estimated => AnsiColor::Yellow.on_default(),
        }
    }

    fn said(self, lang: Lang) -> &'static str {
        match self {
            Self::Workday => label(lang, key::DAY_WORKDAY),
            Self::Weekend => label(lang, key::DAY_WEEKEND),
            Self::Holiday => one_of(lang, ["мереке", "праздник", "holiday"]),
            Self::Moved => one_of(lang, ["ауыстырылған демалыс", "перенесённый выходной", "day off moved here"]),
            Self::Worked => one_of(lang, ["ауыстырылған жұмыс күні", "рабочий день по переносу", "worked in exchange"]),
            Self::Estimated => one_of(lang, ["болжам", "оценка", "estimate"]),
        }
    }
}

/// Draws a year, or nothing where the calendar does not have it.
pub fn picture(bundle: &CalendarBundle, year: i32, week: Week, lang: Lang) -> Option<String> {
    let calendar = &bundle.calendar;
    let in_calendar = calendar.years.iter().find(|some| some.year == year)?;
    let drawing = Drawing { calendar, year, week, lang };
    let mut lines = vec![drawing.title(), String::new()];
    for first in (1..=12).step_by(3) {
        lines.extend(drawing.row(first));
    }
    lines.push(drawing.legend());
    lines.push(String::new());
    lines.extend(drawing.listed());
    lines.push(String::new());
    lines.push(format!("{}: {}", label(lang, key::LABEL_CALENDAR), date_short(in_calendar.as_of)));
    lines.extend(in_calendar.note.iter().map(|note| note.of(lang).to_string()));
    Some(lines.join("\n"))
}

struct Drawing<'a> {
    calendar: &'a Calendar,
    year: i32,
    week: Week,
    lang: Lang,
}

impl Drawing<'_> {
    fn title(&self) -> String {
        let days = self.days(1..=12);
        let worked = days.iter().filter(|day| self.calendar.look(**day, self.week).is_some_and(|look| look.working));
        let worked = i64::try_from(worked.count()).unwrap_or_default();
        let week = match self.week {
            Week::Five => one_of(self.lang, ["бес күндік апта", "пятидневная неделя", "five-day week"]),
            Week::Six => one_of(self.lang, ["алты күндік апта", "шестидневная неделя", "six-day week"]),
        };
        format!("{}, {week}: {}", self.year, count(worked, Noun::WorkingDay, self.lang))
    }

    /// Months beside each other, line by line.
    fn row(&self, first: u32) -> Vec<String> {
        let months: Vec<_> = (first..first + ACROSS).map(|month| self.month(month)).collect();
        let height = months.iter().map(Vec::len).max().unwrap_or_default();
        let blank = " ".repeat(WIDTH);
        let line = |number| {
            let cells: Vec<_> = months.iter().map(|month| month.get(number).unwrap_or(&blank).as_str()).collect();
            cells.join("   ").trim_end().to_string()
        };
        (0..height).map(line).chain([String::new()]).collect()
    }

    fn month(&self, month: u32) -> Vec<String> {
        let mut lines = vec![format!("{:^WIDTH$}", heading(month, self.lang)), weekdays(self.lang)];
        let days = self.days(month..=month);
        let before = days.first().map_or(0, |day| day.weekday());
        let mut cells = vec!["   ".to_string(); usize::try_from(before).unwrap_or_default()];
        cells.extend(days.into_iter().map(|day| self.cell(day)));
        while cells.len() % 7 > 0 {
            cells.push("   ".into());
        }
        lines.extend(cells.chunks(7).map(<[String]>::concat));
        lines
    }

    fn cell(&self, day: Day) -> String {
        let mark = self.mark(day);
        let (style, plain) = (mark.style(), anstyle::Reset);
        let number = day.day();
        if mark == Mark::Workday {
            format!("{number:2} ")
        } else {
            format!("{style}{number:2}{}{plain}", mark.letter())
        }
    }

    fn mark(&self, day: Day) -> Mark {
        self.calendar.look(day, self.week).map_or(Mark::Workday, |look| Mark::of(look.why))
    }

    fn legend(&self) -> String {
        let all = self.days(1..=12);
        let shown = Mark::SHOWN.into_iter().filter(|mark| all.iter().any(|day| self.mark(*day) == *mark));
        let said = shown.map(|mark| format!("{} {}", mark.letter(), mark.said(self.lang)));
        said.collect::<Vec<_>>().join("   ")
    }

    /// Each day that is not what its weekday makes it, with the reason.
    fn listed(&self) -> Vec<String> {
        let days =
            self.days(1..=12).into_iter().filter(|day| ![Mark::Workday, Mark::Weekend].contains(&self.mark(*day)));
        let described = days.filter_map(|day| self.calendar.describe(day, self.week));
        let line = |day: Day, reason: &DayReason| {
            let month_day: Option<MonthDay> = format!("{:02}-{:02}", day.month(), day.day()).parse().ok();
            let name = month_day.map_or_else(|| date_short(day), |month_day| date_of_year(month_day, self.lang));
            format!(
                "{} {name}, {}: {}",
                self.mark(day).letter(),
                weekday_name(day, self.lang),
                day_reason(reason, self.lang)
            )
        };
        described.map(|described| line(described.day, &described.reason)).collect()
    }

    fn days(&self, months: std::ops::RangeInclusive<u32>) -> Vec<Day> {
        months.flat_map(|month| (1..=31).filter_map(move |day| Day::try_new(self.year, month, day))).collect()
    }
}

fn weekdays(lang: Lang) -> String {
    let short = one_of(lang, ["Дс Сс Ср Бс Жм Сб Жс", "Пн Вт Ср Чт Пт Сб Вс", "Mo Tu We Th Fr Sa Su"]);
    format!("{short} ")
}

/// A month's name as a heading begins it.
fn heading(month: u32, lang: Lang) -> String {
    let mut letters = month_name(month, lang).chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Picks the words of a language: what only this picture says is not in the engine's words, which every page loads.
fn one_of(lang: Lang, [kk, ru, en]: [&'static str; 3]) -> &'static str {
    match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    }
}
