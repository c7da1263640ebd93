//! Texts that must stay as they are: `tests/snapshots/…`.

use std::fs;
use std::path::Path;

/// Compares with a snapshot; `UPDATE_SNAPSHOTS=1` rewrites it, and its difference is to be read line by line.
pub fn same(name: &str, found: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, found).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(expected, found, "{name} changed: read the difference, then run with UPDATE_SNAPSHOTS=1");
}
