// The site without a network, and that no old law is shown in silence: docs/decisions/008-no-old-law-in-silence.md.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { built, launch, open, printed, serve } from "./browser.mjs";
import { firefox, webkit } from "./browsers.mjs";
import { differs, icons } from "./icons.mjs";
import { trips } from "./trips.mjs";
import { at, say, sayDay, toResult } from "./walk.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Serves the site until the test ends, however it ends. */
async function served(t) {
  const site = await serve();
  t.after(() => site.stop());
  return site;
}

/** Opens the page of a site, and waits until it is kept on the device. */
async function visit(site) {
  const visited = await open(browser, site.address, { serviceWorkers: "allow" });
  await visited.page.waitForSelector("main form");
  await visited.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  return visited;
}

/** A copy of the site that a test may change while it is served. */
async function copied(t) {
  const folder = await mkdtemp(path.join(tmpdir(), "qolhat-site-"));
  await cp(built, folder, { recursive: true });
  const site = await serve(folder);
  t.after(async () => {
    site.stop();
    await rm(folder, { recursive: true });
  });
  const file = (name) => path.join(folder, name);
  return {
    address: site.address,
    /** Changes a file, and tells the worker of it as the build does. */
    async publish(name, change, { whole = true } = {}) {
      const before = await readFile(file(name));
      const now = Buffer.from(change(before.toString()));
      const worker = await readFile(file("sw.js"), "utf8");
      assert.ok(worker.includes(hash(before)), `${name} is in the list`);
      const [version] = worker.match(/[\w+/]{43}=/);
      const listed = worker.replace(hash(before), hash(now)).replace(version, hash(version));
      await writeFile(file("sw.js"), listed);
      if (whole) await writeFile(file(name), now);
    },
    write: (name, change) => readFile(file(name), "utf8").then((text) => writeFile(file(name), change(text))),
  };
}

const hash = (bytes) => createHash("sha256").update(bytes).digest("base64");

test("the worker's file carries the site's policy, and so does every file on a published site", async (t) => {
  const site = await served(t);
  const answer = await fetch(`${site.address}sw.js`);
  const policy = answer.headers.get("content-security-policy");
  assert.match(policy ?? "none", /^default-src 'none'; .*connect-src 'self'/);
  const page = await readFile(path.join(built, "index.html"), "utf8");
  assert.ok(page.includes(`content="${policy}"`), "it is the page's own");
  const published = await readFile(path.join(built, "_headers"), "utf8");
  assert.ok(published.startsWith(`/*\n  Content-Security-Policy: ${policy}\n`), published);
});

for (const trip of Object.values(trips)) {
  test(`G21b: on the second visit ${trip.service} goes to the printed sheet without a network`, async (t) => {
    const site = await served(t);
    const { page, faults, close } = await visit(site);
    site.stop();
    await page.goto(`${site.address}#/ru/service`);
    await page.reload();
    await page.waitForSelector("main form");
    await toResult(page, trip);
    await page.locator("#lang-kk").click();
    await page.click(".actions a.main");
    await at(page, "print");
    const sheets = await printed(page);
    assert.ok(sheets.length > 0);
    // An earlier day needs the whole of the law and of the calendar.
    await page.goto(`${site.address}#/kk/visit`);
    await sayDay(page, "visit", "01.06.2017");
    await page.waitForFunction(() => !document.querySelector("main .told[role=alert]"));
    await page.locator("main").getByText("Желі жоқ немесе сайт жауап бермей тұр").waitFor();
    // The browser asks for the icon of the tab itself, past the worker.
    assert.deepEqual(faults.filter((fault) => !fault.endsWith("/icon.svg")), []);
    await close();
  });
}

for (const way of [firefox, webkit]) {
  test(`G21b: in ${way.name} the second visit needs no network either`, { skip: way.skip }, async (t) => {
    const site = await served(t);
    const started = await way.start();
    t.after(() => started.close());
    const { page } = await way.open(started, `${site.address}#/kk/service`);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    site.stop();
    await page.reload();
    await toResult(page, trips.duplicates);
    await page.waitForSelector("[data-verdict]");
  });
}

test("a newer version is told of, and is there after a reload; the one before it is gone", async (t) => {
  const site = await copied(t);
  const { page, faults, close } = await visit(site);
  const heading = page.locator("#heading");
  const before = await heading.textContent();
  await site.publish("words/kk.txt", (words) => words.replaceAll(before, `${before} (2)`));
  await page.reload();
  await page.locator("#reload").waitFor();
  assert.equal(await heading.textContent(), before, "what is open stays whole");
  await page.click("#reload");
  await page.locator("#heading", { hasText: `${before} (2)` }).waitFor();
  assert.equal((await page.evaluate(() => caches.keys())).length, 1);
  await page.waitForFunction(() => !document.querySelector("#reload"));
  assert.deepEqual(faults, []);
  await close();
});

test("where a newer version cannot be kept, the older one is not shown in its place", async (t) => {
  const site = await copied(t);
  const { page, close } = await visit(site);
  // Half of it is on the server: the list names a file that has not come.
  await site.publish("words/ru.txt", (words) => `${words} `, { whole: false });
  await site.write("index.html", (html) => html.replace("<body>", '<body data-newer="yes">'));
  const [older] = await page.evaluate(() => caches.keys());
  await page.reload();
  await page.evaluate(async (older) => {
    while ((await caches.keys()).includes(older)) await new Promise(requestAnimationFrame);
  }, older);
  await page.reload();
  await page.waitForSelector("body[data-newer]");
  await page.waitForSelector("main form");
  await close();
});

test("nothing is kept again once it was deleted", async (t) => {
  const site = await served(t);
  const { page, faults, close } = await visit(site);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await say(page, "service", "enrolment");
  await page.click("#lang-ru");
  await page.locator("html[lang=ru]").waitFor();
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  assert.deepEqual(faults, []);
  await close();
});

test("the site can be installed, and its icons are its drawings", async (t) => {
  const site = await served(t);
  const { page, close } = await visit(site);
  const devtools = await page.context().newCDPSession(page);
  const { errors, manifest } = await devtools.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(manifest?.name ?? "Қолхат – құжаттарды алдын ала тексеру", "Қолхат – құжаттарды алдын ала тексеру");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Which a test always is, so that nothing of one reaches the next.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  for (const icon of icons) assert.ok((await differs(page, icon)) < 0.1, icon[0]);
  await close();
});

for (const trip of Object.values(trips)) {
  test(`G21a: the single file takes ${trip.service} to the printed sheet by itself, and asks no one for anything`, async () => {
    const file = pathToFileURL(path.join(built, "qolhat.html")).href;
    const { page, faults, close } = await open(browser, "about:blank");
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${file}#/ru/service`);
    await page.waitForSelector("main form");
    await toResult(page, trip);
    await page.click("#lang-kk");
    await page.locator("html[lang=kk]").waitFor();
    await page.waitForFunction(() => history.state?.typed);
    await page.reload();
    await at(page, "result");
    await page.click(".actions a.main");
    await at(page, "print");
    assert.ok((await printed(page)).length > 0);
    await page.goto(`${file}#/en/visit`);
    await sayDay(page, "visit", "01.06.2017");
    await page.waitForFunction(() => !document.querySelector("main .told"));
    // The file itself, and the drawing of its tab within it.
    assert.deepEqual(asked.filter((url) => !url.startsWith(file) && !url.startsWith("data:image/svg+xml")), []);
    assert.deepEqual(faults, [], "no breach of its policy (G2)");
    assert.equal(await page.evaluate(() => fetch("qolhat.html").catch((fault) => fault.name)), "TypeError");
    await close();
  });
}

test("G22: past the last day that the rules are known for, the page says so, the result is shown, and paper says it too", async () => {
  const { page, faults, close } = await open(browser, "about:blank");
  await page.clock.setFixedTime(new Date("2027-02-01T07:00:00Z"));
  await page.goto(`${pathToFileURL(path.join(built, "qolhat.html")).href}#/kk/service`);
  const told = page.locator("main .told", { hasText: "Жұмыс күндерінің күнтізбесі соңғы рет 2026 жылғы 22 қарашада" });
  await told.waitFor();
  await toResult(page, trips.duplicates);
  await told.waitFor();
  await page.locator("[data-verdict]").waitFor();
  await page.click(".actions a.main");
  await at(page, "print");
  const sheets = (await printed(page)).map((sheet) => sheet.replaceAll(/\s+/g, " "));
  assert.ok(sheets.length > 0 && sheets.every((sheet) => /рет 2026 жылғы 22 қарашада|последний раз 22 ноября 2026/.test(sheet)));
  assert.deepEqual(faults, []);
  await close();
});

test("the single file outlives a fault of the engine", async () => {
  const { page, close } = await open(browser, pathToFileURL(path.join(built, "qolhat.html")).href);
  await page.waitForSelector("main form");
  await say(page, "service", "enrolment");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("as a panic does");
    });
  });
  await page.locator("main .told[role=status]").waitFor();
  assert.ok(await page.isChecked('main [name="service"][value="enrolment"]'), "what was typed is there");
  await close();
});
