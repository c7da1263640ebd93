// How a person goes through the page: what is chosen, typed and ticked on each screen.

/** Gives an answer where it is asked: chooses, ticks or types. */
export async function say(page, name, value) {
  const control = page.locator(`main [name="${name}"]`).first();
  await control.waitFor();
  const type = await control.getAttribute("type");
  if (type === "radio") await page.check(`main [name="${name}"][value="${value}"]`);
  else if (type === "checkbox") await control.check();
  else if (type === null) await control.selectOption(value);
  else await control.fill(value);
}

/** Types a day, written as it is in Kazakhstan: `10.06.2026`. */
export async function sayDay(page, name, day) {
  const parts = day.split(".");
  for (const [n, part] of ["day", "month", "year"].entries()) await say(page, `${name}-${part}`, parts[n]);
}

/**
 * Sends the screen off, and waits for the screen that is to follow. Between the papers and the result stands the list of
 * all answers, which is looked through and sent off.
 */
export async function next(page, screen) {
  await send(page);
  if (screen === "result") {
    await page.locator(`${shown("answers")}, ${shown("result")}`).waitFor();
    if (await page.locator(shown("answers")).count()) await send(page);
  }
  await at(page, screen);
}

/** Waits for a screen, or a part of it: until all of it is drawn, and for its address. */
export async function at(page, screen) {
  await page.locator(`${shown(screen)}:not(:has(.coming))`).waitFor();
  await page.waitForURL(new RegExp(`#/../${screen}(/.+)?$`));
}

const send = (page) => page.click("main [type=submit]");
const shown = (screen) => `main:is([data-place="${screen}"], [data-place^="${screen}/"])`;

/** Goes from the first screen to the papers. */
export async function toPapers(page, trip) {
  await say(page, "service", trip.service);
  await next(page, "visit");
  await sayPlace(page, trip);
  if (trip.time) await say(page, "time", trip.time);
  const asked = Object.keys(trip.facts).length > 0;
  await next(page, asked ? "questions" : "papers");
  await sayFacts(page, trip.facts);
  if (asked) await next(page, "papers");
}

/** Says in which region and on which day the papers are handed in, and then at which desk. */
export async function sayPlace(page, { region, visit, channel }) {
  await say(page, "region", region);
  if (visit) await sayDay(page, "visit", visit);
  await next(page, "visit/desk");
  await say(page, "channel", channel);
}

/** Answers the questions as they come: each stands on a page of its own. The last is not sent off. */
export async function sayFacts(page, facts) {
  const left = new Map(Object.entries(facts));
  for (let before; left.size > 0; ) {
    if (before) await send(page);
    await page.locator(`main[data-place^="questions/"]:not([data-place="questions/${before}"])`).waitFor();
    before = (await page.locator("main").getAttribute("data-place")).split("/")[1];
    const fact = [before, `${before}-unknown`].find((asked) => left.has(asked));
    if (!fact) throw new Error(`nobody said what to answer to ${before}`);
    const value = left.get(fact);
    if (/^\d+\.\d+\.\d+$/.test(value)) await sayDay(page, `fact-${fact}`, value);
    else await say(page, `fact-${fact}`, value);
    left.delete(fact);
  }
}

/** Ticks a paper, and says of it what is known. */
export async function bring(page, paper, details = {}) {
  await say(page, `paper-${paper}`, "yes");
  for (const [detail, value] of Object.entries(details)) {
    if (/^\d+\.\d+\.\d+$/.test(value)) await sayDay(page, `paper-${paper}-${detail}`, value);
    else await say(page, `paper-${paper}-${detail}`, value);
  }
}

/** Goes from the first screen to the result, with all papers but those that are left at home. */
export async function toResult(page, trip, { without = [] } = {}) {
  await toPapers(page, trip);
  for (const [paper, details] of Object.entries(trip.papers)) {
    if (!without.includes(paper)) await bring(page, paper, details);
  }
  await next(page, "result");
}
