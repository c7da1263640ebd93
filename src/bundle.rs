//! The published container: built law as bytes, with what is needed to trust them.
//!
//! Four magic bytes, one byte for the kind, the format's version (two bytes, little-endian), the SHA-256 of the payload
//! (32 bytes), then the payload as `src/wire.rs` says. The same value always gives the same bytes.
//! Uses `law` and `wire`.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use sha2::{Digest, Sha256};

use crate::law::{Bundle, CalendarBundle, Directory};
use crate::wire::{Reader, Wire};

/// The version of the format: raised whenever a published type changes its shape.
pub const FORMAT: u16 = 1;

const MAGIC: [u8; 4] = *b"QLHT";
const SERVICE: u8 = 1;
const CALENDAR: u8 = 2;
const DIRECTORY: u8 = 3;
const NOW: u8 = 4;
const CALENDAR_NOW: u8 = 5;

/// The SHA-256 of a payload: names the exact law or calendar that was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Gives the hash that a container notes of its payload; nothing where there is no container.
    pub fn of_sealed(bytes: &[u8]) -> Option<Self> {
        bytes.get(7..39).and_then(|noted| noted.try_into().ok()).map(Self)
    }

    /// Gives the first ten hexadecimal digits: enough for a person to compare.
    pub fn short(&self) -> String {
        alloc::format!("{self:.10}")
    }
}

impl fmt::Display for Hash {
    /// Writes the hash in lower-case hexadecimal; a precision limits the number of digits.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        for digit in digits.take(formatter.precision().unwrap_or(64)) {
            write!(formatter, "{digit:x}")?;
        }
        Ok(())
    }
}

impl Wire for Hash {
    fn write(&self, to: &mut Vec<u8>) {
        to.extend(self.0);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self(core::array::from_fn(|_| from.byte()))
    }
}

/// Why bytes are not a bundle that this engine can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundleError {
    /// The bytes were changed or cut short, or never were a bundle.
    Damaged,
    /// The bundle is in a version of the format that this engine does not read.
    Version {
        /// The version found.
        found: u16,
    },
    /// The bundle is whole, but holds something else: a calendar in place of a service, or the other way round.
    Kind,
}

impl BundleError {
    /// Gives the stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "bundle-damaged",
            Self::Version { .. } => "bundle-version",
            Self::Kind => "bundle-kind",
        }
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => formatter.write_str("the bundle is damaged: its content does not match its hash"),
            Self::Version { found } => {
                write!(formatter, "the bundle is in version {found} of the format, this engine reads version {FORMAT}")
            }
            Self::Kind => formatter.write_str("the bundle holds something else than was asked for"),
        }
    }
}

impl core::error::Error for BundleError {}

/// Writes a service's law as bytes. The same law always gives the same bytes.
pub fn encode_bundle(bundle: &Bundle) -> Vec<u8> {
    seal(SERVICE, &written(bundle))
}

/// Writes the part of a service's law that is now in force, under the hash of the whole: a report names the same law.
pub fn encode_now(part: &Bundle, whole: Hash) -> Vec<u8> {
    seal(NOW, &part_of(part, &whole))
}

/// A part of something, under the hash of the whole.
fn part_of<T: Wire>(part: &T, whole: &Hash) -> Vec<u8> {
    let mut payload = written(whole);
    part.write(&mut payload);
    payload
}

/// Reads a service's law, whole or the part now in force, and gives the hash of the whole, by which a report names it.
///
/// # Errors
///
/// Bytes that are damaged, in another version of the format, or hold something else.
pub fn decode_bundle(bytes: &[u8]) -> Result<(Bundle, Hash), BundleError> {
    if bytes.get(4) == Some(&NOW) {
        let ((whole, part), _) = open(NOW, bytes)?;
        return Ok((part, whole));
    }
    open(SERVICE, bytes)
}

/// Writes the days off as bytes. The same calendar always gives the same bytes.
pub fn encode_calendar(calendar: &CalendarBundle) -> Vec<u8> {
    seal(CALENDAR, &written(calendar))
}

/// Writes the latest years of the calendar, under the hash of the whole: a report names the same calendar.
pub fn encode_calendar_now(part: &CalendarBundle, whole: Hash) -> Vec<u8> {
    seal(CALENDAR_NOW, &part_of(part, &whole))
}

/// Reads the days off, and gives the hash by which a report names them.
///
/// # Errors
///
/// Bytes that are damaged, in another version of the format, or hold something else.
pub fn decode_calendar(bytes: &[u8]) -> Result<(CalendarBundle, Hash), BundleError> {
    if bytes.get(4) == Some(&CALENDAR_NOW) {
        let ((whole, part), _) = open(CALENDAR_NOW, bytes)?;
        return Ok((part, whole));
    }
    open(CALENDAR, bytes)
}

/// Writes the directory of services as bytes. The same directory always gives the same bytes.
pub fn encode_directory(directory: &Directory) -> Vec<u8> {
    seal(DIRECTORY, &written(directory))
}

/// Reads the directory of services.
///
/// # Errors
///
/// Bytes that are damaged, in another version of the format, or hold something else.
pub fn decode_directory(bytes: &[u8]) -> Result<Directory, BundleError> {
    open(DIRECTORY, bytes).map(|(directory, _)| directory)
}

fn written(value: &impl Wire) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes
}

fn seal(kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(kind);
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend(hash(payload).0);
    bytes.extend(payload);
    bytes
}

fn open<T: Wire>(kind: u8, bytes: &[u8]) -> Result<(T, Hash), BundleError> {
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(BundleError::Damaged)?;
    let ([found_kind], rest) = rest.split_first_chunk::<1>().ok_or(BundleError::Damaged)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(BundleError::Damaged)?;
    let (noted, payload) = rest.split_first_chunk::<32>().ok_or(BundleError::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if *magic != MAGIC {
        return Err(BundleError::Damaged);
    }
    if version != FORMAT {
        return Err(BundleError::Version { found: version });
    }
    if Hash(*noted) != hash(payload) {
        return Err(BundleError::Damaged);
    }
    if *found_kind != kind {
        return Err(BundleError::Kind);
    }
    let mut reader = Reader::new(payload);
    let value = T::read(&mut reader);
    if reader.is_done() {
        return Ok((value, Hash(*noted)));
    }
    // Nothing but a fault of ours seals what cannot be read. What was read of it is left lying: the page is spared the
    // code that would take a law apart.
    core::mem::forget(value);
    Err(BundleError::Damaged)
}

fn hash(payload: &[u8]) -> Hash {
    Hash(Sha256::digest(payload).into())
}
