// In place of www/files.js where the engine and its files are within: deflated, as base64.
import { glue } from "./glue.js";
import within from "./within.js";

/** Gives the bytes of a file; nothing where there is no such file. */
export async function read(path) {
  // The whole law answers in place of its smaller part.
  const packed = within[path] ?? within[path.replace(".now.", ".")];
  if (!packed) return undefined;
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Starts an engine of its own: each call makes the glue anew. */
export async function engine() {
  const fresh = glue();
  await fresh.default({ module_or_path: await read("qolhat_bg.wasm") });
  return fresh;
}
