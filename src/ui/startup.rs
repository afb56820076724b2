//! A window that cannot open says why, what to install, and what works without it.
//!
//! eframe's errors are one enum, but its texts range from clear to a dump of a
//! configuration, and two missing libraries are panics of the crates that load them
//! (`xkbcommon-dl`, `wayland-sys`). Each becomes one sentence here, with the line
//! that installs what is missing on Debian and Ubuntu. The command line needs none
//! of it, and is named each time.
//!
//! Left out: trying another graphics interface (only OpenGL is built in).

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Arc;

/// Why the window did not open, or how it came to an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// One sentence: what is wrong.
    pub sentence: String,
    /// The Debian packages that mend it; none if no package does.
    pub packages: &'static [&'static str],
    /// What the library said.
    pub detail: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = &self.sentence;
        write!(f, "{sentence}; the commands work without a window: diptych --help")?;
        if !self.packages.is_empty() {
            let names = self.packages.join(" ");
            write!(f, "\non Debian and Ubuntu: sudo apt-get install {names}")?;
        }
        if !self.detail.is_empty() {
            write!(f, "\n({})", self.detail)?;
        }
        Ok(())
    }
}

impl std::error::Error for Trouble {}

const X11_PACKAGES: &[&str] =
    &["libx11-6", "libx11-xcb1", "libxcursor1", "libxi6", "libxkbcommon-x11-0"];
const GL_PACKAGES: &[&str] = &["libgl1", "libegl1", "libgl1-mesa-dri"];

/// Runs the window and says what went wrong, a panic of a missing library included.
///
/// Any other panic is reported where it happens, as usual, and told here as well.
///
/// # Errors
/// Whatever kept the window from opening, or ended it.
pub fn guard(run: impl FnOnce() -> eframe::Result) -> Result<(), Trouble> {
    let usual: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> = Arc::from(take_hook());
    let inner = Arc::clone(&usual);
    set_hook(Box::new(move |info| {
        if info.payload_as_str().and_then(missing_library).is_none() {
            inner(info);
        }
    }));
    let ended = catch_unwind(AssertUnwindSafe(run));
    set_hook(Box::new(move |info| usual(info)));
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(of_error(&error)),
        Err(payload) => Err(of_panic(&message(payload.as_ref()))),
    }
}

/// What an error of eframe means.
#[must_use]
pub fn of_error(error: &eframe::Error) -> Trouble {
    match error {
        eframe::Error::AppCreation(why) => {
            trouble("the window could not be set up", &[], why.to_string())
        }
        eframe::Error::Winit(why) => of_display(&why.to_string(), format!("{why:?}")),
        eframe::Error::WinitEventLoop(why) => of_display(&why.to_string(), format!("{why:?}")),
        eframe::Error::Glutin(why) => no_graphics(why.to_string()),
        // The template it names is a dump of thirty fields.
        eframe::Error::NoGlutinConfigs(_, why) => no_graphics(why.to_string()),
        eframe::Error::OpenGL(why) => trouble(
            "the graphics driver has no OpenGL 2.0, which the window is drawn with",
            GL_PACKAGES,
            why.to_string(),
        ),
    }
}

/// What an error in reaching the display means, by its text.
fn of_display(text: &str, detail: String) -> Trouble {
    // winit puts the place in its own source before what went wrong.
    let text = text
        .strip_prefix("os error at ")
        .and_then(|rest| rest.split_once(": "))
        .map_or(text, |parts| parts.1);
    if text.contains("neither WAYLAND_DISPLAY nor") {
        let sentence = "there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY \
                        are not set)";
        // The sentence is all there is to say.
        trouble(sentence, &[], "")
    } else if text.contains("shared libraries") {
        trouble("a library for windows under X11 is missing", X11_PACKAGES, detail)
    } else if text.contains("X server") {
        let sentence = "the display named by DISPLAY does not answer";
        trouble(sentence, &[], text)
    } else {
        trouble("the system did not give the program a window", &[], detail)
    }
}

fn no_graphics(detail: String) -> Trouble {
    trouble("there is no OpenGL driver to draw the window with", GL_PACKAGES, detail)
}

/// What a panic means, by its message.
#[must_use]
pub fn of_panic(message: &str) -> Trouble {
    match missing_library(message) {
        Some((name, packages)) => {
            trouble(&format!("the library {name} is missing"), packages, message)
        }
        None => trouble("the window ended by a mistake in the program", &[], message),
    }
}

/// The library a crate gave up on, and its package; `None` for any other panic.
fn missing_library(message: &str) -> Option<(&str, &'static [&'static str])> {
    let name = message
        .split_whitespace()
        .find(|word| word.strip_suffix(".so").is_some_and(|name| name.starts_with("lib")))
        .filter(|_| message.contains("could not be loaded"))?;
    let packages: &[&str] = match name {
        "libxkbcommon-x11.so" => &["libxkbcommon-x11-0"],
        "libxkbcommon.so" => &["libxkbcommon0"],
        "libwayland-egl.so" => &["libwayland-egl1"],
        "libwayland-client.so" => &["libwayland-client0"],
        "libwayland-cursor.so" => &["libwayland-cursor0"],
        _ => &[],
    };
    Some((name, packages))
}

fn trouble(
    sentence: &str,
    packages: &'static [&'static str],
    detail: impl Into<String>,
) -> Trouble {
    Trouble { sentence: sentence.to_owned(), packages, detail: detail.into() }
}

/// The message of a panic, which is nearly always a text.
fn message(payload: &(dyn Any + Send)) -> String {
    let borrowed = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    borrowed
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a message".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_with_the_display_is_one_sentence() {
        for (text, part, package) in [
            (
                "os error at /src/mod.rs:765: neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.",
                "no display",
                None,
            ),
            ("Failed to open connection to X server", "does not answer", None),
            (
                "Failed to load one of xlib's shared libraries",
                "is missing",
                Some("libxkbcommon-x11-0"),
            ),
            ("something new", "did not give", None),
        ] {
            let trouble = of_display(text, format!("Os({text})"));
            assert!(trouble.sentence.contains(part), "{trouble}");
            assert_eq!(package.is_some(), !trouble.packages.is_empty(), "{trouble}");
            let told = trouble.to_string();
            assert!(package.is_none_or(|name| told.contains(name)), "{told}");
            assert!(told.contains("diptych --help"), "{told}");
            assert!(!trouble.detail.starts_with("os error"), "{told}");
        }
    }

    #[test]
    fn a_missing_library_is_told_from_a_mistake_of_ours() {
        for (message, package) in [
            ("Library libxkbcommon-x11.so could not be loaded.", Some("libxkbcommon-x11-0")),
            ("Library libwayland-egl.so could not be loaded.", Some("libwayland-egl1")),
            ("Library libxkbcommon.so could not be loaded.", Some("libxkbcommon0")),
            ("index out of bounds: the len is 0 but the index is 0", None),
            ("the file lib.so is odd", None),
        ] {
            let trouble = of_panic(message);
            assert_eq!(trouble.packages.first().copied(), package);
            assert_eq!(trouble.sentence.contains("mistake"), package.is_none(), "{trouble}");
            assert_eq!(trouble.detail, message);
        }
    }

    #[test]
    fn a_window_is_guarded() {
        assert_eq!(guard(|| Ok(())), Ok(()));
        let failed = guard(|| Err(eframe::Error::AppCreation("no settings".into())));
        assert_eq!(failed.map_err(|trouble| trouble.detail), Err("no settings".to_owned()));
        // Silent: this one is known. (It would print as any other panic does.)
        let name = "libwayland-egl.so";
        let ended = guard(|| panic!("Library {name} could not be loaded."));
        let packages = ended.map_err(|trouble| trouble.packages);
        assert_eq!(packages, Err(["libwayland-egl1"].as_slice()));
    }
}
