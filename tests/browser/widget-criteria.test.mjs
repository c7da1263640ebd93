// The widget in each browser: criteria 3, 10, 15, 16, 37 and 38 of the practice we follow, on schools' pages written for it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { printed } from "./browser.mjs";
import { chromium, firefox, webkit } from "./browsers.mjs";
import { hosts, integrityOf, snippet } from "./hosts.mjs";
import { heard, openSchool, opens, toRefusal, widget } from "./school.mjs";

const HOSTS = Object.keys(hosts).filter((host) => !host.startsWith("no-"));

for (const browser of [chromium, firefox, webkit]) {
  describe(`in ${browser.name}`, { skip: browser.skip }, () => {
    let school;
    before(async () => (school = await openSchool(browser)));
    after(() => school?.stop());
    const visit = (...how) => school.visit(...how);
    // WebKit starts anew for every page, and is not told to print: there, what depends on a browser most.
    verdicts(visit, browser === webkit ? ["strict", "wordpress"] : HOSTS);
    if (browser !== webkit) criteria(visit, () => school.requests);
  });
}

function verdicts(visit, hosts) {
  for (const host of hosts) {
    test(`on ${host} the checker opens in place, comes to a verdict and tells it`, async () => {
      const { page, faults, close } = await visit(host);
      await opens(page);
      await toRefusal(page);
      assert.equal(await widget(page).locator(".verdict").getAttribute("data-verdict"), "refused");
      const told = await heard(page);
      assert.equal(told.filter(([name]) => name === "ready").length, 1);
      const report = told.findLast(([name]) => name === "report")[1];
      assert.equal(report.verdict, "refused");
      assert.equal(report.due, "2026-06-11", "the day the result would be due once the papers are taken in");
      assert.match(await page.url(), /html$/, "the host's address is its own");
      await close();
      assert.deepEqual(faults, []);
    });
  }
}

function criteria(visit, requests) {
  test("G3: where WebAssembly is not allowed, the link and the list stay, an event says why, and the console once", async () => {
    const { page, faults, said, close } = await visit("no-wasm");
    assert.equal(await widget(page).locator("li").count(), 2);
    await page.evaluate(() => addEventListener("qolhat-error", ({ detail }) => (sessionStorage.code = detail.code)));
    await widget(page).locator("a").click();
    await page.waitForURL(/#\/kk\/service/);
    assert.equal(await page.evaluate(() => sessionStorage.code), "wasm-blocked");
    // Firefox tells of a breach of the policy as of an error.
    const uncaught = faults.filter((fault) => fault.startsWith("error: ") && !fault.startsWith("error: Content-Security-Policy"));
    assert.deepEqual(uncaught, []);
    const ours = said.filter((line) => line.startsWith("qolhat-check:"));
    assert.equal(ours.length, 1, said.join("\n"));
    assert.match(ours[0], /wasm-blocked.*'wasm-unsafe-eval'/);
    await close();
  });

  test("G10: printed from within a hostile page, one sheet for each copy and nothing of the host, and no trace is left", async () => {
    const { page, close } = await visit("hostile");
    await opens(page);
    await toRefusal(page);
    await widget(page).locator(".actions a.main").first().click();
    await widget(page).locator("#print").waitFor();
    const copies = await widget(page).locator(".sheet").count();
    const before = await page.evaluate(traces);
    // The browser's own dialogue does not come without a head: the page is put on paper while it would be open, however late.
    await page.evaluate(() => void (globalThis.print = () => dispatchEvent(new Event("beforeprint"))));
    await widget(page).locator("#print").click();
    const sheets = await printed(page);
    assert.ok(copies >= 2, `${copies}`);
    assert.equal(sheets.length, copies, sheets.join("\n---\n"));
    for (const sheet of sheets) assert.ok(!sheet.includes("Мектеп\n") && /қолхат|расписк/i.test(sheet), sheet);
    await page.evaluate(() => void dispatchEvent(new Event("afterprint")));
    assert.deepEqual(await page.evaluate(traces), before);
    assert.ok((await heard(page)).some(([name]) => name === "print"));
    await close();
  });

  test("G15: neither side's style reaches the other, and no name is added to the page", async () => {
    const plain = await visit("blank");
    await opens(plain.page);
    const wanted = await widget(plain.page).evaluate(styles);
    await plain.close();
    for (const host of ["hostile", "wordpress", "tilda"]) {
      const { page, close } = await visit(host);
      const before = await page.evaluate(look);
      await opens(page);
      assert.deepEqual(await widget(page).evaluate(styles), wanted, host);
      assert.deepEqual(await page.evaluate(look), before, host);
      await close();
    }
  });

  test("G16: loaded twice, with three checkers of which one is removed: states apart, ids once", async () => {
    const { script, element } = snippet();
    const three = ["enrolment", "duplicates", "attestation"].map((service) => element.replace('service="enrolment"', `service="${service}"`));
    const { page, faults, close } = await visit("blank", { script: script + script.replace(".js", ".js?again"), element: three.join("") });
    for (const n of [0, 1, 2]) await opens(page, n);
    await toRefusal(page, 0);
    const verdicts = await page.locator("qolhat-check").evaluateAll((all) => all.map((one) => one.shadowRoot.querySelectorAll(".verdict").length));
    assert.deepEqual(verdicts, [1, 0, 0], "the others stand where they were");
    const twice = await page.locator("qolhat-check").evaluateAll((all) =>
      all.flatMap(({ shadowRoot }) => {
        const ids = [...shadowRoot.querySelectorAll("[id]")].map((one) => one.id);
        return ids.filter((id, n) => ids.indexOf(id) !== n);
      }),
    );
    assert.deepEqual(twice, []);
    await widget(page, 0).evaluate((element) => element.remove());
    assert.equal(await page.locator("qolhat-check").count(), 2);
    assert.equal(await widget(page, 0).evaluate((element) => element.report), null);
    assert.deepEqual(faults, []);
    await close();
  });

  test("G37: colours and corners are set from outside; those that cannot be read are warned of", async () => {
    const { script, element } = snippet();
    const style = `<style>qolhat-check { --qolhat-accent: #ffe08a; --qolhat-on-accent: #ffffff; --qolhat-ink: #222222 }
qolhat-check::part(button) { border-radius: 0 }</style>`;
    const { page, said, close } = await visit("blank", { script: style + script, element });
    await opens(page);
    const button = await widget(page)
      .locator("article [type=submit]")
      .evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderRadius]);
    assert.deepEqual(button, ["rgb(255, 224, 138)", "0px"]);
    assert.ok(said.some((line) => line.includes("--qolhat-on-accent") && line.includes("contrast")), said.join("\n"));
    await close();
  });

  test("G37: in a column of 320 pixels, and with letters twice as large, nothing is cut off", async () => {
    const { page, close } = await visit("wordpress", undefined, { viewport: { width: 320, height: 700 } });
    await opens(page);
    await toRefusal(page);
    for (const size of ["16px", "32px"]) {
      const { needs, has } = await widget(page).evaluate((element, size) => {
        element.style.setProperty("--qolhat-rem", size);
        return { needs: element.shadowRoot.firstElementChild.scrollWidth, has: element.clientWidth };
      }, size);
      assert.ok(needs <= has, `${needs} in ${has} at ${size}`);
    }
    await close();
  });

  test("G38: an altered byte is refused by the browser, and the link stays", async () => {
    const whole = await visit("blank", snippet({ integrity: await integrityOf("qolhat-widget.js") }));
    await opens(whole.page);
    await whole.close();
    const { page, close } = await visit("blank", snippet({ integrity: await integrityOf("start.js") }));
    assert.ok(await widget(page).locator("a").isVisible());
    assert.equal(await page.evaluate(() => customElements.get("qolhat-check") === undefined), true);
    await close();
  });

  test("G38: under connect-src 'none' the build with everything inside works and asks for nothing", async () => {
    const { page, faults, close } = await visit("no-connection", snippet({ file: "qolhat-widget-whole.js" }));
    await page.waitForFunction(() => customElements.get("qolhat-check") !== undefined);
    const before = requests().length;
    await opens(page);
    await toRefusal(page);
    assert.deepEqual(requests().slice(before).filter((line) => !line.includes("favicon")), []);
    assert.deepEqual(faults, []);
    await close();
  });
}

/** Runs in the page: what printing may leave behind. */
function traces() {
  return [document.adoptedStyleSheets.length, document.documentElement.outerHTML.length];
}

/** Runs in the page: how the host looks, and which names it knows. */
function look() {
  const { color, fontSize, margin } = getComputedStyle(document.querySelector("h1") ?? document.body);
  return { color, fontSize, margin, names: Object.keys(globalThis).filter((name) => name !== "heard").sort().join() };
}

/** Runs in the page: how the checker's own parts look. */
function styles({ shadowRoot }) {
  const of = (selector, names) => {
    const style = getComputedStyle(shadowRoot.querySelector(selector));
    return Object.fromEntries(names.map((name) => [name, style[name]]));
  };
  return {
    button: of("article [type=submit]", ["color", "borderRadius", "fontSize", "textTransform", "display", "float"]),
    heading: of("h1", ["color", "fontSize", "fontFamily", "letterSpacing", "lineHeight"]),
    label: of("article label", ["display", "color", "fontSize"]),
  };
}
