// What comes on paper and how a package goes from one device to another. The criteria G… are those of part G of the notes
// on users.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import jsqr from "jsqr";

import { launch, open, printed, screen, serve } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { at, say, toResult } from "./walk.mjs";

const run = promisify(execFile);

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** Opens the page on an address of the site; no error and no breach of the policy may come of the walk. */
async function visit(hash, walk, options) {
  const { page, faults, close } = await open(browser, `${site.address}${hash}`, options);
  page.setDefaultTimeout(20_000);
  await page.waitForSelector("main h1");
  await walk(page);
  assert.deepEqual(faults, []);
  await close();
}

/** Goes on a trip to the print screen, with all papers but one where it is to be refused. */
async function toPrint(page, trip, { refused = true } = {}) {
  await toResult(page, trip, { without: refused ? [trip.forgotten] : [] });
  await page.evaluate(() => (location.hash = location.hash.replace(/\w+$/, "print")));
  await at(page, "print");
  await page.locator(".sheet[lang=kk]").first().waitFor();
  await page.locator(".sheet[lang=ru]").first().waitFor();
}

/** Prints what was chosen, for one language where one is named, and gives the text of each page of paper. */
async function print(page, what, lang) {
  await say(page, "printed", what);
  await say(page, "sheet-copies", "1");
  for (const other of ["kk", "ru"]) {
    await page.locator(`main [name=sheet-${other}]`).setChecked(lang === undefined || lang === other);
  }
  return (await printed(page)).map((text) => text.replaceAll(/\s+/g, " "));
}

/** Prints into a file for the tools that read PDF, and takes it away again. */
async function onPdf(page, look) {
  const folder = await mkdtemp(path.join(tmpdir(), "qolhat-"));
  try {
    const file = path.join(folder, "page.pdf");
    await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
    return await look(file, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const trip of Object.values(trips)) {
  test(`G10, G11: each sheet of ${trip.service} is one A4 page in one language`, async () => {
    await visit("#/ru/service", async (page) => {
      await toPrint(page, trip);
      const titles = { kk: "Түзету тізімі", ru: "Что исправить" };
      const lists = { kk: "Керек құжаттар тізімі", ru: "Список нужных документов" };
      for (const lang of ["kk", "ru"]) {
        const [receipt, fix, list, ...more] = await print(page, "all", lang);
        assert.equal(more.length, 0, more.join("\n"));
        for (const part of trip.sheets.refused[lang]) assert.ok(receipt.includes(part), `no “${part}” in ${receipt}`);
        assert.ok(fix.includes(titles[lang]) && list.includes(lists[lang]));
      }
      assert.equal((await print(page, "all")).length, 6, "both languages: six sheets, each of its own");
      await onPdf(page, async (file) => {
        const { stdout: info } = await run("pdfinfo", [file]);
        assert.match(info, /Pages: +6\n/);
        assert.match(info, /Page size: +59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/);
        await fontsAndMargins(file);
      });
      await screen(page, `paper-${trip.service}`);
    });
  });
}

/** One family of letters, in the file itself; twenty millimetres are left free on the left, ten elsewhere. */
async function fontsAndMargins(file) {
  const { stdout } = await run("pdffonts", [file]);
  const fonts = stdout.split("\n").slice(2).filter(Boolean);
  const families = new Set(fonts.map((line) => line.split(" ")[0].replace(/^\w+\+/, "").split("-")[0]));
  assert.equal(families.size, 1, stdout);
  for (const line of fonts) assert.match(line, / yes yes yes +\d+ +\d+$/, "embedded, in part, with its letters named");
  const { stdout: boxes } = await run("pdftotext", ["-bbox", file, "-"]);
  const mm = (name) => [...boxes.matchAll(new RegExp(`<word.* ${name}="([\\d.]+)"`, "g"))].map((it) => it[1] * 25.4 / 72);
  assert.ok(Math.min(...mm("xMin")) >= 19.9 && Math.max(...mm("xMax")) <= 200.2);
  assert.ok(Math.min(...mm("yMin")) >= 9.9 && Math.max(...mm("yMax")) <= 287.5);
}

test("G10: on paper every letter is black and at least 12 points, in large print 18", async () => {
  await visit("#/kk/service", async (page) => {
    await toPrint(page, trips.enrolment);
    await say(page, "printed", "all");
    await page.emulateMedia({ media: "print" });
    const styles = () =>
      page.locator(".sheet, .sheet *").evaluateAll((all) =>
        all.map((one) => getComputedStyle(one)).map(({ fontSize, color }) => [parseFloat(fontSize), color]),
      );
    const least = (found) => Math.min(...found.map(([size]) => size));
    const found = await styles();
    assert.ok(found.length > 100 && least(found) >= 16, `${least(found)} px`);
    assert.deepEqual([...new Set(found.map(([, color]) => color))], ["rgb(0, 0, 0)"]);
    await page.emulateMedia({ media: "screen" });
    await page.getByText("Бір параққа сыймауы мүмкін.").waitFor();
    await say(page, "large", "yes");
    await page.locator(".sheet.large").first().waitFor();
    await page.emulateMedia({ media: "print" });
    assert.ok(least(await styles()) >= 24);
    assert.ok((await printed(page)).length >= 6);
  });
});

test("G5: a missing paper is refused by the school in free form and by the Corporation in the form of the annex", async () => {
  // The trip that has both forms: the State Corporation's is annexed to the standard, of the school's no act says anything.
  const facts = { "filed-by-representative": "no", "in-state-registers": "yes", reason: "loss", minor: "no" };
  const corporation = { ...trips.duplicates, channel: "state-corporation", time: undefined, facts };
  const forms = {
    office: { kk: "Еркін нысан: актіде арнайы нысан белгіленбеген", ru: "Свободная форма: особой формы акт не устанавливает" },
    "state-corporation": { kk: "Нысаны: ", ru: "Форма: " },
  };
  for (const trip of [trips.duplicates, corporation]) {
    await visit("#/ru/service", async (page) => {
      await toPrint(page, trip);
      for (const lang of ["kk", "ru"]) {
        const [receipt, ...more] = await print(page, "receipt", lang);
        assert.equal(more.length, 0);
        const form = forms[trip.channel][lang];
        assert.ok(receipt.includes(form), `no “${form}” in ${receipt}`);
        assert.ok(receipt.includes(lang === "kk" ? "мерзімді баспа басылымынан үзінді" : "Выписка из периодического печатного издания"), receipt);
      }
    });
  }
});

test("G5: a paper that has expired is refused by the school, by its name and its day", async () => {
  const identity = { "identity-document": { expires: "17.05.2026" } };
  const expired = { ...trips.enrolment, papers: { ...trips.enrolment.papers, ...identity } };
  await visit("#/ru/service", async (page) => {
    await toPrint(page, expired, { refused: false });
    const said = { kk: "қолданылу мерзімі 2026 жылғы 17 мамырда аяқталған", ru: "17 мая 2026 года" };
    for (const lang of ["kk", "ru"]) {
      const [receipt] = await print(page, "receipt", lang);
      assert.ok(receipt.includes(expired.sheets.refused[lang][0]), receipt);
      assert.ok(receipt.includes(said[lang]), `no “${said[lang]}” in ${receipt}`);
    }
  });
});

test("G11: one copy or two, labelled for whom, with lines for number, signature and date", async () => {
  await visit("#/kk/service", async (page) => {
    await toPrint(page, trips.enrolment);
    const receipts = await printed(page);
    assert.equal(receipts.length, 4, "the act asks for two");
    assert.ok(receipts[0].includes("Өтініш берушінің данасы") && receipts[1].includes("Қызмет көрсетушінің данасы"));
    assert.ok(receipts[2].includes("Экземпляр заявителя") && receipts[3].includes("Экземпляр услугодателя"));
    for (const sheet of receipts.slice(0, 2)) assert.doesNotMatch(sheet, /Экземпляр|Расписка/);
    for (const sheet of receipts.slice(2)) assert.doesNotMatch(sheet, /данасы|Қолхат/);
    const lines = page.locator(".sheet").first().locator(".sheet-blank, .sheet-gap");
    assert.ok((await lines.count()) >= 4, "name, who takes them in, signatures, day");
    const [list] = await print(page, "list", "kk");
    for (const label of ["Нөмірі:", "Күні:", "Қолы:"]) assert.ok(list.includes(label), list);
  });
});

test("G12: a number is printed by its last four digits, unless it is asked for in full", async () => {
  await visit("#/kk/service", async (page) => {
    await toPrint(page, trips.enrolment);
    await say(page, "iin", "910228 400 036");
    await page.keyboard.press("Tab");
    const [masked] = await print(page, "receipt", "kk");
    assert.ok(masked.includes("•0036") && !masked.includes("910228"), masked);
    await say(page, "full-iin", "yes");
    const [full] = await print(page, "receipt", "kk");
    assert.ok(full.includes("910228400036"));
  });
});

test("G17: a sheet names act, edition, days, address and versions; an edition that ended is never shown as today's", async () => {
  await visit("#/ru/service", async (page) => {
    await toPrint(page, trips.duplicates);
    for (const sheet of await print(page, "all", "ru")) {
      assert.match(sheet, /Редакция: .*№ 179.* \(с \d+ \S+ 2015 года по \d+ \S+ 201\d года\)\. https:\/\/adilet\.zan\.kz\//);
      assert.match(sheet, /Код проверки: \w{5}-\w{5} · программа \d\S+ · закон [0-9a-f]{10} · календарь \d{4}-\d\d- ?\d\d/);
      assert.match(sheet, /Проверка сделана по редакции, которая больше не действует/);
    }
  });
  await visit("#/ru/service", async (page) => {
    await toPrint(page, trips.enrolment);
    for (const sheet of await print(page, "all", "ru")) assert.doesNotMatch(sheet, /больше не действует/);
  });
});

test("G35, G36: the list to put right and the list of what is needed", async () => {
  await visit("#/ru/service", async (page) => {
    const trip = { ...trips.enrolment, forgotten: "medical-form-065" };
    await toPrint(page, trip);
    const [fix] = await print(page, "fix", "ru");
    assert.match(fix, /Форма № 065\/у .* Выдаёт поликлиника\. \(приложение 1, строка 8;/);
    const box = await page.locator(".sheet-box").first().boundingBox();
    assert.ok(box.width >= 22 && box.height >= 22, "six millimetres for a pen");
    const [list] = await print(page, "list", "ru");
    assert.equal(await page.locator(".sheet-box").count(), Object.keys(trip.papers).length);
    for (const part of ["10 июня 2026 года, среда", "11 июня 2026 года", "Приём с ", "Чего с вас требовать не должны"]) {
      assert.ok(list.includes(part), `no “${part}” in ${list}`);
    }
    assert.match(list, /Слов, которые позволяли бы школе требовать сверх него, в тексте нет\. \(пункт 11;/);
  });
});

/** The link that the print screen makes. */
async function handOver(page) {
  await page.click("#make-link");
  const link = page.locator(".hand-over a.link");
  await link.waitFor();
  return link.getAttribute("href");
}

/** Reads a code from paper: the page of a PDF as a scanner of 200 dots to an inch sees it. */
async function scanned(page) {
  return onPdf(page, async (file, folder) => {
    await run("pdftoppm", ["-r", "200", "-gray", "-f", "1", "-l", "1", "-singlefile", file, path.join(folder, "scan")]);
    const { stdout } = await run("cat", [path.join(folder, "scan.pgm")], { encoding: "buffer", maxBuffer: 1 << 26 });
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString("latin1"));
    const [width, height] = [Number(head[1]), Number(head[2])];
    const pixels = new Uint8ClampedArray(width * height * 4);
    stdout.subarray(head[0].length).forEach((grey, n) => pixels.set([grey, grey, grey, 255], 4 * n));
    return jsqr(pixels, width, height);
  });
}

for (const trip of Object.values(trips)) {
  test(`G25: ${trip.service} is read from a sheet of paper and opened on another device`, async () => {
    let link;
    await visit("#/ru/service", async (page) => {
      await toPrint(page, trip);
      await say(page, "person", "Айгүл Серікқызы");
      link = await handOver(page);
      assert.equal((await print(page, "all")).length, 6, "with its code each sheet is still one page");
      const code = await scanned(page);
      assert.equal(code?.data, link);
      assert.ok(code.version <= 15, `version ${code.version}`);
      const [drawn] = await page.locator(".sheet-code svg").evaluateAll((all) => all.map((one) => getComputedStyle(one).width));
      assert.ok(Math.abs(parseFloat(drawn) / 96 * 25.4 - 40) < 0.5, drawn);
    });
    const before = new URL("law/ru/index.html", site.address).href;
    await visit("law/ru/index.html", async (page) => {
      // Goes there by itself, as a person does: a page that was opened by a test alone has nothing to go back to.
      await page.evaluate((link) => location.assign(link), link);
      await at(page, "result");
      assert.equal(new URL(page.url()).hash, "#/ru/result", "the fragment is gone");
      assert.equal(await page.locator(".verdict").getAttribute("data-verdict"), "refused");
      await page.getByText("Сегодня проверили заново: результат тот же.").waitFor();
      await screen(page, `handed-${trip.service}`);
      // Back leads past it. Playwright's own goBack takes a change of the address in place for the end of its way.
      await page.evaluate(() => history.back());
      await page.waitForURL(before);
    });
  });
}

test("G25: a link with one letter otherwise is damaged, and nothing of it is shown", async () => {
  let hash;
  await visit("#/kk/service", async (page) => {
    await toPrint(page, trips.duplicates);
    const link = await handOver(page);
    hash = link.slice(link.indexOf("#"));
  });
  const flipped = hash.slice(0, 20) + (hash[20] === "A" ? "B" : "A") + hash.slice(21);
  await visit(flipped, async (page) => {
    await page.getByText("Сілтеме бүлінген").waitFor();
    await at(page, "service");
    assert.equal(await page.locator("[name=service]:checked").count(), 0);
  });
});

test("G25: a link pasted into a page in use opens there, in the language that is read there", async () => {
  let hash;
  await visit("#/kk/service", async (page) => {
    await toPrint(page, trips.attestation);
    const link = await handOver(page);
    hash = link.slice(link.indexOf("#"));
  });
  await visit("#/en/service", async (page) => {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await at(page, "result");
    await page.getByText("Checked again today: the result is the same.").waitFor();
    assert.equal(new URL(page.url()).hash, "#/en/result");
  });
});

/** A browser within an application: printing does nothing. */
const withinAnApplication = {
  userAgent: "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0 Mobile Safari/537.36 WhatsApp/2.24",
  permissions: ["clipboard-read", "clipboard-write"],
};

test("G24: where printing does not begin, the page leads out: the browser, copied text, the screen", async () => {
  await visit("#/ru/service", async (page) => {
    await page.evaluate(() => (globalThis.print = () => {}));
    await toPrint(page, trips.enrolment);
    assert.equal(await page.getAttribute("#ways-out", "open"), null);
    await page.click("#print");
    await page.locator("#ways-out .told").waitFor();
    await page.getByText("«Открыть в браузере»").waitFor();
    await page.click("#copy-sheets");
    await page.getByText("Скопировано.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.includes("Расписка об отказе") && copied.includes("Редакция: "), copied);
    await page.click("#show");
    await page.locator(".shown").waitFor();
    const shown = await page.locator(".shown").innerText();
    assert.match(shown, /не примут/);
    assert.match(shown, /\w{5}-\w{5}/);
    assert.match(shown, /10\.06\.2026/);
    assert.match(shown, /\d\d\.\d\d\.20\d\d\s+\d\d:\d\d/);
    const height = await page.evaluate(() => document.querySelector(".shown").getBoundingClientRect().height);
    assert.ok(height <= 740, `${height} px are more than a screen`);
    await screen(page, "shown");
    await page.click("#hide");
    await page.locator(".sheet").first().waitFor();
  }, { ...withinAnApplication, viewport: { width: 360, height: 740 } });
});

test("G24: where printing begins, no way out is pressed on anybody", async () => {
  await visit("#/ru/service", async (page) => {
    await page.evaluate(() => (globalThis.print = () => dispatchEvent(new Event("beforeprint"))));
    await toPrint(page, trips.enrolment);
    await page.clock.install();
    await page.click("#print");
    await page.clock.runFor(3000);
    assert.equal(await page.locator("#ways-out .told").count(), 0);
  });
});
