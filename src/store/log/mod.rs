//! What happened, for whoever looks for a fault: `diptych.log` in the home.
//!
//! It says what was done and what failed, never the texts that people work on:
//! only this program's own events are written, and a panic's message is cut where
//! a text is quoted, since the standard library quotes strings there. At
//! 1 MiB the file becomes `diptych.log.1`, and a new one is begun.
//!
//! Nothing here can fail to anybody's harm: without a home there is no log.

mod panic;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::{Disk, Files, Home};

/// The size at which a new log is begun, in bytes.
const LARGEST_BYTES: u64 = 1024 * 1024;

/// Starts the log and sets the panic hook; a second call does nothing.
pub fn start(home: &Home) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // A home that cannot be made is told by whoever needs it.
        let _ = Disk.create_private_dir_all(home.folder());
        let log = Log::at(home.log());
        let ours = filter_fn(|event| {
            event.target().starts_with("diptych") && *event.level() <= tracing::Level::INFO
        });
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(log);
        // Tests may have a subscriber of their own.
        let _ = tracing_subscriber::registry().with(lines.with_filter(ours)).try_init();
        panic::hook(home.log());
    });
}

/// A file that begins anew when it is large.
struct Log {
    path: PathBuf,
    file: Mutex<Option<(File, u64)>>,
}

impl Log {
    fn at(path: PathBuf) -> Self {
        Self { path, file: Mutex::new(None) }
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut open = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut file, size) = match open.take() {
            Some(open) => open,
            None => self.open()?,
        };
        file.write_all(bytes)?;
        let size = size + bytes.len() as u64;
        if size < LARGEST_BYTES {
            *open = Some((file, size));
        }
        Ok(())
    }

    /// Opens the file, or begins a new one when it is large.
    fn open(&self) -> io::Result<(File, u64)> {
        if fs::metadata(&self.path).is_ok_and(|meta| meta.len() >= LARGEST_BYTES) {
            fs::rename(&self.path, former(&self.path))?;
        }
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&self.path)?;
        let size = file.metadata()?.len();
        Ok((file, size))
    }
}

fn former(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".1");
    name.into()
}

impl<'a> tracing_subscriber::fmt::MakeWriter<'a> for Log {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line(self)
    }
}

/// One event's way to the file.
struct Line<'a>(&'a Log);

impl Write for Line<'_> {
    /// A log that cannot be written is no reason to stop anything.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::Folder;

    #[test]
    fn a_large_log_becomes_the_former_one() {
        let folder = Folder::new();
        let log = Log::at(folder.path("diptych.log"));
        let line = [b'a'; 1024];
        for _ in 0..2500 {
            log.write(&line).expect("written");
        }
        assert_eq!(folder.names(), ["diptych.log", "diptych.log.1"]);
        let size = |name: &str| Disk.size(&folder.path(name)).expect("there");
        assert_eq!(size("diptych.log.1"), LARGEST_BYTES);
        assert_eq!(size("diptych.log"), 2500 * 1024 - 2 * LARGEST_BYTES);
        // The next start goes on with it.
        Log::at(folder.path("diptych.log")).write(b"b").expect("written");
        assert_eq!(size("diptych.log"), 2500 * 1024 - 2 * LARGEST_BYTES + 1);
    }

    #[cfg(unix)]
    #[test]
    fn the_log_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::new();
        Log::at(folder.path("log")).write(b"x").expect("written");
        let mode = fs::metadata(folder.path("log")).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_log_without_a_folder_writes_nothing_and_goes_on() {
        let folder = Folder::new();
        let log = Log::at(folder.path("gone/diptych.log"));
        assert!(log.write(b"x").is_err());
        let mut line = Line(&log);
        assert_eq!(line.write(b"x").ok(), Some(1));
    }
}
