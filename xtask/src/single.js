// In place of www/files.js where the engine and its files are within: deflated, as base64.
import { glue } from "./glue.js";
import within from "./within.js";

const LATER = "qolhat_later.wasm";
let lent;

/** Gives the bytes of a file; nothing where there is no such file. The engine's later part is joined to it, and gives none. */
export async function read(path) {
  // The whole law answers in place of its smaller part.
  const packed = within[path] ?? within[path.replace(".now.", ".")];
  if (!packed) return undefined;
  const deflated = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  if (path !== LATER) return bytes;
  await WebAssembly.instantiate(bytes, { engine: lent });
  return new Uint8Array();
}

/** Starts an engine of its own: each call makes the glue anew. */
export async function engine() {
  const fresh = glue();
  lent = await fresh.default({ module_or_path: await read("qolhat_bg.wasm") });
  return fresh;
}
