// What is kept and what is not: Back and reload, saving by consent, deleting, the proof of privacy; and a page that is
// never dead.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { altered, built, launch, open, screen, serveCounted } from "./browser.mjs";
import { chromium, firefox, webkit } from "./browsers.mjs";
import { trips } from "./trips.mjs";
import { at, bring, next, say, sayPlace, toPapers, toResult } from "./walk.mjs";

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serveCounted(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** A person at the page; no error, no breach of the policy, nothing that failed may come of it. */
function visit(name, lang, walk, options = {}) {
  test(name, async () => {
    const { page, faults, close } = await open(browser, `${site.address}#/${lang}/service`, options);
    page.setDefaultTimeout(20_000);
    await page.waitForSelector("main form");
    await walk(page, faults);
    assert.deepEqual(faults, []);
    await close();
  });
}

visit("G9: reload keeps the screen and every answer, even what is being typed", "ru", async (page) => {
  await toPapers(page, trips.enrolment);
  await bring(page, "identity-document");
  await page.locator("[name=paper-identity-document-expires-day]").fill("17");
  await page.reload();
  await at(page, "papers");
  assert.ok(await page.isChecked("[name=paper-identity-document]"));
  assert.equal(await page.inputValue("[name=paper-identity-document-expires-day]"), "17");
  await page.goBack();
  await at(page, "questions/emergency-restrictions");
  assert.ok(await page.isChecked("[name=fact-emergency-restrictions][value=no]"));
});

visit("G9: coming back from another site finds what was typed", "kk", async (page) => {
  await toPapers(page, trips.enrolment);
  await bring(page, "identity-document", { expires: "17.05.2031" });
  await page.goto(`${site.elsewhere}another`);
  await page.goBack();
  await at(page, "papers");
  assert.equal(await page.inputValue("[name=paper-identity-document-expires-year]"), "2031");
});

visit("G9: what was typed is in the entry that is shown and in no other", "kk", async (page) => {
  await say(page, "service", "enrolment");
  await page.waitForFunction(() => history.state?.typed);
  await page.click("main [type=submit]");
  await at(page, "visit");
  const entries = await page.evaluate(async () => {
    const moved = () => new Promise((done) => addEventListener("popstate", (event) => done(event.state), { once: true }));
    const left = moved();
    history.back();
    return left;
  });
  assert.equal(entries, null);
});

/** A day of handing in that is still ahead, whatever day it is: what is kept is gone on with at the result. */
const ahead = { ...trips.enrolment, visit: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10).split("-").reverse().join(".") };

/** All that a browser holds of the site. */
const held = (page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    bases: (await indexedDB.databases()).map((base) => base.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
    state: history.state,
    fragment: location.hash,
  }));

/** With the worker that keeps the site for a visit without a network. */
const allow = { serviceWorkers: "allow" };

const nothing = { local: {}, session: {}, bases: [], caches: [], workers: [], state: null, fragment: "" };

/** Waits until the browser holds nothing of a person. */
async function empty(page) {
  await page.getByText("Бәрі жойылды").waitFor();
  assert.deepEqual(await held(page), nothing);
}

visit("G18: nothing is stored until a person asks, then on this device alone, and gone with one button", "kk", async (page) => {
  const stored = async () => {
    const { local, session, bases } = await held(page);
    return { local: Object.keys(local), session, bases };
  };
  await toResult(page, ahead);
  assert.deepEqual(await stored(), { local: [], session: {}, bases: [] });
  await screen(page, "kept-offer");
  await page.click("#keep");
  await page.getByText("осы браузерде сақтаулы").waitFor();
  assert.deepEqual(await stored(), { local: ["qolhat"], session: {}, bases: [] });
  // Later changes are kept too, and who a person is only where they say so.
  await page.goto(`${page.url().split("#")[0]}#/kk/print`);
  await at(page, "print");
  await say(page, "person", "Айгүл Серікова");
  const record = () => page.evaluate(() => localStorage.qolhat);
  assert.ok(!(await record()).includes("Айгүл"));
  await page.goBack();
  await at(page, "result");
  await page.check("[name=identity-too]");
  assert.ok((await record()).includes("Айгүл"));
  // What an older version of the site may have left goes too.
  await page.evaluate(async () => {
    await caches.open("qolhat-1");
    await new Promise((resolve) => (indexedDB.open("qolhat").onsuccess = ({ target }) => resolve(target.result.close())));
  });
  await page.click("#erase-kept");
  await empty(page);
  await page.reload();
  await page.waitForSelector("main form");
  assert.equal(await page.locator("[data-say=take-up]").count(), 0);
  assert.equal(await page.locator("[name=service]:checked").count(), 0);
}, allow);

test("A16: one who comes back chooses what becomes of what was saved, and goes on at the result", async () => {
  const context = await browser.newContext();
  const first = await context.newPage();
  await first.goto(`${site.address}#/ru/service`);
  await toResult(first, ahead);
  await first.click("#keep");
  await first.getByText("Проверка сохранена").waitFor();
  await first.close();
  const page = await context.newPage();
  await page.goto(`${site.address}#/ru/service`);
  await page.getByText("У вас есть проверка, сохранённая").waitFor();
  assert.equal(await page.locator("[name=service]:checked").count(), 0, "nothing is filled in unasked");
  await screen(page, "kept-found");
  await page.click("#take-up");
  await at(page, "result");
  await page.locator(".verdict").waitFor();
  assert.equal(await page.locator(".changed").count(), 0, "the law is the same");
  await context.close();
});

test("A16: where the list changed since, a person is told what of it concerns them", async () => {
  const { page, close } = await open(browser, `${site.address}#/ru/service`);
  await toResult(page, ahead);
  await page.click("#keep");
  await page.getByText("Проверка сохранена").waitFor();
  // As if the law had been another: one paper less, and another hash.
  await page.evaluate(() => {
    const other = localStorage.qolhat.replace("kept-law=", "kept-law=0").replace(/kept-paper-photo-3x4.*\n/, "");
    history.replaceState(null, "");
    addEventListener("beforeunload", () => (localStorage.qolhat = other));
  });
  await page.goto(`${site.address}icon.svg`);
  await page.goto(`${site.address}#/ru/service`);
  await page.click("#take-up");
  const told = page.locator(".changed");
  await told.waitFor();
  assert.match(await told.textContent(), /^С \d+ \S+ \d{4} года требования изменились/);
  assert.equal(await told.locator("li").count(), 1);
  await screen(page, "kept-changed");
  await close();
});

test("what one tab deletes another does not bring back", async () => {
  const context = await browser.newContext();
  const one = await context.newPage();
  await one.goto(`${site.address}#/kk/service`);
  await toResult(one, ahead);
  await one.click("#keep");
  await one.getByText("осы браузерде сақтаулы").waitFor();
  const other = await context.newPage();
  await other.goto(`${site.address}#/kk/service`);
  await other.click("#erase-found");
  await empty(other);
  await one.bringToFront();
  await one.locator("#keep").waitFor();
  await one.check("[name=identity-too]");
  assert.deepEqual((await held(one)).local, {});
  await context.close();
});

test("G18: public-computer mode stores nothing at any time, outlives a reload, and wipes on leaving", async () => {
  const { page, faults, close } = await open(browser, `${site.address}#/kk/privacy`, allow);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.click("#public-on");
  await page.locator(".public").waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  await page.goto(`${page.url().split("#")[0]}#/kk/service`);
  await toResult(page, ahead);
  assert.equal(await page.locator("#keep").count(), 0);
  const { fragment, ...rest } = await held(page);
  assert.deepEqual(rest, { local: {}, session: {}, bases: [], caches: [], workers: [], state: null });
  await page.reload();
  await page.locator(".public").waitFor();
  await at(page, "service");
  assert.equal(await page.locator("[name=service]:checked").count(), 0);
  await say(page, "service", "enrolment");
  await page.waitForLoadState("networkidle");
  await page.goto(`${site.elsewhere}another`);
  await page.goBack();
  await page.locator(".public").waitFor();
  assert.equal(await page.locator("[name=service]:checked").count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("public-computer mode asks before it wipes, any key prolongs it, and silence wipes (WCAG 2.2.1)", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${site.address}?public#/ru/service`);
  await say(page, "service", "enrolment");
  const asked = page.getByText("Вы ещё здесь?");
  const absent = async (seconds) => {
    for (let second = 0; second < seconds; second += 10) await page.clock.runFor(10_000);
  };
  await absent(190);
  await asked.waitFor();
  assert.match(await page.locator("[role=timer]").textContent(), /^Осталось: \d\d секунд/);
  await screen(page, "public-asked");
  await page.click("#stay");
  await asked.waitFor({ state: "hidden" });
  assert.ok(await page.isChecked("[name=service][value=enrolment]"));
  await absent(190);
  await asked.waitFor();
  await absent(70);
  await page.locator("[name=service]").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[name=service]:checked"));
  assert.deepEqual(await held(page), nothing);
  await context.close();
});

for (const [what, forbid] of [
  ["full", () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ["closed", () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
]) {
  test(`where storage is ${what}, a sentence says so and nothing typed is lost`, async () => {
    const context = await browser.newContext();
    await context.addInitScript(forbid);
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${site.address}#/ru/service`);
    await toResult(page, ahead);
    await page.click("#keep");
    await page.getByText("Браузер не дал сохранить").waitFor();
    await page.reload();
    await at(page, "result");
    await page.locator(".verdict").waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });
}

/** Tries every way out as the panel does, but to a second origin that would hear it. */
const attempt = (page, address) =>
  page.evaluate(async (to) => {
    const aside = await import(new URL("privacy.js", location.origin).href);
    let told;
    await aside.attempt((said) => (told = said), to);
    return told.split("\n").filter((line) => /^(blocked|open) /.test(line));
  }, address);

/** What is known to be open: no policy covers calls. It is said, and not hidden. */
const KNOWN = ["open call"];

for (const way of [chromium, firefox, webkit]) {
  test(`G1: in ${way.name} no way out leads to another origin but the one that no policy covers, counted at its server`, { skip: way.skip }, async (t) => {
    const started = await way.start();
    t.after(() => started.close());
    const { page } = await way.open(started, `${site.address}#/kk/service`, allow);
    await page.waitForSelector("main form");
    await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller));
    const heard = site.mark();
    const outcomes = await attempt(page, site.elsewhere);
    assert.equal(outcomes.length, 16);
    // WebKit has no calls where nobody allows it the microphone.
    const known = way === webkit ? [] : KNOWN;
    assert.deepEqual(outcomes.filter((line) => !line.startsWith("blocked")), known);
    const { here, elsewhere } = heard();
    assert.deepEqual(elsewhere.filter((line) => line !== "datagram"), []);
    // A browser may look by itself for a newer worker.
    assert.deepEqual(here.filter((line) => line !== "GET /sw.js"), [], "the site itself hears nothing of it either");
    await at(page, "service");
  });
}

test("G1: the single file lets nothing out either, counted at the other origin's server", async () => {
  const { page, close } = await open(browser, `${pathToFileURL(path.join(built, "qolhat.html")).href}#/kk/service`);
  await page.waitForSelector("main form");
  const heard = site.mark();
  // There it is no file by itself: its text is run in the page.
  const trial = (await readFile(path.join(import.meta.dirname, "../../www/privacy.js"), "utf8")).replaceAll("export ", "");
  const outcomes = await page.evaluate(`(async () => {
    ${trial}
    let told;
    await attempt((said) => (told = said), "${site.elsewhere}");
    return told.split("\\n").filter((line) => /^(blocked|open) /.test(line));
  })()`);
  assert.equal(outcomes.length, 16);
  assert.deepEqual(outcomes.filter((line) => !line.startsWith("blocked")), KNOWN);
  assert.deepEqual(heard().elsewhere.filter((line) => line !== "datagram"), []);
  await close();
});

test("the trial itself tells open from closed: without a policy it finds what is open", async () => {
  const { page, close } = await open(browser, `${site.address}#/kk/service`, { bypassCSP: true });
  await page.waitForSelector("main form");
  const heard = site.mark();
  const outcomes = await attempt(page, site.elsewhere);
  for (const way of ["fetch", "xhr", "beacon", "image", "ping", "form", "frame"]) {
    assert.ok(outcomes.includes(`open ${way}`), way);
    assert.ok(heard().elsewhere.some((line) => line.endsWith(`/${way}`)), way);
  }
  await close();
});

visit("G33: the panel shows the policy, the requests so far, each attempt, and what cannot be prevented", "ru", async (page, faults) => {
  await page.click("footer a");
  await page.getByText("только файлы самого сайта").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "heading");
  await page.click("#policy summary");
  const policy = await page.locator("#policy li").allTextContents();
  const meta = await page.getAttribute("meta[http-equiv]", "content");
  assert.deepEqual(policy, meta.split("; "));
  assert.match(await page.locator("main").textContent(), /из них с чужих сайтов: 0/);
  assert.deepEqual(faults.splice(0), []);
  await page.click("#try");
  await page.locator(".ways").waitFor();
  assert.equal(await page.locator("tr[data-way]").count(), 16);
  assert.deepEqual(await page.locator(".ways .open").evaluateAll((all) => all.map((one) => one.closest("tr").dataset.way)), ["call"]);
  await screen(page, "privacy");
  // The breaches of the policy that were to be.
  faults.length = 0;
}, allow);

test("G3: where WebAssembly is forbidden, a sentence, the list, one line on the console and no uncaught error", async () => {
  const strict = (text) => text.replace(" 'wasm-unsafe-eval'", "");
  await altered(browser, { "index.html": strict }, async (page, faults) => {
    await page.locator("#told-wasm-blocked").waitFor();
    assert.ok(await page.locator("#kk summary").first().isVisible());
    assert.deepEqual(faults.filter((fault) => fault.startsWith("error: ")), []);
    assert.equal(faults.filter((fault) => fault.startsWith("console: qolhat: wasm-blocked")).length, 1);
  });
});

test("G3: without JavaScript the list is readable and nothing asks for it in vain", async () => {
  const { page, close } = await open(browser, site.address, { javaScriptEnabled: false });
  assert.ok(await page.locator("#kk summary").first().isVisible());
  for (const told of await page.locator("#static > .told").all()) assert.ok(await told.isHidden());
  await close();
});

for (const [what, file] of [["glue", "qolhat.js"], ["engine", "qolhat_bg.wasm"], ["words", "words/kk.txt"]]) {
  test(`where the ${what} does not come, a sentence says so, the list stays, and trying again helps`, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto(site.address);
    await page.locator("#told-lost").waitFor();
    assert.ok(await page.locator("#kk summary").first().isVisible());
    await page.unroute(`**/${file}`);
    await page.locator("#told-lost [data-again]").click();
    await page.waitForSelector("main form");
    await context.close();
  });
}

test("where the engine is on its way for long, a person is told, may try again, and the list is there to read", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let let_go;
  await page.route("**/qolhat_bg.wasm", (route) => (let_go = () => route.continue()));
  await page.goto(site.address, { waitUntil: "commit" });
  await page.locator("#told-loading").waitFor();
  assert.ok(await page.locator("#told-loading [data-again]").isVisible());
  assert.ok(await page.locator("#kk summary").first().isVisible());
  let_go();
  await page.waitForSelector("main form");
  assert.ok(await page.locator("#told-loading").isHidden());
  await context.close();
});

test("a bundle that is damaged is told, and what was typed is kept", async () => {
  const { page, close } = await open(browser, `${site.address}#/ru/service`);
  await page.waitForSelector("main form");
  await page.route("**/law/enrolment*", (route) => route.fulfill({ body: Buffer.alloc(900, 7) }));
  await say(page, "service", "enrolment");
  await page.getByRole("alert").waitFor();
  assert.ok(await page.isChecked("[name=service][value=enrolment]"));
  await page.unroute("**/law/enrolment*");
  await page.click("#retry");
  await next(page, "visit");
  await sayPlace(page, ahead);
  await close();
});

/** What the browser reports where the engine has broken. */
const breakDown = (page) =>
  page.evaluate(() => {
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });

test("a page that broke twice says so, keeps what was typed for another try, or starts afresh", async () => {
  const { page, close } = await open(browser, `${site.address}#/kk/service`);
  await toPapers(page, trips.enrolment);
  await bring(page, "identity-document");
  await breakDown(page);
  await page.getByText("қайта іске қосылды").waitFor();
  await breakDown(page);
  await page.locator("#told-stopped").waitFor();
  assert.ok(await page.locator("#kk summary").first().isVisible());
  await page.locator("#told-stopped [data-again='']").click();
  await at(page, "papers");
  assert.ok(await page.isChecked("[name=paper-identity-document]"));
  await breakDown(page);
  await page.getByText("қайта іске қосылды").waitFor();
  await breakDown(page);
  await page.locator("#told-stopped [data-again=afresh]").click();
  await at(page, "service");
  assert.equal(await page.locator("[name=service]:checked").count(), 0);
  await close();
});
