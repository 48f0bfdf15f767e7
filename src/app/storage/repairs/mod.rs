//! Where are repairs of names kept?
//!
//! In the corpus folder, or in the data folder where that cannot be written to.
//!
//! Knows definition files; no state, no task.

mod written;

use self::written::Written;
use super::definition_fault::DefinitionFault;
use super::definition_file::DefinitionFile;
use crate::corpus::decode;
use crate::entity::repair::{Key, MergeConflict, NamesFile, WriteFault, merge, write};
use crate::files::{keep_damaged, make_private};
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_128;

/// The file in a corpus folder.
const FILE: &str = "entities.toml";

/// Where repairs are kept that no corpus folder takes; nowhere for tests and
/// pictures.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct RepairsStore {
    folder: Option<PathBuf>,
}

/// The repairs of one corpus.
#[derive(Debug)]
pub(in crate::app) struct StoredRepairs {
    /// The file that repairs go to; nowhere for tests and pictures.
    place: Option<DefinitionFile>,
    /// Where they go if that refuses.
    aside: Option<DefinitionFile>,
    /// What the file says as it was last read or written.
    own: NamesFile,
    /// What the folder's file says, where it is not the one written to.
    below: Option<NamesFile>,
    /// Why the folder's file is not the one written to.
    notice: Option<DefinitionFault>,
    /// That the data folder's file was damaged.
    damaged: Option<DefinitionFault>,
    /// The comment on top of a new file.
    heading: String,
    /// What the file said before each writing.
    written: Written,
}

/// What saving came to.
#[derive(Debug)]
pub(in crate::app) struct SavedRepairs {
    /// What the file says now, the repairs of others included.
    pub(in crate::app) names: NamesFile,
    /// What others changed otherwise at the same time.
    pub(in crate::app) conflicts: Vec<MergeConflict>,
    /// Why it went to the data folder from now on; [`StoredRepairs::below`] is then
    /// what the folder's file says.
    pub(in crate::app) went_aside: Option<DefinitionFault>,
    /// Entries taken out that the folder's file still has and that a layer
    /// above cannot take out.
    pub(in crate::app) not_taken_out: Vec<Key>,
}

impl RepairsStore {
    /// Keeps repairs in the data folder `folder`.
    pub(in crate::app) const fn at(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The file in the data folder for the corpus folder `root`; `None` is the
    /// built-in corpus.
    fn aside(&self, root: Option<&Path>) -> Option<DefinitionFile> {
        let name = root.map_or_else(
            || "built-in.toml".to_owned(),
            |root| {
                let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
                let name = xxh3_128(root.as_os_str().as_encoded_bytes());
                format!("{name:032x}.toml")
            },
        );
        Some(DefinitionFile::new(
            &self.folder.as_ref()?.join("names"),
            &name,
        ))
    }

    /// What the data folder's file for the corpus folder `root` says, if there
    /// is one, as far as it can be read; `None` is the built-in corpus.
    pub(super) fn read(&self, root: Option<&Path>) -> Option<NamesFile> {
        let bytes = self.aside(root)?.read().ok()??;
        Some(parse(bytes).0)
    }

    /// Opens what is kept for the corpus folder `root`; `None` is the built-in
    /// corpus. Decides which file is written to: that of the data folder if it
    /// exists or the folder's cannot be written, else the folder's.
    pub(in crate::app) fn open(&self, root: Option<&Path>) -> StoredRepairs {
        let aside = self.aside(root);
        let heading = root.map_or_else(String::new, heading);
        let above = aside.as_ref().map(|aside| open_aside(aside, &heading));
        let (above, damaged) = above.unwrap_or_default();
        let (folder, notice) = root.map_or((None, None), |root| {
            open_folder(root, self.folder.is_some())
        });
        let repairs = StoredRepairs {
            place: aside.clone(),
            aside: None,
            own: NamesFile::default(),
            below: None,
            notice,
            damaged,
            heading,
            written: Written::default(),
        };
        match above {
            None if root.is_some() && repairs.notice.is_none() => StoredRepairs {
                place: root.map(|root| DefinitionFile::new(root, FILE)),
                aside,
                own: folder.unwrap_or_default(),
                heading: String::new(),
                ..repairs
            },
            above => StoredRepairs {
                own: above.unwrap_or_else(|| NamesFile::parse(FILE, "")),
                below: folder,
                ..repairs
            },
        }
    }
}

/// The comment on top of a file in the data folder, for people who look into it.
fn heading(root: &Path) -> String {
    format!(
        "# {}\n",
        root.display().to_string().replace(['\n', '\r'], " ")
    )
}

/// What the folder's file says, and why it cannot be written to; that is
/// tried out only if it `probes`, since without a data folder there is no
/// other place to go to.
fn open_folder(root: &Path, probes: bool) -> (Option<NamesFile>, Option<DefinitionFault>) {
    let place = DefinitionFile::new(root, FILE);
    let bytes = match place.read() {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(found) => return (None, Some(found)),
    };
    let (names, fault) = parse(bytes);
    let notice = match fault {
        None if probes => place.probe().err(),
        fault => fault,
    };
    (Some(names), notice)
}

/// What the data folder's file says, if there is one. A damaged one is kept;
/// what of it can be read takes its place.
fn open_aside(
    place: &DefinitionFile,
    heading: &str,
) -> (Option<NamesFile>, Option<DefinitionFault>) {
    let path = place.path();
    let bytes = match place.read() {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return (None, None),
        Err(_) => return (path.exists().then(NamesFile::default), None),
    };
    let (names, fault) = parse(bytes);
    if fault.is_none() {
        return (Some(names), None);
    }
    let readable = write(heading, &NamesFile::default().patch_to(&names)).unwrap_or_default();
    let fault = match keep_damaged(&path, readable.as_bytes()) {
        Ok(kept) => DefinitionFault::Damaged { kept },
        Err(error) => DefinitionFault::io(&path, error.source),
    };
    (Some(NamesFile::parse(FILE, &readable)), Some(fault))
}

/// What the bytes of a definition file say, as far as they can be read, and
/// what is wrong with a file that cannot be written into.
fn parse(bytes: Vec<u8>) -> (NamesFile, Option<DefinitionFault>) {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let text = decode(error.as_bytes(), None).map(|decoded| decoded.text);
            let names = NamesFile::parse(FILE, &text.unwrap_or_default());
            return (names, Some(DefinitionFault::NotUtf8));
        }
    };
    let names = NamesFile::parse(FILE, &text);
    match write(&text, &names.patch_to(&names)) {
        Err(WriteFault::NotToml { line }) => (names, Some(DefinitionFault::NotToml { line })),
        Ok(_) | Err(WriteFault::Conflict(_)) => (names, None),
    }
}

impl StoredRepairs {
    /// What the file that repairs go to says.
    pub(in crate::app) const fn names(&self) -> &NamesFile {
        &self.own
    }

    /// The layer below: what the folder's file says, where repairs go to
    /// another one.
    pub(in crate::app) const fn below(&self) -> Option<&NamesFile> {
        self.below.as_ref()
    }

    /// Why the folder's file is not the one that repairs go to.
    pub(in crate::app) const fn notice(&self) -> Option<&DefinitionFault> {
        self.notice.as_ref()
    }

    /// That the data folder's file was damaged, and what became of it.
    pub(in crate::app) const fn damaged(&self) -> Option<&DefinitionFault> {
        self.damaged.as_ref()
    }

    /// Goes on from `old`, which was opened before on the same folder: what it
    /// wrote can be taken back byte for byte.
    pub(in crate::app) fn follow(&mut self, old: &mut Self) {
        if self.place == old.place {
            self.written = std::mem::take(&mut old.written);
        }
    }

    /// The file that repairs go to.
    fn path(&self) -> Option<PathBuf> {
        self.place.as_ref().map(DefinitionFile::path)
    }

    /// Saves `ours`, which comes from [`StoredRepairs::names`], joined with what other
    /// programs saved since. Writes nothing where nothing changed, so that it
    /// also serves to take over what others changed.
    ///
    /// Go on from [`SavedRepairs::names`]: going on from `ours` would take out what
    /// others added. What was done meanwhile, `now`, is joined by
    /// `merge(&ours, &now, &saved.names)`.
    ///
    /// # Errors
    /// [`DefinitionFault`]; `ours` is then not saved, and saving can be tried again.
    pub(in crate::app) fn save(
        &mut self,
        ours: &NamesFile,
    ) -> Result<SavedRepairs, DefinitionFault> {
        match self.save_here(ours) {
            Err(fault) if fault.goes_aside() && self.aside.is_some() => {
                self.save_aside(ours, fault)
            }
            saved => saved,
        }
    }

    fn save_here(&mut self, ours: &NamesFile) -> Result<SavedRepairs, DefinitionFault> {
        let Some(place) = &self.place else {
            self.own = ours.clone();
            return Ok(SavedRepairs::of(ours.clone()));
        };
        let folder_gone = |e| DefinitionFault::io(&place.path(), e);
        if self.aside.is_none()
            && let Some(folder) = place.path().parent()
        {
            // The data folder is made when it is needed first.
            make_private(folder).map_err(folder_gone)?;
        }
        let _lock = place.lock();
        let on_disk = place.read_text()?;
        let is_there = on_disk.is_some();
        // A file that was deleted is written again: deleting it was not meant
        // to take back what is on the screen.
        let on_disk = on_disk.unwrap_or_else(|| self.own.source().to_owned());
        let theirs = if on_disk == self.own.source() {
            self.own.clone()
        } else {
            NamesFile::parse(FILE, &on_disk)
        };
        let merged = merge(&self.own, ours, &theirs);
        let patch = theirs.patch_to(&merged.file);
        self.written.follow(&on_disk);
        let mut names = theirs;
        let back = (!patch.is_empty()).then(|| self.written.back_to(&merged.file));
        if let Some((text, was_there)) = back.flatten() {
            if was_there {
                place.write(&text)?;
            } else {
                place.remove()?;
            }
            names = NamesFile::parse(FILE, &text);
        } else if !patch.is_empty() {
            let source = if on_disk.is_empty() {
                &self.heading
            } else {
                &on_disk
            };
            let text = write(source, &patch).map_err(|fault| match fault {
                WriteFault::NotToml { line } => DefinitionFault::NotToml { line },
                // The patch was made from this very text.
                WriteFault::Conflict(_) => {
                    let error = std::io::Error::other("patch");
                    DefinitionFault::io(&place.path(), error)
                }
            })?;
            place.write(&text)?;
            let before = std::mem::replace(&mut names, NamesFile::parse(FILE, &text));
            self.written.note(before, is_there, &text);
        } else if !is_there && !on_disk.is_empty() {
            place.write(&on_disk)?;
        }
        self.own = names.clone();
        Ok(SavedRepairs {
            conflicts: merged.conflicts,
            ..SavedRepairs::of(names)
        })
    }

    /// Saves what is new in `ours` in the data folder, as a layer above.
    fn save_aside(
        &mut self,
        ours: &NamesFile,
        fault: DefinitionFault,
    ) -> Result<SavedRepairs, DefinitionFault> {
        let folder = self.own.clone();
        let patch = folder.patch_to(ours);
        let mut aside = Self {
            place: self.aside.clone(),
            aside: None,
            own: NamesFile::default(),
            below: Some(folder.clone()),
            notice: Some(fault),
            damaged: None,
            heading: self
                .path()
                .as_deref()
                .and_then(Path::parent)
                .map_or_else(String::new, heading),
            written: Written::default(),
        };
        let new = NamesFile::default().patch_to(ours);
        let changed: Vec<&Key> = patch.changes().iter().map(|change| &change.key).collect();
        let new = new.only(|key| changed.contains(&key));
        let ours = new.apply(&aside.own).unwrap_or_default();
        let saved = aside.save_here(&ours)?;
        let gone = patch
            .changes()
            .iter()
            .filter(|change| change.after.is_none());
        let not_taken_out = gone.map(|change| change.key.clone()).collect();
        let went_aside = aside.notice.take();
        *self = aside;
        Ok(SavedRepairs {
            went_aside,
            not_taken_out,
            ..saved
        })
    }
}

impl SavedRepairs {
    const fn of(names: NamesFile) -> Self {
        Self {
            names,
            conflicts: Vec::new(),
            went_aside: None,
            not_taken_out: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
