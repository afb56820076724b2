//! The program: words on the command line go to `cli`, none open the window.
//!
//! This is the edge where the system's clock, randomness, disk and standard streams
//! come in; everything below takes them as arguments.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use diptych::cli::{self, After, Io};
use diptych::store::{self, Disk, Home};
use diptych::workbench::Env;

fn main() -> ExitCode {
    let arguments = match cli::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no faults; clap knows the stream and the code.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    if let Ok(home) = Home::find() {
        store::log::start(&home);
    }
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr());
    let env = Env::system(&author());
    let mut io = Io { out: &mut out, err: &mut err, files: Arc::new(Disk), env };
    match cli::run(arguments, &mut io) {
        Ok(After::Done) => ExitCode::SUCCESS,
        Ok(After::Window(open)) => {
            drop(out);
            window(open)
        }
        Err(failure) => {
            let code = failure.code();
            if code != 0 {
                let _ = writeln!(std::io::stderr(), "diptych: {failure}");
            }
            ExitCode::from(code)
        }
    }
}

/// The name written into targets and units: the settings', else the system's.
fn author() -> String {
    let saved = Home::find().ok().map(|home| home.settings(&Disk).0.author);
    let named = saved.filter(|name| !name.is_empty());
    let user = || std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
    named.unwrap_or_else(user)
}

#[cfg(feature = "ui")]
fn window(open: Option<std::path::PathBuf>) -> ExitCode {
    match diptych::ui::run(open, &author()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(std::io::stderr(), "diptych: {why}");
            ExitCode::from(1)
        }
    }
}

#[cfg(not(feature = "ui"))]
fn window(_open: Option<std::path::PathBuf>) -> ExitCode {
    let why = "this build has no window; the commands work without one: diptych --help";
    let _ = writeln!(std::io::stderr(), "diptych: {why}");
    ExitCode::from(1)
}
