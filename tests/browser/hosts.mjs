// School websites as their builders put them out, with the widget pasted in: what their editors do to a snippet, their style
// sheets, their old scripts, their policies.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import path from "node:path";

import { built } from "./browser.mjs";

const here = import.meta.dirname;

/** What the embed page gives a webmaster. `base` is where the files are: another site, or a folder of the same one. */
export function snippet({ base = "/", attributes = 'service="enrolment" lang="kk"', file = "qolhat-widget.js", integrity = "" } = {}) {
  const checked = integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
  return {
    script: `<script type="module" src="${base}${file}"${checked}></script>`,
    element: `<qolhat-check ${attributes}>
<a href="${base}#/kk/service/enrolment">Құжаттарды тексеру</a>
<ul>
<li>Өтініш</li>
<li>Туу туралы куәлік</li>
</ul>
</qolhat-check>`,
  };
}

/** The hash that a browser compares a script with. */
export async function integrityOf(file) {
  return `sha384-${createHash("sha384").update(await readFile(path.join(built, file))).digest("base64")}`;
}

const jquery = () => readFile(path.join(here, "node_modules", "jquery", "dist", "jquery.js"));

/** What WordPress makes of lines in its classic editor: paragraphs and breaks, wherever they fall. */
export function autop(html) {
  const blocks = html.split(/\n\n+/).map((block) => `<p>${block.trim().replaceAll("\n", "<br />\n")}</p>`);
  return blocks.join("\n");
}

const page = (head, body, lang = "kk", charset = "utf-8") =>
  `<!doctype html><html lang="${lang}"><head><meta charset="${charset}"><title>Мектеп</title>${head}</head><body>${body}</body></html>`;

/** A theme that means well for its own buttons, and one that does not mean well at all. */
const theme = `<style>
html { font-size: 62.5% } body { font: 1.6rem/1.8 Georgia, serif; color: #333; letter-spacing: .03em; text-transform: none }
* { box-sizing: content-box } a { color: #c00 !important; text-decoration: none } ul { list-style: none; margin: 0 !important }
button, input { border-radius: 50px !important; text-transform: uppercase; width: 100%; float: left }
label { display: inline-block !important; width: 30% } h1 { font-size: 6rem !important } .hidden { display: none !important }
.entry { max-width: 70rem; margin: 0 auto; overflow: hidden }
</style>`;
const hostile = `<style>* { all: revert; color: red !important } button { border-radius: 50px !important } div { display: inline !important }</style>`;

/** Scripts of another time: they put names of theirs on everything. */
const old = `<script src="/jquery.js"></script><script>
Array.prototype.each = function (f) { for (var n = 0; n < this.length; n++) f(this[n]); };
Object.prototype.extend = function () { return this; };
Function.prototype.bindAsEventListener = function (o) { var f = this; return function (e) { f.call(o, e || window.event); }; };
window.clicked = 0;
jQuery(function ($) { $("a").click(function () { window.clicked += 1; }); $(".menu").hide().fadeIn(1); });
</script>`;

export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/** The hosts by name: the page with a snippet in it, and the policy it is served with. */
export const hosts = {
  blank: { html: ({ script, element }) => page(script, `<h1>Мектеп</h1>${element}<p id="after">Соңы</p>`) },
  strict: { policy: STRICT, html: ({ script, element }) => page(script, `<h1>Мектеп</h1>${element}`) },
  "no-wasm": { policy: STRICT.replace(" 'wasm-unsafe-eval'", ""), html: ({ script, element }) => page(script, element) },
  "no-connection": { policy: STRICT.replace("connect-src 'self'", "connect-src 'none'"), html: ({ script, element }) => page(script, element) },
  hostile: { html: ({ script, element }) => page(hostile + script, `<div class="entry"><h1>Мектеп</h1>${element}</div>`) },
  /** Classic editor: every line break becomes a tag, in the middle of the element too. */
  wordpress: {
    html: ({ script, element }) =>
      page(theme + old, `<article class="post entry"><h1>Қабылдау</h1>${autop(`Құрметті ата-аналар!\n\n${script}\n${element}\n\nСұрақтар: 2-12-85`)}</article>`),
  },
  /** The T123 block: put in as it is, in a row that comes in by an animation. */
  tilda: {
    html: ({ script, element }) =>
      page(
        `${theme}<style>.t-animate { opacity: 0; transform: translateY(100px); transition: all 1ms } .t-in { opacity: 1; transform: none } .t123 * { max-width: 100% }</style>`,
        `<div id="allrecords" class="t-records"><div class="r t-rec t-animate" data-record-type="131"><div class="t123"><div class="t-container_100"><div class="t-width t-width_100">${script}${element}</div></div></div></div></div>
<script>setTimeout(function () { document.querySelectorAll(".t-animate").forEach(function (e) { e.classList.add("t-in"); }); }, 1);</script>`,
      ),
  },
  /** Windows-1251, and content that comes later as text: its scripts do not run, the template's does. */
  bitrix: {
    charset: "windows-1251",
    html: ({ script, element }) =>
      page(
        `${theme}${old}${script}`,
        `<div id="bx-composite"></div><script>var kept = ${JSON.stringify(element.replaceAll(/[^\x00-\x7f]/g, (letter) => `&#${letter.codePointAt(0)};`)).replaceAll("</", "<\\/")};
document.getElementById("bx-composite").innerHTML = kept;</script>`,
        "ru",
        "windows-1251",
      ).replaceAll(/[^\x00-\x7f]/g, (letter) => `&#${letter.codePointAt(0)};`),
  },
  /** DataLife Engine: news may hold no script, its template may; line breaks become tags. */
  datalife: {
    html: ({ script, element }) =>
      page(`<meta name="generator" content="DataLife Engine">${theme}${old}`, `<div class="full-story entry">${element.replaceAll("\n", "<br />")}</div>${script}`),
  },
};

/**
 * Serves the hosts at `/<name>.html`, each with what `make` gives, which may bring a policy of its own; and beside them the
 * built site, as on the server of a school that keeps it itself.
 */
export async function serveHosts(make = () => snippet()) {
  const kinds = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8" };
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    requests.push(`${request.method} ${request.url}`);
    const host = hosts[pathname.slice(1, -5)];
    try {
      if (pathname === "/favicon.ico") {
        response.writeHead(204).end();
        return;
      }
      if (host) {
        const made = make(pathname.slice(1, -5));
        const policy = made.policy ?? host.policy;
        const headers = { "content-type": `text/html; charset=${host.charset ?? "utf-8"}` };
        if (policy) headers["content-security-policy"] = policy;
        response.writeHead(200, headers).end(host.html(made));
        return;
      }
      const body = pathname === "/jquery.js" ? await jquery() : await readFile(path.join(built, pathname === "/" ? "index.html" : path.normalize(pathname)));
      response.writeHead(200, { "content-type": kinds[path.extname(pathname) || ".html"] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, requests, stop: () => server.close() };
}
