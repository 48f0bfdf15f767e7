//! The file format: a header, a table of sections, the sections.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | [`MAGIC`] |
//! | 8..12 | [`FORMAT`] |
//! | 12..16 | [`MACHINE`], in the byte order of the machine |
//! | 16..20 | bytes of a pointer |
//! | 20..24 | number of sections |
//! | 24..40 | version of the program, filled up with zeros |
//! | 40..48 | bytes of the whole file |
//! | 48..56 | xxh3-64 of the header before it and the table |
//! | 56..64 | zeros |
//! | 64.. | the table: for each section its id, four zeros, its first byte, its length, its checksum |
//!
//! Numbers are written with the low byte first. Sections start at multiples
//! of 64 bytes, in the order of the table.

use std::io::{self, Write};

use bytes::Bytes;
use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::CacheFault;
use super::checksum::Checksum;
use super::source::{FileSource, read_checked};
use crate::analysis::index::SectionId;
use crate::base::{CancelToken, Cancelled, fits};

/// How a cache begins. The first byte is no text, the last tells whether
/// line ends were changed on the way.
const MAGIC: [u8; 8] = *b"\x89WARRAQ\n";
/// Raise it with every change of what is in a cache; a test in `save.rs`
/// reminds of it.
pub(super) const FORMAT: u32 = 1;
/// Reads otherwise in another byte order.
const MACHINE: u32 = 0x0102_0304;
/// The program, for what it computes may change with it.
const VERSION: &str = env!("CARGO_PKG_VERSION");

const HEADER_BYTES: usize = 64;
const ENTRY_BYTES: usize = 32;
/// Where the part of the header ends over which its checksum goes.
const CHECKED_BYTES: usize = 48;
/// No type has a larger alignment, and neither has a line of a processor's
/// cache.
const ALIGNMENT: u64 = 64;
/// Bytes at the beginning in which header and table lie.
const TOP_BYTES: u64 = 64 << 10;

// The numbers of the index's own sections are smaller.
/// The folder of the corpus: the bytes of its path.
pub(super) const IDENTITY: SectionId = SectionId(0x1_0000);
/// The corpus without its texts.
pub(super) const CORPUS: SectionId = SectionId(0x1_0001);
/// The texts, one after the other.
pub(super) const TEXTS: SectionId = SectionId(0x1_0002);

/// A section to be written: its bytes, in pieces.
pub(super) struct Section<'a> {
    pub(super) id: SectionId,
    pub(super) pieces: Vec<&'a [u8]>,
}

/// Where a section lies.
#[derive(Debug, Clone, Copy)]
struct Entry {
    id: SectionId,
    start: u64,
    n_bytes: u64,
    checksum: u64,
}

/// The sections of a cache whose checksums are right.
#[derive(Debug)]
pub(super) struct Container(Vec<(SectionId, Bytes)>);

/// Writes `sections` and gives the number of bytes. `cancel` is heard at
/// every piece.
pub(super) fn write(
    out: &mut dyn Write,
    sections: &[Section<'_>],
    cancel: &CancelToken,
) -> io::Result<Result<u64, Cancelled>> {
    let mut end = (HEADER_BYTES + ENTRY_BYTES * sections.len()) as u64;
    let mut entries = Vec::with_capacity(sections.len());
    for section in sections {
        let start = end.next_multiple_of(ALIGNMENT);
        let mut sum = Checksum::new();
        let mut n_bytes = 0;
        for piece in &section.pieces {
            if cancel.is_cancelled() {
                return Ok(Err(Cancelled));
            }
            sum.update(piece);
            n_bytes += piece.len() as u64;
        }
        end = start + n_bytes;
        entries.push(Entry {
            id: section.id,
            start,
            n_bytes,
            checksum: sum.finish(),
        });
    }
    let head = head(&entries, end);
    out.write_all(&head)?;
    let mut at = head.len() as u64;
    for (section, entry) in sections.iter().zip(&entries) {
        io::copy(&mut io::Read::take(io::repeat(0), entry.start - at), out)?;
        for piece in &section.pieces {
            if cancel.is_cancelled() {
                return Ok(Err(Cancelled));
            }
            out.write_all(piece)?;
        }
        at = entry.start + entry.n_bytes;
    }
    Ok(Ok(end))
}

/// The header and the table of a file of `n_bytes` bytes.
fn head(entries: &[Entry], n_bytes: u64) -> Vec<u8> {
    let mut version = [0; 16];
    for (to, from) in version.iter_mut().zip(VERSION.bytes()) {
        *to = from;
    }
    let pointer_bytes = fits::<_, u32>(size_of::<usize>());
    let n_sections = fits::<_, u32>(entries.len());
    let mut head = MAGIC.to_vec();
    head.extend(FORMAT.to_le_bytes());
    head.extend(MACHINE.to_ne_bytes());
    head.extend(pointer_bytes.to_le_bytes());
    head.extend(n_sections.to_le_bytes());
    head.extend(version);
    head.extend(n_bytes.to_le_bytes());
    let mut table = Vec::with_capacity(ENTRY_BYTES * entries.len());
    for entry in entries {
        table.extend(entry.id.0.to_le_bytes());
        table.extend([0; 4]);
        table.extend(entry.start.to_le_bytes());
        table.extend(entry.n_bytes.to_le_bytes());
        table.extend(entry.checksum.to_le_bytes());
    }
    head.extend(head_checksum(&head, &table).to_le_bytes());
    head.extend([0; HEADER_BYTES - CHECKED_BYTES - 8]);
    head.extend(table);
    head
}

fn head_checksum(checked: &[u8], table: &[u8]) -> u64 {
    let mut sum = Xxh3::new();
    sum.update(checked);
    sum.update(table);
    sum.digest()
}

impl Container {
    /// The sections in `source`, in memory of their own, after every checksum
    /// has been verified.
    pub(super) fn read(source: &impl FileSource) -> Result<Self, CacheFault> {
        let entries = entries(source)?.into_par_iter();
        let read = |entry: Entry| Ok((entry.id, read_entry(source, &entry)?));
        let sections: Result<_, CacheFault> = entries.map(read).collect();
        Ok(Self(sections?))
    }

    /// The bytes of a section.
    pub(super) fn section(&self, id: SectionId) -> Option<Bytes> {
        let found = self.0.iter().find(|(known, _)| *known == id);
        found.map(|(_, bytes)| bytes.clone())
    }
}

/// The section `id` of `source`; the others are not read.
pub(super) fn read_section(source: &impl FileSource, id: SectionId) -> Result<Bytes, CacheFault> {
    let mut entries = entries(source)?.into_iter();
    let entry = entries.find(|entry| entry.id == id);
    read_entry(source, &entry.ok_or(CacheFault::Missing { section: id })?)
}

fn read_entry(source: &impl FileSource, entry: &Entry) -> Result<Bytes, CacheFault> {
    let (bytes, checksum) = read_checked(source, entry.start, entry.n_bytes)?;
    if checksum == entry.checksum {
        Ok(bytes)
    } else {
        let section = entry.id;
        Err(CacheFault::Damaged { section })
    }
}

/// Where the sections of `source` lie: one after the other, inside it.
fn entries(source: &impl FileSource) -> Result<Vec<Entry>, CacheFault> {
    let found = source.n_bytes()?;
    let mut top = vec![0; usize::try_from(found.min(TOP_BYTES)).unwrap_or_default()];
    source.read_at(0, &mut top)?;
    let (entries, expected) = read_head(&top)?;
    if expected != found {
        return Err(CacheFault::Length { expected, found });
    }
    let mut end = 0;
    for entry in &entries {
        let next = entry.start.checked_add(entry.n_bytes);
        let next = next.filter(|next| entry.start >= end && *next <= found);
        end = next.ok_or(CacheFault::Header)?;
    }
    Ok(entries)
}

/// The table of sections, and the number of bytes of the whole file.
fn read_head(bytes: &[u8]) -> Result<(Vec<Entry>, u64), CacheFault> {
    if !bytes.starts_with(&MAGIC) {
        return Err(CacheFault::NoCache);
    }
    let short = || CacheFault::Length {
        expected: HEADER_BYTES as u64,
        found: bytes.len() as u64,
    };
    let (header, rest) = bytes.split_at_checked(HEADER_BYTES).ok_or_else(short)?;
    let mut fields = Fields(header.get(MAGIC.len()..).unwrap_or_default());
    let format = fields.u32();
    if format != FORMAT {
        return Err(CacheFault::OtherFormat { found: format });
    }
    let (machine, pointer_bytes) = (fields.array(), fields.u32());
    if u32::from_ne_bytes(machine) != MACHINE || pointer_bytes as usize != size_of::<usize>() {
        return Err(CacheFault::OtherMachine);
    }
    let n_sections = fields.u32() as usize;
    let version = fields.array::<16>();
    let version = String::from_utf8_lossy(version.split(|byte| *byte == 0).next().unwrap_or(&[]));
    let (n_bytes, sum) = (fields.u64(), fields.u64());
    let table = n_sections.checked_mul(ENTRY_BYTES);
    let table = table
        .and_then(|n| rest.get(..n))
        .ok_or(CacheFault::Header)?;
    let checked = header.get(..CHECKED_BYTES).unwrap_or_default();
    if head_checksum(checked, table) != sum {
        return Err(CacheFault::Header);
    }
    if version != VERSION {
        let found = version.into_owned();
        return Err(CacheFault::OtherVersion { found });
    }
    let entries = table.chunks_exact(ENTRY_BYTES).map(|entry| {
        let mut fields = Fields(entry);
        let (id, _) = (SectionId(fields.u32()), fields.u32());
        Entry {
            id,
            start: fields.u64(),
            n_bytes: fields.u64(),
            checksum: fields.u64(),
        }
    });
    Ok((entries.collect(), n_bytes))
}

/// Takes numbers off the front of bytes; past the end they are zero.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn array<const N: usize>(&mut self) -> [u8; N] {
        let Some((array, rest)) = self.0.split_first_chunk() else {
            return [0; N];
        };
        self.0 = rest;
        *array
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.array())
    }

    fn u64(&mut self) -> u64 {
        u64::from_le_bytes(self.array())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: SectionId = SectionId(1);
    const TWO: SectionId = SectionId(2);
    const NONE: SectionId = SectionId(3);

    fn written() -> Vec<u8> {
        let sections = [
            Section {
                id: TWO,
                pieces: vec![b"first ", b"", b"second"],
            },
            Section {
                id: NONE,
                pieces: Vec::new(),
            },
            Section {
                id: ONE,
                pieces: vec![&[7; 1000]],
            },
        ];
        let mut out = Vec::new();
        let n_bytes = write(&mut out, &sections, &CancelToken::default()).expect("written");
        assert_eq!(n_bytes, Ok(out.len() as u64));
        out
    }

    fn open(bytes: &[u8]) -> Result<Container, CacheFault> {
        Container::read(&bytes)
    }

    #[test]
    fn sections_are_had_back() {
        let container = open(&written()).expect("a cache");
        assert_eq!(container.section(TWO).expect("there"), "first second");
        assert_eq!(container.section(ONE).expect("there"), [7; 1000][..]);
        assert_eq!(container.section(NONE).expect("there"), "");
        assert_eq!(container.section(SectionId(4)), None);
        for entry in entries(&&*written()).expect("a head") {
            assert_eq!(entry.start % ALIGNMENT, 0);
        }
    }

    #[test]
    fn every_truncation_is_noticed() {
        let whole = written();
        for n_bytes in 0..whole.len() {
            assert!(open(&whole[..n_bytes]).is_err(), "{n_bytes}");
        }
        let longer = [&whole[..], b"x"].concat();
        assert!(matches!(open(&longer), Err(CacheFault::Length { .. })));
    }

    #[test]
    fn every_changed_byte_that_is_used_is_noticed() {
        let whole = written();
        let entries = entries(&&*whole).expect("a head");
        let is_used = |at: usize| {
            let in_section = entries
                .iter()
                .any(|entry| (entry.start..entry.start + entry.n_bytes).contains(&(at as u64)));
            let in_head = at < HEADER_BYTES + 3 * ENTRY_BYTES;
            in_section || (in_head && !(CHECKED_BYTES + 8..HEADER_BYTES).contains(&at))
        };
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x40;
            assert_eq!(open(&changed).is_err(), is_used(at), "byte {at}");
        }
    }

    #[test]
    fn foreign_files_are_told_apart() {
        let with = |at: usize, bytes: &[u8]| {
            let mut changed = written();
            changed[at..at + bytes.len()].copy_from_slice(bytes);
            // As a writer of that kind would have done it.
            let n_table = 3 * ENTRY_BYTES;
            let table = changed[HEADER_BYTES..HEADER_BYTES + n_table].to_vec();
            let sum = head_checksum(&changed[..CHECKED_BYTES], &table);
            changed[CHECKED_BYTES..CHECKED_BYTES + 8].copy_from_slice(&sum.to_le_bytes());
            open(&changed).expect_err("foreign")
        };
        assert_eq!(with(0, b"\x7FELF"), CacheFault::NoCache);
        assert_eq!(with(8, &[9]), CacheFault::OtherFormat { found: 9 });
        let swapped = MACHINE.swap_bytes().to_ne_bytes();
        assert_eq!(with(12, &swapped), CacheFault::OtherMachine);
        assert_eq!(with(16, &[2]), CacheFault::OtherMachine);
        let found = "99.0.0".to_owned();
        assert_eq!(with(24, b"99.0.0\0\0"), CacheFault::OtherVersion { found });
        assert_eq!(open(&[]).expect_err("empty"), CacheFault::NoCache);
    }

    #[test]
    fn sections_that_claim_to_lie_outside_are_refused() {
        for (field, number) in [(8, u64::MAX), (16, u64::MAX), (16, 1 << 40)] {
            let mut changed = written();
            let at = HEADER_BYTES + field;
            changed[at..at + 8].copy_from_slice(&number.to_le_bytes());
            let table = changed[HEADER_BYTES..HEADER_BYTES + 3 * ENTRY_BYTES].to_vec();
            let sum = head_checksum(&changed[..CHECKED_BYTES], &table);
            changed[CHECKED_BYTES..CHECKED_BYTES + 8].copy_from_slice(&sum.to_le_bytes());
            assert_eq!(open(&changed).expect_err("outside"), CacheFault::Header);
        }
    }

    #[test]
    fn a_file_that_ends_before_it_should_is_a_fault() {
        /// A file that another program makes shorter while it is read.
        struct Cut<'a>(&'a [u8], u64);

        impl FileSource for Cut<'_> {
            fn n_bytes(&self) -> io::Result<u64> {
                self.0.n_bytes()
            }

            fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
                match at {
                    0 => self.0.read_at(at, into),
                    _ => self
                        .0
                        .get(..usize::try_from(self.1).expect("small"))
                        .unwrap_or_default()
                        .read_at(at, into),
                }
            }
        }
        let whole = written();
        let fault = Container::read(&Cut(&whole, 400)).expect_err("cut");
        assert!(matches!(fault, CacheFault::Unreadable { .. }), "{fault:?}");
        assert!(Container::read(&Cut(&whole, whole.len() as u64)).is_ok());
    }

    #[test]
    fn one_section_is_read_without_the_others() {
        let mut changed = written();
        assert_eq!(*changed.last().expect("a byte"), 7);
        *changed.last_mut().expect("a byte") = 8;
        let read = |id| read_section(&changed.as_slice(), id);
        assert_eq!(read(TWO).expect("whole"), "first second");
        assert_eq!(read(ONE), Err(CacheFault::Damaged { section: ONE }));
        let section = SectionId(4);
        assert_eq!(read(section), Err(CacheFault::Missing { section }));
    }

    #[test]
    fn writing_can_be_cancelled() {
        let cancel = CancelToken::default();
        cancel.cancel();
        let sections = [Section {
            id: ONE,
            pieces: vec![b"x"],
        }];
        let written = write(&mut Vec::new(), &sections, &cancel);
        assert!(matches!(written, Ok(Err(Cancelled))));
    }
}
