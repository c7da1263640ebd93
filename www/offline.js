// Keeps the site on the device, and tells how what is kept compares with the site: docs/decisions/008-no-old-law-in-silence.md.
// A browser that cannot, or a page that is a file of its own, goes on as before; the visitor is not told, the console is.

const HOUR = 3_600_000;

/** Tells `newer` once another version is there, `unasked` while the site cannot be asked for one, `asked` after that. */
export async function keep(tell) {
  const workers = navigator.serviceWorker;
  if (!location.protocol.startsWith("http") || !workers) return;
  // A page that no worker answered came from the site itself.
  let answered = workers.controller;
  workers.addEventListener("controllerchange", () => {
    if (answered) tell("newer");
    answered = true;
  });
  try {
    const registration = await workers.register("sw.js", { updateViaCache: "none" });
    if (answered) askNowAndLater(registration, tell);
  } catch (why) {
    console.info("qolhat: this site is not kept for a visit without a network:", why);
    if (answered) tell("unasked");
  }
}

/** Asks for a newer version: now, when the network is back, and when a tab that was left open is looked at again. */
function askNowAndLater(registration, tell) {
  let last;
  const ask = async () => {
    last = Date.now();
    try {
      await registration.update();
      tell("asked");
    } catch {
      tell("unasked");
    }
  };
  addEventListener("online", ask);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last > HOUR) ask();
  });
  ask();
}
