// What is weighed is what a browser asks for: the files of docs/budgets.toml, no more and no fewer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch, open, serve } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { toResult } from "./walk.mjs";

let browser;
let budgets;

before(async () => {
  browser = await launch();
  budgets = await readFile(path.resolve(import.meta.dirname, "../../docs/budgets.toml"), "utf8");
});

after(() => browser?.close());

/** Serves the site until the test ends, however it ends. */
async function served(t) {
  const site = await serve();
  t.after(() => site.stop());
  return site;
}

/** The files of a budget, with those of a trip in place of the stars. */
function files(name, languages, service) {
  const [, list] = budgets.split(`[${name}]`)[1].match(/files = (\[[^\]]*\])/);
  const named = JSON.parse(list.replace(/,\s*\]/, "]"));
  const starred = { "words/*.txt": languages, "words/**.txt": languages, "law/*.now.qolhat": [`law/${service}.now.qolhat`] };
  return named.flatMap((file) => starred[file] ?? file).sort();
}

/** What the server was asked for; the icon is the tab's, and asked for when the browser likes. */
function asked(site) {
  const paths = site.requests.map((line) => line.replace("GET /", "") || "index.html");
  return paths.filter((file) => file !== "icon.svg").sort();
}

/** What comes after the verdict, and does not keep anybody waiting. */
const LATER = "qolhat_later.wasm";

const words = (...languages) => languages.map((lang) => `words/${lang}.txt`);

test("a first screen can be read before anything but its style has come", async (t) => {
  const site = await served(t);
  const { page, close } = await open(browser, site.address, { javaScriptEnabled: false });
  await page.locator(".static summary", { hasText: "Қызметтер және олардың құжаттары" }).first().waitFor();
  // What a script needs is asked for early, but nothing waits for it.
  const needed = files("first-screen", [], "");
  assert.deepEqual(asked(site).filter((file) => needed.includes(file)), needed);
  assert.ok((await page.locator(".static li").count()) > 0, "the services and their documents");
  await close();
});

test("until the first verdict a browser asks for the files that are weighed, each once", async (t) => {
  const site = await served(t);
  const { page, faults, close } = await open(browser, `${site.address}#/ru/service`);
  await page.waitForSelector("main form");
  await toResult(page, trips.enrolment);
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked(site).filter((file) => file !== LATER), files("first-verdict", words("ru"), "enrolment"));
  const last = site.requests.filter((line) => line !== "GET /icon.svg").at(-1);
  assert.equal(last, `GET /${LATER}`, "once, and after all that the verdict needs");
  for (const lang of ["kk", "en"]) {
    await page.click(`#lang-${lang}`);
    await page.locator(`html[lang=${lang}]`).waitFor();
  }
  assert.deepEqual(asked(site).filter((file) => file !== LATER), files("first-verdict-in-all-languages", words("en", "kk", "ru"), "enrolment"));
  assert.deepEqual(faults, []);
  await close();
});
