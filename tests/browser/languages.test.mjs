// G14: whatever is said is said in the language of the reader, and marked as that language.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, serve } from "./browser.mjs";
import { wrong, wrongTexts } from "./languages.mjs";
import { trips } from "./trips.mjs";
import { at, say, toResult } from "./walk.mjs";

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** Each change of the language, and what stands on the page after it. */
async function spoken(page, read) {
  const said = {};
  for (const lang of ["kk", "ru", "en"]) {
    await page.click(`#lang-${lang}`);
    await page.locator(`#lang-${lang}[aria-pressed=true]`).waitFor();
    assert.equal(await page.getAttribute("html", "lang"), lang);
    assert.deepEqual(await wrongTexts(page), []);
    said[lang] = [await page.title(), ...(await read())];
  }
  for (const n of said.kk.keys()) {
    const each = Object.values(said).map((one) => one[n]);
    assert.equal(new Set(each).size, 3, `said in one language to readers of another: ${each.join(" | ")}`);
  }
  return said;
}

test("G14: another language reaches the title, the faults and the fields, and what was typed stays", async () => {
  const { page, faults, close } = await open(browser, `${site.address}#/en/service`);
  await page.waitForSelector("main form");
  await page.click("main [type=submit]");
  const said = await spoken(page, () => page.locator(".faults h2, .faults a, p.fault").allTextContents());
  assert.match(said.ru[0], /^Ошибка: /);
  await say(page, "service", "duplicates");
  await page.click("#lang-kk");
  await page.locator("html[lang=kk]").waitFor();
  assert.ok(await page.isChecked("[name=service][value=duplicates]"));
  assert.deepEqual(faults, []);
  await close();
});

test("G14: another language reaches the result and the screen to print from", async () => {
  const { page, faults, close } = await open(browser, `${site.address}#/kk/service`);
  await toResult(page, trips.enrolment, { without: ["photo-3x4"] });
  await spoken(page, () => page.locator("main h1, .due-day").allTextContents());
  await page.click(".actions a.main");
  await at(page, "print");
  await spoken(page, () => page.locator("main h1").allTextContents());
  assert.deepEqual(faults, []);
  await close();
});

test("a text of another language is noticed", () => {
  assert.equal(wrong("Құжаттарды тексеру", "kk"), undefined);
  assert.equal(wrong("Проверка документов", "ru"), undefined);
  assert.equal(wrong("Check your papers", "en"), undefined);
  assert.equal(wrong("10.06.2026", "en"), undefined);
  assert.equal(wrong("Қолхаттың күні", "ru"), "letters of Kazakh");
  assert.equal(wrong("Расписка", "en"), "letters of Cyrillic");
  assert.equal(wrong("Предварительная проверка", "kk"), "words of ru");
  assert.equal(wrong("Check your papers", "ru"), "words of en");
  assert.equal(wrong("Тексеру", ""), "the language “”");
});

test("a name may stand in any language", () => {
  assert.equal(wrong("Қолхат: приказ № 54-НҚ, № ҚР ДСМ-76, платформа «Ұстаз»", "ru"), undefined);
});
