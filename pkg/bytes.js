// Bytes of the engine and of the law, from wherever they may come.
import { QolhatError } from "./error.js";

/** The bytes of a file of the law: a module of ours, or bytes as they are. */
export async function bytesOf(file, name) {
  if (typeof file.data === "string") {
    return inlined(file.data).catch((cause) => {
      throw new QolhatError("bundle-damaged", `The ${name} is damaged.`, { path: `options.${name}`, cause });
    });
  }
  const bytes = asBytes(file);
  if (bytes) return bytes;
  throw new QolhatError("law-missing", `This is no ${name}.`, {
    path: `options.${name}`,
    help: `Pass the default export of a module in "qolhat/law/", or the bytes of a .qolhat file.`,
  });
}

/** The engine, compiled, from all that `init` takes. */
export async function moduleOf(given) {
  let source = await given;
  if (source && typeof source === "object" && "module_or_path" in source) source = await source.module_or_path;
  if (kindOf(source) === "WebAssembly.Module") return source;
  const bytes = await engineBytes(source);
  if (typeof WebAssembly === "undefined") throw new QolhatError("wasm-missing", "WebAssembly is switched off here.");
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw uncompiled(cause);
  }
}

function uncompiled(cause) {
  if (!/security policy|csp|disallowed/i.test(cause.message)) {
    return new QolhatError("engine-unusable", "The engine's bytes are damaged.", { cause });
  }
  return new QolhatError("wasm-blocked", "This place does not let bytes be compiled to WebAssembly.", {
    help: "On a page, add 'wasm-unsafe-eval' to script-src; elsewhere, pass a WebAssembly.Module to `init`.",
    cause,
  });
}

async function engineBytes(source) {
  if (typeof source?.data === "string") return inlined(source.data);
  const place = typeof source === "string" || kindOf(source) === "URL" ? String(source) : source?.url;
  const found = typeof source === "string" || kindOf(source) === "URL" ? await fetched(place) : source;
  const bytes = kindOf(found) === "Response" ? await bodyOf(found, place) : asBytes(found);
  if (!bytes) {
    throw new QolhatError("engine-missing", "`init` was given nothing to start.", {
      path: "source",
      help: "It takes a URL, a Response, bytes or a WebAssembly.Module, alone or as `{ module_or_path }`.",
    });
  }
  return looked(bytes, place);
}

async function fetched(place) {
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  try {
    const url = new URL(place, base);
    // Node fetches no files.
    const files = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
    return files ? await files.readFile(url) : await fetch(url);
  } catch (cause) {
    throw new QolhatError("engine-not-found", `The engine could not be loaded from ${place}.`, { path: "source", cause });
  }
}

async function bodyOf(response, place) {
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new QolhatError("engine-not-found", `There is no engine at ${place}: status ${response.status}.`, {
    path: "source",
    help: "See to it that engine.wasm is copied to the server, and that the address is right.",
  });
}

/** Bytes that begin as WebAssembly does. */
function looked(bytes, place) {
  const at = place ? ` at ${place}` : "";
  const [first, ...next] = bytes.subarray(0, 4);
  if (first === 0 && String.fromCharCode(...next) === "asm") return bytes;
  const text = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (text.startsWith("<")) {
    throw new QolhatError("engine-is-html", `There is a page of HTML${at} in place of the engine.`, {
      path: "source",
      help: "The server answers with a page where it has no such file: copy engine.wasm there, or mend the address.",
    });
  }
  throw new QolhatError("engine-unusable", `What is${at || " given"} is no WebAssembly.`, { path: "source" });
}

/** What a module of ours holds, read in memory: `fetch("data:…")` is what strict policies forbid. */
async function inlined(text) {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  // What goes wrong comes out at the other end.
  writer.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))).catch(() => {});
  writer.close().catch(() => {});
  return unfolded(new Uint8Array(await new Response(stream.readable).arrayBuffer()));
}

/** Lays out again what the build folded: so many bytes as they are, then so many that stood so far before, and on. */
function unfolded(folded) {
  let [at, end] = [0, 0];
  const number = () => {
    let [value, place, byte] = [0, 1, 0];
    do {
      byte = folded[at++];
      value += (byte & 127) * place;
      place *= 128;
    } while (byte > 127);
    return value;
  };
  const whole = new Uint8Array(number());
  while (at < folded.length) {
    const plain = number();
    whole.set(folded.subarray(at, at + plain), end);
    at += plain;
    end += plain;
    if (at === folded.length) break;
    const [again, back] = [number(), number()];
    for (const until = end + again; end < until; end++) whole[end] = whole[end - back];
  }
  return whole;
}

function asBytes(source) {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return kindOf(source) === "ArrayBuffer" ? new Uint8Array(source) : undefined;
}

// Not `instanceof`: what comes from another frame or a test's sandbox has classes of its own.
const kindOf = (value) => Object.prototype.toString.call(value).slice("[object ".length, -1);
