//! How a person uses memories: in which order they are asked, what is taken off for one that is
//! trusted less, which are asked at all, which must not be changed, and which one takes what is
//! confirmed.
//!
//! This is a person's own, kept in the settings by the memories' ids; a memory's file knows
//! nothing of it, except that its rule may make it read only for everybody
//! ([`super::UpdateRule`]).

use serde::{Deserialize, Serialize};

use super::MemoryId;

/// How one memory is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoryUse {
    /// The memory.
    pub memory: MemoryId,
    /// Whether it is asked for matches.
    #[serde(default = "yes")]
    pub is_asked: bool,
    /// Percent taken off its matches; 0 for none.
    #[serde(default)]
    pub penalty: u8,
    /// Whether nothing may be written to it from here.
    #[serde(default)]
    pub is_read_only: bool,
    /// Whether confirmed rows of its languages go to it and not to the working memory.
    #[serde(default)]
    pub takes_confirmed: bool,
}

const fn yes() -> bool {
    true
}

impl MemoryUse {
    /// Asked, without a penalty, written to by those who choose it.
    #[must_use]
    pub const fn new(memory: MemoryId) -> Self {
        let (is_read_only, takes_confirmed) = (false, false);
        Self { memory, is_asked: true, penalty: 0, is_read_only, takes_confirmed }
    }
}

/// How memories are used, in the order in which they are asked. A memory that is not in it
/// comes behind those that are, and is used as [`MemoryUse::new`] says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemoryUses(Vec<MemoryUse>);

impl MemoryUses {
    /// How a memory is used.
    #[must_use]
    pub fn of(&self, memory: MemoryId) -> MemoryUse {
        let known = self.0.iter().find(|one| one.memory == memory);
        known.copied().unwrap_or(MemoryUse::new(memory))
    }

    /// Its place in the order; the greatest there is where it has none.
    #[must_use]
    pub fn place(&self, memory: MemoryId) -> usize {
        self.0.iter().position(|one| one.memory == memory).unwrap_or(usize::MAX)
    }

    /// From now on a memory is used so, at its place; a new one comes last.
    pub fn set(&mut self, new: MemoryUse) {
        match self.0.iter_mut().find(|one| one.memory == new.memory) {
            Some(known) => *known = new,
            None => self.0.push(new),
        }
    }

    /// From now on these memories are asked in this order, before all others.
    pub fn arrange(&mut self, order: &[MemoryId]) {
        let first: Vec<MemoryUse> = order.iter().map(|memory| self.of(*memory)).collect();
        self.0.retain(|one| !order.contains(&one.memory));
        self.0.splice(0..0, first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_arranged_comes_first_and_keeps_its_use() {
        let [a, b, c] = [1, 2, 3].map(MemoryId::from_bits);
        let mut uses = MemoryUses::default();
        assert_eq!((uses.of(a), uses.place(a)), (MemoryUse::new(a), usize::MAX));
        uses.set(MemoryUse { penalty: 3, ..MemoryUse::new(a) });
        uses.set(MemoryUse::new(c));
        uses.arrange(&[b, a]);
        assert_eq!([a, b, c].map(|memory| uses.place(memory)), [1, 0, 2]);
        assert_eq!(uses.of(a).penalty, 3);
    }
}
