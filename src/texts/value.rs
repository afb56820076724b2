//! What stands in a text's variables: words as they are, numbers that decide on the plural.

use std::borrow::Cow;
use std::fmt::Display;

use fluent_bundle::FluentValue;

/// Something that can stand in a text.
pub trait Value {
    /// The value for Fluent.
    fn value(&self) -> FluentValue<'_>;
}

impl<T: Value + ?Sized> Value for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

impl Value for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn value(&self) -> FluentValue<'_> {
        self.as_str().value()
    }
}

impl Value for Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

impl Value for char {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Owned(self.to_string()))
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Value for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        })+
    };
}

numbers!(u8, u16, u32, u64, usize, i32, i64);

/// A value as `t!` takes it: what is a [`Value`] goes in as it is, anything else in writing.
/// Which of the two holds is decided by the reference that a call goes through.
pub struct Given<'a, T: ?Sized>(pub &'a T);

/// The values that go in as they are.
pub trait AsItIs<'a> {
    /// The value for Fluent.
    fn given(&self) -> FluentValue<'a>;
}

impl<'a, T: Value + ?Sized> AsItIs<'a> for &Given<'a, T> {
    fn given(&self) -> FluentValue<'a> {
        self.0.value()
    }
}

/// The values that are written out: paths, errors, row numbers.
pub trait InWriting {
    /// The value for Fluent.
    fn given(&self) -> FluentValue<'static>;
}

impl<T: Display + ?Sized> InWriting for Given<'_, T> {
    fn given(&self) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self.0.to_string()))
    }
}
