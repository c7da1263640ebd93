// A person's way through the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { altered, launch, open, printed, screen, serve } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { at, bring, next, say, sayDay, sayFacts, sayPlace, toPapers, toResult } from "./walk.mjs";

const enrolment = trips.enrolment;

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** A journey: the page in a language; no error, no breach of the policy, nothing that failed may come of it. */
function journey(name, lang, walk) {
  test(name, async () => {
    const { page, faults, close } = await open(browser, `${site.address}#/${lang}/service`);
    page.setDefaultTimeout(20_000);
    await page.waitForSelector("main form");
    await walk(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

const verdict = (page) => page.locator(".verdict").getAttribute("data-verdict");
const focused = (page) => page.evaluate(() => document.activeElement.id);

for (const trip of Object.values(trips)) {
  journey(`${trip.service}: refused, the missing paper added, accepted, printed in Kazakh and Russian`, "kk", async (page) => {
    await toResult(page, trip, { without: [trip.forgotten] });
    assert.equal(await verdict(page), "refused");
    assert.match(await page.locator("main h1").textContent(), /^Алдын ала тексеру/);
    assert.equal(await page.locator("[data-decides=refused]").count(), 1);
    await screen(page, `${trip.service}-refused`);
    await onPaper(page, trip, "refused");
    await page.goBack();
    await page.locator("a.back").click();
    await at(page, "papers");
    await bring(page, trip.forgotten, trip.papers[trip.forgotten]);
    await next(page, "result");
    assert.equal(await verdict(page), "accepted");
    assert.equal(await page.locator(".due-day").textContent(), trip.due.kk);
    await screen(page, `${trip.service}-accepted`);
    await onPaper(page, trip, "accepted");
    await page.goBack();
    await page.click("#lang-ru");
    assert.ok((await page.locator(".due-day").textContent()).includes(trip.due.ru));
  });
}

/** Each copy in each language is one sheet, and says what it is, of which service, and the days. */
async function onPaper(page, trip, kind) {
  await page.click(".actions a.main");
  await at(page, "print");
  const copies = trip.copies[kind];
  // The words of the second language may still be on their way.
  await page.locator(".sheet").nth(2 * copies - 1).waitFor({ state: "attached" });
  const sheets = await printed(page);
  assert.equal(sheets.length, 2 * copies, sheets.join("\n---\n"));
  const marks = { kk: "алдын ала тексеру", ru: "Предварительная проверка" };
  for (const [n, sheet] of sheets.entries()) {
    const lang = n < copies ? "kk" : "ru";
    const text = sheet.replaceAll(/\s+/g, " ");
    for (const part of [marks[lang], ...trip.sheets[kind][lang]]) assert.ok(text.includes(part), `no “${part}” in\n${sheet}`);
  }
}

journey("an empty screen is told what is missing, the list takes the focus and leads to each control", "ru", async (page) => {
  await page.click("main [type=submit]");
  assert.equal(await focused(page), "faults");
  assert.match(await page.title(), /^Ошибка: /);
  const links = page.locator(".faults a");
  assert.deepEqual(await links.allTextContents(), ["Выберите услугу"]);
  assert.deepEqual(await page.locator("p.fault").allTextContents(), await links.allTextContents());
  await links.first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "service");
  await say(page, "service", "enrolment");
  await next(page, "visit");
  assert.doesNotMatch(await page.title(), /Ошибка/);
  await sayDay(page, "visit", "31.02.2026");
  await page.click("main [type=submit]");
  assert.equal(await focused(page), "faults");
  assert.equal(await page.inputValue("#visit-day"), "31");
  assert.equal(await links.first().textContent(), "Выберите регион");
  await links.nth(1).click();
  assert.equal(await focused(page), "visit-day");
});

journey("another language keeps every answer, and Back keeps both", "kk", async (page) => {
  await toPapers(page, enrolment);
  await bring(page, "identity-document", { expires: "17.05.2031" });
  await page.click("#lang-ru");
  await page.locator("html[lang=ru]").waitFor();
  assert.equal(await focused(page), "lang-ru");
  assert.equal(await page.inputValue("[name=paper-identity-document-expires-year]"), "2031");
  assert.ok(await page.isChecked("[name=paper-identity-document]"));
  const before = ["questions/emergency-restrictions", "questions/six-by-year-end", "questions/grade", "visit/desk", "visit"];
  const back = async (place) => {
    await page.goBack();
    await at(page, place);
  };
  for (const place of before.slice(0, 3)) await back(place);
  assert.equal(await page.getAttribute("html", "lang"), "ru");
  assert.equal(await page.inputValue("[name=fact-grade]"), "1");
  await back("visit/desk");
  assert.equal(await page.inputValue("#time"), "10:00");
  assert.ok(await page.isChecked("[name=channel][value=office]"));
  await back("visit");
  assert.equal(await page.inputValue("#visit-day"), "10");
  await back("service");
  assert.ok(await page.isChecked("[name=service][value=enrolment]"));
  for (const place of [...before.reverse(), "papers"]) {
    await page.goForward();
    await at(page, place);
  }
  assert.ok(await page.isChecked("[name=paper-identity-document]"));
});

journey("a screen that is come to by Back has its own heading, though the heading had the focus", "kk", async (page) => {
  await say(page, "service", "enrolment");
  await next(page, "visit");
  assert.equal(await focused(page), "heading");
  const heading = await page.locator("#heading").textContent();
  await page.goBack();
  await at(page, "service");
  const before = await page.locator("#heading").textContent();
  assert.notEqual(before, heading);
  await page.reload();
  await at(page, "service");
  assert.equal(await page.locator("#heading").textContent(), before);
});

journey("what is typed when a person goes back is kept", "en", async (page) => {
  await say(page, "service", "enrolment");
  await next(page, "visit");
  await sayPlace(page, { region: "elsewhere", channel: "office" });
  await page.fill("#time", "9:15");
  await page.goBack();
  await at(page, "visit");
  await page.goForward();
  await at(page, "visit/desk");
  assert.equal(await page.inputValue("#time"), "9:15");
});

journey("another service asks its own questions and keeps the place and the day", "en", async (page) => {
  await toPapers(page, enrolment);
  await page.click(".steps a[href='#/en/service']");
  await say(page, "service", "attestation");
  // The region and the day are known; at which desk is asked only where this service has no such desk.
  await next(page, "visit/desk");
  assert.equal(await page.locator("[name=channel]:checked").count(), 0);
  await say(page, "channel", "portal");
  await next(page, "questions");
  assert.equal(await page.locator("[name=fact-grade]").count(), 0);
  await page.click(".steps a[href='#/en/service']");
  await say(page, "service", "enrolment");
  await page.click(".steps a[href='#/en/visit']");
  await page.goto(page.url() + "/desk");
  await at(page, "visit/desk");
  await say(page, "channel", "office");
  await next(page, "papers");
  await page.click(".steps a[href='#/en/questions']");
  await at(page, "questions/grade");
  assert.equal(await page.inputValue("[name=fact-grade]"), "1");
});

journey("a number that is not known is said so, and one that is written after all counts", "en", async (page) => {
  await say(page, "service", "enrolment");
  await next(page, "visit");
  await sayPlace(page, { region: "elsewhere", visit: "10.06.2026", channel: "office" });
  await next(page, "questions");
  await sayFacts(page, { "grade-unknown": "yes", "six-by-year-end": "unknown", "emergency-restrictions": "no" });
  await next(page, "papers");
  await page.click(".steps a[href='#/en/questions']");
  await at(page, "questions/grade");
  await say(page, "fact-grade", "1");
  await page.keyboard.press("Tab");
  assert.equal(await page.isChecked("[name=fact-grade-unknown]"), false);
  await next(page, "papers");
});

journey("what a person types stays text", "ru", async (page) => {
  await toResult(page, enrolment, { without: ["photo-3x4"] });
  await page.click(".actions a.main");
  await at(page, "print");
  await say(page, "person", "<b>Айгүл</b>");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator("main b").count(), 0);
  assert.ok((await page.locator(".sheet").first().textContent()).includes("<b>Айгүл</b>"));
  await say(page, "iin", "9102 2840-0037");
  await page.click("main [type=submit]");
  assert.equal(await focused(page), "faults");
  assert.equal(await page.inputValue("#iin"), "9102 2840-0037");
  await say(page, "iin", "910228 400036");
  await page.keyboard.press("Tab");
  const sheet = await page.locator(".sheet").first().textContent();
  assert.ok(sheet.includes("0036") && !sheet.includes("910228"));
});

test("after the page is there, the server is asked for the law, the words of another sheet and the engine's later part alone", async () => {
  const { page, close } = await open(browser, site.address);
  await page.waitForSelector("main form");
  await page.waitForLoadState("networkidle");
  const before = site.requests.length;
  await toResult(page, trips.duplicates);
  await page.click(".actions a.main");
  await at(page, "print");
  const asked = site.requests.slice(before).filter((line) => line !== "GET /icon.svg");
  assert.ok(asked.length > 0);
  for (const line of asked) assert.match(line, /^GET \/(law\/(duplicates|calendar)(\.now)?\.qolhat|words\/ru\.txt|qolhat_later\.wasm)$/);
  assert.equal(new Set(asked).size, asked.length, "nothing twice");
  await close();
});

test("a sheet that is asked for before the engine's later part came is drawn once it comes, and the focus stays", async () => {
  const { page, faults, close } = await open(browser, site.address);
  await page.waitForSelector("main form");
  let let_go;
  await page.route("**/qolhat_later.wasm", (route) => (let_go = () => route.continue()));
  await toResult(page, trips.duplicates);
  await page.click(".actions a.main");
  await page.locator("main[data-place=print] .coming").waitFor();
  assert.equal(await focused(page), "heading");
  await let_go();
  await page.locator(".sheet").first().waitFor();
  assert.equal(await focused(page), "heading");
  assert.deepEqual(faults, []);
  await close();
});

test("G20: nothing slides away under a reader's eyes while the page starts", async () => {
  const { page, close } = await open(browser, "about:blank");
  await page.addInitScript(() => {
    globalThis.slid = [];
    const note = (list) => globalThis.slid.push(...list.getEntries().map((entry) => entry.value));
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  });
  // So slow that the list is painted before the page is there.
  await page.route("**/qolhat_bg.wasm", async (route) => {
    await page.locator("#list[open]").waitFor();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await route.continue();
  });
  await page.goto(site.address);
  await page.waitForSelector("main form");
  await page.locator("#static:not([hidden])").waitFor();
  // What is told of a frame is told after it.
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told)))));
  const slid = await page.evaluate(() => globalThis.slid);
  assert.deepEqual(slid, []);
  await close();
});

test("without script the list of services and papers is readable", async () => {
  const { page, faults, close } = await open(browser, site.address, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Қолхат");
  assert.equal(await page.locator("#list section details").count(), 3 * Object.keys(trips).length);
  await page.locator("#kk summary").first().click();
  assert.ok(await page.locator("#kk details li").first().isVisible());
  // What is loaded ahead for the script is let go.
  assert.deepEqual(faults.filter((fault) => !fault.startsWith("request: ")), []);
  await close();
});

test("where a browser may not run the engine, the list stays and a sentence says so", async () => {
  const strict = (text) => text.replace(" 'wasm-unsafe-eval'", "");
  await altered(browser, { "index.html": strict }, async (page) => {
    await page.getByText("Проверка в этом браузере не запустилась").waitFor();
    assert.ok(await page.locator("#kk summary").first().isVisible());
    assert.ok(await page.locator("#page").isHidden());
  });
});

test("where a file does not come, a person is told and may try again", async () => {
  const { page, close } = await open(browser, site.address);
  await page.waitForSelector("main form");
  await page.route("**/law/enrolment*", (route) => route.abort());
  await say(page, "service", "enrolment");
  await page.getByRole("alert").waitFor();
  await next(page, "visit");
  await say(page, "region", "elsewhere");
  await next(page, "visit/desk");
  assert.equal(await page.locator("[name=channel]").count(), 0);
  await page.unroute("**/law/enrolment*");
  await page.click("#retry");
  await page.locator("[name=channel]").first().waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
  await close();
});

/** What the browser reports where the engine has broken. */
const breakDown = (page) =>
  page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    dispatchEvent(new ErrorEvent("error", { error }));
  });

test("after a fault of ours the page starts once more and keeps the screen and what was typed", async () => {
  const { page, faults, close } = await open(browser, site.address);
  await toPapers(page, enrolment);
  await bring(page, "identity-document", { expires: "17.05.2031" });
  await breakDown(page);
  await page.getByText("қайта іске қосылды").waitFor();
  await page.locator("[name=paper-identity-document-expires-year]").waitFor();
  assert.equal(await page.inputValue("[name=paper-identity-document-expires-year]"), "2031");
  await at(page, "papers");
  await next(page, "result");
  assert.equal(await verdict(page), "refused");
  assert.deepEqual(faults, []);
  await close();
});

for (const [lang, letters] of [["ru", 1], ["kk", 2]]) {
  test(`a screen of 320 pixels cuts nothing off, and targets are large: ${lang}, letters ${letters} times as large`, async () => {
    const { page, close } = await open(browser, "about:blank", { viewport: { width: 320, height: 640 } });
    await page.addInitScript((times) => addEventListener("load", () => (document.documentElement.style.fontSize = `${16 * times}px`)), letters);
    await page.goto(`${site.address}#/${lang}/service`);
    const fits = async () =>
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), page.url());
    // Of all results this has the most to show: a table of days, the steps of a regional act.
    await toPapers(page, trips.duplicates);
    await fits();
    const box = await page.locator("main [type=checkbox]").first().evaluate((one) => one.getBoundingClientRect().width);
    assert.equal(box, 24 * letters, "a box is as large as the words beside it");
    await bring(page, "application");
    await next(page, "result");
    for (const details of await page.locator("main details").all()) await details.evaluate((one) => (one.open = true));
    await fits();
    const low = await page.locator("button, a.main, summary, input").evaluateAll((all) =>
      all.filter((one) => {
        // A box or a circle is pressed by its label too.
        const pressed = one.matches("[type=radio], [type=checkbox]") ? one.labels[0] : one;
        return one.checkVisibility() && pressed.getBoundingClientRect().height < 44;
      }).map((one) => one.outerHTML),
    );
    assert.deepEqual(low, []);
    await page.click(".actions a.main");
    await at(page, "print");
    await fits();
    await close();
  });
}
