//! Units that say the same twice, and sources that have several targets.

use std::cmp::Reverse;

use super::ledger::Ledger;
use super::listing::{Listing, Note};
use super::same::{groups, same};
use crate::memory::rank::tier;
use crate::model::{Cancelled, Date, Timestamp, Watch};

/// Units of the same two texts ([`same`](mod@super::same)), in groups. The first of each is
/// the one to be kept: the better status (published and approved before translated before
/// draft), of these the one that knows its neighbours, then the newest, then the one written
/// last.
///
/// # Errors
/// [`Cancelled`] when the watch says so.
pub fn duplicates(ledger: &Ledger, watch: &dyn Watch) -> Result<Listing, Cancelled> {
    let mut groups = groups(ledger, watch, |stored| [stored.unit.source, stored.unit.target])?;
    for slots in &mut groups {
        slots.sort_by_key(|&slot| Reverse(worth(ledger, slot)));
    }
    let note = |place| if place == 0 { Note::Kept } else { Note::Twin };
    Ok(Listing::of_groups(groups, note))
}

type Worth = (u8, bool, Timestamp, u32);

fn worth(ledger: &Ledger, slot: u32) -> Option<Worth> {
    let stored = ledger.unit(slot)?;
    let knows = !stored.unit.context.is_unknown();
    Some((tier(stored.unit.status), knows, stored.at, slot))
}

/// Units of one source with different targets, the newest release first.
///
/// # Errors
/// [`Cancelled`] when the watch says so.
pub fn conflicting(ledger: &Ledger, watch: &dyn Watch) -> Result<Listing, Cancelled> {
    let mut groups = groups(ledger, watch, |stored| [stored.unit.source, ""])?;
    groups.retain(|slots| {
        let mut targets =
            slots.iter().filter_map(|&slot| Some(same(ledger.unit(slot)?.unit.target)));
        let first = targets.next();
        targets.any(|target| Some(target) != first)
    });
    for slots in &mut groups {
        slots.sort_by_key(|&slot| Reverse(age(ledger, slot)));
    }
    Ok(Listing::of_groups(groups, |_| Note::None))
}

fn age(ledger: &Ledger, slot: u32) -> Option<(Option<Date>, Timestamp, u32)> {
    ledger.unit(slot).map(|stored| (stored.unit.date, stored.at, slot))
}
