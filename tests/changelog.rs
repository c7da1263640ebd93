//! The law's changelog tells of every change that the law's files hold.

use std::path::Path;

use qolhat::{Day, Id, author};

#[test]
fn every_first_day_of_a_text_has_its_entry() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let law = author::read(&root.join("law")).unwrap();
    let changelog = std::fs::read_to_string(root.join("law/CHANGELOG.md")).unwrap();
    for service in &law.services {
        for edition in &service.editions {
            assert_told(&changelog, edition.value.from, &service.service.value.id, None);
        }
    }
    for region in &law.regions {
        for regulation in &region.value.regulations {
            assert_told(&changelog, regulation.from, &regulation.service, Some(&region.value.name.en));
        }
    }
}

#[test]
fn the_newest_day_comes_first() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("law/CHANGELOG.md");
    let changelog = std::fs::read_to_string(file).unwrap();
    let days: Vec<Day> = changelog.lines().filter_map(|line| line.strip_prefix("## ")?.parse().ok()).collect();
    assert!(days.len() > 20);
    assert!(days.is_sorted_by(|newer, older| newer > older), "{days:?}");
}

fn assert_told(changelog: &str, day: Day, service: &Id, region: Option<&str>) {
    let entries = changelog.split("\n## ").find_map(|part| part.strip_prefix(&day.to_string()));
    let entries = entries.unwrap_or_else(|| panic!("law/CHANGELOG.md has no entry of {day}"));
    let service = service.to_string();
    let heads = entries.lines().filter_map(|line| line.strip_prefix("- ")?.split_once(':').map(|(head, _)| head));
    let told = heads.filter(|head| head.contains(&service)).any(|head| match region {
        Some(region) => region.split(' ').any(|word| head.ends_with(&format!(" in {word}"))),
        None => !head.contains(" in "),
    });
    assert!(told, "law/CHANGELOG.md does not tell under {day} of {service} {}", region.unwrap_or_default());
}
