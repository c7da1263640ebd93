// Starts the engine. All that the page does is in Rust.
import start from "./qolhat.js";

await start();
