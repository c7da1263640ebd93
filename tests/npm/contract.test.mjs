// What `init` and the errors promise: criterion G32 and F3 to F9.

import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "../browser/browser.mjs";
import { chromium, firefox } from "../browser/browsers.mjs";
import { answersOf, command, PAGE, project, serve, tool } from "./consumer.mjs";

let browser;
let folder;
let packed;
before(async () => {
  folder = await project("contract", {});
  packed = path.join(folder, "node_modules", "qolhat");
  browser = await launch();
});
after(() => browser.close());

const published = process.env.QOLHAT_LAW ?? path.resolve(import.meta.dirname, "../../target/npm-law");
const GIVEN = { service: "duplicates", channel: "office" };
const DAY = { day: "2026-06-01" };

/** The package's modules, as a process of their own would load them: `slim` keeps its engine for good. */
let copies = 0;
async function fresh(entry = "slim") {
  const copy = path.join(folder, "copies", String(copies++));
  await cp(packed, copy, { recursive: true });
  const load = async (file) => import(pathToFileURL(path.join(copy, file)).href);
  const [law, calendar] = [await load("law/duplicates.js"), await load("law/calendar.js")];
  const loaded = { law: law.default, calendar: calendar.default };
  return { ...(await load(`${entry}.js`)), loaded, wasm: path.join(copy, "engine.wasm") };
}

const fails = (promise, code, about = /./) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.name, "QolhatError");
    assert.equal(error.code, code, error.message);
    assert.match(error.message, about);
    return true;
  });

test("before `init`, slim says in a sentence what to do", async () => {
  const { check, loaded } = await fresh();
  await fails(check(GIVEN, { ...DAY, ...loaded }), "not-ready", /Call `await init\(engine\)` first/);
});

test("`init` takes a URL, text, a Response, bytes, a module, a promise, and each in `{ module_or_path }`", async () => {
  const wasm = await readFile(path.join(packed, "engine.wasm"));
  const server = await serve(packed);
  const url = `${server.address}engine.wasm`;
  try {
    const sources = [
      (file) => pathToFileURL(file),
      (file) => pathToFileURL(file).href,
      () => new URL(url),
      () => url,
      () => fetch(url),
      async () => await fetch(url),
      () => wasm,
      () => new Uint8Array(wasm).buffer,
      () => WebAssembly.compile(wasm),
      async () => await WebAssembly.compile(wasm),
    ];
    for (const source of sources) {
      for (const wrapped of [false, true]) {
        const { init, check, loaded, wasm: file } = await fresh();
        await init(wrapped ? { module_or_path: source(file) } : source(file));
        assert.equal((await check(GIVEN, { ...DAY, ...loaded })).type, "success", String(source));
      }
    }
  } finally {
    server.stop();
  }
});

for (const { name, start, open, skip } of [chromium, firefox]) {
  test(`\`init\` called twice, or at once with a question, is one load, in ${name}`, { skip }, async (t) => {
    const started = await start();
    t.after(() => started.close());
    const main = `
      import { init, check } from "/node_modules/qolhat/slim.js";
      import law from "/node_modules/qolhat/law/duplicates.js";
      import calendar from "/node_modules/qolhat/law/calendar.js";
      const given = ${JSON.stringify(GIVEN)};
      const started = init("/node_modules/qolhat/engine.wasm");
      Promise.all([started, init("/node_modules/qolhat/engine.wasm"), check(given, { day: "2026-06-01", law, calendar })])
        .then(async ([, , answer]) => { await init("/elsewhere.wasm"); globalThis.answers = answer.type; });`;
    const page = await project("twice", { ...PAGE, "main.js": main });
    const { answers, requests } = await answersOf(started, page, { open });
    assert.equal(answers, "success");
    assert.equal(requests.filter((request) => request.endsWith(".wasm")).length, 1);
  });
}

test("what is no engine is said to be what it is, and a second try may succeed", async () => {
  const server = await serve(packed);
  const { init, check, loaded, wasm } = await fresh();
  try {
    await fails(init(`${server.address}no-such-file.wasm`), "engine-is-html", /page of HTML at http.*no-such-file.wasm/);
    await fails(init(new URL("missing.wasm", server.address)), "engine-not-found", /status 404/);
    await fails(init("http://127.0.0.1:1/engine.wasm"), "engine-not-found", /could not be loaded/);
    await fails(init(new TextEncoder().encode("\n <!doctype html>")), "engine-is-html");
    await fails(init(new Response("qolhat")), "engine-unusable", /no WebAssembly/);
    await fails(init(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])), "engine-version", /no engine of qolhat/);
    const other = Buffer.from(await readFile(wasm));
    other.write("9.9.9", other.length - 5);
    await fails(init(other), "engine-version", /the engine of qolhat 9\.9\.9/);
    await fails(init((await readFile(wasm)).subarray(0, 5000)), "engine-unusable", /damaged/);
    await fails(init(), "engine-missing", /a URL, a Response, bytes or a WebAssembly.Module/);
    await init(readFile(wasm));
    assert.equal((await check(GIVEN, { ...DAY, ...loaded })).type, "success");
  } finally {
    server.stop();
  }
});

test("without 'wasm-unsafe-eval' the error names the policy's word", async () => {
  const main = `
    import { check } from "/node_modules/qolhat/index.js";
    check(${JSON.stringify(GIVEN)}, { day: "2026-06-01" })
      .then(() => "checked", (error) => error.name + " " + error.code + " " + error.message)
      .then((said) => (globalThis.answers = said));`;
  const page = await project("blocked", { ...PAGE, "main.js": main });
  const headers = { "content-security-policy": "default-src 'self'; img-src data:" };
  // Chromium itself reports the breach; nothing else is said.
  const { answers, said } = await answersOf(browser, page, { headers, quiet: false });
  assert.match(answers, /^QolhatError wasm-blocked .*add 'wasm-unsafe-eval' to script-src/);
  assert.ok(said.every((line) => /Content Security Policy|^policy: script-src/.test(line)), said.join("\n"));
});

test("law that is missing, damaged or of another kind is named by its option", async () => {
  const { check, init, loaded, wasm } = await fresh();
  await init(readFile(wasm));
  const { law, calendar } = loaded;
  const wrong = (options, path, code) =>
    assert.rejects(check(GIVEN, { ...DAY, ...options }), (error) => {
      assert.deepEqual([error.code, error.path], [code, `options.${path}`]);
      return true;
    });
  await wrong({}, "law", "law-missing");
  await wrong({ law }, "calendar", "law-missing");
  await wrong({ law: "duplicates", calendar }, "law", "law-missing");
  await wrong({ law: {}, calendar }, "law", "law-missing");
  await wrong({ law: new Uint8Array(100), calendar }, "law", "bundle-damaged");
  await wrong({ law: { ...law, data: law.data.replace(/[A-Z]/g, "x") }, calendar }, "law", "bundle-damaged");
  await wrong({ law: calendar, calendar }, "law", "bundle-kind");
  await wrong({ law, calendar: law }, "calendar", "bundle-kind");
  assert.equal((await check(GIVEN, { ...DAY, law, calendar })).type, "success");
});

test("the law may be newer than the package, and its bytes come as they are published", async () => {
  const { check } = await fresh("index");
  const bytes = await readFile(path.join(published, "duplicates.qolhat"));
  const { report } = await check(GIVEN, { ...DAY, law: bytes });
  assert.equal(report.replay.law, (await check(GIVEN, DAY)).report.replay.law);
});

test("what is wrong with a package is an answer with all of its faults, and never throws", async () => {
  const { check, documents, receipt, calendar } = await fresh("index");
  const faults = async (answer) => (await answer).errors.map(({ code, path }) => `${code} ${path}`.trim());
  assert.deepEqual(await faults(check({ service: "enrolmnt" }, DAY)), ["service-unknown service"]);
  assert.deepEqual(await faults(check({ service: "constructor" }, DAY)), ["service-unknown service"]);
  assert.deepEqual(await faults(check()), ["type-wrong"]);
  assert.deepEqual(await faults(check({ ...GIVEN, visit: new Date(0) }, DAY)), ["form-wrong visit"]);
  const both = { ...GIVEN, documents: [{ document: "aplication", copies: 1.5 }] };
  assert.deepEqual(await faults(check(both, { day: "soon" })), [
    "document-unknown documents[0].document",
    "number-wrong documents[0].copies",
    "form-wrong options.day",
  ]);
  assert.deepEqual(await faults(check({ ...GIVEN, facts: { minor: 10n ** 30n } }, DAY)), ["type-wrong"]);
  assert.deepEqual(await faults(check({ ...GIVEN, time: () => 1 }, DAY)), ["type-wrong"]);
  assert.deepEqual(await faults(documents({ service: "duplicates" }, {})), ["field-missing options.day"]);
  assert.deepEqual(await faults(calendar({ after: "2026-03-19" })), ["field-missing count"]);
  const { report } = await check(GIVEN, DAY);
  assert.deepEqual(await faults(receipt(report, {})), ["field-missing options.lang"]);
  await fails(receipt({}, { lang: "kk" }), "report-missing");
});

test("an engine that breaks off throws once; the next call has a fresh one", async () => {
  const { check, QolhatError } = await fresh("index");
  const endless = { ...GIVEN };
  endless.facts = endless;
  const before = await check(GIVEN, DAY);
  await assert.rejects(check(endless, DAY), (error) => error instanceof QolhatError && error.code === "engine-failed");
  assert.deepEqual(await check(GIVEN, DAY), before);
});

test("a report that went through JSON has its receipt, until the law is another", async () => {
  const { check, receipt } = await fresh("index");
  const given = { ...GIVEN, facts: { reason: "loss", minor: false } };
  const report = JSON.parse(JSON.stringify((await check(given, DAY)).report));
  const answer = await receipt(report, { lang: "ru", applicant: { name: "Ким <b>Ольга</b>" }, provider: "Школа № 1" });
  assert.equal(answer.receipt.kind, "refusal");
  assert.match(answer.receipt.html, /^<!DOCTYPE html><html lang="ru">/);
  assert.match(answer.receipt.html, /Ким &lt;b&gt;Ольга&lt;\/b&gt;/);
  report.replay.law = "0".repeat(64);
  assert.equal((await receipt(report, { lang: "ru" })).errors[0].code, "law-changed");
});

test("what is imported and not used is left out by a bundler", async () => {
  const main = `import { version, check } from "qolhat"; console.log(version.engine);`;
  const unused = await project("unused", { "main.js": main });
  const bundle = await command(tool("esbuild"), ["main.js", "--bundle", "--format=esm", "--minify"], unused);
  assert.ok(bundle.length < 1000, `${bundle.length} bytes`);
});
