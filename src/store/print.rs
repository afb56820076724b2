//! A short mark of bytes, to see whether they are the same again.

/// 64-bit FNV-1a (Fowler, Noll, Vo). It finds accidents, not attacks.
pub(super) fn print(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
