//! The corpus cut into a hundred pieces of about the same length.

use super::subcorpus::Subcorpus;
use super::units::Units;
use crate::base::fits;
use crate::statistics::{juilland_d, real};

/// Sectors of a corpus, as in Leech, Rayson and Wilson (2001). Juilland's D is
/// meant for few parts of equal size: over thousands of articles it is near 1
/// for every word (Biber, Reppen, Schnur and Ghanem 2016).
const N_SECTORS: u64 = 100;

/// Whole articles, in the order of their ids, gathered to sectors: the sector
/// of an article is the hundredth of the tokens that it starts in.
#[derive(Debug)]
pub(super) struct Sectors {
    /// The sector of each article.
    sector_of: Vec<u8>,
    /// The counted tokens of each sector; none is empty.
    sizes: Vec<u64>,
}

impl Sectors {
    pub(super) fn new(units: &Units, subcorpus: &Subcorpus, size: u64) -> Self {
        let mut sector_of = vec![0; units.sizes().len()];
        let mut sizes: Vec<u64> = Vec::new();
        let mut last = None;
        let mut before = 0;
        for id in subcorpus.articles() {
            let n_tokens = u64::from(units.sizes()[id.index()]);
            if n_tokens == 0 {
                continue;
            }
            let hundredth = before * N_SECTORS / size.max(1);
            if last != Some(hundredth) {
                last = Some(hundredth);
                sizes.push(0);
            }
            if let Some(sector) = sizes.last_mut() {
                *sector += n_tokens;
            }
            // At most a hundred.
            sector_of[id.index()] = fits(sizes.len() - 1);
            before += n_tokens;
        }
        Self { sector_of, sizes }
    }

    /// The sector of an article.
    #[inline]
    pub(super) fn sector_of(&self, article: u32) -> u8 {
        self.sector_of[article as usize]
    }

    /// An empty count for each sector.
    pub(super) fn counts(&self) -> SectorCounts {
        SectorCounts {
            counts: vec![0; self.sizes.len()],
            touched: Vec::new(),
            rates: Vec::new(),
        }
    }
}

/// The occurrences of one word in each sector.
#[derive(Debug)]
pub(super) struct SectorCounts {
    counts: Vec<u64>,
    touched: Vec<u8>,
    rates: Vec<f64>,
}

impl SectorCounts {
    #[inline]
    pub(super) fn add(&mut self, sector: u8, count: u32) {
        let sum = &mut self.counts[usize::from(sector)];
        if *sum == 0 {
            self.touched.push(sector);
        }
        *sum += u64::from(count);
    }

    /// Juilland's D of what was added, which is then forgotten.
    pub(super) fn finish(&mut self, sectors: &Sectors) -> Option<f64> {
        // Always added up in the same order: the last digits depend on it.
        self.touched.sort_unstable();
        self.rates.clear();
        for sector in self.touched.drain(..).map(usize::from) {
            let rate = real(self.counts[sector]) / real(sectors.sizes[sector]);
            self.rates.push(rate);
            self.counts[sector] = 0;
        }
        juilland_d(&self.rates, super::small(sectors.sizes.len()))
    }
}
