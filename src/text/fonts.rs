//! The catalogue of faces: bundled ones, and on demand the system's.

use crate::base::fits;
use fontdb::{Database, Query, Source, Stretch, Style, Weight};
use std::sync::{Arc, Mutex, PoisonError};

/// The bundled faces; `assets/fonts/README.md` has their sources and licences.
const BUNDLED: [&[u8]; 8] = [
    include_bytes!("../../assets/fonts/Amiri-Regular.ttf"),
    include_bytes!("../../assets/fonts/Amiri-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansSymbols2-Keys.ttf"),
];

/// The bytes of a font file, shared between catalogue, shaper and rasteriser.
pub type FontBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Every face that text may be set in.
///
/// Only bundled faces are in it until [`FontCatalog::add_system_fonts`]: what
/// the program shows does not depend on the machine unless the reader asks.
pub struct FontCatalog {
    db: Database,
}

impl FontCatalog {
    /// The catalogue of bundled faces.
    #[must_use]
    pub fn bundled() -> Self {
        let mut db = Database::new();
        for bytes in BUNDLED {
            db.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        Self { db }
    }

    /// Adds the faces installed on this machine. Takes some tens of
    /// milliseconds: not for the window's thread.
    pub fn add_system_fonts(&mut self) {
        self.db.load_system_fonts();
    }

    /// Families with at least one face that covers the Arabic alphabet, sorted.
    #[must_use]
    pub fn arabic_families(&self) -> Vec<String> {
        let mut families: Vec<String> = self
            .db
            .faces()
            .filter(|face| self.covers_arabic(face.id))
            .filter_map(|face| face.families.first().map(|(name, _)| name.clone()))
            .collect();
        families.sort();
        families.dedup();
        families
    }

    /// Whether there is a face of that family.
    #[must_use]
    pub fn has_family(&self, family: &str) -> bool {
        self.db
            .faces()
            .any(|face| face.families.iter().any(|(name, _)| name == family))
    }

    fn covers_arabic(&self, id: fontdb::ID) -> bool {
        self.db
            .with_face_data(id, |bytes, index| {
                let Some(font) = swash::FontRef::from_index(bytes, index as usize) else {
                    return false;
                };
                let charmap = font.charmap();
                [
                    '\u{0627}', '\u{0628}', '\u{0639}', '\u{064A}', '\u{0629}', '\u{0621}',
                ]
                .into_iter()
                .all(|c| charmap.map(c) != 0)
            })
            .unwrap_or(false)
    }

    /// The bytes of every face of `family`, regular and bold where there are both.
    #[must_use]
    pub fn family_bytes(&self, family: &str) -> Vec<FontBytes> {
        let mut files: Vec<(fontdb::ID, FontBytes)> = Vec::new();
        for weight in [Weight::NORMAL, Weight::BOLD] {
            let query = Query {
                families: &[fontdb::Family::Name(family)],
                weight,
                stretch: Stretch::Normal,
                style: Style::Normal,
            };
            let Some(id) = self.db.query(&query) else {
                continue;
            };
            if files.iter().any(|(known, _)| *known == id) {
                continue;
            }
            if let Some(bytes) = self.bytes(id) {
                files.push((id, bytes));
            }
        }
        files.into_iter().map(|(_, bytes)| bytes).collect()
    }

    /// The bytes of every face now in the catalogue, in its order.
    pub fn all_bytes(&self) -> impl Iterator<Item = FontBytes> + '_ {
        self.db.faces().filter_map(|face| self.bytes(face.id))
    }

    fn bytes(&self, id: fontdb::ID) -> Option<FontBytes> {
        match &self.db.face(id)?.source {
            Source::File(path) => std::fs::read(path)
                .ok()
                .map(|bytes| Arc::new(bytes) as FontBytes),
            Source::Binary(bytes) | Source::SharedFile(_, bytes) => Some(Arc::clone(bytes)),
        }
    }
}

/// The number of a face that some text was set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// The faces that laid-out text refers to, shared with the rasteriser.
#[derive(Clone, Default)]
pub struct FaceTable {
    faces: Arc<Mutex<Vec<Face>>>,
}

#[derive(Clone)]
struct Face {
    bytes: parley::fontique::Blob<u8>,
    index: u32,
}

impl FaceTable {
    /// The number of a face, which is new or known by its bytes and index.
    pub(super) fn number_of(&self, font: &parley::FontData) -> FaceId {
        let mut faces = self.faces.lock().unwrap_or_else(PoisonError::into_inner);
        let known = faces
            .iter()
            .position(|face| face.bytes.id() == font.data.id() && face.index == font.index);
        let number = known.unwrap_or_else(|| {
            faces.push(Face {
                bytes: font.data.clone(),
                index: font.index,
            });
            faces.len() - 1
        });
        FaceId(fits(number))
    }

    /// Calls `use_face` with the file bytes and the index of `face` in that
    /// file; `None` for a number that no layout gave out.
    pub fn with_face<R>(&self, face: FaceId, use_face: impl FnOnce(&[u8], u32) -> R) -> Option<R> {
        let found = self
            .faces
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(usize::from(face.0))
            .cloned()?;
        Some(use_face(found.bytes.as_ref(), found.index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_families_cover_arabic() {
        let families = FontCatalog::bundled().arabic_families();
        assert_eq!(families, ["Amiri", "Noto Naskh Arabic", "Noto Sans Arabic"]);
    }

    #[test]
    fn family_bytes_has_regular_and_bold() {
        let catalog = FontCatalog::bundled();
        assert_eq!(catalog.family_bytes("Amiri").len(), 2);
        assert_eq!(catalog.family_bytes("Noto Naskh Arabic").len(), 1);
        assert!(catalog.family_bytes("No Such Family").is_empty());
    }
}
