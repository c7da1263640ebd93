//! How values stand in a bundle: field after field, with nothing between them.
//!
//! - A whole number of 16 or 32 bits: seven bits in a byte, the lowest first, the top bit set while more follow, in as few
//!   bytes as it takes. Signed ones are folded before: 0, -1, 1, -2 are 0, 1, 2, 3. One of 8 bits is that byte.
//! - Yes and no: 1 and 0. What may be absent: 0, or 1 and the value.
//! - A text: its length in bytes, then UTF-8. A list: its length, then its values.
//! - A value of a type with fields: its fields in the order of the type. One of several kinds: a byte that counts the
//!   kinds from 0 in the order of the type, then what belongs to that kind.
//!
//! A value has one spelling, and no other bytes are read as it. This module uses nothing of ours.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// How deep a value may lie in values of its own type: deeper than people nest conditions, shallower than any stack.
const DEEPEST: u8 = 64;

/// A value that a bundle can hold.
pub(crate) trait Wire: Sized {
    /// Appends the value's bytes.
    fn write(&self, to: &mut Vec<u8>);

    /// Takes the value from the reader. Never stops at a fault: the reader notes it, and gives empty values from there.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Bytes that are read as values, and whether they were any.
///
/// Reading gives no `Result`: each early return would have to drop the fields read before it, in code that grows with the
/// square of a type's fields. Instead a fault is kept here until the end, and no bytes are left after it.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    failed: bool,
    depth: u8,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, failed: false, depth: 0 }
    }

    /// Tells whether all that was read was sound and nothing is left over.
    pub(crate) const fn is_done(&self) -> bool {
        !self.failed && self.bytes.is_empty()
    }

    /// Notes a fault. From here on there is nothing but zeros, and so only values of first kinds, empty texts and lists.
    #[inline(never)]
    pub(crate) const fn fail(&mut self) {
        self.failed = true;
        self.bytes = &[];
    }

    /// Takes one byte: the kind of a value.
    #[inline(never)]
    pub(crate) const fn byte(&mut self) -> u8 {
        if let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            return *byte;
        }
        self.fail();
        0
    }

    /// Reads a value that may lie in values of its own type, and fails where they lie too deep.
    pub(crate) fn deeper<T>(&mut self, read: fn(&mut Self) -> T) -> T {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.fail();
        }
        let value = read(self);
        self.depth -= 1;
        value
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            let part = u32::from(byte & 0x7f);
            number |= part << shift;
            if byte < 0x80 {
                // A last byte of zero could be left out, and the fifth has room for four bits.
                if (byte == 0 && shift > 0) || (part << shift) >> shift != part {
                    break;
                }
                return number;
            }
        }
        self.fail();
        0
    }

    /// Takes a length: never more than the bytes that are left, as every value takes at least one.
    fn length(&mut self) -> usize {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        if length <= self.bytes.len() {
            return length;
        }
        self.fail();
        0
    }

    fn text(&mut self) -> &'a str {
        let length = self.length();
        let (text, rest) = self.bytes.split_at_checked(length).unwrap_or_default();
        self.bytes = rest;
        core::str::from_utf8(text).unwrap_or_else(|_| {
            self.fail();
            ""
        })
    }
}

/// Writes a length. What is longer than 4 GB is cut short, and no law is.
fn write_length(length: usize, to: &mut Vec<u8>) {
    u32::try_from(length).unwrap_or(u32::MAX).write(to);
}

impl Wire for bool {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let byte = from.byte();
        if byte > 1 {
            from.fail();
        }
        byte == 1
    }
}

impl Wire for u8 {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.byte()
    }
}

impl Wire for u16 {
    fn write(&self, to: &mut Vec<u8>) {
        u32::from(*self).write(to);
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        Self::try_from(from.number()).unwrap_or_else(|_| {
            from.fail();
            0
        })
    }
}

impl Wire for u32 {
    #[inline(never)]
    fn write(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            to.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        to.push(rest.to_le_bytes()[0]);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.number()
    }
}

impl Wire for i32 {
    fn write(&self, to: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 31)).cast_unsigned().write(to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let folded = from.number();
        (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
    }
}

impl Wire for String {
    #[inline(never)]
    fn write(&self, to: &mut Vec<u8>) {
        write_length(self.len(), to);
        to.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        from.text().into()
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, to: &mut Vec<u8>) {
        write_length(self.len(), to);
        for value in self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let mut values = Self::new();
        for _ in 0..from.length() {
            if from.failed {
                break;
            }
            values.push(T::read(from));
        }
        values
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, to: &mut Vec<u8>) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Wire> Wire for Box<T> {
    fn write(&self, to: &mut Vec<u8>) {
        T::write(self, to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::new(T::read(from))
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (A::read(from), B::read(from))
    }
}

/// Defines types as they are written, and how bundles hold them: fields and kinds in the order of the definition.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        pub $kind $name { $($body)* }

        $crate::wire::wire!(@ $kind $name { $($body)* });
    )*};
    (@ struct $name:ident { $($(#[$_meta:meta])* pub $field:ident: $type:ty),* $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, to: &mut alloc::vec::Vec<u8>) {
                $($crate::wire::Wire::write(&self.$field, to);)*
            }

            fn read(from: &mut $crate::wire::Reader<'_>) -> Self {
                Self { $($field: $crate::wire::Wire::read(from)),* }
            }
        }
    };
    (@ enum $name:ident { $(
        $(#[$_meta:meta])*
        $variant:ident $(($type:ty))? $({ $($(#[$_field_meta:meta])* $field:ident: $field_type:ty),* $(,)? })?
    ),* $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, to: &mut alloc::vec::Vec<u8>) {
                enum Kind { $($variant),* }
                match self {$(
                    Self::$variant $(($crate::wire::wire!(@ name value $type)))? $({ $($field),* })? => {
                        to.push(Kind::$variant as u8);
                        $(<$type as $crate::wire::Wire>::write(value, to);)?
                        $($($crate::wire::Wire::write($field, to);)*)?
                    }
                )*}
            }

            fn read(from: &mut $crate::wire::Reader<'_>) -> Self {
                enum Kind { $($variant),* }
                match from.byte() {
                    $(kind if kind == Kind::$variant as u8 => {
                        Self::$variant
                            $((<$type as $crate::wire::Wire>::read(from)))?
                            $({ $($field: $crate::wire::Wire::read(from)),* })?
                    })*
                    _ => {
                        // All that follows is zeros: the first kind.
                        from.fail();
                        Self::read(from)
                    }
                }
            }
        }
    };
    (@ name $name:ident $type:ty) => { $name };
}

pub(crate) use wire;
