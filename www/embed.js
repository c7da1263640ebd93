// Puts the snippet together from what is chosen, and shows it at work.
const main = document.getElementById("embed");
const form = main.querySelector("form");
const base = new URL("./", location.href).href;
const origin = location.origin;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const template = (service, lang) => document.getElementById(`list-${service}-${lang}`);
const checker = (service, lang) => `${base}#/${lang}/service${service ? `/${service}` : ""}`;

function element({ service, lang, ...chosen }) {
  const { start } = template("", lang).dataset;
  const attributes = Object.entries({ service, ...chosen, lang }).filter(([, value]) => value);
  const papers = [...template(service, lang).content.querySelectorAll("li")].map((item) => `    <li>${escaped(item.textContent)}</li>`);
  return [
    `<qolhat-check ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(" ")}>`,
    `  <a href="${checker(service, lang)}">${escaped(start)}</a>`,
    `  <ul>\n${papers.join("\n")}\n  </ul>`,
    "</qolhat-check>",
  ].join("\n");
}

function draw() {
  const chosen = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const { service, lang } = chosen;
  const { start, open } = template("", lang).dataset;
  const script = `<script type="module" src="${base}qolhat-widget.js" integrity="${main.dataset.integrity}" crossorigin="anonymous"></script>`;
  const snippets = {
    script: `${script}\n${element(chosen)}`,
    frame: `<iframe src="${checker(service, lang)}" title="${escaped(start)}" width="100%" height="900" loading="lazy" allow="clipboard-write"></iframe>\n<p><a href="${checker(service, lang)}">${escaped(open)}</a></p>`,
    link: `<a href="${checker(service, lang)}">${escaped(start)}</a>`,
  };
  for (const [name, text] of Object.entries(snippets)) document.getElementById(`snippet-${name}`).value = text;
  // The snippet itself is what is shown: it is made of our own texts and of escaped ones.
  const preview = document.getElementById("preview");
  preview.replaceChildren(new DOMParser().parseFromString(element(chosen), "text/html").body.firstElementChild);
}

async function copy(button) {
  const area = document.getElementById(`snippet-${button.dataset.copy}`);
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    // Without leave to write there, what is selected can be copied by hand.
    return;
  }
  button.nextElementSibling.textContent = main.dataset.copied;
}

for (const policy of main.querySelectorAll(".policy code")) policy.textContent = policy.textContent.replaceAll("https://…", origin);
form.addEventListener("change", draw);
form.addEventListener("submit", (event) => event.preventDefault());
main.addEventListener("click", (event) => event.target.dataset?.copy && copy(event.target));
draw();
