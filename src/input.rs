//! What a caller passes in, before it is understood, and the faults found in it.
//!
//! A [`Value`] is read from JSON, TOML or JavaScript alike; a [`Reader`] walks it and gathers every fault with its path,
//! so that a caller mends all of them at once. Uses `id` and `day`.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::id::{Id, nearest};

/// A value as a caller wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or something that no field takes.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names with values, in the order written.
    Map(Vec<(String, Value)>),
}

/// A fault in what a caller passed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InputError {
    /// A stable code, such as `field-unknown`.
    pub code: &'static str,
    /// Where: a JSON path such as `documents[2].issued`.
    pub path: String,
    /// What was expected there.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// What to do: the nearest id, where one is near.
    pub help: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: `{}`: expected {}, found {}", self.code, self.path, self.expected, self.found)?;
        if !self.help.is_empty() {
            write!(formatter, "; {}", self.help)?;
        }
        Ok(())
    }
}

impl core::error::Error for InputError {}

impl Value {
    /// Gives the value of a name in a map.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Null => "nothing".into(),
            Self::Bool(truth) => format!("`{truth}`"),
            Self::Number(number) => format!("`{number}`"),
            Self::Text(text) => format!("`{text}`"),
            Self::List(_) => "a list".into(),
            Self::Map(_) => "an object".into(),
        }
    }
}

/// Walks a value and gathers its faults.
#[derive(Debug, Default)]
pub struct Reader {
    /// The faults so far.
    pub errors: Vec<InputError>,
}

impl Reader {
    /// Notes a fault.
    pub fn fault(&mut self, code: &'static str, path: &str, expected: &str, found: &Value) {
        let (expected, found) = (expected.to_owned(), found.describe());
        self.errors.push(InputError { code, path: path.into(), expected, found, help: String::new() });
    }

    /// Notes an id that is not among the known ones, with the nearest of them.
    pub fn unknown_id<'a>(
        &mut self,
        code: &'static str,
        path: &str,
        written: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) {
        let listed: Vec<&str> = known.clone().collect();
        let help = nearest(written, known).map(|id| format!("did you mean `{id}`?")).unwrap_or_default();
        let expected = format!("one of: {}", listed.join(", "));
        self.errors.push(InputError { code, path: path.into(), expected, found: format!("`{written}`"), help });
    }

    /// Gives the entries of an object, refusing names that are not in `fields`.
    pub fn object<'v>(&mut self, value: &'v Value, path: &str, fields: &[&str]) -> Option<&'v [(String, Value)]> {
        let Value::Map(entries) = value else {
            self.fault("type-wrong", path, "an object", value);
            return None;
        };
        for (name, _) in entries.iter().filter(|(name, _)| !fields.contains(&name.as_str())) {
            self.unknown_id("field-unknown", &join(path, name), name, fields.iter().copied());
        }
        Some(entries)
    }

    /// Gives the entries of a list.
    pub fn list<'v>(&mut self, value: &'v Value, path: &str) -> &'v [Value] {
        match value {
            Value::List(items) => items,
            other => {
                self.fault("type-wrong", path, "a list", other);
                &[]
            }
        }
    }

    /// Reads an optional field of an object by `read`.
    pub fn field<T>(
        &mut self,
        object: &Value,
        path: &str,
        name: &str,
        read: impl FnOnce(&mut Self, &Value, &str) -> Option<T>,
    ) -> Option<T> {
        match object.get(name) {
            None | Some(Value::Null) => None,
            Some(value) => read(self, value, &join(path, name)),
        }
    }

    /// Reads a field that must be there.
    pub fn required<T>(
        &mut self,
        object: &Value,
        path: &str,
        name: &str,
        read: impl FnOnce(&mut Self, &Value, &str) -> Option<T>,
    ) -> Option<T> {
        if matches!(object.get(name), None | Some(Value::Null)) {
            self.fault("field-missing", &join(path, name), "a value", &Value::Null);
        }
        self.field(object, path, name, read)
    }

    /// Reads a text.
    pub fn text(&mut self, value: &Value, path: &str) -> Option<String> {
        match value {
            Value::Text(text) => Some(text.clone()),
            other => {
                self.fault("type-wrong", path, "a text", other);
                None
            }
        }
    }

    /// Reads true or false.
    pub fn truth(&mut self, value: &Value, path: &str) -> Option<bool> {
        match value {
            Value::Bool(truth) => Some(*truth),
            other => {
                self.fault("type-wrong", path, "true or false", other);
                None
            }
        }
    }

    /// Reads a whole number from `least` to `most`, both included.
    pub fn number(&mut self, value: &Value, path: &str, least: i64, most: i64) -> Option<i64> {
        match value {
            Value::Number(number) if (least..=most).contains(number) => Some(*number),
            other => {
                self.fault("number-wrong", path, &format!("a whole number from {least} to {most}"), other);
                None
            }
        }
    }

    /// Reads a text of a form of its own: a day, a time, an id.
    pub fn parsed<T: FromStr>(&mut self, value: &Value, path: &str, expected: &'static str) -> Option<T> {
        let parsed = match value {
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        if parsed.is_none() {
            self.fault("form-wrong", path, expected, value);
        }
        parsed
    }

    /// Reads an id that must be one of the known ones.
    pub fn known_id<'a>(
        &mut self,
        value: &Value,
        path: &str,
        code: &'static str,
        known: impl Iterator<Item = &'a Id> + Clone,
    ) -> Option<Id> {
        let text = self.text(value, path)?;
        let id = known.clone().find(|id| **id == text.as_str()).cloned();
        if id.is_none() {
            self.unknown_id(code, path, &text, known.map(Id::as_str));
        }
        id
    }
}

/// Adds a name to a path.
pub fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_string() } else { format!("{path}.{name}") }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or_else(|_| Value::Text(number.to_string()), Value::Number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        // JavaScript has one kind of number. A fraction is kept as a text, which no number field takes.
        #[allow(clippy::cast_possible_truncation)]
        let whole = number as i64;
        #[allow(clippy::cast_precision_loss, clippy::float_cmp)]
        let is_whole = whole as f64 == number;
        Ok(if is_whole { Value::Number(whole) } else { Value::Text("a fraction".into()) })
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}
