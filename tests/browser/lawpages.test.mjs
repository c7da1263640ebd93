// The law as pages to read: without script, on a narrow screen, on paper. What stands on them is tests/author/pages.rs's.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, printed, serve } from "./browser.mjs";

let site;
let browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
});

const languages = ["kk", "ru", "en"];
/** A page of each kind; the longest where there are several. */
const kinds = [
  "index.html",
  "regions.html",
  "calendar/2026.html",
  "attestation/index.html",
  "attestation/2020-05-15.html",
  "external-study/2018-10-30-questions.html",
];
const all = languages.flatMap((lang) => kinds.map((kind) => `law/${lang}/${kind}`));

/** Opens a page of the law as a reader without script does. */
const read = (place, options = {}) => open(browser, site.address + place, { javaScriptEnabled: false, ...options });

test("the first page leads to the law in three languages, and from there to every service, without script", async () => {
  const { page, faults, close } = await read("");
  for (const lang of languages) {
    const link = page.locator(`a[href="law/${lang}/index.html"]`);
    assert.ok(await link.isVisible());
    await link.click();
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    for (let n = 0; n < 4; n += 1) {
      await page.locator("main h2 a").nth(n).click();
      await page.locator(".editions a").first().click();
      await page.locator(".contents a").nth(2).click();
      assert.ok(await page.locator("#papers").isVisible());
      await page.locator(".crumbs a").first().click();
    }
    await page.goto(site.address);
  }
  // Without script, what the first page loads ahead is given up as it is left.
  assert.deepEqual(faults.filter((fault) => !fault.startsWith("request:")), []);
  await close();
});

test("a page asks for itself and its two styles, as it is weighed in docs/budgets.toml", async () => {
  const [kept, place] = [await serve(), "law/ru/attestation/2020-05-15.html"];
  const { faults, close } = await open(browser, kept.address + place);
  const asked = kept.requests.map((line) => line.replace("GET /", "")).filter((file) => file !== "icon.svg");
  assert.deepEqual(asked.sort(), ["law.css", place, "style.css"]);
  assert.deepEqual(faults, []);
  await close();
  kept.stop();
});

test("the other language shows the same edition, and the checker speaks the page's language", async () => {
  const { page, faults, close } = await open(browser, `${site.address}law/kk/duplicates/2016-03-01.html`);
  await page.locator('.languages [hreflang="ru"]').click();
  assert.match(page.url(), /\/law\/ru\/duplicates\/2016-03-01\.html$/);
  await page.locator("a.main").click();
  await page.locator("main form").waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "ru");
  assert.deepEqual(faults, []);
  await close();
});

test("nothing runs off a screen of 320 px, in any language, even with letters twice as large", async () => {
  for (const place of all) {
    const { page, faults, close } = await read(place, { viewport: { width: 320, height: 640 } });
    for (const letters of ["", "200%"]) {
      const wide = await page.evaluate((letters) => {
        document.documentElement.style.fontSize = letters;
        return document.documentElement.scrollWidth;
      }, letters);
      assert.ok(wide <= 320, `${place} is ${wide} px wide`);
    }
    assert.deepEqual(faults, [], place);
    await close();
  }
});

test("what one presses is 24 px high or stands in a sentence", async () => {
  for (const place of all) {
    const { page, close } = await read(place, { viewport: { width: 360, height: 800 } });
    const low = await page.locator("header a, nav a, .actions a, .years a").evaluateAll((links) =>
      links.filter((link) => link.getBoundingClientRect().height < 24).map((link) => link.textContent),
    );
    assert.deepEqual(low, [], place);
    await close();
  }
});

test("G40: the map shows where each answer leads, and which case tries it, with the clause", async () => {
  const { page, faults, close } = await read("law/en/enrolment/2026-03-13-questions.html");
  const grade = page.locator("#q-grade");
  const branches = await grade.locator(".tree > li").evaluateAll((items) =>
    items.map((item) => [item.querySelector(".answer").textContent, item.querySelectorAll('[data-way="leads"]').length]),
  );
  assert.deepEqual(branches.map(([answers]) => answers), ["1", "2–9", "10–12"]);
  const rows = page.locator(".conditions tbody tr");
  assert.ok((await rows.count()) >= 6);
  for (const row of await rows.all()) {
    assert.ok(await row.locator(".clauses a").count(), "a clause");
    assert.match(await row.innerText(), /\d+ cases?/);
    assert.ok(await row.locator('.case[lang="en"]').count(), "the case that tries it");
  }
  await rows.first().locator("th a").first().click();
  assert.match(page.url(), /enrolment\/2026-03-13\.html#/);
  assert.ok(await page.locator(":target").isVisible());
  assert.deepEqual(faults, []);
  await close();
});

test("on paper there is the text with its clauses, and no ways to other pages", async () => {
  for (const lang of ["kk", "ru"]) {
    const { page, close } = await open(browser, `${site.address}law/${lang}/duplicates/2023-11-02.html`);
    const sheets = await printed(page);
    assert.ok(sheets.length <= 20, `${sheets.length} sheets`);
    const text = sheets.join("\n").replaceAll(/\s+/g, " ");
    const shown = (selector) => page.locator(selector).first().innerText();
    for (const there of ["h1", "#papers", "#papers ~ .entry h3", ".clauses a"]) {
      assert.ok(text.includes((await shown(there)).replaceAll(/\s+/g, " ")), `${there} in ${lang}`);
    }
    for (const gone of [".languages a:last-child", ".contents h2", ".around a", "a.main"]) {
      assert.ok(!text.includes(await shown(gone)), `${gone} in ${lang}`);
    }
    await close();
  }
});
