//! A query made ready for an index, and the check of one text against it.
//!
//! The tables of a probe are kept from query to query: making them anew would
//! cost more than a lookup in a memory of middle size.

use std::cmp::Reverse;

use super::super::distance::Pattern;
use super::super::threshold::Threshold;
use super::super::vocabulary::{narrow, wide};
use super::groups::{ESCAPE, Signature, join, signature_bit};

/// A token of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Its number; `None` for one that no unit has.
    pub token: Option<u32>,
    /// Whether it is the first of its kind.
    pub first: bool,
}

/// A query and the tables to compare it with.
#[derive(Debug, Default)]
pub struct Probe {
    /// The query's tokens, rarest first.
    pub elements: Vec<Element>,
    /// Its signature, and how many bits that has.
    pub signature: Signature,
    /// The symbol of each token that has a short code; 0 for those not in the query.
    symbols: Vec<u32>,
    /// Symbols of the others, by token.
    long_symbols: Vec<(u32, u32)>,
    /// Tokens of the query with their symbols, to clear `symbols` again.
    used: Vec<u32>,
    /// How often the query has each symbol.
    counts: Vec<u32>,
    /// `counts` less what a text has used up.
    left: Vec<u32>,
    /// The symbols of a text.
    text: Vec<u32>,
    pattern: Pattern,
    /// Groups that have been compared, as bits, and which words have any.
    seen: Vec<u64>,
    touched: Vec<u32>,
}

impl Probe {
    /// Makes ready for the tokens of a query (`None`: a token no unit has), to be
    /// compared with `groups` groups.
    pub fn prepare(&mut self, query: &[Option<u32>], groups: usize) {
        self.clear(groups);
        let symbols: Vec<u32> = query.iter().map(|token| self.give_symbol(*token)).collect();
        self.pattern.prepare(&symbols, self.counts.len() - 1);
        self.signature = query.iter().flatten().fold(0, |bits, &token| bits | signature_bit(token));
        self.elements.clear();
        self.elements.extend(query.iter().map(|&token| Element { token, first: true }));
        // An unknown token is rarer than any other.
        self.elements.sort_by_key(|element| (element.token.is_some(), Reverse(element.token)));
        let mut last = None;
        for element in &mut self.elements {
            element.first = element.token != last;
            last = element.token;
        }
    }

    fn clear(&mut self, groups: usize) {
        self.symbols.resize(usize::from(ESCAPE), 0);
        for token in self.used.drain(..) {
            if let Some(symbol) = self.symbols.get_mut(wide(token)) {
                *symbol = 0;
            }
        }
        self.long_symbols.clear();
        self.counts.clear();
        self.counts.push(0);
        for word in self.touched.drain(..) {
            self.seen[wide(word)] = 0;
        }
        self.seen.resize(groups.div_ceil(64), 0);
    }

    /// The symbol of a query's token, a new one at its first time. An unknown
    /// token gets one that no text has.
    fn give_symbol(&mut self, token: Option<u32>) -> u32 {
        let known = token.map_or(0, |token| self.symbol(token));
        if known != 0 {
            self.counts[wide(known)] += 1;
            return known;
        }
        let symbol = narrow(self.counts.len());
        self.counts.push(1);
        let Some(token) = token else { return symbol };
        self.used.push(token);
        if let Some(place) = self.symbols.get_mut(wide(token)) {
            *place = symbol;
        } else {
            let at = self.long_symbols.partition_point(|(other, _)| *other < token);
            self.long_symbols.insert(at, (token, symbol));
        }
        symbol
    }

    fn symbol(&self, token: u32) -> u32 {
        if let Some(&symbol) = self.symbols.get(wide(token)) {
            return symbol;
        }
        let place = self.long_symbols.binary_search_by_key(&token, |(other, _)| *other);
        place.map_or(0, |place| self.long_symbols[place].1)
    }

    /// How many tokens the query has.
    pub const fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether the signature of a text of `len` tokens rules it out: each bit that
    /// only one of them has is a token that the other lacks.
    pub const fn rules_out(&self, signature: Signature, spare: Spare) -> bool {
        let (own, others) = (self.signature & !signature, signature & !self.signature);
        own.count_ones() > spare.query || others.count_ones() > spare.text
    }

    /// Whether a group comes for the first time.
    pub fn is_new(&mut self, group: u32) -> bool {
        let (word, bit) = (wide(group / 64), 1 << (group % 64));
        let Some(bits) = self.seen.get_mut(word) else { return false };
        if *bits & bit != 0 {
            return false;
        }
        if *bits == 0 {
            self.touched.push(narrow(word));
        }
        *bits |= bit;
        true
    }

    /// The distance to a text of `len` tokens, if it is within the threshold.
    pub fn distance(&mut self, codes: &[u16], len: usize, threshold: Threshold) -> Option<usize> {
        let longer = len.max(self.len());
        let spare = len.checked_sub(threshold.common(longer))?;
        self.read(codes, spare)?;
        self.pattern.distance(&self.text, threshold.edits(longer))
    }

    /// Reads a text's symbols, and stops when more than `spare` of its tokens have
    /// no counterpart in the query, order set aside.
    fn read(&mut self, codes: &[u16], mut spare: usize) -> Option<()> {
        self.text.clear();
        self.left.clear();
        self.left.extend_from_slice(&self.counts);
        let mut codes = codes.iter();
        while let Some(&code) = codes.next() {
            let symbol = if code == ESCAPE {
                self.symbol(join(*codes.next()?, *codes.next()?))
            } else {
                self.symbols[usize::from(code)]
            };
            let left = &mut self.left[wide(symbol)];
            if *left > 0 {
                *left -= 1;
            } else {
                spare = spare.checked_sub(1)?;
            }
            self.text.push(symbol);
        }
        Some(())
    }
}

/// How many tokens may be without a counterpart in the other text.
#[derive(Debug, Clone, Copy)]
pub struct Spare {
    /// Of the query's.
    pub query: u32,
    /// Of the text's.
    pub text: u32,
}

impl Spare {
    /// What a threshold leaves for texts of these lengths; `None` when one of them
    /// has fewer tokens than must be in common.
    pub fn new(threshold: Threshold, query: usize, text: usize) -> Option<Self> {
        let common = threshold.common(query.max(text));
        let (query, text) = (query.checked_sub(common)?, text.checked_sub(common)?);
        Some(Self { query: narrow(query), text: narrow(text) })
    }
}
