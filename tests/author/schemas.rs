//! The schemas for editors are those of the types.

use std::collections::BTreeSet;
use std::fs;

use qolhat::author::schemas;

use super::folder;

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    for (name, schema) in schemas() {
        let committed = fs::read_to_string(folder("docs/schema").join(name)).unwrap_or_default();
        assert!(committed == schema, "docs/schema/{name} is old: run `qolhat law schema --to docs/schema`");
    }
    let files = fs::read_dir(folder("docs/schema")).unwrap();
    let found: BTreeSet<_> = files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let expected: BTreeSet<_> = schemas().into_iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_schema_is_known_to_editors() {
    let settings = fs::read_to_string(folder(".taplo.toml")).unwrap();
    for (name, _) in schemas() {
        assert!(settings.contains(&format!("schema.path = \"docs/schema/{name}\"")), "{name}");
    }
}
