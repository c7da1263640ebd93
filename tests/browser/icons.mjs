// The icons as pictures of fixed size, for systems that take no drawing: what each is drawn from.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../www");

/** Each picture: its file, the drawing, and its side in pixels. */
export const icons = [
  ["icons/192.png", "icon.svg", 192],
  ["icons/512.png", "icon.svg", 512],
  ["icons/maskable-512.png", "icons/maskable.svg", 512],
  ["icons/apple-180.png", "icons/maskable.svg", 180],
];

/** Draws the pictures anew. */
export async function draw(page) {
  for (const [file, drawing, side] of icons) {
    await page.setViewportSize({ width: side, height: side });
    const svg = await readFile(path.join(folder, drawing), "utf8");
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    await writeFile(path.join(folder, file), await page.screenshot({ omitBackground: true }));
  }
}

/** Gives how far a picture is from its drawing: the largest difference of a pixel's parts, on average over the picture. */
export async function differs(page, [file, drawing, side]) {
  const of = async (name, kind) => `data:${kind};base64,${(await readFile(path.join(folder, name))).toString("base64")}`;
  return page.evaluate(
    async ([addresses, side]) => {
      const pixels = async (address) => {
        const image = Object.assign(new Image(), { src: address });
        await image.decode();
        if (address.includes("png") && image.naturalWidth !== side) return undefined;
        const canvas = new OffscreenCanvas(side, side);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, side, side);
        return context.getImageData(0, 0, side, side).data;
      };
      const [ours, theirs] = await Promise.all(addresses.map(pixels));
      if (!ours) return Infinity;
      return ours.reduce((sum, part, n) => sum + Math.abs(part - theirs[n]), 0) / ours.length;
    },
    [[await of(file, "image/png"), await of(drawing, "image/svg+xml")], side],
  );
}
