// What the README of the package shows is what runs, word for word.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch } from "../browser/browser.mjs";
import { answersOf, command, PAGE, project, tool } from "./consumer.mjs";

const readme = await readFile(path.resolve(import.meta.dirname, "../../pkg/README.md"), "utf8");
const shown = (mark, kind) => {
  const [, rest] = readme.split(`<!-- ${mark} -->\n\`\`\`${kind}\n`);
  return rest.split("```")[0];
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const built = async (name, files) => {
  const folder = await project(name, files);
  // What `npm create vite` states for new projects, so that their scripts may await.
  await command(tool("vite"), ["build", "--target", "es2022", "--logLevel", "warn"], folder);
  return path.join(folder, "dist");
};

test("the example for the browser lists what a first grader needs", async () => {
  const index = PAGE["index.html"].replace(`<script type="module" src="/main.js">`, `<div id="app"></div><script type="module" src="/src/all.js">`);
  const all = `import "./main.js"; globalThis.answers = document.querySelector("#app").innerHTML;`;
  const folder = await built("readme-vite", { "index.html": index, "src/all.js": all, "src/main.js": shown("file: src/main.js", "js") });
  const { answers } = await answersOf(browser, folder);
  assert.match(answers, /^<ul>(<li lang="kk">[^<]+<\/li>){5,}<\/ul>$/);
});

test("the example for Node prints what it says", async () => {
  const folder = await project("readme-node", { "check.mjs": shown("file: check.mjs", "js") });
  assert.equal(await command("node", ["check.mjs"], folder), shown("prints", "text"));
});

test("the example of a worker answers from its own thread", async () => {
  const main = `
    import { ask } from "./ask.js";
    ask({ service: "duplicates", channel: "office", facts: { reason: "loss" } }, "2026-06-01")
      .then(({ report }) => (globalThis.answers = report.verdict));`;
  const index = PAGE["index.html"].replace("/main.js", "/src/main.js");
  const files = { "src/worker.js": shown("file: src/worker.js", "js"), "src/ask.js": shown("file: src/ask.js", "js") };
  const folder = await built("readme-worker", { "index.html": index, "src/main.js": main, ...files });
  assert.equal((await answersOf(browser, folder)).answers, "refused");
});
