// What is kept and what is not: Back and reload, saving by consent, deleting, the proof of privacy; and a page that is
// never dead.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, serveCounted } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { at, bring, say, toPapers } from "./walk.mjs";

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
function visit(name, lang, walk) {
  test(name, async () => {
    const { page, faults, close } = await open(browser, `${site.address}#/${lang}/service`);
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
