// What the page and the widget do alike in a browser, whatever document they stand in.
import { Idiomorph } from "./vendor/idiomorph.js";

/** Gives what changes an element to what was drawn, and tells whether it did. It listens until the signal, if there is one. */
export function drawing(signal) {
  // While a button is held down nothing moves: what is pressed would slip away, and the click miss it.
  let held = false;
  let waiting;
  const settle = () => {
    held = false;
    setTimeout(() => waiting?.());
  };
  addEventListener("mousedown", (event) => (held = event.button === 0), { capture: true, signal });
  for (const end of ["mouseup", "dragend", "keydown"]) addEventListener(end, settle, { capture: true, signal });
  addEventListener("blur", settle, { signal });

  return function draw(element, html) {
    waiting = held ? () => draw(element, html) : undefined;
    if (held) return false;
    // What is being typed stays; a button that was pressed is drawn anew.
    const ignoreActiveValue = element.getRootNode().activeElement?.localName === "input";
    // What a person has opened stays open.
    const callbacks = { beforeAttributeUpdated: (name, _, change) => name !== "open" || change !== "remove" };
    Idiomorph.morph(element, html, { morphStyle: "innerHTML", ignoreActiveValue, callbacks });
    return true;
  };
}

/** Hands a file to the person. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not before the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copies a text, or that of the sheets in an element, and tells whether it could. */
export async function copy(text, element) {
  const copied = text || [...element.querySelectorAll(".sheet")].map((sheet) => sheet.innerText).join("\n\n");
  try {
    await navigator.clipboard.writeText(copied);
    return true;
  } catch {
    return false;
  }
}

/** Draws a link as a code; without one where it cannot be drawn. */
export async function code(link) {
  try {
    if (link) return (await import("./code.js")).draw(link);
  } catch {
    // The link does without its code.
  }
  return { path: "", side: 0 };
}

/** Prints, and says so where a browser within an application took the call and did nothing. */
export function print(undone) {
  let begun = false;
  const begin = () => (begun = true);
  addEventListener("beforeprint", begin, { once: true });
  setTimeout(() => {
    removeEventListener("beforeprint", begin);
    if (!begun) undone();
  }, 2000);
  globalThis.print?.();
}
