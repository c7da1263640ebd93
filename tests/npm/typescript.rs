//! The TypeScript of types that serde writes, from the schemas that schemars derives of the same types.

use std::fmt::Write;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// Types by their names, as they are written to JSON.
pub struct Types(schemars::SchemaGenerator);

impl Types {
    pub fn new() -> Self {
        Self(SchemaSettings::draft2020_12().for_serialize().into_generator())
    }

    /// Adds a type and all that it holds.
    pub fn with<T: JsonSchema>(mut self) -> Self {
        self.0.subschema_for::<T>();
        self
    }

    pub fn declared(mut self) -> String {
        let mut text = String::new();
        for (name, schema) in self.0.take_definitions(true) {
            text.push('\n');
            declare(&name, schema.as_object().unwrap(), &mut text);
        }
        text
    }
}

fn declare(name: &str, schema: &Map<String, Value>, to: &mut String) {
    comment(schema, "", to);
    if schema.contains_key("properties") && !schema.contains_key("oneOf") {
        let _ = writeln!(to, "export interface {name} {}", object(schema, ""));
    } else {
        let written = written(schema, "");
        let space = if written.starts_with('\n') { "" } else { " " };
        let _ = writeln!(to, "export type {name} ={space}{written};");
    }
}

fn comment(schema: &Map<String, Value>, indent: &str, to: &mut String) {
    let about = schema.get("description").and_then(Value::as_str).map(|about| about.replace('\n', " "));
    let form = schema.get("pattern").and_then(Value::as_str).map(|pattern| format!("A text of the form `{pattern}`."));
    if let Some(text) = about.or(form) {
        let _ = writeln!(to, "{indent}/** {text} */");
    }
}

fn written(schema: &Map<String, Value>, indent: &str) -> String {
    let kinds = ["oneOf", "anyOf"].iter().find_map(|kinds| schema.get(*kinds));
    if let Some(kinds) = kinds {
        assert!(!schema.contains_key("properties"), "{schema:?}");
        return union(kinds.as_array().unwrap(), indent);
    }
    if let Some(value) = schema.get("const") {
        return value.to_string();
    }
    if let Some(values) = schema.get("enum") {
        return values.as_array().unwrap().iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    if let Some(reference) = schema.get("$ref") {
        return reference.as_str().unwrap().strip_prefix("#/$defs/").unwrap().into();
    }
    match &schema["type"] {
        Value::Array(types) => types.iter().map(|kind| plain(kind, schema, indent)).collect::<Vec<_>>().join(" | "),
        kind => plain(kind, schema, indent),
    }
}

fn plain(kind: &Value, schema: &Map<String, Value>, indent: &str) -> String {
    match kind.as_str().unwrap() {
        "string" => "string".into(),
        "boolean" => "boolean".into(),
        "integer" | "number" => "number".into(),
        "null" => "null".into(),
        "array" => array(schema, indent),
        "object" => match schema.get("additionalProperties").and_then(Value::as_object) {
            Some(values) => format!("Record<string, {}>", written(values, indent)),
            None => object(schema, indent),
        },
        other => panic!("{other}"),
    }
}

fn array(schema: &Map<String, Value>, indent: &str) -> String {
    if let Some(items) = schema.get("prefixItems") {
        let items = items.as_array().unwrap().iter();
        let items: Vec<_> = items.map(|item| written(item.as_object().unwrap(), indent)).collect();
        return format!("[{}]", items.join(", "));
    }
    let item = written(schema["items"].as_object().unwrap(), indent);
    if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
}

fn object(schema: &Map<String, Value>, indent: &str) -> String {
    let inner = format!("{indent}  ");
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut text = String::from("{\n");
    for (name, field) in schema["properties"].as_object().unwrap() {
        let field = field.as_object().unwrap();
        comment(field, &inner, &mut text);
        let optional = if required.contains(&Value::String(name.clone())) { "" } else { "?" };
        let _ = writeln!(text, "{inner}{}{optional}: {};", key(name), written(field, &inner));
    }
    text + indent + "}"
}

fn key(name: &str) -> String {
    let plain = name.chars().all(|sign| sign.is_ascii_alphanumeric());
    if plain { name.into() } else { format!("\"{name}\"") }
}

fn union(kinds: &[Value], indent: &str) -> String {
    let inner = format!("{indent}  ");
    let kinds: Vec<_> = kinds.iter().map(|kind| kind.as_object().unwrap()).collect();
    if kinds.iter().all(|kind| !kind.contains_key("description") && !kind.contains_key("properties")) {
        let written: Vec<_> = kinds.iter().map(|kind| written(kind, indent)).collect();
        return written.join(" | ");
    }
    let mut text = String::new();
    for kind in kinds {
        text.push('\n');
        comment(kind, &inner, &mut text);
        let _ = write!(text, "{inner}| {}", written(kind, &inner));
    }
    text
}
