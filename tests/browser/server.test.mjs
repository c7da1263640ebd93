// The server that shows the site on one's own machine.

import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";

import { serve } from "./browser.mjs";

let site;

before(async () => {
  site = await serve();
});

after(() => site?.stop());

/** Asks for an address as it is written: `fetch` would tidy `..` away. */
function ask(path, method = "GET", headers = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.address);
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      const parts = [];
      answer.on("error", reject);
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: answer.statusCode, headers: answer.headers, body: bytes.toString(), bytes });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("a folder's address shows its page, under the policy that the page states", async () => {
  const { status, headers, body } = await ask("/");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.match(headers["content-security-policy"], /default-src 'none'/);
  assert.ok(body.includes(`content="${headers["content-security-policy"]}"`));
});

test("the engine is served as WebAssembly, which browsers demand", async () => {
  assert.equal((await ask("/qolhat_bg.wasm")).headers["content-type"], "application/wasm");
});

test("who takes brotli gets brotli, but for pictures, and who does not gets the file as it is", async () => {
  const takes = { "accept-encoding": "gzip, deflate, br" };
  const [plain, small] = [await ask("/qolhat_bg.wasm"), await ask("/qolhat_bg.wasm", "GET", takes)];
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(small.headers["content-encoding"], "br");
  assert.equal(small.bytes.length, Number(small.headers["content-length"]));
  assert.ok(small.bytes.length < plain.bytes.length / 2);
  assert.ok(brotliDecompressSync(small.bytes).equals(plain.bytes));
  assert.equal((await ask("/icons/apple-180.png", "GET", takes)).headers["content-encoding"], undefined);
});

test("HEAD tells the length and sends nothing", async () => {
  const { status, headers, body } = await ask("/index.html", "HEAD");
  assert.equal(status, 200);
  assert.ok(Number(headers["content-length"]) > 0);
  assert.equal(body, "");
});

test("no address leads out of the folder", async () => {
  for (const path of ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/law/../../Cargo.toml", "//etc/passwd", "/.git/config", "x"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("nothing is taken in", async () => {
  assert.equal((await ask("/", "POST")).status, 405);
});
