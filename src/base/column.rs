//! A column of plain values, in memory of its own or in a piece of a file's.

use bytemuck::Pod;
use bytes::Bytes;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// A column of plain values: a slice, wherever it lies.
#[derive(Clone)]
pub struct PlainColumn<T>(Cells<T>);

#[derive(Clone)]
enum Cells<T> {
    Owned(Vec<T>),
    /// Bytes whose length and alignment are those of whole values.
    Piece(Bytes, PhantomData<T>),
}

impl<T: Pod> PlainColumn<T> {
    /// The column in `bytes`, in the byte order of this machine; `None` unless
    /// they hold whole values and lie where values may lie.
    #[must_use]
    pub fn from_bytes(bytes: Bytes) -> Option<Self> {
        bytemuck::try_cast_slice::<u8, T>(&bytes).ok()?;
        Some(Self(Cells::Piece(bytes, PhantomData)))
    }

    /// The values as bytes, in the byte order of this machine.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Cells::Owned(values) => bytemuck::cast_slice(values),
            Cells::Piece(bytes, _) => bytes,
        }
    }
}

impl<T: Pod> Deref for PlainColumn<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Cells::Owned(values) => values,
            // Checked when it was made.
            Cells::Piece(bytes, _) => bytemuck::try_cast_slice(bytes).unwrap_or_default(),
        }
    }
}

impl<T> From<Vec<T>> for PlainColumn<T> {
    fn from(values: Vec<T>) -> Self {
        Self(Cells::Owned(values))
    }
}

impl<T> Default for PlainColumn<T> {
    fn default() -> Self {
        Self(Cells::Owned(Vec::new()))
    }
}

impl<T: Pod + PartialEq> PartialEq for PlainColumn<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> fmt::Debug for PlainColumn<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (place, n_bytes) = match &self.0 {
            Cells::Owned(values) => ("owned", std::mem::size_of_val(values.as_slice())),
            Cells::Piece(bytes, _) => ("piece", bytes.len()),
        };
        write!(f, "Column({place}, {n_bytes} bytes)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_reads_back_from_its_bytes() {
        let column = PlainColumn::from(vec![1_u32, 2, u32::MAX]);
        let again =
            PlainColumn::<u32>::from_bytes(Bytes::from_owner(AlignedBytes([1, 2, u32::MAX])));
        assert_eq!(again, Some(column));
    }

    #[test]
    fn bytes_that_are_no_whole_values_are_refused() {
        let bytes = Bytes::from_owner(AlignedBytes([1, 2, 3]));
        assert!(PlainColumn::<u32>::from_bytes(bytes.slice(0..7)).is_none());
        assert!(PlainColumn::<u32>::from_bytes(bytes.slice(1..5)).is_none());
    }

    struct AlignedBytes([u32; 3]);

    impl AsRef<[u8]> for AlignedBytes {
        fn as_ref(&self) -> &[u8] {
            bytemuck::cast_slice(&self.0)
        }
    }
}
