// Tells in which language a text is: by the letters that only Kazakh has, and by the words that stand in our files of words
// and of law in one language alone.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const langs = ["kk", "ru", "en"];
const known = await vocabulary();
// Names are at home in every language (WCAG 3.1.2): the project's, the number of an act (№ ҚР ДСМ-76, № 54-НҚ), one word
// that is quoted («Ұстаз»).
const names = /Қолхат|№ ?(?:\p{Lu}+[ -])*\d+-\p{Lu}+|№ ?(?:\p{Lu}+[ -])+\d+|[«“]\p{L}+[»”]/gu;

/** What is wrong with a text that is said to be in a language; nothing where it may well be. */
export function wrong(text, lang) {
  if (!langs.includes(lang)) return `the language “${lang}”`;
  const said = text.replaceAll(names, "");
  if (lang !== "kk" && /[әғқңөұүһі]/i.test(said)) return "letters of Kazakh";
  if (lang === "en" && /\p{Script=Cyrillic}/u.test(said)) return "letters of Cyrillic";
  const words = tokens(said);
  const of = (lang) => words.filter((word) => known[lang].has(word)).length;
  const other = langs.find((other) => other !== lang && of(other) > of(lang));
  return other && `words of ${other}`;
}

/** Looks through a page: each text and each spoken attribute under the nearest `lang`, and the title under the page's. */
export async function wrongTexts(page) {
  const texts = await page.evaluate(() => {
    const lang = (element) => element.closest("[lang]")?.lang ?? "";
    const found = [[document.documentElement.lang, document.title]];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (data.trim() && parentElement.localName !== "noscript") found.push([lang(parentElement), data]);
    }
    for (const name of ["aria-label", "title", "alt", "placeholder"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) found.push([lang(element), element.getAttribute(name)]);
    }
    return found;
  });
  const faults = texts.map(([lang, text]) => [wrong(text, lang), lang, text.trim()]).filter(([fault]) => fault);
  return [...new Set(faults.map(([fault, lang, text]) => `${fault} under lang=${lang}: ${text}`))];
}

function tokens(text) {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/** The words of each language that stand in no text of another. */
async function vocabulary() {
  const words = Object.fromEntries(langs.map((lang) => [lang, new Set()]));
  for (const lang of langs) {
    const file = await readFile(path.join(root, "words", `${lang}.toml`), "utf8");
    for (const [, text] of file.matchAll(/^[\w-]+ = "(.*)"$/gm)) for (const word of tokens(text)) words[lang].add(word);
  }
  const law = path.join(root, "law");
  for (const name of (await readdir(law, { recursive: true })).filter((name) => name.endsWith(".toml"))) {
    const file = await readFile(path.join(law, name), "utf8");
    for (const [, lang, text] of file.matchAll(/\b(kk|ru|en) = "((?:[^"\\]|\\.)*)"/g)) {
      for (const word of tokens(text)) words[lang].add(word);
    }
  }
  const alone = (lang) => [...words[lang]].filter((word) => langs.every((other) => other === lang || !words[other].has(word)));
  return Object.fromEntries(langs.map((lang) => [lang, new Set(alone(lang))]));
}
