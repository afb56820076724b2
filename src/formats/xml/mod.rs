//! XML with the guards that `quick-xml` leaves to its callers.
//!
//! [`input`] decodes bytes of any encoding to UTF-8 as they stream in; [`reader`]
//! makes open, close and text steps of them; [`tree`] keeps the place of every node for
//! those who patch; [`chars`] knows which characters XML 1.0 may hold and how they are
//! escaped.
//!
//! `quick-xml` 0.42 reports neither a file that ends inside an element, nor
//! wrong nesting when told to go on, nor illegal control characters, nor broken
//! attributes nobody asks for, and hands over `&amp;` as an event of its own. The
//! reader here does: it mends what can be mended, says where, and goes on, since
//! one bad place must not cost a whole memory. No entity is expanded but the five
//! of XML itself and the numeric ones; no DTD is fetched.

pub(crate) mod chars;
pub(crate) mod input;
pub(crate) mod reader;
pub(crate) mod tree;
