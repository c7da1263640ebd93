//! Who holds the papers when, as a drawing: a bar for each holder on one scale of days, with the days beside it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use maud::{Markup, html};

use crate::day::{Day, TimeOfDay};
use crate::id::Lang;
use crate::law::{ChannelKind, TermUnit};
use crate::report::Report;
use crate::timeline::{StepDates, Timeline};
use crate::words::{self, key, label};

/// The width of the scale, in units of the drawing.
const WIDTH: i64 = 1000;
/// The narrowest bar that can still be seen.
const LEAST: i64 = 24;
/// Minutes in a day.
const DAY: i64 = 24 * 60;

/// A holder with the times at which the papers are with it.
struct Lane<'a> {
    who: &'a str,
    // INVARIANT: from the first to the last.
    held: Vec<(Moment, Moment)>,
}

/// A day, with the time where it is known.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Moment {
    day: Day,
    time: Option<TimeOfDay>,
}

impl Moment {
    const fn on(day: Day) -> Self {
        Self { day, time: None }
    }
}

/// Draws the way of the papers: step by step where an act lists steps, else by the channel alone; nothing where the
/// result's day is not known, or where it is given at once and no steps are listed.
pub fn course(report: &Report, lang: Lang) -> Markup {
    let Some((lanes, scale)) = report.timeline.as_ref().and_then(|timeline| drawn(report, timeline, lang)) else {
        return Markup::default();
    };
    html! {
        h3 { (label(lang, key::HEADING_COURSE)) }
        ol.course { @for lane in &lanes { (bar(lane, &scale)) } }
    }
}

fn drawn<'a>(report: &'a Report, timeline: &'a Timeline, lang: Lang) -> Option<(Vec<Lane<'a>>, Scale)> {
    let term = timeline.terms.iter().find(|term| term.main)?;
    let (intake, due) = (timeline.intake.day?, term.due?);
    if timeline.steps.is_empty() && term.unit == TermUnit::Minute {
        return None;
    }
    let you = label(lang, key::COURSE_YOU);
    let first = timeline.steps.first().filter(|step| step.from_day == timeline.visit);
    let visit = Moment { day: timeline.visit, time: timeline.time.or_else(|| first.and_then(|step| step.from_time)) };
    let mut lanes = alloc::vec![Lane { who: you, held: alloc::vec![(visit, visit)] }];
    for step in &timeline.steps {
        let (from, to) = times(step, due);
        hold(&mut lanes, step.who.of(lang), from, to);
    }
    if timeline.steps.is_empty() {
        by_channel(report, timeline, intake, due, &mut lanes, lang);
    }
    let last = timeline.steps.last().map(|step| times(step, due).1).filter(|to| to.day == due);
    let end = last.unwrap_or(Moment::on(due));
    lanes.push(Lane { who: label(lang, key::LABEL_RESULT), held: alloc::vec![(end, end)] });
    Some((lanes, Scale { from: visit, to: end }))
}

/// Without steps the acts say only where papers are taken in, who gives the service, and when the result is handed over.
fn by_channel<'a>(
    report: &'a Report,
    timeline: &Timeline,
    intake: Day,
    due: Day,
    lanes: &mut Vec<Lane<'a>>,
    lang: Lang,
) {
    let corporation = report.channel.kind == ChannelKind::Corporation;
    let name = report.channel.name.of(lang);
    let handover = timeline.handover.as_ref().map(|dated| dated.day).filter(|day| *day >= intake && corporation);
    if corporation {
        hold(lanes, name, Moment::on(intake), Moment::on(intake));
    }
    hold(lanes, label(lang, key::LABEL_PROVIDER), Moment::on(intake), Moment::on(handover.unwrap_or(due)));
    if let Some(handover) = handover {
        hold(lanes, name, Moment::on(handover), Moment::on(due));
    }
}

fn times(step: &StepDates, due: Day) -> (Moment, Moment) {
    let to = step.to_day.map_or(Moment::on(due), |day| Moment { day, time: step.to_time });
    (Moment { day: step.from_day, time: step.from_time }, to)
}

/// Gives the papers to a holder: whoever had them before has them again.
fn hold<'a>(lanes: &mut Vec<Lane<'a>>, who: &'a str, from: Moment, to: Moment) {
    match lanes.iter_mut().find(|lane| lane.who == who) {
        Some(lane) => match lane.held.last_mut().filter(|(_, before)| *before == from) {
            Some((_, before)) => *before = to,
            None => lane.held.push((from, to)),
        },
        None => lanes.push(Lane { who, held: alloc::vec![(from, to)] }),
    }
}

/// From the visit to the result.
struct Scale {
    from: Moment,
    to: Moment,
}

impl Scale {
    /// Where on the scale a moment lies. A day without a time begins at midnight, or ends there.
    fn place(&self, moment: Moment, ends: bool) -> i64 {
        let start = self.minutes(self.from, false);
        let length = (self.minutes(self.to, true) - start).max(1);
        ((self.minutes(moment, ends) - start) * WIDTH / length).clamp(0, WIDTH)
    }

    /// Says a moment: by its time where all is done in a day.
    fn said(&self, moment: Moment) -> String {
        match moment.time.filter(|_| self.from.day == self.to.day) {
            Some(time) => time.to_string(),
            None => words::date_short(moment.day),
        }
    }

    fn minutes(&self, moment: Moment, ends: bool) -> i64 {
        let missing = if ends { DAY } else { 0 };
        let time = moment.time.map_or(missing, |time| time.minutes().into());
        self.from.day.days_until(moment.day) * DAY + time
    }
}

fn bar(lane: &Lane<'_>, scale: &Scale) -> Markup {
    let mut said = String::new();
    for (from, to) in &lane.held {
        let (from, to) = (scale.said(*from), scale.said(*to));
        words::append(&mut said, "; ", &from);
        if to != from {
            said.push_str(" – ");
            said.push_str(&to);
        }
    }
    html! {
        li {
            span.who { (lane.who) }
            svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                @for (from, to) in &lane.held {
                    @let start = scale.place(*from, from == to && from.day == scale.to.day);
                    @let width = (scale.place(*to, true) - start).max(LEAST);
                    rect x=(start.min(WIDTH - width).to_string()) width=(width) height="10" {}
                }
            }
            span.when { (said) }
        }
    }
}
