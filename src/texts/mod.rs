//! What the window says, in the language of the person before it.
//!
//! The texts are messages of Project Fluent (syntax 1.0), a file a language in
//! `assets/texts/`; a message that a language lacks is taken from English. `t!` is how code
//! says one. The language belongs to the thread: the window's thread is given the person's
//! ([`speak`]), a job takes that of the thread which starts it, and a thread that was given
//! none speaks English, as the command line does.
//!
//! Left out: texts of a direction of their own (isolation marks are off, the window's texts
//! run from left to right), and the functions `NUMBER` and `DATETIME` of Fluent; numbers are
//! parted by the marks that the file names.

mod catalogue;
mod language;
mod moment;
mod number;
mod spoken;
mod value;

use std::cell::Cell;

pub use catalogue::Catalogue;
pub use language::{Language, add, chosen, languages};
pub use moment::{clock, day, day_and_clock, day_long};
pub use number::{decimals, grouped, hundredths};
pub use spoken::{Spoken, id_of, said};
pub use value::{AsItIs, Given, InWriting, Value};

/// A text of the window by its id: `t!("save")` is a `&'static str`; with values it is a
/// `String`: `t!("rows", count = 5, name = &name)`.
macro_rules! t {
    ($id:expr) => { $crate::texts::text($id) };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        #[allow(unused_imports, reason = "the values decide which of the two is needed")]
        use $crate::texts::{AsItIs as _, InWriting as _};
        let id: &str = $id;
        $crate::texts::filled(
            id,
            &[$((stringify!($name), (&&$crate::texts::Given(&$value)).given())),+],
        )
    }};
}
pub(crate) use t;

thread_local! {
    static SPOKEN: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// The texts of the language that this thread speaks.
#[must_use]
pub fn current() -> &'static Catalogue {
    SPOKEN.get().unwrap_or_else(language::english)
}

/// The language that this thread speaks.
#[must_use]
pub fn spoken() -> Language {
    Language(current())
}

/// Lets this thread speak a language from now on.
pub fn speak(language: Language) {
    SPOKEN.set(Some(language.0));
}

/// The text of an id; the id itself where there is none, which no id of ours comes to
/// (`tests/suite/texts.rs`).
#[must_use]
pub fn text(id: &'static str) -> &'static str {
    current().text(id).unwrap_or(id)
}

/// The text of an id that is put together while the program runs, such as a role's.
#[must_use]
pub fn text_of(id: &str) -> Option<&'static str> {
    current().text(id)
}

/// The text of an id with its values in place.
#[must_use]
pub fn filled(id: &str, values: &[(&'static str, fluent_bundle::FluentValue<'_>)]) -> String {
    current().filled(id, values).unwrap_or_else(|| id.to_owned())
}

/// Whether a text is that of an id in any language: what was named before the language changed
/// is still known.
#[must_use]
pub fn is_text(text: &str, id: &str) -> bool {
    languages().into_iter().any(|language| language.0.text(id) == Some(text))
}
