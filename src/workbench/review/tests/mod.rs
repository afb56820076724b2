//! Review by people through sessions, and by tables that come back.

mod people;
mod tables;
