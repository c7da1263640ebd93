// Where the engine and its files come from: the folder of this module. The single file and the widget of one file have all
// within, in place of it.

// The engine's own later part is joined to what the engine lends: xtask/src/split.rs.
const LATER = "qolhat_later.wasm";
let lent;

/** Gives the bytes of a file; nothing where there is no such file. The engine's later part is joined to it, and gives none. */
export async function read(path) {
  // What hangs for half a minute does not come.
  const answer = await fetch(new URL(path, import.meta.url), { signal: AbortSignal.timeout?.(30_000) });
  const bytes = answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  if (!bytes || path !== LATER) return bytes;
  await WebAssembly.instantiate(bytes, { engine: lent });
  return new Uint8Array();
}

/** Starts an engine of its own. A module that broke stays broken: a new address makes a new one. */
export async function engine(start) {
  const glue = await import(start === 1 ? "./qolhat.js" : `./qolhat.js?start=${start}`);
  lent = await glue.default();
  return glue;
}
