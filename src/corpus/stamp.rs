//! How a change of a file is noticed without reading it.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// What the file system told of a file before it was read. Times are
/// nanoseconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    /// The size in bytes.
    pub n_bytes: u64,
    /// When the content was last changed.
    pub modified: i64,
    /// When the file was last changed in any way; unlike `modified`, no program
    /// can set it back. The same as `modified` where the system does not tell.
    pub changed: i64,
    /// Whether the last change was long enough ago for a later one to give
    /// other times.
    pub is_settled: bool,
}

/// FAT counts in steps of two seconds; no common file system in longer ones.
const COARSEST_CLOCK: i64 = 2_000_000_000;

impl FileStamp {
    /// The stamp of a file whose state cannot be told: equal to none.
    pub(super) const UNKNOWN: Self = Self {
        n_bytes: 0,
        modified: 0,
        changed: 0,
        is_settled: false,
    };

    /// The stamp of a file of `n_bytes` bytes with these times, which were
    /// asked for not before `now`. Ask before the file is read: whatever
    /// happens to it from then on gives another stamp.
    pub(super) fn new(n_bytes: u64, modified: i64, changed: i64, now: SystemTime) -> Self {
        let latest = changed.max(modified);
        Self {
            n_bytes,
            modified,
            changed,
            is_settled: latest < nanoseconds(now).saturating_sub(COARSEST_CLOCK),
        }
    }

    /// Whether a file of this stamp is certain to be as it was when `self`
    /// was taken.
    #[must_use]
    pub fn is_still(&self, later: &Self) -> bool {
        self.is_settled
            && self.n_bytes == later.n_bytes
            && self.modified == later.modified
            && self.changed == later.changed
    }
}

/// Nanoseconds since 1970 in UTC; a time too far away is the farthest there
/// is.
pub(super) fn nanoseconds(time: SystemTime) -> i64 {
    let whole = |duration: Duration| i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX);
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(before) => -whole(before.duration()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    fn stamp(modified: u64, now: u64) -> FileStamp {
        let modified = nanoseconds(at(modified));
        FileStamp::new(7, modified, modified, at(now))
    }

    #[test]
    fn an_old_file_is_known_again() {
        assert!(stamp(10, 100).is_still(&stamp(10, 200)));
        assert!(!stamp(10, 100).is_still(&stamp(11, 200)));
    }

    #[test]
    fn a_file_changed_just_now_is_not_trusted() {
        assert!(!stamp(99, 100).is_still(&stamp(99, 200)));
        assert!(!stamp(300, 100).is_still(&stamp(300, 200)), "a clock ahead");
    }

    #[test]
    fn a_time_set_back_is_noticed_where_the_system_tells() {
        let old = FileStamp::new(7, 1, 1, at(100));
        let new = FileStamp::new(7, 1, nanoseconds(at(50)), at(100));
        assert!(!old.is_still(&new));
    }

    #[test]
    fn what_is_unknown_equals_nothing() {
        assert!(!FileStamp::UNKNOWN.is_still(&FileStamp::UNKNOWN));
    }

    #[test]
    fn times_before_1970_and_beyond_all_bounds_have_a_number() {
        let second = Duration::from_secs(1);
        assert_eq!(nanoseconds(SystemTime::UNIX_EPOCH - second), -1_000_000_000);
        assert_eq!(nanoseconds(at(1 << 40)), i64::MAX);
    }
}
