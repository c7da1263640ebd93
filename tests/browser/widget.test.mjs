// The widget on school websites: each complaint that users of other widgets have made, on pages as the builders of school
// websites put them out. What is to hold in every browser is in widget-criteria.test.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { built, serve } from "./browser.mjs";
import { chromium } from "./browsers.mjs";
import { snippet } from "./hosts.mjs";
import { heard, openSchool, opens, toRefusal, widget } from "./school.mjs";

let site;
let school;

before(async () => {
  [site, school] = await Promise.all([serve(), openSchool(chromium)]);
});

after(async () => {
  await school?.stop();
  site?.stop();
});

const visit = (...how) => school.visit(...how);

test("3: without script the link and the list are there", async () => {
  const { page, close } = await visit("blank", undefined, { javaScriptEnabled: false });
  assert.ok(await page.getByRole("link", { name: "Құжаттарды тексеру" }).isVisible());
  assert.equal(await page.locator("qolhat-check li").count(), 2);
  await close();
});

test("15: nothing is painted beyond the element", async () => {
  const { script, element } = snippet();
  const style = "<style>body { margin: 0 200px; background: #def } qolhat-check { margin-block: 50px }</style>";
  const { page, close } = await visit("blank", { script: style + script, element });
  const { width, height } = page.viewportSize();
  const beside = () => Promise.all([0, width - 190].map(async (x) => (await page.screenshot({ clip: { x, y: 0, width: 190, height } })).toString("base64")));
  const before = await beside();
  await opens(page);
  assert.deepEqual((await beside()).map((side, n) => side === before[n]), [true, true]);
  await close();
});

test("16: what is removed is held by nothing", async () => {
  const { page, faults, close } = await visit("blank");
  await opens(page);
  await toRefusal(page);
  await widget(page).evaluate((element) => {
    globalThis.gone = new WeakRef(element.shadowRoot);
    element.remove();
  });
  // The browser's own store of styles holds on to an element until styles change.
  for (const media of ["print", "screen"]) await page.emulateMedia({ media });
  const client = await page.context().newCDPSession(page);
  for (let n = 0; n < 2; n += 1) await client.send("HeapProfiler.collectGarbage");
  assert.equal(await page.evaluate(() => globalThis.gone.deref() === undefined), true);
  assert.deepEqual(faults, []);
  await close();
});

test("an element that is moved stays open, and one that is put back later opens with what was typed", async () => {
  const { page, faults, close } = await visit("blank");
  await opens(page);
  await toRefusal(page);
  const kept = await widget(page).evaluate((element) => {
    const drawn = element.shadowRoot.firstElementChild;
    document.body.append(element);
    return Promise.resolve().then(() => Promise.resolve().then(() => drawn === element.shadowRoot.firstElementChild && drawn.isConnected));
  });
  assert.ok(kept, "a move is not even seen");
  const said = await widget(page).evaluate((element) => element.package);
  await widget(page).evaluate((element) => {
    globalThis.away = element;
    element.remove();
  });
  assert.equal(await page.evaluate(() => globalThis.away.shadowRoot.querySelector("article")), null);
  await page.evaluate(() => document.body.append(globalThis.away));
  await widget(page).locator(".verdict").waitFor();
  assert.deepEqual(await widget(page).evaluate((element) => element.package), said);
  assert.equal((await heard(page)).filter(([name]) => name === "ready").length, 2);
  // One who begins anew leaves nothing to be taken up.
  await widget(page).evaluate((element) => (element.reset(), element.remove()));
  await page.evaluate(() => document.body.append(globalThis.away));
  await widget(page).locator("article form").waitFor();
  assert.equal(await widget(page).evaluate((element) => element.package), null);
  assert.deepEqual(faults, []);
  await close();
});

test("a package that is set before the checker opens fills it once, and is not taken up again after a reset", async () => {
  const { page, faults, close } = await visit("blank");
  const given = { service: "enrolment", region: "karaganda", channel: "office", visit: "2026-06-10", facts: { grade: 1 }, documents: [{ document: "application" }] };
  await page.waitForFunction(() => customElements.get("qolhat-check"));
  await widget(page).evaluate((element, given) => (element.package = given), given);
  await opens(page);
  await page.waitForFunction(() => document.querySelector("qolhat-check").package?.visit === "2026-06-10");
  await widget(page).evaluate((element) => element.reset());
  await widget(page).evaluate((element) => element.remove() ?? (globalThis.away = element));
  await page.evaluate(() => document.body.append(globalThis.away));
  await widget(page).locator("article form").waitFor();
  // The law is here already: what there is to say of a package is said at once.
  assert.equal(await widget(page).evaluate((element) => element.package), null);
  assert.deepEqual(faults, []);
  await close();
});

test("a host may answer an event by setting, resetting or removing the element", async () => {
  const { page, faults, close } = await visit("blank");
  await opens(page);
  await widget(page).evaluate((element) =>
    element.addEventListener("qolhat-report", () => {
      element.setAttribute("day", "2026-06-11");
      element.additions = { closed: ["2026-06-11"] };
      element.reset();
      globalThis.answered = true;
    }, { once: true }),
  );
  await toRefusal(page).catch(() => {});
  await page.waitForFunction(() => globalThis.answered);
  await widget(page).locator("article form").waitFor();
  assert.equal(await widget(page).evaluate((element) => element.report), null);
  assert.deepEqual(faults, []);
  await close();
});

/** Lets a test break our engine at its next call, as a panic does; `globalThis.trap()` is a trap of somebody else's. */
const breakable = () => {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  globalThis.trap = () => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.trap();
  const instantiate = { ...WebAssembly, instantiate: WebAssembly.instantiate, instantiateStreaming: WebAssembly.instantiateStreaming };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    WebAssembly[name] = async (...given) => {
      const { module, instance } = await instantiate[name].apply(WebAssembly, given);
      const breaks = (call) => (...words) => {
        if (globalThis.breaking) {
          globalThis.breaking = false;
          globalThis.trap();
        }
        return call(...words);
      };
      const entries = Object.entries(instance.exports).map(([key, is]) => [key, typeof is === "function" ? breaks(is) : is]);
      return { module, instance: { exports: Object.fromEntries(entries) } };
    };
  }
};

/** Opens a page with checkers of two services whose engine can be broken. */
async function visitBreakable() {
  const { script, element } = snippet();
  const two = element + element.replace('service="enrolment"', 'service="duplicates"');
  const opened = await visit("blank", { script, element: two }, { first: breakable });
  for (const n of [0, 1]) await opens(opened.page, n);
  return opened;
}

/** The engine breaks as a visitor types in one of the checkers. */
async function breaks(page, n) {
  // Not before: a file that comes to another checker may call the engine too.
  await page.evaluate(() => addEventListener("input", () => (globalThis.breaking = true), { capture: true, once: true }));
  await widget(page, n).locator("[name=visit-year]").fill("2027");
  await page.waitForFunction(() => globalThis.breaking === false);
}

const engines = () => school.requests.filter((line) => line.includes("/qolhat.js")).map((line) => line.replace("GET ", ""));

test("after a fault of ours every checker of the page goes on, with one fresh engine and what was typed", async () => {
  const { page, faults, close } = await visitBreakable();
  for (const [n, region] of [[0, "karaganda"], [1, "atyrau"]]) await widget(page, n).locator(`[name=region][value=${region}]`).check();
  const before = engines().length;
  await page.evaluate(() => {
    globalThis.roots = [...document.querySelectorAll("qolhat-check")].map((element) => element.shadowRoot.querySelector("[part=page]"));
  });
  await breaks(page, 0);
  await page.waitForFunction(() => globalThis.roots.every((root) => !root.isConnected));
  await widget(page, 0).getByText("қайта іске қосылды").waitFor();
  for (const [n, region] of [[0, "karaganda"], [1, "atyrau"]]) {
    await widget(page, n).locator("article form").waitFor();
    assert.equal(await widget(page, n).locator("[name=region]:checked").getAttribute("value"), region);
  }
  assert.equal(await widget(page, 1).getByText("қайта іске қосылды").count(), 0, "told where it was seen");
  assert.deepEqual(engines().slice(before), ["/qolhat.js?start=2"]);
  assert.deepEqual((await heard(page)).filter(([name]) => name === "error"), []);
  assert.equal(faults.length, 1, faults.join("\n"));
  assert.match(faults[0], /^console: qolhat-check: the engine broke:/);
  await toRefusal(page, 0);
  await close();
});

test("a fault of ours as a file comes is noticed too, though no listener of the page hears it", async () => {
  const { page, close } = await visitBreakable();
  await page.route("**/words/ru.txt", async (route) => {
    await page.evaluate(() => (globalThis.breaking = true));
    await route.continue();
  }, { times: 1 });
  await widget(page, 0).locator("#lang-ru").click();
  await widget(page, 0).getByText("қайта іске қосылды").waitFor();
  await widget(page, 0).locator("#lang-ru").click();
  await widget(page, 0).locator("[part=page][lang=ru]").waitFor();
  assert.deepEqual((await heard(page)).filter(([name]) => name === "error"), []);
  await close();
});

test("where the engine breaks again, the link and the list are back in every checker, and an event says so", async () => {
  const { page, close } = await visitBreakable();
  await breaks(page, 0);
  await widget(page, 0).getByText("қайта іске қосылды").waitFor();
  await breaks(page, 1);
  for (const n of [0, 1]) {
    await widget(page, n).getByRole("link", { name: "Құжаттарды тексеру" }).waitFor();
    assert.equal(await widget(page, n).locator("article").count(), 0);
    assert.equal(await widget(page, n).locator("li").count(), 2);
  }
  const errors = (await heard(page)).filter(([name]) => name === "error");
  assert.deepEqual(errors.map(([, { code }]) => code), ["engine-broken", "engine-broken"]);
  const went = page.waitForURL(/#\/kk\/service/);
  await widget(page, 0).locator("a").click();
  await went;
  await close();
});

test("an engine of somebody else's that breaks is none of ours", async () => {
  const { page, faults, close } = await visitBreakable();
  const before = engines().length;
  await page.evaluate(() => {
    globalThis.root = document.querySelector("qolhat-check").shadowRoot.querySelector("[part=page]");
    return new Promise((done) => {
      addEventListener("unhandledrejection", () => setTimeout(done));
      setTimeout(globalThis.trap);
      setTimeout(async () => globalThis.trap());
    });
  });
  assert.equal(faults.filter((fault) => fault.includes("unreachable")).length, 2, "both were there to be heard");
  await toRefusal(page);
  assert.ok(await page.evaluate(() => globalThis.root.isConnected));
  assert.deepEqual(engines().slice(before), []);
  assert.equal(await widget(page).getByText("қайта іске қосылды").count(), 0);
  await close();
});

test("in a tab of the host's that is hidden nothing is loaded, and once it is shown the link opens the checker", async () => {
  const { script, element } = snippet();
  const { page, faults, close } = await visit("blank", { script, element: `<div id="tab" hidden>${element}</div>` });
  await page.waitForFunction(() => customElements.get("qolhat-check"));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/widget/")).length), 0);
  await page.evaluate(() => (document.getElementById("tab").hidden = false));
  await opens(page);
  await toRefusal(page);
  // Hidden and shown again it stands where it stood.
  await page.evaluate(() => (document.getElementById("tab").hidden = true));
  await page.evaluate(() => (document.getElementById("tab").hidden = false));
  assert.ok(await widget(page).locator(".verdict").isVisible());
  assert.deepEqual(faults, []);
  await close();
});

test("F11: what the manifest lists for editors is there, and all that an element takes is listed", async () => {
  const manifest = JSON.parse(await readFile(path.join(built, "custom-elements.json"), "utf8"));
  const [{ attributes, members, events, cssProperties, cssParts }] = manifest.modules[0].declarations;
  const [style, types] = await Promise.all(["widget/widget.css", "qolhat-widget.d.ts"].map((file) => readFile(path.join(built, file), "utf8")));
  const names = (listed) => listed.map(({ name }) => name).sort();
  const { page, close } = await visit("blank");
  const partsOf = () => widget(page).evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[part]")].map((one) => one.getAttribute("part")));
  await opens(page);
  const parts = await partsOf();
  await toRefusal(page);
  parts.push(...(await partsOf()));
  const found = await widget(page).evaluate(({ constructor }) => ({
    observed: constructor.observedAttributes,
    members: Object.getOwnPropertyNames(constructor.prototype).filter((name) => !/^(constructor|.*Callback)$/.test(name)),
  }));
  const styled = [...style.matchAll(/:host\(\[(\w+)=/g)].map(([, name]) => name);
  assert.deepEqual(names(attributes), [...new Set([...found.observed, ...styled])].sort());
  assert.deepEqual(names(members), found.members.sort());
  assert.deepEqual(names(cssParts), [...new Set(parts)].sort());
  for (const { name, default: value } of cssProperties) assert.ok(style.includes(`var(${name}, ${value})`), name);
  assert.deepEqual(names(events), [...types.matchAll(/"(qolhat-\w+)": CustomEvent/g)].map(([, name]) => name).sort());
  for (const [, code] of types.match(/"qolhat-error": .*/)[0].matchAll(/"([a-z]+-[a-z]+)"(?= [|;])/g)) {
    assert.ok(events.find(({ name }) => name === "qolhat-error").description.includes(code), code);
  }
  await close();
});

test("where it cannot open nothing listens on, and it can be opened once what was missing comes", async () => {
  const { page, close } = await visit("blank");
  await page.waitForFunction(() => customElements.get("qolhat-check"));
  const client = await page.context().newCDPSession(page);
  const listeners = async () => {
    const { result } = await client.send("Runtime.evaluate", { expression: "window" });
    return (await client.send("DOMDebugger.getEventListeners", { objectId: result.objectId })).listeners.length;
  };
  const before = await listeners();
  await page.route("**/words/kk.txt", (route) => route.abort());
  const opened = () => widget(page).evaluate((element) => element.open());
  for (let n = 0; n < 2; n += 1) assert.equal(await opened(), false);
  assert.equal(await listeners(), before);
  assert.deepEqual((await heard(page)).map(([name, { code }]) => [name, code]), [["error", "load-failed"], ["error", "load-failed"]]);
  assert.ok(await page.getByRole("link", { name: "Құжаттарды тексеру" }).isVisible());
  await page.unroute("**/words/kk.txt");
  assert.equal(await opened(), true);
  await widget(page).locator("article form").waitFor();
  await close();
});

test("19: nothing but the loader comes before the element nears the view or is touched, and nothing moves", async () => {
  const { script, element } = snippet();
  const far = { script, element: `<div class="far"></div>${element}` };
  const { page, close } = await visit("blank", { ...far, script: `<style>.far { height: 9000px }</style>${script}` });
  await page.waitForFunction(() => customElements.get("qolhat-check"));
  await page.evaluate(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const came = () => page.evaluate(() => performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname).filter((name) => name !== "/favicon.ico"));
  assert.deepEqual(await came(), ["/qolhat-widget.js"]);
  await page.evaluate(() => scrollTo(0, 8000));
  await widget(page).locator("article form").waitFor();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await page.evaluate(() => globalThis.shift), 0);
  await close();
});

test("19: the loader is at most 8 kB after gzip", async () => {
  const size = gzipSync(await readFile(path.join(built, "qolhat-widget.js")), { level: 9 }).length;
  assert.ok(size <= 8 * 1024, `${size} bytes`);
});

test("14: the language is the attribute's, the nearest one's, the document's; a change keeps the answers", async () => {
  const { script } = snippet();
  const element = `<div lang="ru"><qolhat-check service="enrolment"><a href="/#/ru">Проверить</a></qolhat-check></div>
<qolhat-check service="enrolment" lang="en"><a href="/#/en">Check</a></qolhat-check><qolhat-check service="enrolment"><a href="/#/kk">Тексеру</a></qolhat-check>`;
  const { page, close } = await visit("blank", { script, element });
  for (const [n, lang] of [[0, "ru"], [1, "en"], [2, "kk"]]) {
    await opens(page, n);
    assert.equal(await widget(page, n).locator("[part=page]").getAttribute("lang"), lang);
  }
  await toRefusal(page, 0);
  await widget(page, 0).evaluate((element) => element.setAttribute("lang", "kk"));
  await widget(page, 0).getByText("Алдын ала тексеру").first().waitFor();
  assert.equal((await widget(page, 0).evaluate((element) => element.package)).facts.grade, 1);
  assert.equal(await page.getAttribute("html", "lang"), "kk");
  await close();
});

test("what is settled by attributes is not asked: one service, its region and its desk", async () => {
  const { script, element } = snippet({ attributes: 'service="enrolment" region="karaganda" channel="office" lang="en" school="School No 5" address="Karaganda"' });
  const { page, close } = await visit("blank", { script, element });
  await opens(page);
  assert.equal(await widget(page).locator("[name=service]").count(), 0);
  assert.equal(await widget(page).locator("[name=region]").count(), 0);
  await toRefusal(page);
  const said = await widget(page).evaluate((one) => one.package);
  assert.deepEqual([said.service, said.region, said.channel], ["enrolment", "karaganda", "office"]);
  await close();
});

test("a setting that is not known is told, and the visitor is asked as usual", async () => {
  const { script, element } = snippet({ attributes: 'service="enrolment" region="karagandy" channel="ofice" lang="en"' });
  const { page, close } = await visit("blank", { script, element });
  await opens(page);
  await widget(page).locator("[name=region]").first().waitFor();
  await toRefusal(page);
  const told = (await heard(page)).filter(([name]) => name === "error").map(([, { code, message }]) => [code, message.match(/“(.+?)”/)[1]]);
  assert.deepEqual(told, [["setting-unknown", "karagandy"], ["setting-unknown", "ofice"]]);
  const said = await widget(page).evaluate((one) => one.package);
  assert.deepEqual([said.region, said.channel], ["karaganda", "office"]);
  await close();
});

test("an attribute that changes leaves the visitor's language and answers as they are", async () => {
  const { page, close } = await visit("blank");
  await opens(page);
  await widget(page).locator("[name=region][value=atyrau]").check();
  await widget(page).locator("#lang-ru").click();
  await widget(page).locator("[part=page][lang=ru]").waitFor();
  await widget(page).evaluate((element) => element.setAttribute("day", "2026-06-10"));
  assert.equal(await widget(page).locator("[name=visit-day]").inputValue(), "10");
  await widget(page).locator("[name=visit-day]").fill("11");
  await widget(page).evaluate((element) => element.setAttribute("school", "№ 5"));
  assert.equal(await widget(page).locator("[name=visit-day]").inputValue(), "11");
  assert.equal(await widget(page).locator("[name=region]:checked").getAttribute("value"), "atyrau");
  assert.equal(await widget(page).locator("[part=page]").getAttribute("lang"), "ru");
  await close();
});

test("of several services the visitor is offered those alone", async () => {
  const { script, element } = snippet({ attributes: 'service="enrolment duplicates" lang="en"' });
  const { page, close } = await visit("blank", { script, element });
  await opens(page);
  const offered = await widget(page).locator("[name=service]").evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(offered, ["enrolment", "duplicates"]);
  await close();
});

test("the package is read and set as the npm package takes it, the report holds no identity, and reset begins anew", async () => {
  const { page, close } = await visit("blank");
  await opens(page);
  await toRefusal(page);
  const { said, report } = await widget(page).evaluate(({ package: said, report }) => ({ said, report }));
  assert.equal(said.visit, "2026-06-10");
  assert.deepEqual(said.documents.find((one) => one.document === "identity-document"), { document: "identity-document", expires: "2031-05-17" });
  assert.deepEqual(Object.keys(report).sort(), ["due", "edition", "findings", "law", "service", "verdict"]);
  assert.ok(report.findings.includes("document-missing"));
  await widget(page).evaluate((element) => element.reset());
  await widget(page).locator("article form").waitFor();
  assert.equal(await widget(page).evaluate((element) => element.report), null);
  await close();
});

test("a school adds notes and its closed days, and cannot touch the list of the law", async () => {
  const { page, close } = await visit("blank");
  await opens(page);
  await widget(page).evaluate((element) => {
    element.additions = {
      closed: ["2026-06-10"],
      notes: { "photo-3x4": { kk: "Суретті 2-кабинетке әкеліңіз <b>!</b>", ru: "Фото — в кабинет 2", en: "Photographs to room 2" } },
      documents: { "blood-test": "required" },
      services: ["enrolment"],
      remove: ["photo-3x4"],
    };
  });
  await toRefusal(page);
  const text = await widget(page).locator("article").textContent();
  assert.ok(text.includes("жабық"), "the closed day is told");
  const refused = (await heard(page)).filter(([name, detail]) => name === "error" && detail.code === "addition-refused");
  assert.deepEqual(refused.map(([, detail]) => detail.message.match(/«(.+?)»/)[1]).sort(), ["documents", "remove", "services"]);
  const report = await widget(page).evaluate((element) => element.report);
  assert.ok(report.findings.includes("document-missing"), "the photographs are asked for all the same");
  await widget(page).locator("a[href$='/papers']").first().click();
  await widget(page).getByText("Суретті 2-кабинетке әкеліңіз <b>!</b>").waitFor();
  assert.equal(await widget(page).getByText("blood-test").count(), 0);
  await close();
});

test("a note for a paper that the law does not ask for is refused", async () => {
  const { page, close } = await visit("blank");
  await opens(page);
  await widget(page).evaluate((element) => (element.additions = { notes: { "blood-test": "Анализ" } }));
  await toRefusal(page);
  const refused = (await heard(page)).filter(([name, detail]) => name === "error" && detail.code === "addition-refused");
  assert.equal(refused.length, 1);
  assert.ok(refused[0][1].message.includes("blood-test"));
  await close();
});

test("from another site's server the widget works as from the school's own", async () => {
  const { page, faults, close } = await visit("blank", snippet({ base: site.address }));
  await opens(page);
  await toRefusal(page);
  assert.deepEqual(faults, []);
  await close();
});
