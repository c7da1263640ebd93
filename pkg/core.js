// Starts the engine once and asks it. Where the engine and the law come from, index.js and slim.js say.
import { bytesOf, moduleOf } from "./bytes.js";
import { QolhatError } from "./error.js";
import start, * as engine from "./qolhat.js";
import { version } from "./version.js";

// The engine that is starting or has started.
let started;
// What the engine has read of the law, by what it was read from.
let loaded = nothingLoaded();

export function init(source) {
  started ??= begin(source).catch((why) => {
    started = undefined;
    throw why;
  });
  return started;
}

export const check = (given, options, inside) => ask("check", given?.service, given, options, inside);

export const documents = (wanted, options, inside) => ask("documents", wanted?.service, wanted, options, inside);

export async function receipt(report, options, inside) {
  const { day, replay } = report ?? {};
  if (!replay?.package) {
    throw new QolhatError("report-missing", "There is no report.", {
      path: "report",
      help: "Pass the `report` that `check` answered.",
    });
  }
  return ask("receipt", replay.package.service, { ...replay, day }, options, inside);
}

export async function calendar(asked, options, inside) {
  await ready(inside);
  const daysOff = await read("DaysOff", options?.calendar ?? inside.calendar, "calendar");
  return guarded(() => engine.calendar(daysOff, asked));
}

async function ask(question, service, subject, options, inside) {
  await ready(inside);
  const { law: ownLaw, calendar: ownCalendar, ...rest } = options ?? {};
  const known = Object.hasOwn(inside.services, service);
  const ours = Object.keys(inside.services);
  if (!ownLaw && !known && ours.length > 0) return guarded(() => engine.unknownService(subject?.package ?? subject, ours));
  const law = await read("Law", ownLaw ?? (known && (await inside.services[service]())), "law");
  const daysOff = await read("DaysOff", ownCalendar ?? inside.calendar, "calendar");
  return guarded(() => engine[question](law, daysOff, subject, options && rest));
}

async function ready(inside) {
  if (inside.engine) return init(inside.engine);
  if (started) return started;
  throw new QolhatError("not-ready", "The engine has not been started.", {
    help: 'Call `await init(engine)` first, or use "qolhat", which brings its engine along.',
  });
}

async function begin(source) {
  const module = await moduleOf(source);
  // Looked at before it starts: the glue below starts one engine and keeps it.
  const [stated] = WebAssembly.Module.customSections(module, "qolhat");
  const found = stated ? `the engine of qolhat ${new TextDecoder().decode(stated)}` : "no engine of qolhat";
  if (found !== `the engine of qolhat ${version.engine}`) {
    throw new QolhatError("engine-version", `This is ${found}.`, {
      path: "source",
      help: `Take engine.wasm from the same package, qolhat ${version.engine}.`,
    });
  }
  await start({ module_or_path: module });
}

async function read(kind, source, name) {
  // Of `import * as law` or `require`, what it holds.
  const file = source?.default ?? source;
  if (!file || typeof file !== "object") {
    throw new QolhatError("law-missing", `There is no ${name}.`, {
      path: `options.${name}`,
      help: `Pass \`${name}\`: the default export of a module in "qolhat/law/", or the bytes of a .qolhat file.`,
    });
  }
  const before = loaded[kind].get(file);
  if (before) return before;
  const bytes = await bytesOf(file, name);
  // Meanwhile another call may have read it.
  const now = loaded[kind].get(file) ?? guarded(() => new engine[kind](bytes), `options.${name}`);
  loaded[kind].set(file, now);
  return now;
}

function nothingLoaded() {
  return { Law: new WeakMap(), DaysOff: new WeakMap() };
}

function guarded(action, path) {
  try {
    return action();
  } catch (why) {
    if (typeof why?.code === "string" && typeof why.message === "string") {
      throw new QolhatError(why.code, `${why.message}.`, { path, help: "Take the file from the same release." });
    }
    // The engine broke off half-way: a fresh instance goes on, and reads the law again.
    engine.__wbg_reset_state();
    loaded = nothingLoaded();
    throw new QolhatError("engine-failed", "The engine broke off: this is a bug of qolhat.", {
      help: "The next call starts afresh. Please report what you passed in.",
      cause: why,
    });
  }
}
