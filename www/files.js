// Where the engine and its files come from: the folder of this module. The single file and the widget of one file have all
// within, in place of it.

/** Gives the bytes of a file; nothing where there is no such file. */
export async function read(path) {
  // What hangs for half a minute does not come.
  const answer = await fetch(new URL(path, import.meta.url), { signal: AbortSignal.timeout?.(30_000) });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

/** Starts an engine of its own. A module that broke stays broken: a new address makes a new one. */
export async function engine(start) {
  const glue = await import(start === 1 ? "./qolhat.js" : `./qolhat.js?start=${start}`);
  await glue.default();
  return glue;
}
