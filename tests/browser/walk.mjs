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

/** Sends the screen off, and waits for the screen that is to follow. */
export async function next(page, screen) {
  await page.click("main [type=submit]");
  await at(page, screen);
}

const screens = ["service", "visit", "questions", "papers", "result", "print"];

/** Waits for a screen: for its address, and until it is drawn, which is a moment later. */
export async function at(page, screen) {
  await page.waitForURL(new RegExp(`#/../${screen}$`));
  await page.locator(`nav.steps li:nth-child(${screens.indexOf(screen) + 1}) [aria-current]`).waitFor();
}

/** Goes from the first screen to the papers. */
export async function toPapers(page, trip) {
  await say(page, "service", trip.service);
  await say(page, "region", trip.region);
  await next(page, "visit");
  await sayDay(page, "visit", trip.visit);
  await say(page, "channel", trip.channel);
  if (trip.time) await say(page, "time", trip.time);
  await next(page, Object.keys(trip.facts).length ? "questions" : "papers");
  await sayFacts(page, trip.facts);
  if (Object.keys(trip.facts).length) await next(page, "papers");
}

/** Answers the questions, in their order: one may only be asked once the one before it has its answer. */
export async function sayFacts(page, facts) {
  for (const [fact, value] of Object.entries(facts)) {
    if (/^\d+\.\d+\.\d+$/.test(value)) await sayDay(page, `fact-${fact}`, value);
    else await say(page, `fact-${fact}`, value);
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
