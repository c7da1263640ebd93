// Tells the webmaster where the colours that were set cannot be read well.

/** Looks at the colours of an element. */
export function weigh(element) {
  const style = getComputedStyle(element);
  for (const [text, ground] of [["ink", "paper"], ["on-accent", "accent"], ["accent", "paper"]]) {
    const ratio = contrast(style.getPropertyValue(`--${text}`), style.getPropertyValue(`--${ground}`));
    if (ratio < 4.5) console.warn(`qolhat-check: --qolhat-${text} on --qolhat-${ground}: contrast ${ratio.toFixed(1)}:1 is below 4.5:1`);
  }
}

/** The contrast of two colours as WCAG reckons it; as good as can be where one is none that a canvas knows. */
function contrast(one, other) {
  const luminance = (colour) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.fillStyle = colour.trim() || "#000";
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
