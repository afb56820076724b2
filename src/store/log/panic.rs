//! What becomes of a panic: a line in the log, and a sentence for whoever is there.
//!
//! The place is enough to find the fault; the message is kept as far as it cannot
//! be a text that somebody works on.

use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// Logs a panic and says one sentence. With `RUST_BACKTRACE` set, the usual
/// report follows.
pub(super) fn hook(log: PathBuf) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let (place, cause) = (place(info), message(info));
        tracing::error!(%place, %cause, "panic");
        let _ = writeln!(io::stderr(), "{}", sentence(&place, &log));
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
            usual(info);
        }
    }));
}

fn sentence(place: &str, log: &Path) -> String {
    format!(
        "diptych: a mistake in the program ({place}) stopped what it was doing; files on disk are \
         whole; please report it with the end of {}",
        log.display()
    )
}

fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map_or_else(|| "unknown place".to_owned(), ToString::to_string)
}

fn message(info: &PanicHookInfo<'_>) -> String {
    without_texts(info.payload_as_str().unwrap_or("no message"))
}

/// The message up to its first line end or the first text in quotes. What comes
/// behind one goes too: a text may have quotes in it.
fn without_texts(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message.lines().next().unwrap_or_default();
    while let Some((before, quoted)) = rest.split_once(['"', '`']) {
        out.push_str(before);
        let Some((inside, after)) = quoted.split_once('`').filter(|(inside, _)| is_code(inside))
        else {
            out.push('…');
            return out;
        };
        out.extend(["`", inside, "`"]);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A name that the standard library quotes, such as `Option::unwrap()`.
fn is_code(text: &str) -> bool {
    let is_path = text.contains("::")
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_:()<>".contains(c));
    is_path || ["None", "Some", "Ok", "Err"].contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::Folder;
    use crate::store::{Disk, Files, Home, log};

    #[test]
    fn texts_do_not_get_into_the_log() {
        let check = |message: &str, expected: &str| assert_eq!(without_texts(message), expected);
        check("index out of bounds: the len is 3", "index out of bounds: the len is 3");
        check(
            "byte index 3 is not a char boundary; it is inside 'é' (bytes 2..4) of `L'été est là`",
            "byte index 3 is not a char boundary; it is inside 'é' (bytes 2..4) of …",
        );
        check(
            "called `Option::unwrap()` on a `None` value",
            "called `Option::unwrap()` on a `None` value",
        );
        check(
            "called `Result::unwrap()` on an `Err` value: Broken { cause: \"Le texte\" }",
            "called `Result::unwrap()` on an `Err` value: Broken { cause: …",
        );
        check("no end: \"Le \\\"mot\\\" texte", "no end: …");
        check("two lines\nLe texte", "two lines");
    }

    /// The variable that tells the other program its home.
    const CHILD: &str = "DIPTYCH_TEST_PANIC_HOME";

    /// The other program of the test below: it panics on purpose.
    #[test]
    #[ignore = "run by a_panic_is_logged_and_told_in_one_sentence"]
    fn other_program() {
        let Some(home) = std::env::var_os(CHILD) else { return };
        log::start(&Home::at(home.into()));
        log::start(&Home::at("/nowhere".into()));
        tracing::info!(units = 3, "saved");
        tracing::debug!("left out");
        tracing::info!(target: "other", "left out");
        panic!("it broke at `L'été est là`");
    }

    /// What the other program prints, when its home is `home`.
    fn panic_at(home: &Path) -> String {
        let mut other = std::process::Command::new(std::env::current_exe().expect("this program"));
        other.args([
            "--exact",
            "store::log::panic::tests::other_program",
            "--ignored",
            "--nocapture",
        ]);
        let output = other.env(CHILD, home).env_remove("RUST_BACKTRACE").output().expect("run");
        assert!(!output.status.success());
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    #[test]
    fn a_panic_is_logged_and_told_in_one_sentence() {
        let folder = Folder::new();
        let told = panic_at(&folder.path("home"));
        assert!(
            told.contains("diptych: a mistake in the program (src/store/log/panic.rs:"),
            "{told}"
        );
        assert!(told.contains("diptych.log") && !told.contains("été"), "{told}");
        assert_eq!(told.lines().filter(|line| !line.is_empty()).count(), 1, "{told}");
        let log = Disk.read(&folder.path("home/diptych.log")).expect("there");
        let log = String::from_utf8(log).expect("UTF-8");
        let lines: Vec<&str> = log.lines().collect();
        assert_eq!(lines.len(), 2, "{log}");
        assert!(lines[0].contains("INFO") && lines[0].contains("saved units=3"), "{log}");
        assert!(lines[1].contains("place=src/store/log/panic.rs:"), "{log}");
        assert!(lines[1].contains("cause=it broke at …"), "{log}");
    }

    #[test]
    fn a_home_that_cannot_be_written_stops_nothing() {
        let folder = Folder::new();
        let file = folder.file("file", "x");
        let told = panic_at(&file.join("home"));
        assert!(told.contains("diptych: a mistake in the program"), "{told}");
    }
}
