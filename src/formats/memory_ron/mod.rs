//! `*.memory.ron`: a translation memory, one line a revision.
//!
//! ```text
//! (format: 1,
//! header: (id:"00000000000000aa",name:"ministry-of-bridges",source:"fr",target:"en",generation:1,rule:Confirmed),
//! revisions: [
//! (id:"…01",unit:"…11",at:"2031-03-12T09:00:00Z",change:Put((source:"Fin.",target:"End.",status:Approved))),
//! (id:"…02",unit:"…11",parents:["…01"],at:"2031-03-12T09:00:02Z",change:Delete(by:"Ada")),
//! ])
//! ```
//!
//! The whole is one RON document, but it is read a line at a time: a line that
//! cannot be read costs that line alone. Adding overwrites the closing brackets
//! with new lines and closing brackets, and nothing before them, so that a write
//! cut off at any byte costs only what it was writing ([`Tail`] says where the
//! next one goes).
//!
//! A line of a newer writer is used without what is unknown in it, and kept byte
//! for byte ([`KeptLine`]); so are lines that cannot be used at all. New fields
//! therefore need no new format; [`FORMAT`] rises only when the meaning of what
//! is there changes.
//!
//! Left out: indexes and caches, and what two heads of a unit mean (`memory`).

mod canonical;
mod lines;
mod read;
mod write;

pub use lines::{KeptLine, Lines, Sink, Tail, Taken, read_lines};
pub use read::{MemoryText, Outline, peek, read, read_bytes, read_to};
pub use write::{opening, revision_line, write, write_with};

/// The format this version writes, and the highest it reads.
pub const FORMAT: u32 = 1;

/// What stands after the last revision.
pub const CLOSING: &str = "])\n";

#[cfg(test)]
mod tests;
