// G13, G14: every screen of every service, in every language: no fault that axe knows, in light, dark and forced colours;
// targets large enough; every text under its own language.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, suite, test } from "node:test";

import { built, launch, open, serve } from "./browser.mjs";
import { wrongTexts } from "./languages.mjs";
import { tour, unfold } from "./tour.mjs";
import { trips } from "./trips.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

suite("G13, G14: every screen is without a fault", { concurrency: 2 }, () => {
  for (const lang of ["kk", "ru", "en"]) {
    for (const trip of Object.values(trips)) test(`${trip.service} in ${lang}`, () => toured(trip, lang));
  }
});

async function toured(trip, lang) {
  const { page, faults, close } = await open(browser, `${site.address}#/${lang}/service`, { reducedMotion: "reduce" });
  page.setDefaultTimeout(60_000);
  await page.waitForSelector("main form");
  await page.evaluate(axe);
  const found = {};
  await tour(page, trip, async (name) => {
    for (const fault of await looked(page)) found[fault] = [...(found[fault] ?? []), name];
  });
  assert.equal(Object.entries(found).map(([fault, places]) => `${fault}: ${places.join(", ")}`).join("\n"), "");
  assert.deepEqual(faults, []);
  await close();
}

for (const lang of ["kk", "ru", "en"]) {
  test(`G13, G14, G33: what the proof of privacy found is without a fault in ${lang}`, async () => {
    const { page, close } = await open(browser, `${site.address}#/${lang}/privacy`, { serviceWorkers: "allow" });
    await page.evaluate(axe);
    await page.click("#try");
    await page.locator(".ways").waitFor();
    await unfold(page);
    assert.deepEqual(await looked(page), []);
    await close();
  });
}

/** All that is wrong on a screen. Of what axe knows, only contrast depends on the colours. */
async function looked(page) {
  const faults = [...(await axed(page, { type: "tag", values: tags })), ...(await small(page)), ...(await wrongTexts(page))];
  for (const media of [{ colorScheme: "dark" }, { forcedColors: "active" }]) {
    await page.emulateMedia(media);
    const contrast = await axed(page, { type: "rule", values: ["color-contrast"] });
    faults.push(...contrast.map((fault) => `${Object.values(media)[0]}: ${fault}`));
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  }
  return faults;
}

async function axed(page, runOnly) {
  const violations = await page.evaluate(async (runOnly) => (await axe.run({ runOnly, resultTypes: ["violations"] })).violations, runOnly);
  const said = ({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`);
  return violations.flatMap(said);
}

/** WCAG 2.5.8, and what we ask of ourselves: what is pressed is 24 pixels large, the main things 44. */
function small(page) {
  return page.evaluate(() => {
    const low = (css, least) =>
      [...document.querySelectorAll(css)]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least)
        .map((one) => `lower than ${least} px: ${one.outerHTML.slice(0, 200)}`);
    return [...low("button, input, select, summary", 24), ...low("main button, a.main, main summary", 44)];
  });
}

test("G13, G14: the pages that are read without script are without a fault", async () => {
  const { page, close } = await open(browser, "about:blank");
  // Our scripts are kept away, and not all scripts: axe is one.
  await page.route("**/*.js", (route) => route.abort());
  const found = {};
  for (const name of await kinds()) {
    await page.goto(site.address + name);
    await page.evaluate(axe);
    for (const fault of await looked(page)) found[fault] = [...(found[fault] ?? []), name];
  }
  assert.equal(Object.entries(found).map(([fault, places]) => `${fault}: ${places.join(", ")}`).join("\n"), "");
  await close();
});

/** One page of each kind in each language: they are many, and are drawn alike for each service and day. */
async function kinds() {
  const files = (await readdir(built, { recursive: true })).map((name) => name.split(path.sep).join("/"));
  const pages = files.filter((name) => name.endsWith(".html") && name !== "qolhat.html");
  const kind = (name) => name.replace(/\d{4}(-\d\d-\d\d)?/g, "day").replace(new RegExp(Object.keys(trips).join("|"), "g"), "service");
  return new Map(pages.map((name) => [kind(name), name])).values();
}

test("a fault is noticed", async () => {
  const { page, close } = await open(browser, site.address);
  await page.waitForSelector("main form");
  await page.evaluate(axe);
  await page.evaluate(() => {
    const [picture, pale, low] = ["img", "p", "button"].map((name) => document.createElement(name));
    [picture.alt, pale.textContent, low.textContent] = ["", "Проверка документов", "×"];
    picture.removeAttribute("alt");
    pale.style.color = "#888888";
    Object.assign(low.style, { minHeight: "0", height: "20px", padding: "0" });
    document.querySelector("main").append(picture, pale, low);
  });
  const faults = (await looked(page)).join("\n");
  for (const fault of [/^image-alt: /m, /^color-contrast: /m, /^lower than 44 px: /m, /^words of ru under lang=kk: /m]) {
    assert.match(faults, fault);
  }
  await close();
});
