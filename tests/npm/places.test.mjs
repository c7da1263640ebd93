// The packed tarball where developers use it first: criteria G31 and F1 to F9. `cargo xtask matrix` goes on with the rest.

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch } from "../browser/browser.mjs";
import { chromium, firefox } from "../browser/browsers.mjs";
import { answersOf, asNatively, ASKED, command, PAGE, project, questions, tarball, tool } from "./consumer.mjs";

// Nothing but the page's own scripts, and no request by script at all: what a strict host allows.
const STRICT = {
  "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src data:",
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("there are twenty questions, of every service and verdict", () => {
  assert.equal(questions.length, 20);
  assert.equal(new Set(questions.map(({ package: { service } }) => service)).size, 4);
  const verdicts = new Set(questions.map(({ report }) => report.verdict));
  assert.ok(verdicts.has("accepted") && verdicts.has("refused") && verdicts.has("open"), [...verdicts].join());
});

test("Node, ES modules", async () => {
  const main = `import { answers } from "./asked.js"; process.stdout.write(await answers());`;
  const folder = await project("node-esm", { ...ASKED, "main.js": main });
  asNatively(await command("node", ["main.js"], folder));
});

test("Node, CommonJS", async () => {
  const main = `
    const { check } = require("qolhat");
    const questions = require("./questions.json");
    Promise.all(questions.map(({ given, day }) => check(given, { day })))
      .then((answers) => process.stdout.write(JSON.stringify(answers)));`;
  const json = JSON.stringify(questions.map(({ package: given, day }) => ({ given, day })));
  const folder = await project("node-cjs", { "main.cjs": main, "questions.json": json }, { type: "commonjs" });
  asNatively(await command("node", ["main.cjs"], folder));
});

test("esbuild into one file, under a strict policy", async () => {
  const folder = await project("esbuild", PAGE);
  await command(tool("esbuild"), ["main.js", "--bundle", "--format=esm", "--minify", "--outdir=out"], folder);
  await cp(path.join(folder, "index.html"), path.join(folder, "out", "index.html"));
  const { answers, requests } = await answersOf(browser, path.join(folder, "out"), { headers: STRICT });
  asNatively(answers);
  assert.deepEqual(requests, ["/", "/main.js"]);
});

test("Vite, without a line of configuration, under a strict policy", async () => {
  const folder = await project("vite", PAGE);
  await command(tool("vite"), ["build", "--logLevel", "warn"], folder);
  asNatively((await answersOf(browser, path.join(folder, "dist"), { headers: STRICT })).answers);
});

for (const { name, start, open, skip } of [chromium, firefox]) {
  test(`a plain script, without a bundler, under a strict policy, in ${name}`, { skip }, async (t) => {
    const started = await start();
    t.after(() => started.close());
    const from = `"/node_modules/qolhat/index.js"`;
    const folder = await project("plain", { ...PAGE, "asked.js": ASKED["asked.js"].replace(`"qolhat"`, from) });
    const { answers, requests } = await answersOf(started, folder, { headers: STRICT, open });
    asNatively(answers);
    // Each service's law once, as it is first asked for; never the file of the engine, whose bytes are inside.
    const law = requests.filter((request) => request.includes("/law/")).sort();
    assert.deepEqual(new Set(law).size, law.length);
    assert.ok(!requests.some((request) => request.endsWith(".wasm")), requests.join());
  });
}

test("one service's law is all the law that is loaded for it", async () => {
  const main = `
    import { check } from "/node_modules/qolhat/index.js";
    check({ service: "duplicates", channel: "office" }, { day: "2026-06-01" })
      .then((answer) => (globalThis.answers = answer.type));`;
  const folder = await project("one-law", { ...PAGE, "main.js": main });
  const { answers, requests } = await answersOf(browser, folder);
  assert.equal(answers, "success");
  const law = requests.filter((request) => request.includes("/law/")).map((request) => path.basename(request)).sort();
  assert.deepEqual(law, ["calendar.js", "duplicates.js", "services.js"]);
});

test("strict TypeScript takes every report that is made, and nothing else", async () => {
  const reports = questions.map(({ report }) => JSON.stringify(report)).join(",\n");
  const folder = await project("types", {
    "reports.ts": `import type { Report } from "qolhat";\nexport const reports: Report[] = [${reports}];\n`,
  });
  for (const file of ["consumer.ts", "consumer.cts"]) {
    await cp(path.join(import.meta.dirname, "types", file), path.join(folder, file));
  }
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022"];
  // No names of browsers or of Node: the package's types bring all they need.
  const alone = ["--lib", "es2022", "--types", ""];
  const nodes = ["--module", "nodenext", "consumer.ts", "consumer.cts", "reports.ts"];
  await command(tool("tsc"), [...strict, ...alone, ...nodes], folder);
  const bundlers = ["--module", "esnext", "--moduleResolution", "bundler", "consumer.ts"];
  await command(tool("tsc"), [...strict, ...alone, ...bundlers], folder);
});

test("strict TypeScript knows the widget's element by its name", async () => {
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022"];
  const page = ["--lib", "es2022,dom", "--types", "", "--module", "esnext", "--moduleResolution", "bundler"];
  await command(tool("tsc"), [...strict, ...page, "widget.ts"], path.join(import.meta.dirname, "types"));
});

test("publint finds no fault", async () => {
  const said = await command(tool("publint"), [tarball, "--strict"], import.meta.dirname);
  assert.match(said, /All good!/);
});

test("arethetypeswrong finds no fault", async () => {
  // A file of WebAssembly has no types.
  await command(tool("attw"), [tarball, "--exclude-entrypoints", "./engine.wasm"], import.meta.dirname);
});
