//! Rising numbers, each as its distance from the one before, seven bits a byte (LEB128).

/// Adds a number to a list.
pub fn push(list: &mut Vec<u8>, mut distance: u32) {
    while distance >= 0x80 {
        list.push(u8::try_from(distance & 0x7F).unwrap_or(0) | 0x80);
        distance >>= 7;
    }
    list.push(u8::try_from(distance).unwrap_or(0));
}

/// The numbers of a list.
pub fn read(list: &[u8]) -> impl Iterator<Item = u32> {
    let mut last = 0_u32;
    distances(list).map(move |distance| {
        last = last.wrapping_add(distance);
        last
    })
}

/// The first distance of a list, and the rest of it.
pub fn first(list: &[u8]) -> (u32, &[u8]) {
    let len = list.iter().position(|byte| byte & 0x80 == 0).map_or(list.len(), |at| at + 1);
    let (head, rest) = list.split_at(len);
    (distances(head).next().unwrap_or(0), rest)
}

fn distances(list: &[u8]) -> impl Iterator<Item = u32> {
    let mut bytes = list.iter();
    std::iter::from_fn(move || {
        let mut byte = *bytes.next()?;
        let mut distance = u32::from(byte & 0x7F);
        let mut shift = 7;
        while byte & 0x80 != 0 {
            byte = *bytes.next()?;
            distance |= u32::from(byte & 0x7F) << shift;
            shift += 7;
        }
        Some(distance)
    })
}

/// Numbers up to a bound: a bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// None of the numbers below `bound`.
    pub fn none(bound: u32) -> Self {
        Self(vec![0; bound.div_ceil(64) as usize])
    }

    /// Adds numbers below the bound.
    pub fn extend(&mut self, numbers: impl Iterator<Item = u32>) {
        for number in numbers {
            if let Some(word) = self.0.get_mut((number / 64) as usize) {
                *word |= 1 << (number % 64);
            }
        }
    }

    /// Whether a number is there.
    pub fn has(&self, number: u32) -> bool {
        self.0.get((number / 64) as usize).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Leaves only what others have too.
    pub fn keep(&mut self, others: &Self) {
        for (word, other) in self.0.iter_mut().zip(&others.0) {
            *word &= other;
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The numbers, the greatest first.
    pub fn falling(&self) -> impl Iterator<Item = u32> {
        let words = (0_u32..).zip(&self.0).collect::<Vec<_>>().into_iter().rev();
        words.flat_map(|(place, &word)| {
            let bits = (0..64).rev().filter(move |bit| word >> bit & 1 == 1);
            bits.map(move |bit| place * 64 + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let numbers = [0, 1, 127, 128, 400, 20_000, 3_000_000, u32::MAX];
        let (mut list, mut last) = (Vec::new(), 0);
        for number in numbers {
            push(&mut list, number - last);
            last = number;
        }
        assert_eq!(read(&list).collect::<Vec<_>>(), numbers);
        let (distance, rest) = first(list.get(3..).expect("longer"));
        assert_eq!((distance, read(rest).next()), (1, Some(272)));
    }

    #[test]
    fn bits_are_a_set() {
        let mut bits = Bits::none(200);
        bits.extend([3, 64, 199, 500].into_iter());
        let mut others = Bits::none(200);
        others.extend([64, 199].into_iter());
        bits.keep(&others);
        assert_eq!(bits.falling().collect::<Vec<_>>(), [199, 64]);
        assert!(bits.has(64) && !bits.has(3) && !bits.has(500));
        assert_eq!(bits.count(), 2);
    }
}
