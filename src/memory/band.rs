//! Bands of match percentages: those by which the trade counts and pays.

/// A band of match percentages, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Band {
    /// 101: the same text between the same neighbours.
    Context,
    /// 100: the same text.
    Exact,
    /// 95 to 99.
    From95,
    /// 85 to 94.
    From85,
    /// 75 to 84.
    From75,
    /// 50 to 74.
    From50,
    /// Below 50, or no match.
    Below,
}

impl Band {
    /// All bands, the best first.
    pub const ALL: [Self; 7] = [
        Self::Context,
        Self::Exact,
        Self::From95,
        Self::From85,
        Self::From75,
        Self::From50,
        Self::Below,
    ];

    /// The band of a score, 0…101; `None` is no match.
    #[must_use]
    pub fn of(score: Option<u8>) -> Self {
        let score = score.unwrap_or_default();
        Self::ALL.into_iter().find(|band| score >= band.least()).unwrap_or(Self::Below)
    }

    /// The least score of the band, in per cent.
    #[must_use]
    pub const fn least(self) -> u8 {
        match self {
            Self::Context => 101,
            Self::Exact => 100,
            Self::From95 => 95,
            Self::From85 => 85,
            Self::From75 => 75,
            Self::From50 => 50,
            Self::Below => 0,
        }
    }

    /// The band as people read it: "95–99".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Context => "101",
            Self::Exact => "100",
            Self::From95 => "95–99",
            Self::From85 => "85–94",
            Self::From75 => "75–84",
            Self::From50 => "50–74",
            Self::Below => "none",
        }
    }

    /// The band in files and on the command line, in ASCII: "95-99".
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::From95 => "95-99",
            Self::From85 => "85-94",
            Self::From75 => "75-84",
            Self::From50 => "50-74",
            Self::Context | Self::Exact | Self::Below => self.name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_meet_without_a_gap() {
        for score in 0..=101_u8 {
            let band = Band::of(Some(score));
            assert!(score >= band.least(), "{score}");
            let better = Band::ALL.into_iter().take_while(|other| *other != band).last();
            assert!(better.is_none_or(|better| score < better.least()), "{score}");
        }
        assert_eq!(Band::of(None), Band::Below);
        assert_eq!(Band::of(Some(99)).name(), "95–99");
        assert!(Band::ALL.iter().all(|band| band.key().is_ascii()));
    }
}
