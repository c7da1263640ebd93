// Writes the CommonJS twin of a package: for each entry a file of its own, for each type file one that says `.cjs`.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild-wasm";

const folder = process.argv[2];
const files = await readdir(folder, { recursive: true });

const law = files.filter((file) => path.dirname(file) === "law" && file.endsWith(".js") && path.basename(file) !== "services.js");
await build({
  entryPoints: ["index.js", "slim.js", ...law].map((file) => path.join(folder, file)),
  outdir: folder,
  outbase: folder,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  format: "cjs",
  platform: "neutral",
  target: "es2022",
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: "warning",
  // The engine's module is always passed in: nothing asks where this file lies.
  define: { "import.meta.url": "undefined" },
});

for (const file of files.filter((file) => file.endsWith(".d.ts"))) {
  const types = await readFile(path.join(folder, file), "utf8");
  const twin = types.replaceAll(/(from "\.[^"]*)\.js"/g, '$1.cjs"');
  await writeFile(path.join(folder, file.replace(/\.ts$/, ".cts")), twin);
}
