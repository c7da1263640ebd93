// Draws a QR code: loaded once somebody asks for one.
import { generate } from "./vendor/lean-qr.js";

/** Level M: as much of a code may be worn or stained as a sheet of paper is likely to be. */
const level = { minCorrectionLevel: 1, maxCorrectionLevel: 1 };

/** Gives the dark modules of a text's code as a path of SVG, a rectangle for each run of them, and how many a side has. */
export function draw(text) {
  const code = generate(text, level);
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const from = x;
      while (code.get(x, y)) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  return { path, side: code.size };
}
