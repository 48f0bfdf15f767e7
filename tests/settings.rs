//! Settings: kept from start to start, and no file stops the start.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use warraq::analysis::SortBy;
use warraq::app::settings::{Settings, SettingsWarning, TEXT_SCALE, ThemeChoice, parse};
use warraq::texts::Language;

/// Settings none of which has its default.
fn chosen() -> Settings {
    Settings {
        language: Some(Language::Arabic),
        theme: ThemeChoice::Dark,
        interface_scale: 1.25,
        text_scale: 1.1,
        reading_family: Some("Amiri".to_owned()),
        sort: SortBy::Length,
        window_size: Some([1360.0, 860.5]),
        window_position: Some([-20.0, 40.0]),
        window_maximized: true,
        last_corpus: Some("/أخبار/2020".into()),
        recent: vec!["/أخبار/2020".into(), "/b".into()],
    }
}

/// The settings in `content`, which is without fault.
#[track_caller]
fn read(content: &str) -> Settings {
    let (settings, warnings) = parse(content.as_bytes());
    assert_eq!(warnings, []);
    settings
}

/// The settings in `content`, and the names of those that are damaged.
fn read_damaged(content: &str) -> (Settings, Vec<String>) {
    let (settings, warnings) = parse(content.as_bytes());
    let names = warnings.into_iter().map(|warning| match warning {
        SettingsWarning::Damaged { name, .. } => name,
        other => panic!("{other}"),
    });
    (settings, names.collect())
}

#[test]
fn what_is_written_is_read_again() {
    for settings in [Settings::default(), chosen()] {
        assert_eq!(read(&settings.to_json().unwrap()), settings);
    }
}

#[test]
fn the_file_names_things_in_a_stable_way() {
    let json: serde_json::Value = serde_json::from_str(&chosen().to_json().unwrap()).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "version": 1,
            "language": "ar",
            "theme": "dark",
            "text_scale": 1.1,
            "interface_scale": 1.25,
            "reading_family": "Amiri",
            "sort": "length",
            "window_size": [1360.0, 860.5],
            "window_position": [-20.0, 40.0],
            "window_maximized": true,
            "last_corpus": "/أخبار/2020",
            "recent": ["/أخبار/2020", "/b"],
        })
    );
}

#[test]
fn missing_values_have_their_defaults() {
    assert_eq!(read("{}"), Settings::default());
    let settings = read(r#"{"theme": "light", "language": null}"#);
    assert_eq!(
        settings,
        Settings {
            theme: ThemeChoice::Light,
            ..Settings::default()
        }
    );
}

#[test]
fn a_damaged_value_costs_only_itself() {
    let (settings, damaged) = read_damaged(
        r#"{"language": "tlh", "theme": 7, "text_scale": "big", "sort": "length",
            "window_size": [1], "window_maximized": null, "last_corpus": "/a"}"#,
    );
    let expected = Settings {
        sort: SortBy::Length,
        last_corpus: Some("/a".into()),
        ..Settings::default()
    };
    assert_eq!(settings, expected);
    let names = [
        "language",
        "theme",
        "text_scale",
        "window_size",
        "window_maximized",
    ];
    assert_eq!(damaged, names);
}

#[test]
fn a_damaged_item_costs_only_itself() {
    let (settings, damaged) = read_damaged(r#"{"recent": ["/a", 5, null, "/b", "/a"]}"#);
    assert_eq!(settings.recent, [Path::new("/a"), Path::new("/b")]);
    assert_eq!(damaged, ["recent", "recent"]);
}

#[test]
fn unknown_values_and_newer_versions_are_told() {
    let (settings, warnings) = parse(br#"{"version": 2, "theme": "dark", "zoom": 1}"#);
    assert_eq!(settings.theme, ThemeChoice::Dark);
    let unknown = SettingsWarning::Unknown {
        name: "zoom".to_owned(),
    };
    assert_eq!(warnings, [SettingsWarning::Newer { version: 2 }, unknown]);
}

#[test]
fn values_are_brought_into_their_range() {
    for (written, read_as) in [
        ("0.1", 0.7),
        ("9", 2.5),
        ("1e300", 2.5),
        ("-1", 0.7),
        ("1.3", 1.3),
    ] {
        let settings = read(&format!(r#"{{"text_scale": {written}}}"#));
        assert_eq!(settings.text_scale.to_bits(), f32::to_bits(read_as));
    }
    let settings = read(r#"{"window_size": [1, 1e300], "window_position": [-1e300, 5]}"#);
    assert_eq!(settings.window_size, Some([300.0, 16_384.0]));
    assert_eq!(settings.window_position, Some([-32_768.0, 5.0]));
}

#[test]
fn values_out_of_range_are_not_written() {
    let settings = Settings {
        text_scale: f32::NAN,
        window_size: Some([f32::INFINITY, 500.0]),
        window_position: Some([f32::NAN, 0.0]),
        ..Settings::default()
    };
    let expected = Settings {
        window_size: Some([16_384.0, 500.0]),
        ..Settings::default()
    };
    assert_eq!(read(&settings.to_json().unwrap()), expected);
}

#[test]
fn what_is_no_object_gives_defaults_and_one_warning() {
    for content in [
        &b""[..],
        b"[]",
        b"null",
        b"{",
        b"\xFF\xFE{}",
        b"{\"theme\": \"dark\"",
        b"{}{}",
    ] {
        let (settings, warnings) = parse(content);
        assert_eq!(settings, Settings::default());
        assert!(
            matches!(warnings[..], [SettingsWarning::NotSettings { .. }]),
            "{warnings:?}"
        );
    }
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert_eq!(
        read("\u{FEFF}{\"theme\": \"dark\"}").theme,
        ThemeChoice::Dark
    );
}

#[test]
fn ten_corpora_are_remembered_the_last_first() {
    let mut settings = Settings::default();
    for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "c"] {
        settings.remember(Path::new(name));
    }
    let expected = ["c", "k", "j", "i", "h", "g", "f", "e", "d", "b"].map(PathBuf::from);
    assert_eq!(settings.recent, expected);
    assert_eq!(settings.last_corpus, Some("c".into()));
}

#[cfg(unix)]
#[test]
fn paths_that_json_cannot_hold_are_left_out() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let mut settings = Settings::default();
    settings.remember(Path::new("/a"));
    settings.remember(Path::new(OsStr::from_bytes(b"/\xFF")));
    let read = read(&settings.to_json().unwrap());
    assert_eq!(read.recent, [Path::new("/a")]);
    assert_eq!(read.last_corpus, None);
}

#[test]
fn files_are_written_whole_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/folder/settings.json");
    assert_eq!(Settings::load_from(&path), (Settings::default(), vec![]));

    Settings::default().save_to(&path).unwrap();
    chosen().save_to(&path).unwrap();
    assert_eq!(Settings::load_from(&path), (chosen(), vec![]));
    let names = fs::read_dir(path.parent().unwrap()).unwrap();
    assert_eq!(names.count(), 1, "no temporary file stays behind");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (path, target) = (
        folder.path().join("settings.json"),
        folder.path().join("mine"),
    );
    fs::write(&target, "{}").unwrap();
    std::os::unix::fs::symlink(&target, &path).unwrap();
    chosen().save_to(&path).unwrap();
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert_eq!(Settings::load_from(&target), (chosen(), vec![]));
}

#[test]
fn a_damaged_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    for (content, name) in [
        (&b"no settings"[..], "settings.json.bad"),
        (b"", "settings.json.bad2"),
        (b"\xFF", "settings.json.bad3"),
        (br#"{"theme": 5, "sort": "title"}"#, "settings.json.bad4"),
    ] {
        let kept = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let (settings, warnings) = Settings::load_from(&path);
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        let told = SettingsWarning::KeptAs { path: kept.clone() };
        assert_eq!(warnings.last(), Some(&told));

        assert_eq!(fs::read(&kept).unwrap(), content);
        // What could be read of it goes on, and is told once.
        assert_eq!(Settings::load_from(&path), (settings, vec![]));
    }
}

#[test]
fn a_file_too_large_for_settings_is_kept_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let content = " ".repeat(2 << 20);
    fs::write(&path, &content).unwrap();
    let (settings, warnings) = Settings::load_from(&path);
    assert_eq!(settings, Settings::default());
    assert!(matches!(
        warnings[..],
        [
            SettingsWarning::Unreadable { .. },
            SettingsWarning::KeptAs { .. }
        ]
    ));
    assert_eq!(Settings::load_from(&path), (settings, vec![]));
    assert_eq!(
        fs::read_to_string(folder.path().join("settings.json.bad")).unwrap(),
        content
    );
}

#[test]
fn a_folder_in_the_place_of_the_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    fs::create_dir(&path).unwrap();
    let (settings, warnings) = Settings::load_from(&path);
    assert_eq!(settings, Settings::default());
    assert_eq!(warnings, [SettingsWarning::NotAFile { path: path.clone() }]);
    assert!(settings.save_to(&path).is_err());
    assert!(path.is_dir());
}

#[test]
fn a_file_that_cannot_be_kept_is_told() {
    let folder = tempfile::tempdir().unwrap();
    // As long as a name can be: there is no room for what is added.
    let path = folder.path().join("n".repeat(255));
    fs::write(&path, "damaged").unwrap();
    let (_, warnings) = Settings::load_from(&path);
    assert!(matches!(
        warnings[..],
        [
            SettingsWarning::NotSettings { .. },
            SettingsWarning::NotKept { .. }
        ]
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), "damaged");
}

/// Whether the window can be opened with `settings`.
fn are_usable(settings: &Settings) -> bool {
    let size = settings.window_size.unwrap_or([900.0, 600.0]);
    let place = settings.window_position.unwrap_or_default();
    TEXT_SCALE.contains(&settings.text_scale)
        && size.iter().all(|side| (300.0..=16_384.0).contains(side))
        && place.iter().all(|at| at.abs() <= 32_768.0)
        && settings.recent.len() <= 10
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "[a-z/]{0,8}".prop_map(Into::into),
        prop::sample::select(vec!["ar", "en", "dark", "length"]).prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..5)
                .prop_map(|object| object.into_iter().collect()),
        ]
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    let languages = vec![None, Some(Language::Arabic), Some(Language::English)];
    let path = || "/[^\u{0}]{1,12}".prop_map(PathBuf::from);
    (
        prop::sample::select(languages),
        prop::sample::select(vec![
            ThemeChoice::Light,
            ThemeChoice::Dark,
            ThemeChoice::System,
        ]),
        TEXT_SCALE,
        prop::option::of(".{0,12}"),
        prop::option::of([300.0..16_384.0_f32, 300.0..16_384.0_f32]),
        prop::option::of([-32_768.0..32_768.0_f32, -32_768.0..32_768.0_f32]),
        any::<bool>(),
        prop::collection::vec(path(), 0..20),
    )
        .prop_map(
            |(language, theme, text_scale, reading_family, size, position, maximized, opened)| {
                let mut settings = Settings {
                    language,
                    theme,
                    text_scale,
                    reading_family,
                    window_size: size,
                    window_position: position,
                    window_maximized: maximized,
                    ..Settings::default()
                };
                for folder in opened {
                    settings.remember(&folder);
                }
                settings
            },
        )
}

proptest! {
    #[test]
    fn any_bytes_give_usable_settings(content in prop::collection::vec(any::<u8>(), 0..200)) {
        let (settings, _) = parse(&content);
        prop_assert!(are_usable(&settings));
    }

    #[test]
    fn any_values_give_usable_settings(
        values in prop::collection::btree_map(
            prop::sample::select(vec![
                "version", "language", "theme", "text_scale", "reading_family", "sort", "window_size",
                "window_position", "window_maximized", "last_corpus", "recent", "other",
            ]),
            json(),
            0..12,
        ),
    ) {
        let content = serde_json::to_vec(&values).unwrap();
        let (settings, warnings) = parse(&content);
        prop_assert!(are_usable(&settings));
        let unknown = SettingsWarning::Unknown { name: "other".to_owned() };
        prop_assert_eq!(warnings.contains(&unknown), values.contains_key("other"));
    }

    #[test]
    fn any_settings_are_read_as_written(settings in settings()) {
        let json = settings.to_json().unwrap();
        prop_assert_eq!(parse(json.as_bytes()), (settings, vec![]));
    }

    /// A file cut off anywhere, as a full disk leaves it, is survived.
    #[test]
    fn any_beginning_of_a_file_is_survived(settings in settings(), share in 0.0..1.0_f64) {
        let json = settings.to_json().unwrap().into_bytes();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "a share of a small length"
        )]
        let end = (json.len() as f64 * share) as usize;
        let (read, warnings) = parse(&json[..end]);
        prop_assert_eq!(read, Settings::default());
        prop_assert_eq!(warnings.len(), 1);
    }
}
