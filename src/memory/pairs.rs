//! Where units of the same two texts are, so that nothing is added twice.
//!
//! Made at the first addition, or ahead by [`Memory::prepare_additions`].

use std::hash::Hasher;
use std::sync::OnceLock;

use super::live::Memory;
use super::records::Records;
use super::table::Table;
use super::vocabulary::QuickHasher;
use crate::model::UnitRef;

/// Slots by the hash of both texts.
#[derive(Debug, Default)]
pub struct Pairs {
    pub(super) slots: OnceLock<Table>,
}

impl Memory {
    /// Makes the table that tells whether a unit is there already, ahead of the first
    /// addition: 0.3 s for a million units.
    pub fn prepare_additions(&self) {
        self.pairs.table(self);
    }
}

impl Pairs {
    /// Slots among which all are that have these texts.
    pub fn of(&self, source: &str, target: &str, memory: &Memory) -> impl Iterator<Item = u32> {
        self.table(memory).of_hash(pair_hash(source, target))
    }

    fn table(&self, memory: &Memory) -> &Table {
        self.slots.get_or_init(|| {
            let mut table = Table::default();
            table.reserve(memory.len(), |_| 0);
            for (slot, stored) in memory.slots() {
                let hash = pair_hash(stored.unit.source, stored.unit.target);
                insert(&mut table, hash, slot, &memory.records);
            }
            table
        })
    }

    /// Adds a unit, if the table is made.
    pub fn append(&mut self, slot: u32, records: &Records) {
        if let Some(table) = self.slots.get_mut() {
            insert(table, hash_at(slot, records), slot, records);
        }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.slots.get().map_or(0, Table::bytes)
    }
}

/// Of the same pair so many are kept at hand, for when one of them is withdrawn. All
/// of a hundred thousand would make the table slow.
const COPIES: usize = 8;

fn insert(table: &mut Table, hash: u64, slot: u32, records: &Records) {
    let copies = table.of_hash(hash).filter(|&slot| hash_at(slot, records) == hash);
    if copies.take(COPIES).count() < COPIES {
        table.insert(hash, slot, |slot| hash_at(slot, records));
    }
}

fn hash_at(slot: u32, records: &Records) -> u64 {
    let unit = records.get(slot).and_then(|record| record.put);
    unit.map_or(0, |UnitRef { source, target, .. }| pair_hash(source, target))
}

fn pair_hash(source: &str, target: &str) -> u64 {
    let mut hasher = QuickHasher::default();
    hasher.write(source.as_bytes());
    hasher.write(target.as_bytes());
    hasher.finish()
}
