//! Bytes in letters that an address may hold: base64url of RFC 4648, without padding.

use alloc::string::String;
use alloc::vec::Vec;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub(super) fn write(bytes: &[u8], to: &mut String) {
    for group in bytes.chunks(3) {
        let mut bits = 0;
        for n in 0..3 {
            bits = bits << 8 | usize::from(group.get(n).copied().unwrap_or_default());
        }
        for n in 0..=group.len() {
            let letter = LETTERS.get(bits >> (18 - 6 * n) & 63);
            to.push(letter.copied().map_or('A', char::from));
        }
    }
}

/// Reads bytes; nothing where a letter is none of ours, or bits are set that belong to no byte.
pub(super) fn read(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_usize, 0);
    for letter in letters.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    (bits == 0 && count < 6).then_some(bytes)
}
