//! What the program says when something is wrong: a code, what is filled in
//! and how much it matters.
//!
//! No type spells out its sentence. It stands in `assets/texts` in every
//! language, under `problem-` and the code, for the window and the command line
//! alike; its arguments have the names of the fields. [`messages!`] makes such
//! types, and `tests/texts.rs` holds that each code has its texts.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something the reader asked for is not there as asked.
    Error,
    /// All is there, but likely not as meant.
    Warning,
    /// All is well; worth knowing.
    Note,
}

impl Severity {
    /// The lower-case word for it: `error`, `warning` or `note`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Something to be told to the reader.
pub trait Message {
    /// A stable name in kebab case; its text has the key `problem-` and this.
    fn code(&self) -> &'static str;

    /// What is filled into the text, by name.
    fn args(&self) -> Vec<(&'static str, Arg<'_>)>;

    /// How much it matters.
    fn severity(&self) -> Severity;
}

/// What is filled into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A number; the text may choose a plural form by it.
    Number(u64),
    /// Words from elsewhere, such as a title or a path.
    Text(Cow<'a, str>),
    /// Words of the program's own.
    Word(Word),
}

/// Words of the program's own, by the key of their text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Word(pub &'static str);

/// As numbers and words become arguments, by value or behind a reference.
macro_rules! arg_from {
    ($($kind:ty: $from:expr;)+) => {$(
        impl<'a> From<$kind> for Arg<'a> {
            fn from(value: $kind) -> Self {
                $from(value)
            }
        }
    )+};
}

arg_from! {
    u64: Arg::Number;
    &u64: |n: &u64| Arg::Number(*n);
    u32: |n: u32| Arg::Number(n.into());
    &u32: |n: &u32| Arg::Number((*n).into());
    usize: |n: usize| Arg::Number(n as u64);
    &usize: |n: &usize| Arg::Number(*n as u64);
    &Word: |word: &Word| Arg::Word(*word);
    &io::Error: |error: &io::Error| Arg::Text(error.to_string().into());
    &'a str: |text: &'a str| Arg::Text(text.into());
    &'a &'static str: |text: &'a &'static str| Arg::Text((*text).into());
    &'a String: |text: &'a String| Arg::Text(text.into());
    &'a Path: |path: &'a Path| Arg::Text(path.to_string_lossy());
    &'a PathBuf: |path: &'a PathBuf| Arg::Text(path.to_string_lossy());
}

/// Writes a message for those who make the program: its code, and what would
/// be filled in.
///
/// # Errors
/// Those of `f`.
pub fn write_terse(message: &dyn Message, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(message.code())?;
    for (name, arg) in message.args() {
        match arg {
            Arg::Number(number) => write!(f, " {name}={number}")?,
            Arg::Text(text) => write!(f, " {name}={text:?}")?,
            Arg::Word(word) => write!(f, " {name}={}", word.0)?,
        }
    }
    Ok(())
}

/// Makes an enum or a struct a [`Message`](crate::base::Message): after each
/// variant stand how much it matters and its code; its fields are what is
/// filled in. A variant with another message in it says what that says.
macro_rules! messages {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {$(
            $(#[$variant_meta:meta])*
            $variant:ident
            $({ $($(#[$field_meta:meta])* $field:ident: $kind:ty),+ $(,)? })?
            $(($inner:ident: $inner_kind:ty))?
            $(=> $severity:ident $code:literal)?
        ),+ $(,)?}
    ) => {
        $(#[$meta])*
        $vis enum $name {$(
            $(#[$variant_meta])*
            $variant $({ $($(#[$field_meta])* $field: $kind),+ })? $(($inner_kind))?
        ),+}

        impl $crate::base::Message for $name {
            fn code(&self) -> &'static str {
                match self {$(
                    Self::$variant $({ $($field: _),+ })? $(($inner))? =>
                        { $($code)? $($crate::base::Message::code($inner))? }
                ),+}
            }

            fn args(&self) -> Vec<(&'static str, $crate::base::Arg<'_>)> {
                match self {$(
                    Self::$variant $({ $($field),+ })? $(($inner))? =>
                        [$($((stringify!($field), $field.into())),+)?]
                            .into_iter()
                            $(.chain($crate::base::Message::args($inner)))?
                            .collect()
                ),+}
            }

            fn severity(&self) -> $crate::base::Severity {
                match self {$(
                    Self::$variant $({ $($field: _),+ })? $(($inner))? =>
                        { $($crate::base::Severity::$severity)? $($crate::base::Message::severity($inner))? }
                ),+}
            }
        }

        $($(
            impl From<$inner_kind> for $name {
                fn from($inner: $inner_kind) -> Self {
                    Self::$variant($inner)
                }
            }
        )?)+

        $crate::base::messages!(@error $name);
    };
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $($(#[$field_meta:meta])* $field_vis:vis $field:ident: $kind:ty),+ $(,)?
        } => $severity:ident $code:literal
    ) => {
        $(#[$meta])*
        $vis struct $name {$(
            $(#[$field_meta])*
            $field_vis $field: $kind
        ),+}

        impl $crate::base::Message for $name {
            fn code(&self) -> &'static str {
                $code
            }

            fn args(&self) -> Vec<(&'static str, $crate::base::Arg<'_>)> {
                vec![$((stringify!($field), (&self.$field).into())),+]
            }

            fn severity(&self) -> $crate::base::Severity {
                $crate::base::Severity::$severity
            }
        }

        $crate::base::messages!(@error $name);
    };
    (@error $name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::base::write_terse(self, f)
            }
        }

        impl std::error::Error for $name {}
    };
}

pub(crate) use messages;

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        #[derive(Debug)]
        enum Inner {
            Bare => Note "bare",
            Full { path: PathBuf, n_bytes: u64, what: Word } => Error "full",
        }
    }

    messages! {
        #[derive(Debug)]
        enum Outer {
            Inner(fault: Inner),
            Own { name: String } => Warning "own",
        }
    }

    #[test]
    fn a_message_says_what_its_declaration_says() {
        let full = Outer::Inner(Inner::Full {
            path: "a.txt".into(),
            n_bytes: 7,
            what: Word("data-png"),
        });
        assert_eq!((full.code(), full.severity()), ("full", Severity::Error));
        assert_eq!(
            full.to_string(),
            "full path=\"a.txt\" n_bytes=7 what=data-png"
        );
        let own = Outer::Own { name: "b".into() };
        assert_eq!(own.args(), [("name", Arg::Text("b".into()))]);
        assert_eq!(own.severity(), Severity::Warning);
        assert!(Outer::Inner(Inner::Bare).args().is_empty());
    }
}
