//! Texts of other people's making: any encoding, as it comes.

use std::path::Path;

use super::{Files, StoreError};
use crate::formats::plain::{self, Decoded};
use crate::model::Reading;

/// Reads a text of unknown encoding. A guess is told as a problem.
///
/// # Errors
/// The file cannot be read, is empty, or is no text; the message says what it is
/// and what to do.
pub fn read(files: &dyn Files, path: &Path) -> Result<Reading<Decoded>, StoreError> {
    plain::decode(&files.read(path)?).map_err(|error| StoreError::format(path, error))
}

/// Reads a text of the encoding that somebody names (`utf-8`, `cp1251`).
///
/// # Errors
/// The file cannot be read or is empty; the encoding is unknown.
pub fn read_as(
    files: &dyn Files,
    path: &Path,
    encoding: &str,
) -> Result<Reading<Decoded>, StoreError> {
    let bytes = files.read(path)?;
    plain::decode_as(&bytes, encoding).map_err(|error| StoreError::format(path, error))
}
