//! Reading markup as far as the tests need it: attributes, by their names.

/// The values of an attribute, in order. The markup is ours, so its form is known: `name="value"`.
pub fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// A line per element, so that a difference can be read.
pub fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}

/// The sheets of paper, each with its markup.
pub fn sheets(html: &str) -> Vec<&str> {
    html.split("<article class=\"sheet\"").skip(1).filter_map(|rest| rest.split("</article>").next()).collect()
}
