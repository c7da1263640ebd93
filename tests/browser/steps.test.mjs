// The steps before the result: one question at a time, faults, change and back, the sheet.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, serve } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { at, bring, next, say, sayDay, sayFacts, sayPlace, toPapers, toResult } from "./walk.mjs";

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** A person at the page; no error, no breach of the policy, nothing that failed may come of it. */
function visit(name, place, walk, options = {}) {
  test(name, async () => {
    const { page, faults, close } = await open(browser, `${site.address}#/${place}`, options);
    page.setDefaultTimeout(20_000);
    await page.waitForSelector("main form");
    await walk(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

const focused = (page) => page.evaluate(() => document.activeElement.id);
const send = (page) => page.click("main [type=submit]");

// ------------------------------------------------------------------------------------------------------------- G7, G8

for (const [lang, warned] of [["kk", "Қате: "], ["ru", "Ошибка: "], ["en", "Error: "]]) {
  visit(`G7: faults are told on top and at the field in the same words, and nothing is cleared (${lang})`, `${lang}/service`, async (page) => {
    const told = async (controls) => {
      await send(page);
      assert.equal(await focused(page), "faults");
      assert.ok((await page.title()).startsWith(warned), await page.title());
      const links = page.locator(".faults a");
      const said = await links.allTextContents();
      assert.equal(said.length, controls.length, said.join("; "));
      assert.deepEqual(await page.locator("p.fault").allTextContents(), said);
      for (const [n, control] of controls.entries()) {
        await links.nth(n).click();
        const there = await page.evaluate(() => {
          const here = document.activeElement;
          const legend = here.closest("fieldset")?.querySelector("legend") ?? here.labels[0];
          const box = legend.getBoundingClientRect();
          return { name: here.name, seen: box.top >= 0 && box.bottom <= innerHeight };
        });
        assert.deepEqual(there, { name: control, seen: true });
      }
    };
    await told(["service"]);
    await say(page, "service", "enrolment");
    await next(page, "visit");
    assert.ok(!(await page.title()).startsWith(warned));
    await sayDay(page, "visit", "31.02.2026");
    await told(["region", "visit-day"]);
    assert.equal(await page.inputValue("#visit-month"), "02");
    await sayPlace(page, { region: "elsewhere", visit: "10.06.2026", channel: "office" });
    await say(page, "time", "after lunch");
    await told(["time"]);
    assert.equal(await page.inputValue("#time"), "after lunch");
    await say(page, "time", "9.15");
    await next(page, "questions/grade");
    await told(["fact-grade"]);
    await say(page, "fact-grade", "13");
    await told(["fact-grade"]);
    assert.equal(await page.inputValue("[name=fact-grade]"), "13");
    await say(page, "fact-grade", "1");
    await next(page, "questions/six-by-year-end");
    await told(["fact-six-by-year-end"]);
    await sayFacts(page, { "six-by-year-end": "yes", "emergency-restrictions": "no" });
    await next(page, "papers");
    await bring(page, "identity-document", { expires: "40.05.2031" });
    await told(["paper-identity-document-expires-day"]);
    assert.equal(await page.inputValue("[name=paper-identity-document-expires-day]"), "40");
  });
}

visit("G7: nothing is found fault with before it is sent off", "ru/visit", async (page) => {
  await say(page, "service", "enrolment");
  await next(page, "visit");
  await sayDay(page, "visit", "99.99.9999");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(".fault, .faults").count(), 0);
});

visit("G8: a day without rules is an answer with what to do instead, and no fault", "ru/service", async (page) => {
  await say(page, "service", "duplicates");
  await next(page, "visit");
  await say(page, "region", "elsewhere");
  await sayDay(page, "visit", "01.03.2012");
  await next(page, "visit/desk");
  await page.locator("main a.main").waitFor();
  assert.equal(await page.locator(".fault, .faults, [aria-invalid]").count(), 0);
  assert.match(await page.locator("main h1").textContent(), /1 марта 2012 года/);
  assert.match(await page.locator("main ul").textContent(), /15 мая 2015 года/);
  assert.doesNotMatch(await page.title(), /^Ошибка/);
  await page.click("main a.main");
  await at(page, "visit");
});

visit("G8: missing papers lead to a result and not to faults", "kk/service", async (page) => {
  await toPapers(page, trips.enrolment);
  await next(page, "result");
  assert.equal(await page.locator(".verdict").getAttribute("data-verdict"), "refused");
  assert.equal(await page.locator(".fault, .faults, [aria-invalid]").count(), 0);
  assert.match(await page.locator(".verdict").textContent(), /Алдын ала тексеру/);
  assert.ok((await page.locator("[data-decides=refused]").count()) >= 5);
});

// ----------------------------------------------------------------------------------------------------------------- G9

visit("G9: Change comes back to the list of answers and asks only what became new", "en/service", async (page) => {
  await toPapers(page, trips.duplicates);
  await bring(page, "application");
  await send(page);
  await at(page, "answers");
  const change = (what) => page.locator(".answers a", { hasText: what }).click();
  await change("Why is a duplicate needed?");
  await at(page, "questions/reason");
  assert.equal(await focused(page), "heading");
  assert.ok(await page.isChecked("[value=loss]"));
  await next(page, "answers");
  await change("Time");
  await at(page, "visit/desk");
  assert.equal(await page.inputValue("#time"), "10:30");
  await say(page, "time", "11:00");
  await next(page, "answers");
  assert.match(await page.locator("main").textContent(), /11:00/);
  await change("Why is a duplicate needed?");
  await at(page, "questions/reason");
  await say(page, "fact-reason", "damage");
  await next(page, "papers");
  assert.equal(await page.locator(".new").count(), 1, "one paper became new");
  assert.ok(await page.isChecked("[name=paper-application]"));
  await next(page, "answers");
  await change("Application");
  await at(page, "papers/application");
  assert.equal(await page.evaluate(() => document.activeElement.name), "paper-application");
  await next(page, "answers");
  await next(page, "result");
});

visit("G9: Back leads through every place, the link and the browser's own alike, and keeps every answer", "kk/service", async (page) => {
  await toResult(page, trips.duplicates);
  const places = ["papers", "questions/minor", "questions/reason", "questions/filed-by-representative", "visit/desk", "visit", "service"];
  await page.goBack();
  await at(page, "answers");
  for (const place of places) {
    await page.goBack();
    await at(page, place);
  }
  for (const place of places.slice(0, -1).reverse()) {
    await page.goForward();
    await at(page, place);
  }
  for (const place of places.slice(1)) {
    await page.click("a.back");
    await at(page, place);
  }
  assert.ok(await page.isChecked("[name=service][value=duplicates]"));
  await next(page, "answers");
  const said = await page.locator(".answers dd:nth-of-type(1)").allTextContents();
  for (const part of ["Қарағанды облысы", "2015 жылғы 12 қараша", "10:30", "Құжат жоғалды"]) assert.ok(said.includes(part), said.join("; "));
});

// ----------------------------------------------------------------------------------------------------- what is pressed

// A window that need not scroll: where it does, Chromium itself holds what is seen in its place.
visit("a press on the button hits it, though what was typed before moves the page", "ru/sheet", async (page) => {
  await say(page, "service", "enrolment");
  await say(page, "region", "elsewhere");
  await sayDay(page, "visit", "10.06.2026");
  await say(page, "channel", "office");
  await say(page, "fact-grade", "1");
  await say(page, "fact-six-by-year-end", "yes");
  // Leaving this box takes a question away above the button.
  await page.locator("[name=fact-grade]").fill("5");
  const button = page.locator("#next");
  const before = await button.boundingBox();
  await page.mouse.move(before.x + 20, before.y + 20);
  await page.mouse.down();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.equal((await button.boundingBox()).y, before.y, "nothing moves under the finger");
  await page.mouse.up();
  await page.locator("#faults").waitFor();
  assert.equal(await page.locator("[name=fact-six-by-year-end]").count(), 0);
  assert.notEqual((await button.boundingBox()).y, before.y, "and then it does");
}, { viewport: { width: 1280, height: 5000 } });

visit("a whole day pasted in the first box fills all three", "kk/service", async (page) => {
  await say(page, "service", "enrolment");
  await next(page, "visit");
  await page.locator("#visit-day").fill("14 қыркүйек 2026");
  await page.keyboard.press("Tab");
  const boxes = ["day", "month", "year"].map((part) => page.inputValue(`#visit-${part}`));
  assert.deepEqual(await Promise.all(boxes), ["14", "09", "2026"]);
});

visit("what a person has unfolded stays so while the page is drawn anew", "en/service", async (page) => {
  await toPapers(page, trips.enrolment);
  await page.locator("#legal-application summary").click();
  await bring(page, "application");
  assert.ok(await page.locator("#legal-application").evaluate((one) => one.open));
});

// ----------------------------------------------------------------------------------------------------- steps and sheet

visit("on a phone the list of steps opens, tells each state in words, and leads where one can go", "ru/service", async (page) => {
  const list = page.locator("#steps-list");
  assert.equal(await list.isVisible(), false);
  await toPapers(page, trips.enrolment);
  assert.match(await page.locator("#steps-open").textContent(), /Шаг 4 из 7 Документы/);
  await page.click("#steps-open");
  assert.ok(await list.isVisible());
  assert.deepEqual(await page.locator(".status").allTextContents(), ["готово", "готово", "готово", "вы здесь", "ещё нет", "ещё нет", "ещё нет"]);
  const low = await page.locator(".steps a").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
  assert.equal(low, 0, "a whole row is the link");
  await page.click(".steps a[href='#/ru/visit']");
  await at(page, "visit");
  assert.equal(await list.isVisible(), false);
}, { viewport: { width: 360, height: 740 } });

visit("the sheet asks everything on one page and leads to the same result as the steps", "kk/service", async (page) => {
  const trip = trips.duplicates;
  await page.click("a[href='#/kk/sheet']");
  await at(page, "sheet");
  await say(page, "service", trip.service);
  await say(page, "region", trip.region);
  await sayDay(page, "visit", trip.visit);
  await say(page, "channel", trip.channel);
  await say(page, "time", trip.time);
  for (const [fact, value] of Object.entries(trip.facts)) await say(page, `fact-${fact}`, value);
  for (const [paper, details] of Object.entries(trip.papers)) await bring(page, paper, details);
  assert.equal(await page.locator("main [type=submit]").count(), 1);
  await next(page, "result");
  assert.equal(await page.locator(".verdict").getAttribute("data-verdict"), "accepted");
  await page.click(".steps a[href='#/kk/answers']");
  await at(page, "answers");
  await next(page, "result");
});

visit("what is missing on the sheet is told on top, and each link leads to its control", "kk/sheet", async (page) => {
  await send(page);
  assert.equal(await focused(page), "faults");
  const links = page.locator(".faults a");
  assert.equal(await links.count(), 2);
  await links.nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "region");
  await page.click("a[href='#/kk/service']");
  await at(page, "service");
});
