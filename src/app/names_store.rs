//! Keeps repairs of names: in the corpus folder, or in the data folder where
//! that cannot be written to.

use super::names_fault::NamesFault;
use super::names_place::NamesPlace;
use crate::corpus::decode;
use crate::entity::repair::{Key, MergeConflict, NamesFile, WriteFault, merge, write};
use etcetera::BaseStrategy as _;
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_128;

/// The environment variable that names a folder other than the platform's.
const FOLDER_VARIABLE: &str = "WARRAQ_DATA_DIR";

/// The file in a corpus folder.
const FILE: &str = "entities.toml";

/// Where repairs are kept that no corpus folder takes; nowhere for tests and
/// pictures.
#[derive(Debug, Clone, Default)]
pub(super) struct NamesStore {
    pub(super) folder: Option<PathBuf>,
}

/// The repairs of one corpus.
#[derive(Debug)]
pub(super) struct Kept {
    /// The file that repairs go to; nowhere for tests and pictures.
    place: Option<NamesPlace>,
    /// Where they go if that refuses.
    aside: Option<NamesPlace>,
    /// What the file says as it was last read or written.
    own: NamesFile,
    /// What the folder's file says, where it is not the one written to.
    below: Option<NamesFile>,
    /// Why the folder's file is not the one written to.
    notice: Option<NamesFault>,
    /// The comment on top of a new file.
    heading: String,
}

/// What saving came to.
#[derive(Debug)]
pub(super) struct Saved {
    /// What the file says now, the repairs of others included.
    pub(super) names: NamesFile,
    /// What others changed otherwise at the same time.
    pub(super) conflicts: Vec<MergeConflict>,
    /// Why it went to the data folder from now on; [`Kept::below`] is then
    /// what the folder's file says.
    pub(super) went_aside: Option<NamesFault>,
    /// Entries taken out that the folder's file still has and that a layer
    /// above cannot take out.
    pub(super) not_taken_out: Vec<Key>,
}

impl NamesStore {
    /// The folder of the user.
    pub(super) fn of_user() -> Self {
        let named = std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty());
        let folder = named.map(PathBuf::from).or_else(|| {
            let platform = etcetera::base_strategy::choose_native_strategy().ok()?;
            Some(platform.data_dir().join("warraq"))
        });
        Self { folder }
    }

    /// The file in the data folder for the corpus folder `root`; `None` is the
    /// built-in corpus.
    fn aside(&self, root: Option<&Path>) -> Option<NamesPlace> {
        let name = root.map_or_else(
            || "built-in.toml".to_owned(),
            |root| {
                let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
                let name = xxh3_128(root.as_os_str().as_encoded_bytes());
                format!("{name:032x}.toml")
            },
        );
        Some(NamesPlace::new(&self.folder.as_ref()?.join("names"), &name))
    }

    /// Reads what is kept for the corpus folder `root`; `None` is the built-in
    /// corpus. Decides which file is written to: that of the data folder if it
    /// exists or the folder's cannot be written, else the folder's.
    pub(super) fn open(&self, root: Option<&Path>) -> Kept {
        let aside = self.aside(root);
        let aside_text = aside.as_ref().map(NamesPlace::read_text);
        let (folder, notice) = root.map_or((None, None), |root| {
            open_folder(root, self.folder.is_some())
        });
        let heading = root.map_or_else(String::new, heading);
        let exists = matches!(aside_text, Some(Ok(Some(_)) | Err(_)))
            && aside.as_ref().is_some_and(|aside| aside.path().exists());
        let can_write = root.is_some() && notice.is_none();
        if can_write && !exists {
            return Kept {
                place: root.map(|root| NamesPlace::new(root, FILE)),
                aside,
                own: folder.unwrap_or_default(),
                below: None,
                notice,
                heading: String::new(),
            };
        }
        let text = aside_text.and_then(|read| read.ok().flatten());
        Kept {
            place: aside,
            aside: None,
            own: NamesFile::parse(FILE, &text.unwrap_or_default()),
            below: folder,
            notice,
            heading,
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
fn open_folder(root: &Path, probes: bool) -> (Option<NamesFile>, Option<NamesFault>) {
    let place = NamesPlace::new(root, FILE);
    let bytes = match place.read() {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(found) => return (None, Some(found)),
    };
    let (names, is_utf8) = match String::from_utf8(bytes) {
        Ok(text) => (NamesFile::parse(FILE, &text), true),
        Err(error) => {
            let text = decode(error.as_bytes(), None).map(|decoded| decoded.text);
            (NamesFile::parse(FILE, &text.unwrap_or_default()), false)
        }
    };
    let notice = if !is_utf8 {
        Some(NamesFault::NotUtf8)
    } else if let Err(WriteFault::NotToml { line }) = write(names.source(), &names.patch_to(&names))
    {
        Some(NamesFault::NotToml { line })
    } else if probes {
        place.probe().err()
    } else {
        None
    };
    (Some(names), notice)
}

impl Kept {
    /// What the file that repairs go to says.
    pub(super) const fn names(&self) -> &NamesFile {
        &self.own
    }

    /// The layer below: what the folder's file says, where repairs go to
    /// another one.
    pub(super) const fn below(&self) -> Option<&NamesFile> {
        self.below.as_ref()
    }

    /// Why the folder's file is not the one that repairs go to.
    pub(super) const fn notice(&self) -> Option<&NamesFault> {
        self.notice.as_ref()
    }

    /// The file that repairs go to.
    pub(super) fn path(&self) -> Option<PathBuf> {
        self.place.as_ref().map(NamesPlace::path)
    }

    /// Saves `ours`, which comes from [`Kept::names`], joined with what other
    /// programs saved since. Writes nothing where nothing changed, so that it
    /// also serves to take over what others changed.
    ///
    /// Go on from [`Saved::names`]: going on from `ours` would take out what
    /// others added. What was done meanwhile, `now`, is joined by
    /// `merge(&ours, &now, &saved.names)`.
    ///
    /// # Errors
    /// [`NamesFault`]; `ours` is then not saved, and saving can be tried again.
    pub(super) fn save(&mut self, ours: &NamesFile) -> Result<Saved, NamesFault> {
        match self.save_here(ours) {
            Err(fault) if fault.goes_aside() && self.aside.is_some() => {
                self.save_aside(ours, fault)
            }
            saved => saved,
        }
    }

    fn save_here(&mut self, ours: &NamesFile) -> Result<Saved, NamesFault> {
        let Some(place) = &self.place else {
            self.own = ours.clone();
            return Ok(Saved::of(ours.clone()));
        };
        let folder_gone = |e| NamesFault::io(&place.path(), e);
        if self.aside.is_none()
            && let Some(folder) = place.path().parent()
        {
            // The data folder is made when it is needed first.
            fs::create_dir_all(folder).map_err(folder_gone)?;
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
        let mut names = theirs;
        if !patch.is_empty() {
            let source = if on_disk.is_empty() {
                &self.heading
            } else {
                &on_disk
            };
            let text = write(source, &patch).map_err(|fault| match fault {
                WriteFault::NotToml { line } => NamesFault::NotToml { line },
                // The patch was made from this very text.
                WriteFault::Conflict(_) => {
                    let error = std::io::Error::other("patch");
                    NamesFault::io(&place.path(), error)
                }
            })?;
            place.write(&text)?;
            names = NamesFile::parse(FILE, &text);
        } else if !is_there && !on_disk.is_empty() {
            place.write(&on_disk)?;
        }
        self.own = names.clone();
        Ok(Saved {
            conflicts: merged.conflicts,
            ..Saved::of(names)
        })
    }

    /// Saves what is new in `ours` in the data folder, as a layer above.
    fn save_aside(&mut self, ours: &NamesFile, fault: NamesFault) -> Result<Saved, NamesFault> {
        let folder = self.own.clone();
        let patch = folder.patch_to(ours);
        let mut aside = Self {
            place: self.aside.clone(),
            aside: None,
            own: NamesFile::default(),
            below: Some(folder.clone()),
            notice: Some(fault),
            heading: self
                .path()
                .as_deref()
                .and_then(Path::parent)
                .map_or_else(String::new, heading),
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
        Ok(Saved {
            went_aside,
            not_taken_out,
            ..saved
        })
    }
}

impl Saved {
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
