import type { LawFile } from "../shared.js";

declare const law: LawFile;
export default law;
