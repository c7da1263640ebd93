//! Writes what is shipped into `dist/`.

use anyhow::Result;

use crate::site::{self, WasmOpt};
use crate::site_folder;

/// Writes the site.
///
/// # Errors
///
/// Where it cannot be built.
pub fn write() -> Result<()> {
    let site = site_folder();
    site::build(&site, WasmOpt::Required)?;
    println!("{}", site.display());
    Ok(())
}
