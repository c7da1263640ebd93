// The packed tarball in the places that are too large for every run: `cargo xtask matrix`.

import { readdirSync } from "node:fs";
import { spawn } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";

import { launch } from "../../browser/browser.mjs";
import { answersOf, asNatively, ASKED, command, PAGE, project, tool } from "../consumer.mjs";

const at = import.meta.dirname;
const MAIN = `import { answers } from "./asked.js"; console.log(await answers());`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("webpack 5, without a line of configuration", async () => {
  const folder = await project("webpack", { ...PAGE, "build.mjs": WEBPACK }, { at });
  await command("node", ["build.mjs"], folder);
  await cp(path.join(folder, "index.html"), path.join(folder, "dist", "index.html"));
  asNatively((await answersOf(browser, path.join(folder, "dist"))).answers);
});

const WEBPACK = `
  import webpack from "webpack";
  const options = { mode: "production", context: import.meta.dirname, entry: "./main.js", output: { path: import.meta.dirname + "/dist" } };
  webpack(options, (error, stats) => {
    if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
  });`;

const VITE_BEFORE = path.join(at, "node_modules", "vite-before", "bin", "vite.js");

test("Vite of two years ago", async () => {
  const folder = await project("vite-before", PAGE, { at });
  await command("node", [VITE_BEFORE, "build", "--logLevel", "warn"], folder);
  asNatively((await answersOf(browser, path.join(folder, "dist"))).answers);
});

test("Vite of two years ago in a worker, with the line that the README names", async () => {
  const main = `
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => (globalThis.answers = data);`;
  const files = { ...PAGE, "main.js": main, "worker.js": `import { answers } from "./asked.js"; answers().then(postMessage);` };
  const line = `export default { worker: { format: "es" } };`;
  const folder = await project("vite-before-worker", { ...files, "vite.config.js": line }, { at });
  await command("node", [VITE_BEFORE, "build", "--logLevel", "warn"], folder);
  asNatively((await answersOf(browser, path.join(folder, "dist"))).answers);
});

test("Vitest, in node and in jsdom", async () => {
  const asks = (environment) => `
    // @vitest-environment ${environment}
    import { writeFileSync } from "node:fs";
    import { expect, test } from "vitest";
    import { answers } from "./asked.js";
    test("answers", async () => {
      expect(typeof window).toBe("${environment}" === "jsdom" ? "object" : "undefined");
      writeFileSync("${environment}.json", await answers());
    });`;
  const tests = { "a.test.js": asks("node"), "b.test.js": asks("jsdom") };
  const folder = await project("vitest", { ...ASKED, ...tests }, { at });
  await command(tool("vitest", at), ["run"], folder);
  for (const environment of ["node", "jsdom"]) asNatively(await readFile(path.join(folder, `${environment}.json`), "utf8"));
});

test("Next, App Router: on the server and in the browser", async () => {
  // It looks for its packages in its own folder alone.
  const own = Object.fromEntries(
    await Promise.all(["package.json", "package-lock.json", ".npmrc"].map(async (file) => [file, await readFile(path.join(at, "next", file), "utf8")])),
  );
  const folder = await project("next", { ...ASKED, ...NEXT, ...own }, { at });
  const next = tool("next", folder);
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  await command(next, ["build"], folder, env);
  const server = spawn(next, ["start", "--port", "0", "--hostname", "127.0.0.1"], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  try {
    const address = await new Promise((resolve, reject) => {
      server.once("exit", () => reject(new Error("next ended before it gave its address")));
      createInterface({ input: server.stdout }).on("line", (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (found) resolve(found[0]);
      });
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    asNatively(await page.locator("#server").textContent());
    await page.locator("#client:not(:empty)").waitFor({ state: "attached" });
    asNatively(await page.locator("#client").textContent());
    await context.close();
  } finally {
    server.kill();
  }
});

const NEXT = {
  "app/layout.jsx": `export default ({ children }) => <html lang="kk"><body>{children}</body></html>;`,
  "app/page.jsx": `
    import { answers } from "../asked.js";
    import Client from "./client.jsx";
    export const dynamic = "force-dynamic";
    export default async function Page() {
      return <><pre id="server">{await answers()}</pre><Client /></>;
    }`,
  "app/client.jsx": `
    "use client";
    import { useEffect, useState } from "react";
    import { answers } from "../asked.js";
    export default function Client() {
      const [said, say] = useState("");
      useEffect(() => { answers().then(say, (why) => say(String(why))); }, []);
      return <pre id="client">{said}</pre>;
    }`,
};

/** A program that a package of npm brings for each system as a package of its own. */
function program(scope, name) {
  const folder = path.join(at, "node_modules", scope);
  for (const system of readdirSync(folder)) {
    for (const place of ["bin", "."]) {
      for (const ending of ["", ".exe"]) {
        const found = readdirSync(path.join(folder, system), { recursive: true }).find((file) => file === path.join(place, name + ending));
        if (found) return path.join(folder, system, found);
      }
    }
  }
}

for (const [name, scope, words] of [
  ["Bun", "@oven", ["main.js"]],
  ["Deno", "@deno", ["run", "--allow-read", "main.js"]],
]) {
  test(name, async (context) => {
    const found = program(scope, name.toLowerCase());
    if (!found) return context.skip(`the registry's package of ${name} holds no program for this system`);
    const folder = await project(name.toLowerCase(), { ...ASKED, "main.js": MAIN }, { at });
    asNatively((await command(found, words, folder)).trim());
  });
}
