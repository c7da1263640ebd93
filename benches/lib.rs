//! The benchmarks of Qolhat: `cargo xtask bench` runs them, natively and in the browser.
