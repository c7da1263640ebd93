//! Reading the law's pages as far as their tests need it.

/// The text as it stands in markup.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The markup of an entry: from its id to where the next entry or part begins.
pub fn entry<'a>(html: &'a str, id: &str) -> Option<&'a str> {
    let rest = html.split(&format!(" id=\"{id}\"")).nth(1)?;
    let ends = ["<div class=\"entry\"", "<div class=\"question-tree\"", "<h2"];
    ends.iter().filter_map(|end| rest.split(end).next()).min_by_key(|part| part.len())
}

/// The runs of text, each with the language of the nearest element that says one.
pub fn runs(html: &str) -> Vec<(&str, &str)> {
    let (mut open, mut runs): (Vec<(&str, &str)>, Vec<_>) = (Vec::new(), Vec::new());
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop().map(|(name, _)| name), Some(name), "the markup is not nested well");
        } else if !["!DOCTYPE", "meta", "link"].contains(&name) {
            let outer = open.last().map_or("", |(_, lang)| lang);
            let said = tag.split(" lang=\"").nth(1).and_then(|rest| rest.split('"').next());
            open.push((name, said.unwrap_or(outer)));
        }
        // The site's name is a Kazakh word, and a title takes no other language.
        if let Some((_, lang)) = open.last().filter(|(name, _)| *name != "title" && !text.trim().is_empty()) {
            runs.push((*lang, text));
        }
    }
    assert!(open.is_empty());
    runs
}

/// The markup without the marks of words in another language.
pub fn unmarked(html: &str) -> String {
    ["kk", "ru"]
        .iter()
        .fold(html.replace("</span>", ""), |html, lang| html.replace(&format!("<span lang=\"{lang}\">"), ""))
}

/// The words of markup, as they are read.
pub fn words(html: &str) -> String {
    let html = unmarked(html);
    let texts = html.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let text = texts.collect::<Vec<_>>().join(" ").replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" – – ", " – ")
}
