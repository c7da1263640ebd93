// Takes pictures of every screen of every service, in every language and width, and of each sheet; for people to look at.
//
// node screens.mjs FOLDER — `cargo xtask screens` builds the site and tells where the browser is.

import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { launch, open, serve } from "./browser.mjs";
import { tour } from "./tour.mjs";
import { trips } from "./trips.mjs";

const run = promisify(execFile);
const [, , folder] = process.argv;
const langs = ["kk", "ru", "en"];
const widths = [360, 768, 1280];
/** Further ways to look, for one service: a narrow screen, letters twice as large, the colours of the dark and of the system. */
const further = [
  { way: "320", width: 320 },
  { way: "768-twice", width: 768, twice: true },
  { way: "360-dark", width: 360, media: { colorScheme: "dark" } },
  { way: "1280-forced", width: 1280, media: { forcedColors: "active" } },
];
const taken = [];

await rm(folder, { recursive: true, force: true });
const [site, browser] = await Promise.all([serve(), launch()]);
try {
  for (const trip of Object.values(trips)) for (const lang of langs) await walk(trip, lang);
} finally {
  await browser.close();
  site.stop();
}
await writeFile(path.join(folder, "index.html"), contents());
console.log(`${taken.length} pictures: ${path.join(folder, "index.html")}`);

async function walk(trip, lang) {
  const { page, close } = await open(browser, `${site.address}#/${lang}/service`, { reducedMotion: "reduce" });
  await page.waitForSelector("main form");
  const ways = widths.map((width) => ({ way: `${width}`, width }));
  if (trip.service === "enrolment") ways.push(...further);
  await tour(page, trip, async (screen) => {
    for (const way of ways) await picture(page, { service: trip.service, screen, lang, ...way });
    await page.setViewportSize({ width: 1280, height: 800 });
    if (screen.startsWith("print-") && lang === "kk") await sheets(page, { service: trip.service, screen, lang });
  });
  await close();
}

/** Where a picture lies; noted for the table of contents. */
async function place(one) {
  const name = path.join(one.service, one.lang, `${one.screen}-${one.way}.png`);
  await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
  taken.push({ ...one, name: name.split(path.sep).join("/") });
  return path.join(folder, name);
}

async function picture(page, one) {
  const large = (size) => (document.documentElement.style.fontSize = size);
  await page.setViewportSize({ width: one.width, height: 800 });
  await page.emulateMedia(one.media ?? { colorScheme: "light", forcedColors: "none" });
  await page.evaluate(large, one.twice ? "200%" : "");
  await page.screenshot({ path: await place(one), fullPage: true });
  await page.evaluate(large, "");
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

/** The sheets as they come out of the printer. */
async function sheets(page, one) {
  const pdf = path.join(folder, "sheets.pdf");
  await writeFile(pdf, await page.pdf({ preferCSSPageSize: true }));
  // It lies beside pdftotext.
  const raster = path.join(path.dirname(process.env.PDFTOTEXT ?? "/usr/bin/pdftotext"), "pdftoppm");
  await run(raster, ["-r", "70", "-png", pdf, path.join(folder, "sheet")]);
  for (const name of (await readdir(folder)).filter((name) => /^sheet-\d+\.png$/.test(name)).sort()) {
    await rename(path.join(folder, name), await place({ ...one, way: path.basename(name, ".png") }));
  }
  await rm(pdf);
}

/** A page on which all pictures stand side by side. */
function contents() {
  const rows = new Map();
  for (const one of taken) {
    const row = `${one.service}: ${one.screen}`;
    rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  const cell = ({ name, lang, way }) => `<a href="${name}"><img src="${name}" alt="${lang}, ${way}" loading="lazy"></a>`;
  const body = [...rows].map(([title, row]) => `<h2>${title}</h2>\n<div>${row.map(cell).join("\n")}</div>`);
  const style = "body{font:1rem sans-serif}div{display:flex;gap:8px;overflow-x:auto;align-items:start}img{height:420px;border:1px solid #888}";
  return `<!doctype html>\n<meta charset="utf-8">\n<title>Qolhat: every screen</title>\n<style>${style}</style>\n${body.join("\n")}\n`;
}
