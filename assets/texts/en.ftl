### The texts of the window in English.
###
### A label has no colon; an ellipsis means that more is asked for before
### something happens. A message says what happened and what to do next.
### Every key stands in both languages, with the same arguments. The function
### PLURAL gives the plural form of a number: zero, one, two, few, many, other.

## The program

-warraq = Warraq

app-name = { -warraq }
cancel = Cancel
close = Close
copy-path = Copy the path
panic-left = Last time something went wrong inside the program. What is known of it stands in “{ $path }”, without any text of your articles; it was sent nowhere.
panic-report = Something went wrong inside Warraq. This file says what is known of it, for whoever mends the program. It holds no text of your articles and was sent nowhere; you may read it, send it or delete it.

## Opening a corpus

open-folder = Open folder…
drop-folder = Drop the folder here to open it
path-open = Path of the folder
path-save = Where to save
path-hint = Arrows choose, Enter takes, Tab completes; ~ is your home folder.
path-no-dialog = This system offers no dialog for choosing. Write the path here: arrows choose, Enter takes, Tab completes.
path-no-dialog-drop = This system offers no dialog for choosing. Write the path here, or drop the folder on the window: arrows choose, Enter takes, Tab completes.
path-more = { $n } more
path-nowhere = The folder before the last / does not exist or cannot be read.
path-nothing = There is no folder of this name.
path-is-file = This is a file; choose the folder in which it stands.
path-is-folder = This is a folder; add the name of the file.
path-replaces = There is a file of this name; saving replaces it.
path-do-open = Open
path-do-save = Save
path-replace = Replace
corpus-embedded = Built-in corpus
recent = Recent corpora

## Searching

search-placeholder = Search the corpus
# Before spellings that a search does not find, each with its hits.
search-also = also
# The operator that joins what is included.
search-or = OR
search-waits = The search waits for the index
search-waits-hint = The corpus is being indexed. The articles found will be listed as soon as that is done.
search-clear = Clear the search

# What the examples beside each line find.
help-query = How to search
help-words = articles with both words
help-phrase = the words one after another
help-star = any letters, or none
help-question = one letter
help-regex = forms that the pattern matches
help-or = either of them; also { "\u2067" }أو{ "\u2069" }
help-not = the first, without the second; also { "\u2067" }ليس{ "\u2069" }
help-brackets = what belongs together
help-near = at most 5 words from the second; also { "\u2067" }قرب/5{ "\u2069" }
help-period = articles of a period, alike source:; also { "\u2067" }فترة: مصدر:{ "\u2069" }
help-date = articles of some months or days; also { "\u2067" }تاريخ:{ "\u2069" }
help-entity = articles that name someone or something; also { "\u2067" }علم:{ "\u2069" }
# Queries, as they are typed: no marks.
example-words = وزارة الدفاع
example-phrase = "وزارة الدفاع"
example-star = قصف*
example-question = ?تل
example-regex = /.*ستان/
example-or = باكو OR يريفان
example-not = هدنة NOT باكو
example-brackets = (باكو OR يريفان) هدنة
example-near = هدنة NEAR/5 باكو
example-period = period:2020
example-date = date:2020-10..2020-11
example-entity = entity:باكو

## The views

view-reading = Reading
view-concordance = Concordance
view-statistics = Statistics

## What counts as the same word

# $level: one of the four names below.
level-is = Level: { $level }
level-exact = exactly as written
level-folded = folded
level-clitics = folded, with attached words
level-stem = same stem
folds-title = Folding
fold-hamza = Alef and hamza
fold-teh-marbuta = Teh marbuta and heh
fold-alef-maqsura = Alef maqsura and yeh
fold-marks = Vowel marks and tatweel
fold-digits = Digits
fold-letter-case = Capital letters
forms-total = all
# $periods: the labels of periods for whose counts there is no room.
forms-hidden = No room for: { $periods }. Rest on a form to see its counts, or widen the window.
forms-title = Matched forms
table-hidden = No room for: { $columns }. A wider window shows them, and the saved file has them all.

## The concordance

# $keys: names of keys such as those below, with sort-then between them.
lines-sorted = Order: { $keys }
sort-then = then
line-key-node = node
line-key-before = before { $n }
line-key-after = after { $n }
line-key-period = period
line-key-date = date
line-key-outlet = outlet
line-key-file = file
line-key-position = place in the corpus
lines-group = Groups
# $key: one of the keys above.
lines-grouped = Groups: { $key }
lines-no-groups = No groups
lines-sample = Sample
lines-sampled = Sample: { $n }
lines-all = All lines
lines-another-sample = Draw again
lines-only-ticked = Ticked lines only
lines-restore = Put removed lines back
lines-copy = Copy the lines
# $articles is lines-articles.
lines-in-articles = { $lines } in { $articles }
lines-articles = { PLURAL($n) ->
        [one] 1 article
       *[other] { $n } articles
    }
per-million = { $n } per million words
chart-per-million = Per million words
export = Export
export-csv = Table for spreadsheets (CSV)
export-tsv = Tab-separated (TSV)
export-jsonl = JSON Lines
export-html = Web page (HTML)
export-text = Plain text
save-as = Save as
saved-to = Saved: { $path }
save-failed = Not saved: { $reason }
column-place = Period · file
column-before = Before
column-node = Node
column-after = After
line-tick = Tick
line-widen = Show more of the text
line-narrow = Show less of the text
line-note = Note
line-note-hint = Write a note
line-note-clear = Clear the note
group-no-word = (end of the article)

## The statistics

statistics-words = Words
statistics-ngrams = Word sequences
statistics-collocates = Collocates
statistics-dispersion = Dispersion
statistics-time = Over time
statistics-find = Find in the table
statistics-find-clear = Clear
statistics-no-rows = No row of the table has these letters
# $shown: rows that were searched for. $total: rows of the table.
statistics-rows = { $shown } of { $total } rows
statistics-options = Counting
statistics-articles = Articles
unit-is = Same word: { $unit }
unit-form = exactly as written
unit-folded = folded
unit-stem = same stem
statistics-numbers = Numbers too
statistics-found-only = Only search results
statistics-once = Near-copies once
wire-none = No two articles are nearly the same.
# $articles and $groups: counts of them.
wire-groups = { $articles } in { $groups } are nearly the same; the earliest of each group counts.
wire-once = near-copies once
statistics-compare = Choose two periods in the bar at the top to compare their words.
statistics-length = Words in a row: { $n }
statistics-least = At least { $n } times
statistics-across = Across sentences
statistics-before = Words before: { $n }
statistics-after = Words after: { $n }
statistics-with-empty = Articles without hits
statistics-by-month = By month
statistics-by-year = By year
statistics-by-period = By period
plot-per-million = “{ $query }” per million words
plot-dispersion = Where “{ $query }” stands in each article
plot-articles = Articles
plot-undated = { PLURAL($n) ->
        [one] 1 article without this date is left out
       *[other] { $n } articles without this date are left out
    }
dispersion-sides = Articles by date, each from its first word to its last
dispersion-start = Start of the article
dispersion-end = End
dispersion-left-out = { PLURAL($n) ->
        [one] 1 more article is left out
       *[other] { $n } more articles are left out
    }
export-svg = Drawing (SVG)
export-png = Picture (PNG)

## The columns of the statistics

measure-word = Word
measure-words = Words
measure-freq = Count
measure-freq-help = How often it occurs in the articles that are counted.
measure-per-million = Per million
measure-per-million-help = How often it occurs in a million words.
measure-articles = Articles
measure-articles-help = In how many articles it occurs.
measure-dp-norm = DPnorm
measure-dp-norm-help = How unevenly it is spread over the articles: 0 is even, 1 is all in one place.
measure-before = Before
measure-before-help = How often it stands before the nearest hit.
measure-after = After
measure-after-help = How often it stands after the nearest hit.
measure-everywhere = Everywhere
measure-everywhere-help = How often it occurs in the articles that are counted, near a hit or not.
measure-log-dice = logDice
measure-log-dice-help = How exclusively word and hit go together, at most 14; does not depend on the size of the corpus.
measure-mi = MI
measure-mi-help = How many times, as a power of two, it is more frequent near a hit than by chance; favours rare words.
measure-t = t-score
measure-t-help = How sure it is that they go together; favours frequent words.
measure-log-likelihood = Log-likelihood
# $least: the least value that chance alone brings in fewer than one of twenty cases.
measure-log-likelihood-help = How unlikely so many would be by chance; what is below { $least } may well be chance.
# $period, $first, $second: labels of periods.
measure-part-help = How often it occurs in the articles of { $period }.
# Which way a change is counted: the later period by the earlier one.
change-heading = { $measure } { $after } ÷ { $before }
measure-keyness = Keyness
measure-keyness-help = How unlikely the difference between { $first } and { $second } would be by chance; negative if rarer in { $first }.
measure-log-ratio = Log Ratio
measure-log-ratio-help = How many times, as a power of two, it is more frequent in { $first } than in { $second }.

## Periods

period-undated = Undated

## The list of articles

# $shown: articles that pass the filters. $total: articles of the corpus.
list-count = { $shown } of { $total }
sort = Order of the articles
sort-newest-first = Newest first
sort-oldest-first = Oldest first
sort-title = By title
sort-length = By length
sort-outlet = By outlet
sort-file = By file name
group-no-outlet = No outlet

## Counts

count-articles = { PLURAL($n) ->
        [one] 1 article
       *[other] { $n } articles
    }
count-words = { PLURAL($n) ->
        [one] 1 word
       *[other] { $n } words
    }
count-problems = { PLURAL($n) ->
        [one] 1 problem
       *[other] { $n } problems
    }
near-copies = { PLURAL($n) ->
        [one] 1 near-copy
       *[other] { $n } near-copies
    }
count-lines = { PLURAL($n) ->
        [one] 1 line
       *[other] { $n } lines
    }
count-hits = { PLURAL($n) ->
        [one] 1 hit
       *[other] { $n } hits
    }
count-articles-found = { PLURAL($n) ->
        [one] 1 article found
       *[other] { $n } articles found
    }
count-hits-here = { PLURAL($n) ->
        [one] 1 hit here
       *[other] { $n } hits here
    }
# $n: the hit of the open article that the reader is at. $total: how many it has.
hit-place = { $n } of { $total }
hit-next-article = Next article
hit-previous-article = Previous article
hit-first-article = From the end of the list to its first article
hit-last-article = From the start of the list to its last article
hit-around-to-start = From the last hit to the first: no other article has any
hit-around-to-end = From the first hit to the last: no other article has any
count-types = { PLURAL($n) ->
        [one] 1 different word
       *[other] { $n } different words
    }
count-rows = { PLURAL($n) ->
        [one] 1 row
       *[other] { $n } rows
    }
count-groups = { PLURAL($n) ->
        [one] 1 group
       *[other] { $n } groups
    }

## Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## What is known of an article

dated-by-text = Dated by the text
near-copies-of = Nearly the same text: { $files }

## Encodings of files

encoding-utf-8 = UTF-8
encoding-utf-8-bom = UTF-8 with byte order mark
encoding-utf-16le = UTF-16, low byte first
encoding-utf-16be = UTF-16, high byte first
encoding-windows-1256 = Windows-1256 (Arabic)
encoding-iso-8859-6 = ISO-8859-6 (Arabic)
encoding-choose = Read with another encoding

## Names in the text: people, places, organisations, peoples

legend-per = People
legend-place = Places
legend-org = Bodies
legend-norp = Peoples
# $type: one of the four names above.
legend-show = Highlight { $type }
legend-in-article = In this article
legend-hide = Do not highlight { $type }
entity-type-per = Person
entity-type-gpe = State, region or town
entity-type-loc = Place
entity-type-org = Organisation
entity-type-norp = People or group
entities-in-article = Article
entities-in-corpus = Corpus
entities-hidden = Names are here, but their kinds are switched off
entities-none-in-article = No known names in this article
entities-none-in-corpus = No known names in the corpus
entities-switched-off = Names are switched off in the legend.
card-spellings = Spellings

## What failed by a fault in the program, after the names of tasks

try-again = Try again
failed-why = A fault in the program: { $message }
failed-hint = This is a fault in the program. Nothing is lost; “try again” below does it again.
failed-sort = The list could not be sorted.
failed-list = The articles could not be listed.
failed-index = The corpus could not be indexed.
failed-know-names = The names that are known could not be read.
failed-find-names = The names could not be found.
failed-keep-names = The names found could not be kept.
failed-list-entities = The names could not be listed.
failed-card = What is known of the name could not be gathered.
failed-hover-card = What is known of the name could not be gathered.
failed-spell = The spellings of the name could not be searched for.
failed-other-spellings = What the search leaves out could not be looked for.
failed-search = The search failed.
failed-near-copies = Articles could not be compared with each other.
failed-concordance = The lines could not be made.
failed-statistics = The numbers could not be counted.
failed-arrange = The rows could not be arranged.
failed-names = The names could not be counted.
failed-arrange-names = The names could not be arranged.
failed-save = The file could not be saved.
failed-look-at-path = What stands at the path could not be looked up.
failed-keep-marks = Ticks and notes could not be kept.
failed-cache = The index could not be kept.
failed-watch = The folder could not be watched.
failed-renew = What has changed in the folder could not be read.
failed-repair = The repair failed.
failed-save-names = The repairs could not be saved.
failed-propose = Names that may be the same could not be looked for.
failed-mark-names = The names of the article could not be marked.
failed-find-dates = The dates of the article could not be marked.
failed-mark-hits = The hits in the article could not be marked.
failed-copy = What was to be copied could not be put together.
failed-find-entity = The names called so could not be looked for.
failed-list-fonts = The fonts could not be listed.

## The status bar

status-listing = Listing files
# $done, $total: files.
status-reading = Reading { $done } of { $total }
status-finding-names = Finding names { $percent }%
status-indexing-for-search = Indexing { $percent }%, then searching
status-searching = Searching
status-counting = Counting
status-comparing = Comparing articles { $percent }%
problem-watch-limit = The system watches too many files already: changes of the folder are seen with F5
problem-watch-gone = The folder is not where it was: its articles stay as they were read
problem-watch-unsupported = This file system does not tell of changes: press F5 to see them
cache-not-kept = The index could not be kept: opening this folder will take longer next time
index-failed = The corpus could not be indexed, so it cannot be searched: open a part of it
problem-kept-damaged = The file of { $what } was damaged; as it was it is kept as “{ $path }”.
problem-kept-damaged-not-kept = The file of { $what } is damaged and will be written over; it could not be kept as “{ $path }”: { $reason }
article-outside-filter = This article is outside the periods chosen
kept-marks = ticks and notes
kept-place = the place of reading
marks-not-kept = Ticks and notes could not be kept: they are lost when the window closes
status-indexing = Indexing { $percent }%
# Said aloud by screen readers when long work is finished.
announce-counted = Counting is finished
announce-indexed = The corpus is indexed and can be searched
announce-named = The names are found

## Problems

problems-title = Problems
problems-none = Nothing is wrong with the files of this corpus
problems-copy = Copy the list
severity-error = Error
severity-warning = Warning
severity-note = Note
problem-place-line = { $file }, line { $line }
problem-place-folder = The folder itself

problem-no-file-name = The row names no file; fill its file cell or delete the row.
problem-missing-file = The file “{ $path }” does not exist in the folder; correct the name or delete the row.
problem-outside-folder = “{ $path }” leads out of the folder and is not read; copy the file into the folder.
problem-not-a-file = “{ $path }” is a folder, not a file; name the files in it.
problem-listed-twice = “{ $path }” is already listed in line { $first_line }, which counts; delete one of the two rows.
problem-bad-date = “{ $value }” is not a date; write it like 2020-10-14, 2020-10 or 2020.
problem-extra-cells = The row has more cells ({ $n_cells }) than there are columns ({ $n_columns }), and the last ones are ignored; write \| for a | inside a cell.
problem-no-index-table = The index has no table with a file column and no list of files; add one, or every article stays undated.
problem-unlisted = The index does not list this article; add a row with its date to place it in a period.
problem-special-file = “{ $path }” is no plain file but a folder, a link or a pipe, and is not read; put a file in its place.
problem-link-outside = This link leads out of the folder and is not followed; copy its target into the folder.
problem-link-broken = This link leads nowhere; delete it or restore its target.
problem-unreadable = “{ $path }” cannot be read ({ $reason }); check its permissions and open the folder again.
problem-vanished = “{ $path }” was removed while the folder was read; open the folder again.
problem-too-large = “{ $path }” has { $n_bytes } bytes; split it into articles of less than 4 GiB.
problem-empty = The file is empty; fill it or delete it.
problem-not-text = The file is no text ({ $what }); replace it by plain text or delete it.
problem-broken-text = { PLURAL($n_places) ->
        [one] One place is no valid { $encoding } and reads
       *[other] { $n_places } places are no valid { $encoding } and read
    } as “�”; save the file again from its source, or choose another encoding.
problem-other-encoding = Read as { $encoding }; if letters look wrong, choose another encoding or save the file as UTF-8.
problem-name-not-unicode = The name of the file is not valid Unicode and is shown with its bytes as %XX; rename the file.
problem-no-articles = The folder has no article that can be read; put text files with names in .txt into it.

## Problems of entities.toml

problem-entity-syntax = This is no TOML ({ $message }); the entries before and after are read, correct this one.
problem-entity-missing-key = The entry has no “{ $key }” and is not used; add it.
problem-entity-wrong-type = “{ $key }” must be { $expected }; the entry is not used.
problem-entity-unknown-type = “{ $value }” is no type and the entry is not used; write PER, GPE, LOC, ORG or NORP.
problem-entity-id-taken = The id “{ $id }” is that of the entry in line { $first_line }, which counts; add the names there or choose another id.
problem-entity-empty-name = A name holds no letter and the entry is not used; delete the name.
problem-entity-name-taken = The name “{ $name }” belongs to “{ $owner }” already and stays there; delete one of the two.
problem-entity-same-as-circle = “{ $id }” is said to be another entity and that to be “{ $id }” again; delete one “same_as”.
problem-entity-unknown = Nothing is known of “{ $id }”; correct the id or give it an entry with names.
problem-reading-start-without-file = The reading has a “start” but no “file” and is not used; add the file.
problem-reading-name-and-no-name = The reading has both “name” and “entity”, or says “name = false” and what it names, and is not used; delete one of the two.
problem-reading-name-elsewhere = “{ $name }” is no shorter name in “{ $text }”, so the reading is not used; correct its “name”.
problem-reading-taken = “{ $text }” is read in line { $first_line } already, which counts; delete one of the two.
problem-reading-lost = “{ $text }” does not stand in “{ $file }” any more; the reading has no effect, delete it or mark the words again.
problem-reading-unclear = “{ $text }” has moved in “{ $file }” and stands there more than once; the reading has no effect, mark the words again.
problem-readings-overlap = “{ $text }” shares words with “{ $other }”, which counts; delete one of the two readings.

## What a file is that is no text, and what a value must be

data-png = a PNG image
data-jpeg = a JPEG image
data-gif = a GIF image
data-tiff = a TIFF image
data-pdf = a PDF document
data-zip = a ZIP archive or office document
data-office = an office document
data-rtf = a rich text document
data-gzip = a gzip archive
data-riff = an image or a recording
data-program = a program
data-zero-bytes = it holds zero bytes
data-noise = binary data
value-boolean = true or false
value-natural = a whole number from 0
value-string = a string
value-strings = a list of strings
value-entities = a list of tables, [[entity]]
value-readings = a list of tables, [[reading]]

## Why something was not opened, made or kept

problem-cancelled = The work was told to stop.
problem-folder-not-found = The folder “{ $path }” does not exist; check its name and where it is.
problem-not-a-folder = “{ $path }” is not a folder; open the folder that holds the articles.
problem-folder-unreadable = The folder “{ $path }” cannot be read ({ $reason }); check its permissions.
problem-folder-without-articles = The folder “{ $path }” has no articles; open a folder with files in .txt.
problem-too-many-articles = The folder has more than four thousand million articles; open a part of it.
problem-too-many-words = The corpus has more than four thousand million words; open a part of it.
problem-defect = Something went wrong inside the program ({ $message }); try again.
problem-no-such-article = There is no article { $wanted }: the list has { $n }; give a number from 1 to { $n }.
problem-no-display = There is no display to open a window on; “warraq screenshot --out FILE.png” draws one without.
problem-no-opengl = The display offers no OpenGL, which the window needs; install the graphics drivers or a software renderer (Mesa), or draw a picture without a window by “warraq screenshot --out FILE.png”.
problem-display-refuses = The display does not give a window; “warraq screenshot --out FILE.png” draws one without a display.
problem-not-written = “{ $path }” cannot be written: { $source }
problem-no-sort-key = “{ $word }” is no sort key; use node, before1 to before5, after1 to after5, period, date, outlet, file or position, with commas between them.
problem-no-sort-direction = “{ $word }” is no direction; write asc or desc after the colon.
problem-cache-no-place = There is no folder for caches; set WARRAQ_CACHE_DIR to name one.
problem-cache-no-folder = A corpus without a folder has no cache.
problem-cache-not-storable = The corpus cannot be put into a cache.
problem-cache-not-written = The cache cannot be written to “{ $path }”: { $reason }
problem-settings-no-folder = There is no folder for settings; set WARRAQ_CONFIG_DIR to name one.
problem-settings-not-a-file = “{ $path }” is not a file, so the settings are the usual ones.
problem-settings-unreadable = “{ $path }” cannot be read: { $reason }
problem-settings-no-json = The settings are not a JSON object: { $reason }
problem-settings-newer = The settings are of version { $version }, newer than this program; what it knows of them counts.
problem-setting-damaged = The setting “{ $name }” cannot be understood: { $reason }
problem-setting-unknown = The setting “{ $name }” is unknown.
problem-settings-kept-as = The settings file as it was is kept as “{ $path }”.
problem-settings-not-kept = The settings file could not be kept as “{ $path }”: { $reason }

## What cannot be understood in a query

problem-open-quote = This quotation mark is never closed, so the phrase goes on to the end; close it after the last word.
problem-open-bracket = This bracket is never closed, so it goes on to the end; close it after the last word.
problem-extra-bracket = This bracket closes nothing and is ignored; delete it.
problem-open-regex = This regular expression is never closed, so it goes on to the end; close it with a slash.
problem-bad-regex = This is no regular expression ({ $reason }); correct it.
problem-missing-operand = A word is missing beside { $operator }; add it, or delete { $operator }.
problem-operator-as-word = “{ $word }” is looked for as a word here; it joins only what stands on both sides of it.
problem-near-distance = “{ $value }” is no distance from 1 to 100, so { $used } counts; write it like NEAR/5.
problem-near-without-words = NEAR needs words on both sides, so both sides are looked for anywhere in the article; put words there.
problem-only-stars = A star alone would find every word; put letters beside it, or other words into its phrase.
problem-missing-value = “{ $column }:” has no value; write one right after the colon, with quotation marks if it has spaces.
problem-bad-query-date = “{ $value }” is no date; write it like 2020-10-14, 2020-10, 2020 or 2020-10..2020-11.
problem-dates-reversed = The first date is later than the second, so they change places.
problem-too-deep = There are too many brackets inside each other, and those inside are ignored; take some away.
problem-too-long = Only the first { $n_bytes } bytes of the query are read; make it shorter.
problem-nothing-to-find = There is no word to look for; write one with letters or digits.
problem-unknown-column = The index of this corpus has no column “{ $column }”, so nothing matches; choose another, or put the words in quotation marks.
problem-unknown-value = No article has “{ $value }” in the column “{ $column }”; check how it is written.
problem-unknown-entity = No entity is named “{ $value }”, so nothing matches; check how it is written.

## What a comparison says before its rows

problem-compare-empty-side = { $side } has no articles, so there is nothing to compare; ask for others.
problem-compare-only-describes = { PLURAL($n_a) ->
        [one] 1 article
       *[other] { $n_a } articles
    } against { $n_b }: description only, no difference can be significant here.
problem-compare-can-show = { PLURAL($n_a) ->
        [one] 1 article
       *[other] { $n_a } articles
    } against { $n_b }: differences can be significant; the least possible p is { $least }.
problem-compare-in-both = { PLURAL($n) ->
        [one] 1 article is in A and in B and counts
       *[other] { $n } articles are in A and in B and count
    } in neither.
problem-compare-copies = { PLURAL($n) ->
        [one] 1 near-copy is
       *[other] { $n } near-copies are
    } left out: the first of each group counts.
problem-compare-no-shared-outlet = No outlet is in both A and B: what differs may be the outlets’ doing.
problem-compare-one-sided = { $n } of { $all } outlets are in A or in B alone: what differs may be their doing.

## When there is nothing to show

empty-no-articles = This corpus has no articles
empty-no-articles-hint = Put text files with names in .txt into the folder, then reload.
empty-nothing-selected = No article is selected
empty-nothing-selected-hint = Choose an article from the list to read it.
empty-no-hits = No article contains “{ $query }”
empty-no-hits-hint = Try fewer words or another spelling, or clear the search.
empty-no-words = { PLURAL($n) ->
        [one] The search finds 1 article, but asks for no words
       *[other] The search finds { $n } articles, but asks for no words
    }
empty-no-words-hint = Add a word to see it in context, or read the articles found.
empty-no-query = Search for something to see it in context
empty-no-query-hint = Write a word, a “phrase” or a query into the search field.
empty-no-query-to-count = Search for something to count it
empty-no-period = No articles in the chosen periods
empty-no-period-hint = Choose another period, or show all periods.
empty-no-hits-in-period = No article of the chosen periods contains “{ $query }”
empty-no-hits-in-period-hint = Show all periods, or clear the search.
loading = Opening “{ $folder }”
loading-hint = You can go on reading meanwhile, or cancel.
open-failed-kept = The corpus that was open stays as it was.

entities-finding = Finding the names…
# $n: spellings that are not listed.
card-more-spellings = and { $n } more

## Appearance and settings

theme-to-dark-tooltip = Switch to the dark theme
theme-to-light-tooltip = Switch to the light theme
# The name of the other language, and a sentence that its readers understand.
language-switch = ع
language-switch-tooltip = Arabic interface · الواجهة بالعربية
text-size-tooltip = Text size { $percent }%
reading-face = Typeface for reading

## Commands

palette-placeholder = Type a command
palette-no-match = No such command
command-open-folder = Open folder…
command-open-path = Open a folder by its path…
command-open-embedded = Open the built-in corpus
command-reload = Reload the corpus
command-focus-search = Go to the search field
command-clear-search = Clear the search
command-clear-periods = Show all periods
command-go-back = Back to what was read before
command-go-forward = Forward again
command-next-article = Next article
command-previous-article = Previous article
command-previous-hit = Previous hit
command-next-hit = Next hit
command-next-mention = Next mention
command-previous-mention = Previous mention
command-select-all = Select the whole article
command-copy = Copy the selection
context-menu = What can be done here
context-copy = Copy
context-copy-source = Copy with source
context-search = Search for “{ $words }”
context-concordance = Show in the concordance
context-mark = Mark as a name…
context-repair = Repair this name…
context-note = Note
command-context-menu = What can be done with the words at the caret
command-caret = Put a caret into the text, or take it away
command-copy-with-source = Copy the selection with its source
command-show-reading = Show the article
command-show-concordance = Show the concordance
command-show-statistics = Show the statistics
command-show-problems = Show the problems
command-show-palette = Show all commands
command-toggle-theme = Switch between light and dark
command-switch-language = Switch the language of the interface
command-larger-text = Larger text
command-smaller-text = Smaller text
command-reset-text = Default text size
command-larger-interface = Larger interface
command-smaller-interface = Smaller interface
command-reset-interface = Default interface size
command-only-text = Only the text
command-quit = Quit { -warraq }

## Repairs of names

command-repair = Repair the name or mark the selection
command-undo-repair = Undo the last repair
command-redo-repair = Redo the repair
repair-menu = Repair
repair-scope-here = Here
repair-scope-article = This article
repair-scope-everywhere = Everywhere
repair-mark-per = Mark as a person
repair-mark-gpe = Mark as a state, region or town
repair-mark-loc = Mark as another place
repair-mark-org = Mark as an organisation
repair-mark-norp = Mark as a people or group
repair-is-entity = Is someone or something known…
repair-with-proclitic = With what is joined to it: { $words }
repair-without-proclitic = Without what is joined to it: { $words }
repair-no-name = Not a name
repair-change-type = Change the type
repair-change-span = Change the words
repair-same-as = Same as…
repair-different-from = Different from…
repair-rename = Rename
repair-edit-entity = Edit the entity
repair-rename-do = Rename
repair-name-ar = Arabic name
repair-name-en = English name
repair-span-selection = The selected words
repair-span-more-after = One word more after
repair-span-more-before = One word more before
repair-span-less-after = One word fewer after
repair-span-less-before = One word fewer before
repair-find = Name of someone or something known
repair-find-hint = Type the beginning of a name.
repair-find-none = No known name begins like this.
repair-find-own = { $name } is meant already; choose another.
# What words are marked as.
repair-kind-per = a person
repair-kind-gpe = a state, region or town
repair-kind-loc = a place
repair-kind-org = an organisation
repair-kind-norp = a people or group
# Where a repair holds.
repair-in-here = here
repair-in-article = in this article
repair-in-everywhere = everywhere
# What a repair does. $words, $from and $to stand in the text; $name and
# $other are entities; $kind is one of repair-kind-…, $place of repair-in-….
repair-says-mark = Mark “{ $words }” as { $kind } { $place }
repair-says-same = “{ $words }” means { $name } { $place }
repair-says-no-name = Not a name { $place }: “{ $words }”
repair-says-type = “{ $words }” is { $kind } { $place }
repair-says-span = “{ $to }” instead of “{ $from }” { $place }
repair-says-different = { $name } and { $other } are two
repair-says-rename = Name { $name } “{ $to }”
repair-says-merge = { $name } is { $other }
repair-says-split = Take “{ $words }” from { $name } as an entity of its own
repair-says-add = “{ $words }” is a spelling of { $name }
repair-says-remove = “{ $words }” is no spelling of { $name }
repair-says-note = Note on { $name }
# How much changes; $articles is repair-changes-articles.
repair-changes = { PLURAL($n) ->
        [one] 1 mention in { $articles } changes.
       *[other] { $n } mentions in { $articles } change.
    }
repair-changes-articles = { PLURAL($n) ->
        [one] 1 article
       *[other] { $n } articles
    }
repair-changes-nothing = No mention changes.
repair-longer-stay = { PLURAL($n) ->
        [one] A longer name that holds these words stays: “{ $words }”.
       *[other] { $n } mentions of longer names that hold these words stay, such as “{ $words }”.
    }
repair-more-places = { PLURAL($n) ->
        [one] and 1 more
       *[other] and { $n } more
    }
repair-counting = Counting what changes…
repair-do = Do it
repair-give-up = Cancel
repair-undo = Undo
repair-redo = Redo
repair-is-no-name = no name
# Beside a name of which lists do not know whose it is.
repair-is-unlisted = known from the articles only
repair-did = Done
repair-noted = Noted
repair-undid = Undone
repair-redid = Done again
repair-took-over = The names were changed by someone else, and taken over
repair-nothing = There is nothing to undo or redo.
repair-already = All is so already; nothing was changed.
repair-conflict = This cannot be undone, because { $names } was changed by someone else since. Change it by hand if you still want to.
problem-repair-unknown-entity = Nothing is known of { $id }; mark a name of it first.
problem-repair-same-entity = Both are { $id } already; choose another one.
problem-repair-id-taken = There is { $id } already; choose another name.
problem-repair-empty-name = A name needs a letter; select or type one.
problem-repair-spelling-shown = “{ $spelling }” is the name shown of { $owner }; rename that first.
problem-names-read-only = The folder cannot be written to.
problem-names-disk-full = The disk is full.
problem-names-folder-gone = The folder is gone: { $path }.
problem-names-not-toml = entities.toml is no TOML in line { $line }; correct it there.
problem-names-not-utf-8 = entities.toml is no UTF-8; save it as UTF-8.
problem-names-damaged = The file of your repairs was damaged; as it was it is kept as “{ $kept }”.
problem-names-link-outside = entities.toml is a link that leads out of the folder.
problem-names-not-saved = The system refused to write { $path }: { $reason }.
names-not-kept = The repairs hold until the program is closed; put it right and try again.
names-aside = Repairs are kept in your data folder and hold on this computer only.
names-conflict = { $names } was changed otherwise by someone else at the same time; theirs stands. Repeat your repair if you still want it.
names-not-taken-out = { $names } stands in the folder’s own file and comes back at the next start; delete it there.

repair-edit = Edit
repair-note = Note
repair-add-spelling = Add a spelling
repair-remove-spelling = Remove “{ $words }”
repair-split = Take the ticked ones as an entity of its own
repair-merge-with = Merge with
repair-merge-into = Merge with { $name }
repair-proposals = May be the same as
repair-merge = Merge
repair-different = Different
repair-like-spelling = similar spelling
repair-like-family = its family name
repair-like-middle = a name between
repair-like-article = with or without the article

## Why a span is marked

basis-list-folder = In this corpus’s entities.toml
basis-list-embedded = In the built-in names of the subject
basis-list-world = In the world’s names: states, cities, bodies
basis-list-text = Named so elsewhere in this corpus
basis-model = Found by the statistical tagger
basis-reader = Marked by a reader
basis-rule-group-word = Rule: a form of a people’s name
basis-rule-state-body = Rule: a body that every state has
basis-rule-medium = Rule: a medium with its noun
basis-rule-supported = Rule: an ambiguous name, settled by its neighbours
basis-rule-after-title = Rule: a title stands before it
basis-rule-name-pattern = Rule: a first name and what follows
basis-rule-foreign-words = Rule: spelt as foreign names are
basis-rule-after-saying = Rule: a verb of saying stands before it
basis-rule-family-name = Rule: family name of someone named in full
basis-rule-second-mention = Rule: a name elsewhere in the article
basis-rule-organisation-head = Rule: begins like an organisation
basis-rule-quoted-name = Rule: a noun and a name in quotation marks
basis-rule-after-place-noun = Rule: a noun of place stands before it
basis-rule-place-head = Rule: begins like a place
basis-rule-after-place-cue = Rule: a word of direction stands before it
basis-rule-coordination = Rule: joined to another name
basis-rule-apposition = Rule: what follows says who it is

## Dates and casualties

legend-date = Dates
legend-casualty = Victims
date-length = A length of time
date-unknown = Which date is not known
date-time-unclear = Day or night is not said
date-kind-calendar = Date
date-kind-weekday = Day of the week
date-kind-relative = Relative date
date-kind-duration = Names no date
date-kind-time = Clock time
date-by-explicit = the year is in the words
date-by-docdate = by the article’s date
date-by-context = by words nearby
date-by-inferred = the article’s day is not known
casualty-exact = { $n }
casualty-at-least = At least { $n }
casualty-more-than = More than { $n }
casualty-about = About { $n }
casualty-tens = Tens
casualty-hundreds = { $n } or more
casualty-killed = killed
casualty-wounded = wounded
casualty-killed-and-wounded = killed and wounded
casualty-captured = captured
casualty-missing = missing
casualty-displaced = displaced
casualty-evacuated = evacuated
casualty-civilians = civilians
casualty-soldiers = soldiers
casualty-fighters = fighters
casualty-police = police
casualty-children = children
casualty-women = women
casualty-journalists = journalists
casualty-subset = part of the figure before
casualty-cumulative = total so far

## Names that screen readers speak

a11y-search-field = Search field
a11y-article-list = Articles
a11y-list-scrollbar = Scroll the articles
a11y-reading-pane = Reading pane
a11y-mark-strip = Marks in the article
a11y-lines = Lines of the concordance
a11y-lines-scrollbar = Scroll the lines
a11y-statistics-find = Find in the table
a11y-statistics-table = Table of the statistics
a11y-statistics-scrollbar = Scroll the table
a11y-dispersion-scrollbar = Scroll the dispersion

## Names: the view of entities

view-names = Names
command-show-names = Show the names
names-table = All names
names-entity = One name
names-naming = Naming compared
names-network = Network
count-names = { PLURAL($n) ->
        [one] 1 name
       *[other] { $n } names
    }
count-mentions = { PLURAL($n) ->
        [one] 1 mention
       *[other] { $n } mentions
    }
count-pairs = { PLURAL($n) ->
        [one] 1 pair
       *[other] { $n } pairs
    }
names-spellings = { PLURAL($n) ->
        [one] 1 spelling
       *[other] { $n } spellings
    }
names-articles = { PLURAL($n) ->
        [one] 1 article names it
       *[other] { $n } articles name it
    }
names-other-spellings = { PLURAL($n) ->
        [one] 1 other spelling
       *[other] { $n } other spellings
    }
names-left-out = { PLURAL($n) ->
        [one] The chart has no room for 1 row; the table and the file have it
       *[other] The chart has no room for { $n } rows; the table and the file have them
    }
names-of-articles = in { $n } of { $total } articles
names-rows = { $shown } of { $total } names
names-find = Find a name
names-column-name = Name
names-column-name-help = The name that all spellings belong to.
names-column-type = Type
names-column-type-help = The type of most of its mentions.
names-column-mentions = Mentions
names-column-mentions-help = How often it is mentioned, in whatever spelling.
names-column-articles = Articles
names-column-articles-help = How many articles mention it.
names-column-share = Share
names-column-share-help = Mentions in a million words, or in a hundred mentions of any name, as you have chosen.
# $period: the label of a period.
names-column-period-help = How often it is mentioned in { $period }.
names-column-ratio = Change
# $before, $after: labels of periods; $base: names-base-words or names-base-mentions.
names-column-ratio-help = How many times, as a power of two, its share of the { $base } has grown from { $before } to { $after }; negative where it has fallen.
names-column-surprise = Significance
names-column-surprise-help = How unlikely it is that its share of the { $base } changes so much by chance from { $before } to { $after }; what is below { $least } may well be chance.
names-base-words = words
names-base-mentions = mentions
names-per-words = Share of the words
names-per-mentions = Share of the mentions
names-types = Types
names-compared = Shares and change
names-from-period = From { $period }
names-to-period = To { $period }
names-open = All about it
names-compare = Compare its naming
names-concordance = Its concordance
names-spelling = Spelling
names-over-time = Mentions over time
names-over-time-rate = Mentions over time, per million words
names-over-time-of = Mentions of { $name } over time
names-no-dates = No article here has a known date
names-companions = Named with it
names-together = Together
names-expected = Expected
names-times = Times
names-no-companions = No other name stands with it
names-near = Words around it (twice chance and more)
names-no-near = No word occurs around it more often than by chance
names-article = Article
names-from-to = { $first } to { $last }
names-percent = { $n }%
names-by = Compare
names-by-period = By period
names-by-outlet = By outlet
names-no-outlet = No outlet
names-together-rows = Spellings taken together
names-rows-folded = Variants together
names-rows-folded-hint = Spellings share a row that differ only in hamza, taa marbuta, yaa, vowel signs, the article or a prefix.
names-rows-core = With a common core
names-rows-core-hint = Spellings that contain a shorter one share its row as well: ناغورني كاراباخ and كاراباخ.
names-rows-apart = Every spelling apart
names-rows-apart-hint = Every spelling that occurs has a row.
# $name: an entity.
names-shares-by-period = How { $name } is spelt in each period
names-shares-by-outlet = How { $name } is spelt by each outlet
names-unit-article = In one article
names-unit-paragraph = In one paragraph
names-unit-sentence = In one sentence
names-edges-association = Strongest pairs
names-edges-count = Most frequent pairs
names-pairs = Who is named with whom
names-pairs-of = With { $name }
# $names, $pairs: counts with their nouns.
names-network-lines = A line joins names found together, the thicker the more often; larger shapes are named more often
names-network-name = Network of names that stand together: { $names }, { $pairs }
# $first, $second: entities; $n: how often together; $expected and $times: numbers.
names-pair = { $first } and { $second }: together { $n }, expected { $expected }, which is { $times } times chance
names-not-here = This name does not occur in these articles
names-finding = Names are being looked for
names-finding-hint = They appear here once all articles are read.
names-none = No names in these articles
names-none-hint = The articles shown name no person, place or organisation that is known. Add names to the file entities.toml in the folder, or show other articles.
names-no-network = No two of the names shown stand together more often than by chance
names-alone = { PLURAL($n) ->
        [one] 1 name without a pair
       *[other] { $n } names without a pair
    }
# $n: how often together; $expected and $times: numbers.
names-pair-note = { $n } together · expected { $expected } · ×{ $times }
# $n: how often together; $expected and $times: numbers.
names-pair-short = { $n } together · ×{ $times }
names-kind-per = Person
names-kind-place = Place
names-kind-org = Organisation
names-kind-norp = People
a11y-names-table = Table of names
a11y-names-find = Find a name in the table

export-mentions-csv = Annotated articles: table of mentions (CSV)
export-mentions-jsonl = Annotated articles: JSON Lines
export-web-annotation = Annotated articles: W3C Web Annotation
export-conll = Annotated articles: CoNLL columns, IOB2 tags
export-brat = Annotated articles: brat folder
export-tei = Annotated articles: TEI folder
