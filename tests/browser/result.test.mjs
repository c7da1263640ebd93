// The result: what it says of the days, the law and the papers, in Kazakh without `Intl`, and what another day would change.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { launch, open, screen, serve } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { sayDay, toResult } from "./walk.mjs";

const run = promisify(execFile);

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** Goes as far as the result of a trip; no error, no breach of the policy may come of what is done there. */
function result(name, trip, lang, look, options = {}) {
  test(name, async () => {
    const { page, faults, close } = await open(browser, `${site.address}#/${lang}/service`, options.context);
    page.setDefaultTimeout(20_000);
    await page.waitForSelector("main form");
    await toResult(page, trip, options);
    await look(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

const months = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан";
const strange =
  /January|February|March|April|June|July|August|September|October|November|December|январ|феврал|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|\d,\d{3}\b/i;

/** All that stands in the page under this language, hidden or not. */
const words = (page, lang) =>
  page.evaluate((lang) => {
    const found = [];
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement.closest("[lang]").lang === lang) found.push(node.textContent);
    }
    return found;
  }, lang);

for (const trip of Object.values(trips)) {
  result(`G4 ${trip.service}: Kazakh days are said as Kazakhs say them, with no help of the browser`, trip, "kk", async (page) => {
    await sayDay(page, "if", trip.visit.replace(/^\d+/, "28"));
    await page.keyboard.press("Tab");
    await page.locator(".beside").waitFor();
    const said = await words(page, "kk");
    for (const text of said) assert.doesNotMatch(text, strange);
    const dated = said.join(" ").match(/\d{4} жылғы \d{1,2} \S+/g);
    assert.ok(dated.length >= 4, `${dated}`);
    for (const day of dated) assert.match(day, new RegExp(`^\\d{4} жылғы ([1-9]|[12]\\d|3[01]) (${months})`));
    for (const caption of await page.locator(".month caption").allTextContents()) {
      assert.match(caption, new RegExp(`^\\d{4} жылғы (${months})$`));
    }
    await screen(page, `${trip.service}-another-day`);
  });
}

/** The marked days of the months, as they are read out. */
const marked = (page) =>
  page.locator(".month td:has(.hidden)").evaluateAll((cells) =>
    cells.map((cell) => `${cell.className} ${cell.firstChild.textContent}${cell.querySelector(".hidden").textContent}`),
  );

const local = { ...trips.attestation, facts: { ...trips.attestation.facts, "corporation-at-provider-location": "yes" } };

result("G6: where the State Corporation stands where the provider does, three days, the day of intake not counted", local, "ru", async (page) => {
  assert.match(await page.locator(".due-day").textContent(), /15 сентября 2022 года/);
  assert.deepEqual(await marked(page), [
    "intake 12, день приёма, не считается",
    "counted 13, 1-й день срока",
    "counted 14, 2-й день срока",
    "end 15, 3-й день срока, последний день для результата",
  ]);
});

result("G6: elsewhere seven days, each day counted or skipped with its reason", trips.attestation, "en", async (page) => {
  assert.match(await page.locator(".due-day").textContent(), /21 September 2022/);
  const days = await marked(page);
  assert.equal(days.length, 10);
  assert.equal(days[0], "intake 12, day of intake, not counted");
  assert.deepEqual(days.slice(5, 7), ["skipped 17, weekly day off", "skipped 18, weekly day off"]);
  assert.equal(days.at(-1), "end 21, day 7 of the term, last day for the result");
  // The table says the same of each day.
  const rows = await page.locator(".counted tbody tr").allTextContents();
  assert.equal(rows.length, days.length);
  const bars = await page.locator(".course li").allTextContents();
  assert.match(bars[0], /^You12\.09\.2022/);
  assert.match(bars.at(-1), /^Result21\.09\.2022/);
});

const beyond = { ...trips["external-study"], visit: "29.12.2027", facts: { ...trips["external-study"].facts, "departure-day": "01.06.2028" } };

result("G6: where the calendar of a year is not known, no date is made up", beyond, "ru", async (page) => {
  assert.match(await page.locator(".due-day").textContent(), /2028/);
  assert.doesNotMatch(await page.locator(".due-day").textContent(), /января|не позднее/);
  assert.equal(await page.locator(".month").count(), 0);
  assert.ok(await page.locator("[data-code=calendar-unknown]").isVisible());
});

for (const [name, trip] of Object.entries(trips)) {
  result(`G17 ${name}: which text, in force from and to, how it was verified, where it stands, and the versions`, trip, "ru", async (page) => {
    const law = page.locator("section.law");
    const said = await law.textContent();
    assert.match(said, /с \d{1,2} \S+ \d{4} года/);
    assert.ok(await law.locator(".verified").isVisible());
    assert.match(said, /программа \d+\.\d+\.\d+ · закон [0-9a-f]{10} · календарь \d{4}-\d{2}-\d{2}/);
    const named = await law.locator(".acts > li > a").evaluateAll((all) => all.map((one) => one.href));
    assert.ok(named.length > 0);
    const cited = await page.locator("main .clauses a").evaluateAll((all) => all.map((one) => one.href));
    for (const link of cited) assert.ok(named.includes(link), `${link} is not in the list of acts`);
  });
}

result("G17: a repealed regulation is told to be repealed", trips.enrolment, "ru", async (page) => {
  const told = page.locator("[data-code=regulation-repealed]");
  assert.match(await told.textContent(), /утратил[ао]? силу/i);
  assert.match(await page.locator("section.law").textContent(), /утратил/i);
});

/** What a calendar makes of a file, in a time zone: each event with its days as that calendar's user sees them. */
async function events(file, zone) {
  const read = `
    const ICAL = (await import("ical.js")).default;
    const { readFileSync } = await import("node:fs");
    const day = (time) => [time.toJSDate().getFullYear(), time.toJSDate().getMonth() + 1, time.toJSDate().getDate()].join("-");
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[1], "utf8")));
    const events = calendar.getAllSubcomponents("vevent").map((one) => {
      const event = new ICAL.Event(one);
      return {
        uid: event.uid, summary: event.summary, description: event.description,
        from: day(event.startDate), to: day(event.endDate), whole: event.startDate.isDate,
        alarms: one.getAllSubcomponents("valarm").length,
      };
    });
    console.log(JSON.stringify(events));`;
  const words = ["--input-type=module", "--eval", read, file];
  const { stdout } = await run(process.execPath, words, { cwd: import.meta.dirname, env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout);
}

result("G23: the days to keep come as a file that every calendar reads as the same days, and that names nobody", trips.attestation, "kk", async (page) => {
  const folder = await mkdtemp(path.join(tmpdir(), "qolhat-"));
  const taken = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#dates-file")]);
    assert.equal(download.suggestedFilename(), "qolhat-2022-09-12.ics");
    const file = path.join(folder, name);
    await download.saveAs(file);
    return file;
  };
  try {
    const file = await taken("first.ics");
    // UTC−8, +5 and +14; the signs of these names are the other way round.
    for (const zone of ["Etc/GMT+8", "Etc/GMT-5", "Etc/GMT-14"]) {
      const found = await events(file, zone);
      const days = found.map(({ from, to, whole, alarms }) => [from, to, whole, alarms]);
      assert.deepEqual(days, [
        ["2022-9-12", "2022-9-13", true, 1],
        ["2022-9-21", "2022-9-22", true, 1],
        ["2022-10-21", "2022-10-22", true, 1],
      ], zone);
      assert.equal(new Set(found.map(({ uid }) => uid)).size, 3);
      assert.match(found[1].summary, /^Нәтиженің соңғы күні: Педагогтің аттестаттауға құжаттары$/);
      assert.match(found[1].description, /алдын ала тексеру/);
    }
    const text = await readFile(file, "utf8");
    assert.equal(text, await readFile(await taken("second.ics"), "utf8"), "the same events, not new ones");
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
  } finally {
    await rm(folder, { recursive: true });
  }
});



result("G34: another day tells what will have expired and when the result comes, once and not with every key", trips.duplicates, "ru", async (page) => {
  await page.evaluate(() => {
    globalThis.heard = [];
    const status = document.getElementById("other-status");
    new MutationObserver(() => heard.push(status.textContent)).observe(status, {
      childList: true, characterData: true, subtree: true,
    });
  });
  assert.equal(await page.locator("#other-status").textContent(), "");
  const field = page.locator("[name=if-day]");
  await field.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("30", { delay: 20 });
  assert.deepEqual(await page.evaluate(() => heard), [], "nothing while a key is pressed");
  await page.keyboard.press("Tab");
  await page.locator(".beside").waitFor();
  const heard = await page.evaluate(() => heard);
  assert.equal(heard.length, 1, `${heard}`);
  assert.match(heard[0], /^30 ноября 2015 года/);
  assert.equal(await page.evaluate(() => document.activeElement.name), "if-month", "the focus goes where Tab leads");
  // The newspaper extract of 5 November is too old by then, and the fifteen working days end later.
  assert.ok(await page.locator(".other [data-subject=newspaper-extract]").isVisible());
  const due = page.locator(".beside > div").nth(1).locator("dd");
  assert.match(await due.nth(0).textContent(), /4 декабря 2015/);
  assert.match(await due.nth(1).textContent(), /2[0-9] декабря 2015/);
  assert.equal(await page.locator(".beside > div.changed .tag").first().textContent(), "изменится");
});

result("G34: another place shows its own list, and is taken over by a button", trips.enrolment, "kk", async (page) => {
  assert.equal(await page.locator(".verdict").getAttribute("data-verdict"), "accepted");
  await page.check("[name=if-channel][value=portal]");
  await page.locator(".beside").waitFor();
  const brief = await page.locator(".beside > div").first().locator("dd").last().textContent();
  await page.click("#instead");
  await page.locator(".beside").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "heading");
  assert.ok(await page.isChecked("[name=if-channel][value=portal]"));
  const verdict = await page.locator(".verdict").getAttribute("data-verdict");
  assert.ok(verdict === "accepted" ? /кедергі табылмады/.test(brief) : !/кедергі табылмады/.test(brief), `${verdict}: ${brief}`);
});

result("G34: a day under another text fetches that text, and says which it is", trips.enrolment, "en", async (page) => {
  await sayDay(page, "if", "10.06.2016");
  await page.keyboard.press("Tab");
  const edition = page.locator(".beside > div").last();
  await edition.waitFor();
  assert.match(await edition.textContent(), /Edition.*changes.*Now: .*from 13 March 2026.*Then: .*from 1 March 2016/s);
});

for (const [name, trip] of Object.entries(trips)) {
  for (const lang of ["kk", "ru"]) {
    result(`G36 ${name} ${lang}: the result says that no more may be asked, with the clause`, trip, lang, async (page) => {
      const block = page.locator(".nothing-more");
      const heading = { kk: "Сізден артық құжат сұрауға болмайды", ru: "Лишнего с вас требовать нельзя" }[lang];
      assert.equal(await block.locator("h2").textContent(), heading);
      assert.ok((await block.locator(".clauses a").count()) > 0);
    });
  }
}

result("what a person has opened stays open while the page is drawn anew", trips.duplicates, "kk", async (page) => {
  await page.click("details.counted summary");
  await sayDay(page, "if", "16.11.2015");
  await page.keyboard.press("Tab");
  await page.locator(".beside").waitFor();
  assert.ok(await page.locator("details.counted tbody").isVisible());
});

for (const width of [320, 1280]) {
  result(`at ${width} pixels a result with all of its pictures fits`, trips.duplicates, "kk", async (page) => {
    await page.click("details.steps summary");
    await sayDay(page, "if", "30.11.2015");
    await page.keyboard.press("Tab");
    await page.locator(".beside").waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const wide = await page.locator(".month").first().evaluate((one) => one.scrollWidth <= one.parentElement.clientWidth);
    assert.ok(wide);
  }, { context: { viewport: { width, height: 800 } } });
}
