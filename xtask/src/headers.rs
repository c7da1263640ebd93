//! What a server says with each file of the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Gives the headers that go with each file. The worker's file is not bound by the page's policy, only by its own header:
/// so the policy goes with all of them.
///
/// # Errors
///
/// Where the folder holds no page, or its page states no policy.
pub fn headers(site: &Path) -> Result<[(&'static str, String); 5]> {
    Ok([
        ("Content-Security-Policy", stated_policy(site)?),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "no-referrer".into()),
        // The widget is loaded from here into the pages of schools; nothing here is anybody's own.
        ("Access-Control-Allow-Origin", "*".into()),
        // Asked for again each time, and only sent again where it changed: no cache may hold back a change of the law.
        ("Cache-Control", "no-cache".into()),
    ])
}

/// Writes the headers down as Netlify, Cloudflare Pages and others read them; `docs/tasks/publish-the-site.md` has the rest.
///
/// # Errors
///
/// As [`headers`], and where the file cannot be written.
pub fn write(site: &Path) -> Result<()> {
    let lines: String = headers(site)?.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    Ok(fs::write(site.join("_headers"), format!("/*\n{lines}"))?)
}

/// Gives the policy that the site's page states, so that nothing beside it can say another.
///
/// # Errors
///
/// Where the folder holds no page, or its page states no policy.
pub fn stated_policy(site: &Path) -> Result<String> {
    let page = site.join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("there is no page at {}", page.display()))?;
    policy(&page).map(Into::into).context("index.html states no Content-Security-Policy")
}

fn policy(page: &str) -> Option<&str> {
    let (_, meta) = page.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, content) = meta.split_once("content=\"")?;
    content.split_once('"').map(|(policy, _)| policy)
}
