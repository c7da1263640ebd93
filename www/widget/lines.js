// What a host says to the checker, as the lines of a form.
const LISTS = { service: "services", region: "region", channel: "channel", day: "visit", school: "provider", address: "provider-address" };

/** What the element's attributes and the school settle beforehand. */
export function settled(element, additions) {
  const lines = [];
  for (const [attribute, name] of Object.entries(LISTS)) {
    const value = element.getAttribute(attribute)?.replaceAll(/\s+/g, " ").trim();
    if (value) lines.push(`${name}=${value}`);
  }
  for (const [key, value] of Object.entries(additions ?? {})) {
    if (key === "closed" && value) for (const day of [value].flat()) lines.push(`closed=${line(day)}`);
    else if (key === "notes" && value) for (const [document, note] of Object.entries(value)) {
      for (const [lang, text] of Object.entries(typeof note === "string" ? { kk: note, ru: note, en: note } : (note ?? {}))) {
        lines.push(`note-${lang}-${line(document)}=${line(text)}`);
      }
    } else lines.push(`+${line(key)}=`);
  }
  return lines.join("\n");
}

/** A package as the npm package takes it, as the lines of a form. */
export function typed(given) {
  // As on a page that nobody has touched, a sheet for each official language.
  const lines = ["sheet-kk=yes", "sheet-ru=yes"];
  const put = (name, value) => {
    if (value === true || value === false) lines.push(`${name}=${value ? "yes" : "no"}`);
    else if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      const [year, month, day] = value.split("-");
      lines.push(`${name}-day=${day}`, `${name}-month=${month}`, `${name}-year=${year}`);
    } else if (value !== undefined && value !== null) lines.push(`${name}=${line(value)}`);
  };
  for (const name of ["service", "channel", "visit", "time"]) put(name, given[name]);
  put("region", given.region ?? "elsewhere");
  for (const [fact, value] of Object.entries(given.facts ?? {})) put(`fact-${line(fact)}`, value);
  for (const { document, registrationMark, originalShown, undated, ...said } of given.documents ?? []) {
    const name = `paper-${line(document)}`;
    put(name, true);
    if (registrationMark !== undefined) put(`${name}-mark`, registrationMark);
    if (originalShown === false) put(`${name}-no-original`, true);
    if (undated) put(`${name}-undated`, true);
    for (const detail of ["form", "copies", "issued", "expires"]) put(`${name}-${detail}`, said[detail]);
  }
  return lines.join("\n");
}

/** A value of one line. */
function line(value) {
  return String(value).replaceAll(/\s+/g, " ").trim();
}
