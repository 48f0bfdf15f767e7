//! Makes a folder of files, whole or not at all.

use super::SaveError;
use super::replace::{folder_of, sync_folder, temporary};
use crate::base::TakeFile;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Makes the folder at `path`: `write` hands its files to a folder beside it,
/// which takes its place when all has arrived on the disk.
///
/// # Errors
/// [`SaveError`] when the system refuses, or something stands there already.
pub fn write_folder(
    path: &Path,
    write: impl FnOnce(&mut TakeFile<'_>) -> io::Result<()>,
) -> Result<(), SaveError> {
    try_write(path, write).map_err(SaveError::of(path))
}

fn try_write(
    path: &Path,
    write: impl FnOnce(&mut TakeFile<'_>) -> io::Result<()>,
) -> io::Result<()> {
    // An empty folder, such as a dialog makes, is no loss.
    if path.exists() {
        fs::remove_dir(path)?;
    }
    let mut builder = temporary();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    let made = builder.tempdir_in(folder_of(path))?;
    let mut written = Vec::new();
    write(&mut |file, bytes| {
        let file = made.path().join(file);
        fs::create_dir_all(folder_of(&file))?;
        fs::write(&file, bytes)?;
        written.push(file);
        Ok(())
    })?;
    // Only now: the system has written most of them meanwhile.
    for file in &written {
        File::options().write(true).open(file)?.sync_all()?;
    }
    let folders: BTreeSet<&Path> = written.iter().map(|file| folder_of(file)).collect();
    folders.into_iter().for_each(sync_folder);
    fs::rename(made.path(), path)?;
    // It has moved: there is nothing left to remove.
    let _ = made.keep();
    sync_folder(folder_of(path));
    Ok(())
}
