// A tour past the screens of a service, for those who look at each: for faults of access, for words of a wrong language, for
// a picture.

import { withHands } from "./hands.mjs";
import { at, bring, next, say, toResult } from "./walk.mjs";

/**
 * Walks through a service, refused first and then accepted, to the printed sheets, and then past the screens beside the
 * journey. `look` is called on each screen with a name for what is seen there: sent off empty, where that is a fault; filled
 * in, before it is sent off; and at the end.
 */
export async function tour(page, trip, look) {
  const seen = new Set();
  const here = async (more = "") => {
    await unfold(page);
    seen.add((await place(page)).split("/")[0]);
    await look((await place(page)).replaceAll("/", "-") + more);
  };
  await empty(page, here);
  await toResult(stopping(page, here), trip, { without: [trip.forgotten] });
  await ending(page, "refused", here);
  await page.evaluate(() => (location.hash = location.hash.replace("/result", "/papers")));
  await at(page, "papers");
  await bring(page, trip.forgotten, trip.papers[trip.forgotten]);
  await next(page, "result");
  await ending(page, "accepted", here);
  for (const beside of await screens(page)) {
    if (seen.has(beside)) continue;
    await page.evaluate((beside) => (location.hash = location.hash.replace(/^(#\/..\/).*/, `$1${beside}`)), beside);
    await at(page, beside);
    await here();
  }
}

const submit = "main [type=submit]";
const place = (page) => page.locator("main").getAttribute("data-place");

/** A page that is looked at before each screen is sent off, and where each new screen is first sent off empty. */
function stopping(page, here) {
  return withHands(page, {
    async click(control) {
      await here();
      const before = await place(page);
      await control.click();
      await page.locator(`main:not([data-place="${before}"])`).waitFor();
      await empty(page, here);
    },
  });
}

/** Sends a screen off as it is; where nothing stands against it, goes back. */
async function empty(page, here) {
  const before = await place(page);
  if (before === "result") return;
  await page.click(submit);
  await page.locator(`main:not([data-place="${before}"]), .faults`).waitFor();
  if ((await place(page)) === before) return here("-faults");
  await page.goBack();
  await at(page, before);
}

/** The verdict, and each sheet that may be printed of it. */
async function ending(page, verdict, here) {
  await here(`-${verdict}`);
  await page.evaluate(() => (location.hash = location.hash.replace("/result", "/print")));
  await at(page, "print");
  for (const sheet of await page.locator("[name=printed]").evaluateAll((all) => all.map((one) => one.value))) {
    await say(page, "printed", sheet);
    await here(`-${verdict}-${sheet}`);
  }
  await page.goBack();
  await at(page, "result");
}

/** Opens everything that unfolds, so that it is looked at too. */
export async function unfold(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("#page details")) details.open = true;
  });
}

/** The screens to which the links of the page lead. */
async function screens(page) {
  const links = await page.locator("#page a[href^='#/']").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  return new Set([...links.map((link) => link.split("/")[2]), "sheet"]);
}
