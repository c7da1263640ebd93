// The page for webmasters, G38: each of its three snippets, as the page shows it, on a school's page that allows just what the
// page says it must; an altered byte; the page itself in each language.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { launch, open, serve } from "./browser.mjs";
import { serveHosts } from "./hosts.mjs";
import { wrongTexts } from "./languages.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
let school;
let browser;
/** What the school's page holds. */
let given;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  school = await serveHosts(() => given);
});

after(async () => {
  await browser?.close();
  site?.stop();
  school?.stop();
});

/** What the page shows a webmaster who chose: the snippets, and the policies that go with them. */
async function shown(lang, chosen = {}) {
  const { page, faults, close } = await open(browser, `${site.address}embed.${lang}.html`);
  await page.waitForFunction(() => document.getElementById("snippet-link").value);
  for (const [name, value] of Object.entries(chosen)) {
    const control = page.locator(`form.embed [name=${name}]`);
    if (await control.evaluate((one) => one.localName === "select")) await control.selectOption(value);
    else await control.fill(value);
  }
  // A field of text says so once it is left.
  await page.locator("form.embed [name=service]").focus();
  const [script, frame, link] = await Promise.all(["script", "frame", "link"].map((name) => page.inputValue(`#snippet-${name}`)));
  const [forScript, forFrame] = await Promise.all(["script", "frame"].map((name) => page.textContent(`#policy-${name}`)));
  assert.deepEqual(faults, []);
  await close();
  return { script, frame, link, policies: { script: forScript, frame: forFrame, link: "" } };
}

/** Opens a school's page with a snippet, under a policy that allows what the page says and nothing else. */
async function paste(snippet, policy, first = () => {}) {
  given = { script: "", element: snippet, policy: `default-src 'none'; img-src 'self'; ${policy}` };
  const opened = await open(browser, "about:blank");
  opened.page.setDefaultTimeout(20_000);
  await first(opened.page);
  await opened.page.goto(`${school.address}blank.html`);
  return opened;
}

const CHOSEN = { service: "enrolment", region: "karaganda" };
const OPEN = { kk: "Құжаттарды тексеру", ru: "Проверить документы", en: "Check your papers" };

for (const lang of ["kk", "ru", "en"]) {
  test(`38: the script of the page in ${lang} opens under the policy that the page states`, async () => {
    const { script, policies } = await shown(lang, { ...CHOSEN, school: 'Школа "№ 5" <b>&amp;', theme: "dark" });
    const { page, faults, close } = await paste(script, policies.script);
    assert.ok((await page.locator("qolhat-check li").count()) > 3, "the papers stand there already");
    await page.getByRole("link", { name: OPEN[lang] }).click();
    await page.locator("qolhat-check article form").waitFor();
    assert.equal(await page.locator("qolhat-check [part=page]").getAttribute("lang"), lang);
    assert.equal(await page.locator("qolhat-check [name=region]").count(), 0, "it is settled");
    assert.equal(await page.getAttribute("qolhat-check", "school"), 'Школа "№ 5" <b>&amp;');
    assert.deepEqual(faults, []);
    await close();
  });
}

test("38: an altered byte of the script is refused by the browser, and the link leads to the checker", async () => {
  const { script, policies } = await shown("kk", CHOSEN);
  const alter = (page) =>
    page.route("**/qolhat-widget.js", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()} ` });
    });
  const { page, faults, close } = await paste(script, policies.script, alter);
  assert.ok(faults.some((fault) => fault.includes("integrity")), faults.join("\n"));
  assert.equal(await page.evaluate(() => customElements.get("qolhat-check")), undefined);
  await page.getByRole("link", { name: OPEN.kk }).click();
  await page.waitForURL(`${site.address}#/kk/**`);
  await page.locator("#page main form").waitFor();
  await close();
});

test("38: without what the page says of the policy, the script does not come, and the link stays", async () => {
  const { script } = await shown("kk", CHOSEN);
  const { page, close } = await paste(script, "script-src 'self'");
  assert.ok(await page.getByRole("link", { name: OPEN.kk }).isVisible());
  await close();
});

test("38: the frame shows the checker at its service under the policy that the page states, with a way out beside it", async () => {
  const { frame, policies } = await shown("ru", CHOSEN);
  const { page, faults, close } = await paste(frame, policies.frame);
  const inside = page.frameLocator("iframe");
  await inside.locator("[name=service][value=enrolment]:checked").waitFor();
  assert.equal(await inside.locator("html").getAttribute("lang"), "ru");
  await inside.locator("main [type=submit]").click();
  await inside.locator("[name=region]").first().waitFor();
  assert.deepEqual(faults, []);
  await page.locator("p > a").click();
  await page.waitForURL(`${site.address}#/ru/**`);
  await page.locator("[name=service][value=enrolment]:checked").waitFor();
  await close();
});

test("38: the link leads to the checker at its service, whatever the policy", async () => {
  const { link, policies } = await shown("en", CHOSEN);
  const { page, faults, close } = await paste(link, policies.link);
  await page.getByRole("link", { name: OPEN.en }).click();
  await page.waitForURL(`${site.address}#/en/**`);
  await page.locator("[name=service][value=enrolment]:checked").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("the page copies a snippet and says so, and shows the checker as it will be", async () => {
  const { page, faults, close } = await open(browser, `${site.address}embed.kk.html`, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("[data-copy=link]").click();
  await page.getByText("Көшірілді").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.inputValue("#snippet-link"));
  await page.selectOption("[name=service]", "duplicates");
  await page.selectOption("[name=density]", "dense");
  const preview = page.locator("#preview qolhat-check[service=duplicates][density=dense]");
  await preview.evaluate((element) => element.open());
  await preview.locator("article form").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

for (const lang of ["kk", "ru", "en"]) {
  test(`the page in ${lang} has no fault that axe knows, speaks one language, and fits 320 pixels`, async () => {
    const { page, faults, close } = await open(browser, `${site.address}embed.${lang}.html`, { viewport: { width: 320, height: 700 } });
    await page.locator("#preview qolhat-check").evaluate((element) => element.open());
    await page.locator("#preview article form").waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      // The checker has a list of languages, as this page has.
      const rules = { "landmark-unique": { enabled: false } };
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"], rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
    });
    assert.deepEqual(found, []);
    assert.deepEqual(await wrongTexts(page), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    assert.deepEqual(faults, []);
    await close();
  });
}
