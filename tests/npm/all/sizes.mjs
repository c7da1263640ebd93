// Weighs the package and, in the same run, the rule engines in WebAssembly that one could take instead.
// A script is weighed as a bundler makes it small; WebAssembly as it is shipped.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { build } from "esbuild";

const here = import.meta.dirname;
const packed = process.argv[2] ?? path.resolve(here, "../../../dist/npm");
const other = (file) => path.join(here, "node_modules", file);

/** The files of a bundle, by name. */
async function bundled(code, resolveDir) {
  const made = await build({
    stdin: { contents: code, resolveDir },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    external: ["*.wasm"],
    minify: true,
    write: false,
    outdir: "out",
    logLevel: "error",
  });
  return made.outputFiles.map((file) => ({ name: path.basename(file.path), bytes: file.contents }));
}

/** What a page loads of a package: the entry with what it needs at once, and of the chunks those that are named. */
async function script(module, chunks = []) {
  const files = await bundled(`import * as all from ${JSON.stringify(module)}; globalThis.all = all;`, here);
  const wanted = ({ name }) => name === "stdin.js" || name.startsWith("chunk-") || chunks.some((chunk) => name.startsWith(`${chunk}-`));
  return files.filter(wanted).map(({ bytes }) => bytes);
}

const law = (name) => script(path.join(packed, "law", `${name}.js`));
const whole = await script(path.join(packed, "index.js"), ["enrolment"]);
const slim = await script(path.join(packed, "slim.js"));
const wasm = await readFile(path.join(packed, "engine.wasm"));
const rows = [
  ["`qolhat`: all that a check of enrolment loads", whole],
  ["`qolhat/slim`: the same, engine apart", [...slim, wasm, ...(await law("enrolment")), ...(await law("calendar"))]],
  ["… the engine, `engine.wasm`", [wasm]],
  ["… the engine as the default entry brings it", [await readFile(path.join(packed, "engine.js"))]],
  ["… the script of `qolhat/slim`", slim],
  ["… the law of enrolment since 2015", await law("enrolment")],
  ["… the days off since 2015", await law("calendar")],
];
for (const [name, glue, engine] of [
  ["@gorules/zen-engine-wasm", "dist/zen_engine_wasm.js", "dist/zen_engine_wasm_bg.wasm"],
  ["@cedar-policy/cedar-wasm", "web/cedar_wasm.js", "web/cedar_wasm_bg.wasm"],
  ["@goplasmatic/datalogic", "web/datalogic_wasm.js", "web/datalogic_wasm_bg.wasm"],
]) {
  const { version } = JSON.parse(await readFile(other(`${name}/package.json`), "utf8"));
  const files = [...(await script(other(`${name}/${glue}`))), await readFile(other(`${name}/${engine}`))];
  rows.push([`\`${name}\` ${version}, without a rule`, files]);
}

const sum = (files, weigh) => files.reduce((total, bytes) => total + weigh(bytes), 0);
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const kB = (bytes) => (bytes / 1000).toFixed(1);
console.log("| kB | raw | gzip | brotli |\n| --- | ---: | ---: | ---: |");
for (const [name, files] of rows) {
  const sizes = [(bytes) => bytes.length, (bytes) => gzipSync(bytes, { level: 9 }).length, brotli];
  console.log(`| ${name} | ${sizes.map((weigh) => kB(sum(files, weigh))).join(" | ")} |`);
}
