//! Reviewing a translation: by whom, in which states, in Diptych and outside of it.
//!
//! | what | file |
//! |---|---|
//! | what each duty may do | [`duties`] |
//! | approving, rejecting, handing over | [`states`] |
//! | signing, and what changed since | [`signing`] |
//! | conflicts settled | [`settling`] |
//! | what each duty may do | [`duties`] |
//! | approving, rejecting, handing over | [`states`] |
//! | signing, and what changed since | [`signing`] |
//! | conflicts settled | [`settling`] |
//! | a translation as a table for people without Diptych | [`table`] |
//! | what they changed in it, what has to be known, and taking that | [`returned`], [`notice`], [`taking`] |
//! | what was changed, by whom, of which kind; as a page | [`report`], [`page`] |
//! | only the words of a correction, not its typography | [`typography`] |
//! | what was changed, by whom, by kind | [`report`] |

pub mod duties;
pub mod notice;
pub mod page;
pub mod report;
pub mod returned;
pub mod settling;
pub mod signing;
pub mod states;
pub mod table;
pub mod taking;
#[cfg(test)]
mod tests;
pub mod typography;
