//! Tables of text that ship with the program, in `assets`: one reader for all.

/// A table that ships with the program: tab-separated lines; empty lines and
/// those that begin with `#` say nothing.
#[derive(Debug, Clone, Copy)]
pub struct AssetTable {
    /// Its path below `assets`.
    pub name: &'static str,
    /// Its lines.
    pub text: &'static str,
}

/// A line of a table that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableProblem {
    /// The table.
    pub table: &'static str,
    /// The line, counted from 1.
    pub line: u32,
}

impl AssetTable {
    /// Gives the columns of every line to `read`; a line for which it returns
    /// `None` is a problem.
    pub fn each_row(
        self,
        problems: &mut Vec<TableProblem>,
        mut read: impl FnMut(&[&'static str], u32) -> Option<()>,
    ) {
        let mut columns = Vec::new();
        for (line, row) in (1..).zip(self.text.lines()) {
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            columns.clear();
            columns.extend(row.split('\t'));
            if read(&columns, line).is_none() {
                let table = self.name;
                problems.push(TableProblem { table, line });
            }
        }
    }
}

/// The table at a path below `assets`, compiled in.
macro_rules! asset_table {
    ($name:literal) => {
        $crate::base::AssetTable {
            name: $name,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/", $name)),
        }
    };
}
pub(crate) use asset_table;

/// An enum whose values can be listed.
macro_rules! listed {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($(#[$doc:meta])* $value:ident,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        $vis enum $name { $($(#[$doc])* $value,)* }

        impl $name {
            /// All values, in the order in which they are declared.
            $vis const ALL: [Self; [$(Self::$value),*].len()] = [$(Self::$value),*];
        }
    };
}
pub(crate) use listed;

/// An enum each value of which has a word in tables and files.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($(#[$doc:meta])* $value:ident = $tag:literal,)* }
    ) => {
        $crate::base::listed! {
            $(#[$meta])*
            $vis enum $name { $($(#[$doc])* $value,)* }
        }

        impl $name {
            /// Its word in tables and files.
            #[must_use]
            $vis const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $tag),* }
            }

            /// The value whose word is `tag`.
            #[must_use]
            $vis fn from_tag(tag: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.as_str() == tag)
            }
        }
    };
}
pub(crate) use tagged;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_lines_are_told_by_their_numbers() {
        let table = AssetTable {
            name: "t",
            text: "# a comment\n\na\tb\nc\n",
        };
        let mut problems = Vec::new();
        let mut read = Vec::new();
        table.each_row(&mut problems, |columns, line| {
            let [first, second] = columns else {
                return None;
            };
            read.push((*first, *second, line));
            Some(())
        });
        assert_eq!(read, [("a", "b", 3)]);
        assert_eq!(
            problems,
            [TableProblem {
                table: "t",
                line: 4
            }]
        );
    }
}
