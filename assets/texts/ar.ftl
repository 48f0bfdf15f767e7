### The texts of the window in Arabic.
###
### The rules at the head of en.ftl hold here too. Beyond them:
### - Every count gives all six plural forms.
### - Digits are 0 to 9, as in the articles.
### - Arguments that are text come isolated from the sentence. A literal that
###   begins, ends or is joined with signs, such as .txt or 2020-10-14, stands
###   between U+2066 and U+2069, or its signs would change sides.

## The program

-warraq = ورّاق

app-name = { -warraq }
cancel = إلغاء
close = إغلاق
copy-path = انسخ المسار
panic-left = وقع في المرة السابقة خطأ داخل البرنامج. ما عُرف عنه محفوظ في «{ $path }»، وليس فيه شيء من نصوص مقالاتك، ولم يُرسل إلى أحد.
panic-report = وقع خطأ داخل ورّاق. في هذا الملف ما عُرف عنه، لمن يصلح البرنامج. ليس فيه شيء من نصوص مقالاتك، ولم يُرسل إلى أحد؛ لك أن تقرأه أو ترسله أو تحذفه.

## Opening a corpus

open-folder = فتح مجلد…
drop-folder = أفلِت المجلد هنا لفتحه
path-open = مسار المجلد
path-save = مكان الحفظ
path-hint = الأسهم تختار، و{ "\u2066" }Enter{ "\u2069" } يأخذ، و{ "\u2066" }Tab{ "\u2069" } يُكمل؛ والعلامة { "\u2066" }~{ "\u2069" } مجلدك الشخصي.
path-no-dialog = ليس في هذا النظام نافذة للاختيار. اكتب المسار هنا: الأسهم تختار، و{ "\u2066" }Enter{ "\u2069" } يأخذ، و{ "\u2066" }Tab{ "\u2069" } يُكمل.
path-no-dialog-drop = ليس في هذا النظام نافذة للاختيار. اكتب المسار هنا، أو أفلت المجلد فوق النافذة: الأسهم تختار، و{ "\u2066" }Enter{ "\u2069" } يأخذ، و{ "\u2066" }Tab{ "\u2069" } يُكمل.
path-more = وغيرها { $n }
path-nowhere = المجلد الذي قبل آخر { "\u2066" }/{ "\u2069" } غير موجود أو تعذّرت قراءته.
path-nothing = لا مجلد بهذا الاسم.
path-is-file = هذا ملف؛ اختر المجلد الذي هو فيه.
path-is-folder = هذا مجلد؛ أضف اسم الملف.
path-replaces = ثمة ملف بهذا الاسم؛ سيحل المحفوظ محلّه.
path-do-open = فتح
path-do-save = حفظ
path-replace = استبدال
corpus-embedded = المجموعة المضمَّنة
recent = المجموعات الأخيرة

## Searching

search-placeholder = ابحث في المجموعة
# Before spellings that a search does not find, each with its hits.
search-also = وأيضاً
# The operator that joins what is included.
search-or = أو
search-waits = البحث ينتظر الفهرس
search-waits-hint = تُفهرس المجموعة الآن، وستظهر المقالات المطابقة فور الانتهاء.
search-clear = مسح البحث

# What the examples beside each line find.
help-query = كيف تبحث
help-words = المقالات التي فيها الكلمتان
help-phrase = الكلمات متتالية
help-star = أي حروف أو لا شيء
help-question = حرف واحد
help-regex = الصور التي يطابقها النمط
help-or = إحداهما؛ وتُكتب أيضاً { "\u2066" }OR{ "\u2069" }
help-not = الأولى حيث لا ترد الثانية؛ وتُكتب أيضاً { "\u2066" }NOT{ "\u2069" }
help-brackets = ما يُؤخذ معاً
help-near = بينهما 5 كلمات على الأكثر؛ وتُكتب أيضاً { "\u2066" }NEAR/5{ "\u2069" }
help-period = مقالات فترة، ومثلها مصدر؛ وأيضاً { "\u2066" }period: source:{ "\u2069" }
help-date = مقالات أشهر أو أيام؛ وأيضاً { "\u2066" }date:{ "\u2069" }
help-entity = مقالات تذكر شخصاً أو شيئاً؛ وأيضاً { "\u2066" }entity:{ "\u2069" }
# Queries, as they are typed: no marks.
example-words = وزارة الدفاع
example-phrase = "وزارة الدفاع"
example-star = قصف*
example-question = ?تل
example-regex = /.*ستان/
example-or = باكو أو يريفان
example-not = هدنة ليس باكو
example-brackets = (باكو أو يريفان) هدنة
example-near = هدنة قرب/5 باكو
example-period = فترة:2020
example-date = تاريخ:2020-10..2020-11
example-entity = علم:باكو

## العروض

view-reading = قراءة
view-concordance = كشّاف السياق
view-statistics = إحصاء

## ما يُعدّ الكلمة نفسها

# $level: one of the four names below.
level-is = المستوى: { $level }
level-exact = كما كُتبت
level-folded = مطويّ
level-clitics = مطويّ مع اللواصق
level-stem = الجذع نفسه
folds-title = الطيّ
fold-hamza = الألف والهمزات
fold-teh-marbuta = التاء المربوطة والهاء
fold-alef-maqsura = الألف المقصورة والياء
fold-marks = الحركات والتطويل
fold-digits = الأرقام
fold-letter-case = الحروف اللاتينية الكبيرة
forms-total = الكل
# $periods: the labels of periods for whose counts there is no room.
forms-hidden = لا متسع لأعداد: { $periods }. قف بالمؤشر على صورة لترى أعدادها، أو وسّع النافذة.
forms-title = الصور المطابقة
table-hidden = لا متسع لأعمدة: { $columns }. تظهر في نافذة أوسع، والملف المحفوظ يضمها كلها.

## كشّاف السياق

# $keys: names of keys such as those below, with sort-then between them.
lines-sorted = الفرز: { $keys }
sort-then = ثم
line-key-node = العقدة
line-key-before = قبله { $n }
line-key-after = بعده { $n }
line-key-period = الفترة
line-key-date = التاريخ
line-key-outlet = المصدر
line-key-file = الملف
line-key-position = الموضع في المجموعة
lines-group = تجميع
# $key: one of the keys above.
lines-grouped = التجميع: { $key }
lines-no-groups = بلا تجميع
lines-sample = عيّنة
lines-sampled = العيّنة: { $n }
lines-all = كل الأسطر
lines-another-sample = عيّنة أخرى
lines-only-ticked = الأسطر المعلَّمة فقط
lines-restore = إعادة الأسطر المحذوفة
lines-copy = نسخ الأسطر
# $articles is lines-articles.
lines-in-articles = { $lines } في { $articles }
lines-articles = { PLURAL($n) ->
        [zero] لا مقالة
        [one] مقالة واحدة
        [two] مقالتين
        [few] { $n } مقالات
        [many] { $n } مقالة
       *[other] { $n } مقالة
    }
per-million = { $n } لكل مليون كلمة
chart-per-million = لكل مليون كلمة
export = تصدير
export-csv = جدول للجداول الحسابية (CSV)
export-tsv = مفصول بعلامات الجدولة (TSV)
export-jsonl = أسطر JSON
export-html = صفحة وب (HTML)
export-text = نص عادي
save-as = حفظ باسم
saved-to = حُفظ في: { $path }
save-failed = لم يُحفظ: { $reason }
column-place = الفترة · الملف
column-before = ما قبله
column-node = العقدة
column-after = ما بعده
line-tick = تعليم
line-widen = عرض المزيد من النص
line-narrow = عرض أقل من النص
line-note = ملاحظة
line-note-hint = اكتب ملاحظة
line-note-clear = مسح الملاحظة
group-no-word = (طرف المقالة)

## الإحصاء

statistics-words = الكلمات
statistics-ngrams = المتتاليات
statistics-collocates = المتلازمات
statistics-dispersion = التوزّع
statistics-time = عبر الزمن
statistics-find = ابحث في الجدول
statistics-find-clear = مسح
statistics-no-rows = ليس في الجدول صف فيه هذه الحروف
# $shown: rows that were searched for. $total: rows of the table.
statistics-rows = { $shown } من { $total } صف
statistics-options = طريقة العدّ
statistics-articles = المقالات
unit-is = الكلمة نفسها: { $unit }
unit-form = كما كُتبت
unit-folded = مطويّة
unit-stem = الجذع نفسه
statistics-numbers = مع الأرقام
statistics-found-only = نتائج البحث وحدها
statistics-once = المتطابقة مرة واحدة
wire-none = ليس في المجموعة مقالتان متطابقتان تقريباً.
# $articles and $groups: counts of them.
wire-groups = متطابقة تقريباً: { $articles } في { $groups }؛ تُعدّ الأقدم من كل مجموعة.
wire-once = المتطابقة مرة واحدة
statistics-compare = اختر فترتين في الشريط الأعلى للموازنة بين كلماتهما.
statistics-length = كلمات المتتالية: { $n }
statistics-least = أقل تكرار: { $n }
statistics-across = عبر حدود الجمل
statistics-before = كلمات قبله: { $n }
statistics-after = كلمات بعده: { $n }
statistics-with-empty = المقالات بلا نتائج
statistics-by-month = حسب الشهر
statistics-by-year = حسب السنة
statistics-by-period = حسب الفترة
plot-per-million = «{ $query }» لكل مليون كلمة
plot-dispersion = مواضع «{ $query }» في كل مقالة
plot-articles = المقالات
plot-undated = { PLURAL($n) ->
        [zero] لم تُترك مقالات
        [one] تُركت مقالة واحدة لا يُعرف تاريخها بهذه الدقة
        [two] تُركت مقالتان لا يُعرف تاريخهما بهذه الدقة
        [few] تُركت { $n } مقالات لا يُعرف تاريخها بهذه الدقة
        [many] تُركت { $n } مقالة لا يُعرف تاريخها بهذه الدقة
       *[other] تُركت { $n } مقالة لا يُعرف تاريخها بهذه الدقة
    }
dispersion-sides = المقالات حسب تاريخها، كل منها من أول كلمة إلى آخر كلمة
dispersion-start = أول المقالة
dispersion-end = آخرها
dispersion-left-out = { PLURAL($n) ->
        [zero] لم تُترك مقالات
        [one] تُركت مقالة واحدة أخرى
        [two] تُركت مقالتان أخريان
        [few] تُركت { $n } مقالات أخرى
        [many] تُركت { $n } مقالة أخرى
       *[other] تُركت { $n } مقالة أخرى
    }
export-svg = رسم (SVG)
export-png = صورة (PNG)

## أعمدة الإحصاء

measure-word = الكلمة
measure-words = الكلمات
measure-freq = التكرار
measure-freq-help = عدد مرات ورودها في المقالات المعدودة.
measure-per-million = لكل مليون
measure-per-million-help = عدد مرات ورودها في كل مليون كلمة.
measure-articles = المقالات
measure-articles-help = عدد المقالات التي ترد فيها.
measure-dp-norm = DPnorm
measure-dp-norm-help = مدى تفاوت توزّعها على المقالات: 0 متساوٍ، و1 كلها في موضع واحد.
measure-before = قبله
measure-before-help = عدد مرات ورودها قبل أقرب نتيجة.
measure-after = بعده
measure-after-help = عدد مرات ورودها بعد أقرب نتيجة.
measure-everywhere = في الكل
measure-everywhere-help = عدد مرات ورودها في المقالات المعدودة، قرب نتيجة أو بعيداً عنها.
measure-log-dice = logDice
measure-log-dice-help = مدى اختصاص الكلمة والنتيجة إحداهما بالأخرى، وأقصاه 14؛ لا يتأثر بحجم المجموعة.
measure-mi = MI
measure-mi-help = كم ضعفاً، بقوى العدد 2، يزيد ورودها قرب نتيجة على المصادفة؛ يميل إلى الكلمات النادرة.
measure-t = t-score
measure-t-help = مدى الثقة بتلازمهما؛ يميل إلى الكلمات الشائعة.
measure-log-likelihood = الأرجحية
measure-log-likelihood-help = مدى استبعاد أن تأتي المصادفة بهذا العدد؛ وما دون { $least } قد تأتي به المصادفة.
# $period, $first, $second: labels of periods.
measure-part-help = عدد مرات ورودها في مقالات { $period }.
# Which way a change is counted: the later period by the earlier one.
change-heading = { "\u200F" }{ $measure } { "\u2066" }{ $after } ÷ { $before }{ "\u2069" }
measure-keyness = المفتاحية
measure-keyness-help = مدى استبعاد أن تأتي المصادفة بالفرق بين { $first } و{ $second }؛ سالبة إن كانت أندر في { $first }.
measure-log-ratio = Log Ratio
measure-log-ratio-help = كم ضعفاً، بقوى العدد 2، يزيد ورودها في { $first } على { $second }.

## Periods

period-undated = بلا تاريخ

## The list of articles

# $shown: articles that pass the filters. $total: articles of the corpus.
list-count = { $shown } من { $total }
sort = ترتيب المقالات
sort-newest-first = الأحدث أولاً
sort-oldest-first = الأقدم أولاً
sort-title = حسب العنوان
sort-length = حسب الطول
sort-outlet = حسب المصدر
sort-file = حسب اسم الملف
group-no-outlet = بلا مصدر

## Counts

count-articles = { PLURAL($n) ->
        [zero] لا مقالات
        [one] مقالة واحدة
        [two] مقالتان
        [few] { $n } مقالات
        [many] { $n } مقالة
       *[other] { $n } مقالة
    }
count-words = { PLURAL($n) ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $n } كلمات
        [many] { $n } كلمة
       *[other] { $n } كلمة
    }
count-problems = { PLURAL($n) ->
        [zero] لا مشكلات
        [one] مشكلة واحدة
        [two] مشكلتان
        [few] { $n } مشكلات
        [many] { $n } مشكلة
       *[other] { $n } مشكلة
    }
near-copies = { PLURAL($n) ->
        [zero] بلا نسخ أخرى
        [one] نسخة أخرى
        [two] نسختان أخريان
        [few] { $n } نسخ أخرى
        [many] { $n } نسخة أخرى
       *[other] { $n } نسخة أخرى
    }
count-lines = { PLURAL($n) ->
        [zero] لا أسطر
        [one] سطر واحد
        [two] سطران
        [few] { $n } أسطر
        [many] { $n } سطراً
       *[other] { $n } سطر
    }
count-hits = { PLURAL($n) ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $n } نتائج
        [many] { $n } نتيجة
       *[other] { $n } نتيجة
    }
count-articles-found = { PLURAL($n) ->
        [zero] لا مقالات
        [one] مقالة واحدة مطابقة
        [two] مقالتان مطابقتان
        [few] { $n } مقالات مطابقة
        [many] { $n } مقالة مطابقة
       *[other] { $n } مقالة مطابقة
    }
count-hits-here = { PLURAL($n) ->
        [zero] لا نتائج هنا
        [one] نتيجة واحدة هنا
        [two] نتيجتان هنا
        [few] { $n } نتائج هنا
        [many] { $n } نتيجة هنا
       *[other] { $n } نتيجة هنا
    }
# $n: the hit of the open article that the reader is at. $total: how many it has.
hit-place = { $n } من { $total }
hit-next-article = المقالة التالية
hit-previous-article = المقالة السابقة
hit-first-article = من آخر القائمة إلى أول مقالة فيها
hit-last-article = من أول القائمة إلى آخر مقالة فيها
hit-around-to-start = من آخر نتيجة إلى أولها، فلا نتائج في مقالة أخرى
hit-around-to-end = من أول نتيجة إلى آخرها، فلا نتائج في مقالة أخرى
count-types = { PLURAL($n) ->
        [zero] لا كلمات مختلفة
        [one] كلمة مختلفة واحدة
        [two] كلمتان مختلفتان
        [few] { $n } كلمات مختلفة
        [many] { $n } كلمة مختلفة
       *[other] { $n } كلمة مختلفة
    }
count-rows = { PLURAL($n) ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفان
        [few] { $n } صفوف
        [many] { $n } صفاً
       *[other] { $n } صف
    }
count-groups = { PLURAL($n) ->
        [zero] لا مجموعات
        [one] مجموعة واحدة
        [two] مجموعتين
        [few] { $n } مجموعات
        [many] { $n } مجموعة
       *[other] { $n } مجموعة
    }

## Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = يناير/كانون الثاني
month-2 = فبراير/شباط
month-3 = مارس/آذار
month-4 = أبريل/نيسان
month-5 = مايو/أيار
month-6 = يونيو/حزيران
month-7 = يوليو/تموز
month-8 = أغسطس/آب
month-9 = سبتمبر/أيلول
month-10 = أكتوبر/تشرين الأول
month-11 = نوفمبر/تشرين الثاني
month-12 = ديسمبر/كانون الأول

## What is known of an article

dated-by-text = مؤرخة من نصها
near-copies-of = النص نفسه تقريباً: { $files }

## Encodings of files

encoding-utf-8 = UTF-8
encoding-utf-8-bom = UTF-8 مع علامة ترتيب البايتات
encoding-utf-16le = UTF-16، البايت الأدنى أولاً
encoding-utf-16be = UTF-16، البايت الأعلى أولاً
encoding-windows-1256 = Windows-1256 (عربي)
encoding-iso-8859-6 = ISO-8859-6 (عربي)
encoding-choose = القراءة بترميز آخر

## Names in the text: people, places, organisations, peoples

legend-per = أشخاص
legend-place = أماكن
legend-org = هيئات
legend-norp = شعوب
# $type: one of the four names above.
legend-show = إبراز { $type }
legend-in-article = في هذه المقالة
legend-hide = إيقاف إبراز { $type }
entity-type-per = شخص
entity-type-gpe = دولة أو إقليم أو مدينة
entity-type-loc = مكان
entity-type-org = هيئة
entity-type-norp = شعب أو جماعة
entities-in-article = المقالة
entities-in-corpus = المجموعة
entities-hidden = أنواع الأسماء الموجودة هنا مخفية
entities-none-in-article = لا أسماء معروفة في هذه المقالة
entities-none-in-corpus = لا أسماء معروفة في المجموعة
entities-switched-off = الأسماء مخفية في مفتاح الألوان.
card-spellings = صور الاسم

## What failed by a fault in the program, after the names of tasks

try-again = إعادة المحاولة
failed-why = خلل في البرنامج: { $message }
failed-hint = هذا خلل في البرنامج. لم يُفقد شيء، وزر «إعادة المحاولة» في الأسفل يكرر العمل.
failed-sort = تعذّر ترتيب القائمة.
failed-list = تعذّر سرد المقالات.
failed-index = تعذّرت فهرسة المجموعة.
failed-know-names = تعذّرت قراءة الأسماء المعروفة.
failed-find-names = تعذّر إيجاد الأسماء.
failed-keep-names = تعذّر حفظ الأسماء الموجودة.
failed-list-entities = تعذّر سرد الأسماء.
failed-card = تعذّر جمع ما يُعرف عن الاسم.
failed-hover-card = تعذّر جمع ما يُعرف عن الاسم.
failed-spell = تعذّر البحث عن صور كتابة الاسم.
failed-other-spellings = تعذّر البحث عمّا لا يشمله السؤال.
failed-search = تعذّر البحث.
failed-near-copies = تعذّرت مقارنة المقالات بعضها ببعض.
failed-concordance = تعذّر إعداد السطور.
failed-statistics = تعذّر حساب الأعداد.
failed-arrange = تعذّر ترتيب الصفوف.
failed-names = تعذّر عدّ الأسماء.
failed-arrange-names = تعذّر ترتيب الأسماء.
failed-save = تعذّر حفظ الملف.
failed-look-at-path = تعذّر النظر فيما عند هذا المسار.
failed-keep-marks = تعذّر حفظ العلامات والملاحظات.
failed-cache = تعذّر حفظ الفهرس.
failed-watch = تعذّرت مراقبة المجلد.
failed-renew = تعذّرت قراءة ما تغيّر في المجلد.
failed-repair = تعذّر التصحيح.
failed-save-names = تعذّر حفظ التصحيحات.
failed-propose = تعذّر البحث عن أسماء قد تكون لشيء واحد.
failed-mark-names = تعذّر وسم أسماء المقالة.
failed-find-dates = تعذّر وسم تواريخ المقالة.
failed-mark-hits = تعذّر وسم النتائج في المقالة.
failed-copy = تعذّر جمع ما طُلب نسخه.
failed-find-entity = تعذّر البحث عن الأسماء التي تبدأ هكذا.
failed-list-fonts = تعذّر سرد الخطوط.

## The status bar

status-listing = حصر الملفات
# $done, $total: files.
status-reading = قراءة { $done } من { $total }
status-finding-names = تعيين الأسماء { $percent }%
status-indexing-for-search = فهرسة { $percent }% ثم بحث
status-searching = جارٍ البحث
status-counting = جارٍ العدّ
status-comparing = مقارنة المقالات { $percent }%
problem-watch-limit = يراقب النظام ملفات أكثر مما يسمح به: اضغط F5 لرؤية تغييرات المجلد
problem-watch-gone = لم يعد المجلد في مكانه: تبقى المقالات كما قُرئت
problem-watch-unsupported = لا يبلّغ نظام الملفات هذا عن التغييرات: اضغط F5 لرؤيتها
cache-not-kept = تعذّر حفظ الفهرس: سيستغرق فتح هذا المجلد وقتاً أطول في المرة القادمة
index-failed = تعذّرت فهرسة المجموعة، فلا يمكن البحث فيها: افتح جزءاً منها
problem-kept-damaged = كان ملف { $what } تالفاً؛ حُفظ كما كان في «{ $path }».
problem-kept-damaged-not-kept = ملف { $what } تالف وسيُكتب فوقه؛ تعذّر حفظه في «{ $path }»: { $reason }
article-outside-filter = هذه المقالة خارج الفترات المختارة
kept-marks = العلامات والملاحظات
kept-place = موضع القراءة
marks-not-kept = تعذّر حفظ العلامات والملاحظات: ستضيع عند إغلاق النافذة
status-indexing = فهرسة { $percent }%
# Said aloud by screen readers when long work is finished.
announce-counted = انتهى العدّ
announce-indexed = فُهرست المجموعة ويمكن البحث فيها
announce-named = عُيّنت الأسماء

## Problems

problems-title = المشكلات
problems-none = لا مشكلات في ملفات هذه المجموعة
problems-copy = نسخ القائمة
severity-error = خطأ
severity-warning = تحذير
severity-note = ملاحظة
problem-place-line = { $file }، السطر { $line }
problem-place-folder = المجلد نفسه

problem-no-file-name = لا يسمّي هذا الصف ملفاً؛ املأ خانة الملف أو احذف الصف.
problem-missing-file = لا وجود للملف «{ $path }» في المجلد؛ صحّح الاسم أو احذف الصف.
problem-outside-folder = المسار «{ $path }» يخرج من المجلد ولا يُقرأ؛ انسخ الملف إلى المجلد.
problem-not-a-file = «{ $path }» مجلد لا ملف؛ اذكر الملفات التي فيه.
problem-listed-twice = الملف «{ $path }» مذكور قبل ذلك في السطر { $first_line }، وهو المعتمد؛ احذف أحد الصفين.
problem-bad-date = «{ $value }» ليس تاريخاً؛ اكتبه بصيغة { "\u2066" }2020-10-14{ "\u2069" } أو { "\u2066" }2020-10{ "\u2069" } أو 2020.
problem-extra-cells = خانات هذا الصف ({ $n_cells }) أكثر من الأعمدة ({ $n_columns })، فأُهمل ما زاد؛ اكتب { "\u2066" }\|{ "\u2069" } بدل { "\u2066" }|{ "\u2069" } داخل الخانة.
problem-no-index-table = ليس في الفهرس جدول فيه عمود للملفات ولا قائمة ملفات؛ أضف أحدهما وإلا بقيت المقالات كلها بلا تاريخ.
problem-unlisted = لا يذكر الفهرس هذه المقالة؛ أضف صفاً بتاريخها لتُعرف فترتها.
problem-special-file = «{ $path }» ليس ملفًا عاديًّا بل مجلد أو وصلة أو أنبوب، فلا يُقرأ؛ ضع ملفًا في مكانه.
problem-link-outside = هذه الوصلة تخرج من المجلد ولا تُتبع؛ انسخ هدفها إلى المجلد.
problem-link-broken = هذه الوصلة لا تؤدي إلى شيء؛ احذفها أو أعد هدفها.
problem-unreadable = تعذّرت قراءة «{ $path }» ({ $reason })؛ تحقق من الأذونات ثم افتح المجلد من جديد.
problem-vanished = أُزيل «{ $path }» في أثناء قراءة المجلد؛ افتح المجلد من جديد.
problem-too-large = حجم «{ $path }» يبلغ { $n_bytes } بايت؛ قسّمه إلى مقالات أصغر من 4 غيغابايت.
problem-empty = الملف فارغ؛ املأه أو احذفه.
problem-not-text = هذا الملف ليس نصاً ({ $what })؛ ضع مكانه نصاً عادياً أو احذفه.
problem-broken-text = تعذّرت قراءة { PLURAL($n_places) ->
        [zero] بعض المواضع
        [one] موضع واحد
        [two] موضعين
        [few] { $n_places } مواضع
        [many] { $n_places } موضعاً
       *[other] { $n_places } موضع
    } بالترميز { $encoding } وظهر «�» في مكانها؛ احفظ الملف من أصله مرة أخرى أو اختر ترميزاً آخر.
problem-other-encoding = قُرئ الملف بالترميز { $encoding }؛ إن بدت الحروف خاطئة فاختر ترميزاً آخر أو احفظ الملف بالترميز UTF-8.
problem-name-not-unicode = اسم الملف ليس نصاً سليماً في يونيكود، وتظهر بايتاته على صورة { "\u2066" }%XX{ "\u2069" }؛ غيّر اسم الملف.
problem-no-articles = ليس في المجلد مقالة يمكن قراءتها؛ ضع فيه ملفات نصية تنتهي أسماؤها بـ { "\u2066" }.txt{ "\u2069" }

## Problems of entities.toml

problem-entity-syntax = هذا الجزء ليس بصيغة TOML ({ $message })؛ قُرئ ما قبله وما بعده، فصحّحه.
problem-entity-missing-key = ليس في هذا المدخل مفتاح «{ $key }»، فأُهمل المدخل؛ أضفه.
problem-entity-wrong-type = يجب أن تكون قيمة «{ $key }» { $expected }؛ أُهمل هذا المدخل.
problem-entity-unknown-type = النوع «{ $value }» غير معروف، فأُهمل المدخل؛ استعمل PER أو GPE أو LOC أو ORG أو NORP.
problem-entity-id-taken = المعرّف «{ $id }» هو معرّف المدخل الذي في السطر { $first_line }، وهو المعتمد؛ أضف الأسماء هناك أو اختر معرّفاً آخر.
problem-entity-empty-name = في هذا المدخل اسم ليس فيه حرف، فأُهمل المدخل؛ احذف الاسم.
problem-entity-name-taken = الاسم «{ $name }» من أسماء «{ $owner }» قبل ذلك ويبقى هناك؛ احذف أحدهما.
problem-entity-same-as-circle = قيل إن «{ $id }» هو كيان آخر وإن ذاك هو «{ $id }»؛ احذف أحد مفتاحي «same_as».
problem-entity-unknown = لا يُعرف شيء عن «{ $id }»؛ صحّح المعرّف أو أضف له مدخلاً فيه أسماء.
problem-reading-start-without-file = في هذه القراءة مفتاح «start» دون «file»، فأُهملت؛ أضف الملف.
problem-reading-name-and-no-name = في هذه القراءة «name» مع «entity»، أو تقول «name = false» وتسمي كياناً، فأُهملت؛ احذف أحدهما.
problem-reading-name-elsewhere = ليس «{ $name }» اسماً أقصر ضمن «{ $text }»، فأُهملت القراءة؛ صحّح «name».
problem-reading-taken = لـ«{ $text }» قراءة في السطر { $first_line } قبل ذلك، وهي المعتمدة؛ احذف إحداهما.
problem-reading-lost = لم يعد «{ $text }» مكتوباً في «{ $file }»، فلا أثر لهذه القراءة؛ احذفها أو سِم الكلمات من جديد.
problem-reading-unclear = تغيّر موضع «{ $text }» في «{ $file }» وصار مكتوباً فيه أكثر من مرة، فلا أثر لهذه القراءة؛ سِم الكلمات من جديد.
problem-readings-overlap = تشترك «{ $text }» و«{ $other }» في كلمات، والثانية هي المعتمدة؛ احذف إحدى القراءتين.

## What a file is that is no text, and what a value must be

data-png = صورة PNG
data-jpeg = صورة JPEG
data-gif = صورة GIF
data-tiff = صورة TIFF
data-pdf = وثيقة PDF
data-zip = أرشيف ZIP أو وثيقة مكتبية
data-office = وثيقة مكتبية
data-rtf = وثيقة RTF
data-gzip = أرشيف gzip
data-riff = صورة أو تسجيل
data-program = برنامج
data-zero-bytes = فيه بايتات صفرية
data-noise = بيانات ثنائية
value-boolean = true أو false
value-natural = عدداً صحيحاً من 0
value-string = نصاً
value-strings = قائمة نصوص
value-entities = قائمة جداول { "\u2066" }[[entity]]{ "\u2069" }
value-readings = قائمة جداول { "\u2066" }[[reading]]{ "\u2069" }

## Why something was not opened, made or kept

problem-cancelled = أُوقف العمل.
problem-folder-not-found = لا وجود للمجلد «{ $path }»؛ تحقق من اسمه ومكانه.
problem-not-a-folder = «{ $path }» ليس مجلداً؛ افتح المجلد الذي فيه المقالات.
problem-folder-unreadable = تعذّرت قراءة المجلد «{ $path }» ({ $reason })؛ تحقق من أذوناته.
problem-folder-without-articles = ليس في المجلد «{ $path }» مقالات؛ افتح مجلداً فيه ملفات تنتهي أسماؤها بـ { "\u2066" }.txt{ "\u2069" }
problem-too-many-articles = في المجلد أكثر من أربعة آلاف مليون مقالة؛ افتح جزءاً منه.
problem-too-many-words = في المجموعة أكثر من أربعة آلاف مليون كلمة؛ افتح جزءاً منها.
problem-defect = وقع خطأ داخل البرنامج ({ $message })؛ حاول مرة أخرى.
problem-no-such-article = لا مقالة برقم { $wanted }: في القائمة { $n }؛ اختر رقماً من 1 إلى { $n }.
problem-no-display = لا شاشة تُفتح عليها نافذة؛ يرسمها { "\u2066" }warraq screenshot --out FILE.png{ "\u2069" } من دون شاشة.
problem-no-opengl = ليس في الشاشة { "\u2066" }OpenGL{ "\u2069" } الذي تحتاج إليه النافذة؛ ثبّت برامج تشغيل الرسوم أو راسماً برمجياً ({ "\u2066" }Mesa{ "\u2069" })، أو ارسم صورة من دون نافذة: { "\u2066" }warraq screenshot --out FILE.png{ "\u2069" }.
problem-display-refuses = لم تُتح الشاشة نافذة؛ يرسمها { "\u2066" }warraq screenshot --out FILE.png{ "\u2069" } من دون شاشة.
problem-not-written = تعذّرت كتابة «{ $path }»: { $source }
problem-no-sort-key = «{ $word }» ليس مفتاح ترتيب؛ استعمل { "\u2066" }node{ "\u2069" } أو { "\u2066" }before1{ "\u2069" } إلى { "\u2066" }before5{ "\u2069" } أو { "\u2066" }after1{ "\u2069" } إلى { "\u2066" }after5{ "\u2069" } أو { "\u2066" }period{ "\u2069" } أو { "\u2066" }date{ "\u2069" } أو { "\u2066" }outlet{ "\u2069" } أو { "\u2066" }file{ "\u2069" } أو { "\u2066" }position{ "\u2069" }، وبينها فواصل.
problem-no-sort-direction = «{ $word }» ليس اتجاهاً؛ اكتب { "\u2066" }asc{ "\u2069" } أو { "\u2066" }desc{ "\u2069" } بعد النقطتين.
problem-cache-no-place = لا مجلد للفهارس المحفوظة؛ سمّ واحداً في WARRAQ_CACHE_DIR.
problem-cache-no-folder = لا يُحفظ فهرس لمجموعة ليس لها مجلد.
problem-cache-not-storable = تعذّر تحويل المجموعة إلى فهرس محفوظ.
problem-cache-not-written = تعذّرت كتابة الفهرس في «{ $path }»: { $reason }
problem-settings-no-folder = لا مجلد للإعدادات؛ سمّ واحداً في WARRAQ_CONFIG_DIR.
problem-settings-not-a-file = «{ $path }» ليس ملفاً، فالإعدادات هي المعتادة.
problem-settings-unreadable = تعذّرت قراءة «{ $path }»: { $reason }
problem-settings-no-json = ليست الإعدادات كائن JSON: { $reason }
problem-settings-newer = الإعدادات من النسخة { $version }، وهي أحدث من هذا البرنامج؛ أُخذ منها ما يعرفه.
problem-setting-damaged = لا يُفهم الإعداد «{ $name }»: { $reason }
problem-setting-unknown = لا إعداد اسمه «{ $name }».
problem-settings-kept-as = حُفظ ملف الإعدادات كما كان في «{ $path }».
problem-settings-not-kept = تعذّر حفظ ملف الإعدادات في «{ $path }»: { $reason }

## ما لا يُفهم من البحث

problem-open-quote = لم تُغلق علامة التنصيص هذه، فتمتد العبارة إلى آخر البحث؛ أغلقها بعد آخر كلمة.
problem-open-bracket = لم يُغلق هذا القوس، فيمتد إلى آخر البحث؛ أغلقه بعد آخر كلمة.
problem-extra-bracket = هذا القوس لا يغلق شيئاً فأُهمل؛ احذفه.
problem-open-regex = لم يُغلق هذا التعبير النمطي، فيمتد إلى آخر البحث؛ أغلقه بشرطة مائلة.
problem-bad-regex = هذا ليس تعبيراً نمطياً سليماً ({ "\u2066" }{ $reason }{ "\u2069" })؛ صحّحه.
problem-missing-operand = تنقص كلمة إلى جانب { "\u2066" }{ $operator }{ "\u2069" }؛ أضفها أو احذف { "\u2066" }{ $operator }{ "\u2069" }.
problem-operator-as-word = تُبحث «{ $word }» هنا كلمةً من الكلمات؛ وهي لا تصل إلا ما كان على جانبيها.
problem-near-distance = «{ $value }» ليست مسافة من 1 إلى 100، فأُخذت المسافة { $used }؛ اكتبها بصيغة { "\u2066" }NEAR/5{ "\u2069" }.
problem-near-without-words = يحتاج { "\u2066" }NEAR{ "\u2069" } إلى كلمات على جانبيه، فبُحث عن الجانبين في أي موضع من المقالة؛ ضع كلمات مكانهما.
problem-only-stars = النجمة وحدها تجد كل كلمة؛ ضع إلى جانبها حروفاً، أو ضع كلمات أخرى في عبارتها.
problem-missing-value = ليس بعد «{ $column }:» قيمة؛ اكتبها بعد النقطتين مباشرة، وبين علامتي تنصيص إن كان فيها مسافات.
problem-bad-query-date = «{ $value }» ليس تاريخاً؛ اكتبه بصيغة { "\u2066" }2020-10-14{ "\u2069" } أو { "\u2066" }2020-10{ "\u2069" } أو 2020 أو { "\u2066" }2020-10..2020-11{ "\u2069" }.
problem-dates-reversed = التاريخ الأول بعد الثاني، فتبادلا مكانيهما.
problem-too-deep = الأقواس المتداخلة أكثر مما يُقرأ، فأُهمل ما في داخلها؛ قلّل منها.
problem-too-long = لا يُقرأ من البحث إلا أول { $n_bytes } بايت؛ اختصره.
problem-nothing-to-find = ليس في البحث كلمة؛ اكتب كلمة من حروف أو أرقام.
problem-unknown-column = ليس في فهرس هذه المجموعة عمود اسمه «{ $column }»، فلا نتائج؛ اختر عموداً آخر أو ضع الكلمات بين علامتي تنصيص.
problem-unknown-value = لا مقالة قيمتها «{ $value }» في العمود «{ $column }»؛ تحقق من كتابتها.
problem-unknown-entity = لا علم اسمه «{ $value }»، فلا نتائج؛ تحقق من كتابته.

## What a comparison says before its rows

problem-compare-empty-side = ليس في { $side } مقالات، فلا شيء يُقارَن؛ اطلب غيرها.
problem-compare-only-describes = { PLURAL($n_a) ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $n_a } مقالات
        [many] { $n_a } مقالاً
       *[other] { $n_a } مقال
    } مقابل { $n_b }: وصف فحسب، إذ لا يمكن أن يكون لأي فرق هنا دلالة إحصائية.
problem-compare-can-show = { PLURAL($n_a) ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $n_a } مقالات
        [many] { $n_a } مقالاً
       *[other] { $n_a } مقال
    } مقابل { $n_b }: يمكن أن تكون للفروق دلالة إحصائية؛ أصغر قيمة ممكنة لـp هي { $least }.
problem-compare-in-both = { PLURAL($n) ->
        [zero] لا مقال مشترك
        [one] مقال واحد مشترك
        [two] مقالان مشتركان
        [few] { $n } مقالات مشتركة
        [many] { $n } مقالاً مشتركاً
       *[other] { $n } مقال مشترك
    } بين A وB، ولا يُحسب المشترك في أي منهما.
problem-compare-copies = تُركت { PLURAL($n) ->
        [zero] النسخ المتطابقة تقريباً
        [one] نسخة واحدة متطابقة تقريباً
        [two] نسختان متطابقتان تقريباً
        [few] { $n } نسخ متطابقة تقريباً
        [many] { $n } نسخة متطابقة تقريباً
       *[other] { $n } نسخة متطابقة تقريباً
    }: تُحسب الأولى من كل مجموعة.
problem-compare-no-shared-outlet = ليس لأي مصدر مقالات في A وB معاً: فقد تعود الفروق إلى المصادر نفسها.
problem-compare-one-sided = عدد المصادر التي مقالاتها في A وحدها أو في B وحدها { $n } من { $all }: فقد تعود الفروق إليها.

## When there is nothing to show

empty-no-articles = لا مقالات في هذه المجموعة
empty-no-articles-hint = ضع في المجلد ملفات نصية تنتهي أسماؤها بـ { "\u2066" }.txt{ "\u2069" } ثم أعد التحميل.
empty-nothing-selected = لم تُختر مقالة
empty-nothing-selected-hint = اختر مقالة من القائمة لقراءتها.
empty-no-hits = لا توجد مقالة تحوي «{ $query }»
empty-no-hits-hint = جرّب كلمات أقل أو كتابة أخرى، أو امسح البحث.
empty-no-words = { PLURAL($n) ->
        [zero] لا مقالات مطابقة
        [one] يطابق البحث مقالة واحدة، لكنه لا يسأل عن كلمات
        [two] يطابق البحث مقالتين، لكنه لا يسأل عن كلمات
        [few] يطابق البحث { $n } مقالات، لكنه لا يسأل عن كلمات
        [many] يطابق البحث { $n } مقالة، لكنه لا يسأل عن كلمات
       *[other] يطابق البحث { $n } مقالة، لكنه لا يسأل عن كلمات
    }
empty-no-words-hint = أضف كلمة لتراها في سياقها، أو اقرأ المقالات المطابقة.
empty-no-query = ابحث عن شيء لتراه في سياقه
empty-no-query-hint = اكتب كلمة أو «عبارة» أو استعلاماً في خانة البحث.
empty-no-query-to-count = ابحث عن شيء لعدّه
empty-no-period = لا مقالات في الفترات المختارة
empty-no-period-hint = اختر فترة أخرى، أو أظهر كل الفترات.
empty-no-hits-in-period = لا توجد في الفترات المختارة مقالة تحوي «{ $query }»
empty-no-hits-in-period-hint = أظهر كل الفترات، أو امسح البحث.
loading = جارٍ فتح «{ $folder }»
loading-hint = يمكنك متابعة القراءة في أثناء ذلك، أو الإلغاء.
open-failed-kept = بقيت المجموعة المفتوحة كما كانت.

entities-finding = البحث عن الأسماء…
# $n: spellings that are not listed.
card-more-spellings = و{ $n } غيرها

## Appearance and settings

theme-to-dark-tooltip = الانتقال إلى المظهر الداكن
theme-to-light-tooltip = الانتقال إلى المظهر الفاتح
# The name of the other language, and a sentence that its readers understand.
language-switch = EN
language-switch-tooltip = الواجهة بالإنجليزية · English interface
text-size-tooltip = حجم النص { $percent }%
reading-face = خط القراءة

## Commands

palette-placeholder = اكتب أمراً
palette-no-match = لا أمر بهذا الاسم
command-open-folder = فتح مجلد…
command-open-path = فتح مجلد بمساره…
command-open-embedded = فتح المجموعة المضمَّنة
command-reload = إعادة تحميل المجموعة
command-focus-search = الانتقال إلى خانة البحث
command-clear-search = مسح البحث
command-clear-periods = إظهار كل الفترات
command-go-back = إلى ما قُرئ قبلها
command-go-forward = إلى ما قُرئ بعدها
command-next-article = المقالة التالية
command-previous-article = المقالة السابقة
command-previous-hit = النتيجة السابقة
command-next-hit = النتيجة التالية
command-next-mention = الموضع التالي
command-previous-mention = الموضع السابق
command-select-all = تحديد المقالة كلها
command-copy = نسخ المحدد
context-menu = ما يمكن عمله هنا
context-copy = نسخ
context-copy-source = نسخ مع المصدر
context-search = البحث عن «{ $words }»
context-concordance = عرض في كشّاف السياق
context-mark = وسم اسمًا…
context-repair = تصحيح هذا الاسم…
context-note = ملاحظة
command-context-menu = ما يمكن عمله بالكلمات عند المؤشر
command-caret = وضع مؤشر في النص أو رفعه
command-copy-with-source = نسخ المحدد مع مصدره
command-show-reading = عرض المقالة
command-show-concordance = عرض كشّاف السياق
command-show-statistics = عرض الإحصاء
command-show-problems = عرض المشكلات
command-show-palette = عرض كل الأوامر
command-toggle-theme = التبديل بين الفاتح والداكن
command-switch-language = تبديل لغة الواجهة
command-larger-text = تكبير النص
command-smaller-text = تصغير النص
command-reset-text = الحجم الأصلي للنص
command-larger-interface = تكبير الواجهة
command-smaller-interface = تصغير الواجهة
command-reset-interface = الحجم الأصلي للواجهة
command-only-text = النص وحده
command-quit = إنهاء { -warraq }

## Repairs of names

command-repair = تصحيح الاسم أو وسم التحديد
command-undo-repair = التراجع عن آخر تصحيح
command-redo-repair = إعادة التصحيح
repair-menu = تصحيح
repair-scope-here = هنا
repair-scope-article = هذه المقالة
repair-scope-everywhere = كل المقالات
repair-mark-per = شخص
repair-mark-gpe = دولة أو منطقة أو مدينة
repair-mark-loc = مكان آخر
repair-mark-org = مؤسسة
repair-mark-norp = شعب أو جماعة
repair-is-entity = هو اسم معروف…
repair-with-proclitic = مع ما اتصل به: { $words }
repair-without-proclitic = دون ما اتصل به: { $words }
repair-no-name = ليس اسماً
repair-change-type = تغيير النوع
repair-change-span = تغيير الكلمات
repair-same-as = هو نفسه…
repair-different-from = غير…
repair-rename = تغيير التسمية
repair-edit-entity = تحرير الكيان
repair-rename-do = تغيير التسمية
repair-name-ar = الاسم بالعربية
repair-name-en = الاسم بالإنجليزية
repair-span-selection = الكلمات المحددة
repair-span-more-after = زيادة كلمة بعده
repair-span-more-before = زيادة كلمة قبله
repair-span-less-after = حذف آخر كلمة
repair-span-less-before = حذف أول كلمة
repair-find = اسم معروف
repair-find-hint = اكتب أول الاسم.
repair-find-none = لا اسم معروفاً يبدأ هكذا.
repair-find-own = { $name } هو المقصود أصلاً؛ اختر غيره.
# What words are marked as.
repair-kind-per = شخص
repair-kind-gpe = دولة أو منطقة أو مدينة
repair-kind-loc = مكان
repair-kind-org = مؤسسة
repair-kind-norp = شعب أو جماعة
# Where a repair holds.
repair-in-here = هنا
repair-in-article = في هذه المقالة
repair-in-everywhere = في كل المقالات
# What a repair does. $words, $from and $to stand in the text; $name and
# $other are entities; $kind is one of repair-kind-…, $place of repair-in-….
repair-says-mark = وسم «{ $words }» { $place }: { $kind }
repair-says-same = «{ $words }» { $place } هو { $name }
repair-says-no-name = «{ $words }» ليس اسماً { $place }
repair-says-type = نوع «{ $words }» { $place }: { $kind }
repair-says-span = «{ $to }» بدل «{ $from }» { $place }
repair-says-different = { $name } غير { $other }
repair-says-rename = تسمية { $name } «{ $to }»
repair-says-merge = { $name } هو { $other }
repair-says-split = فصل «{ $words }» عن { $name } كياناً قائماً بنفسه
repair-says-add = «{ $words }» صورة من اسم { $name }
repair-says-remove = «{ $words }» ليس صورة من اسم { $name }
repair-says-note = ملاحظة على { $name }
# How much changes; $articles is repair-changes-articles.
repair-changes = { PLURAL($n) ->
        [zero] لا يتغير أي ذكر.
        [one] يتغير ذكر واحد في { $articles }.
        [two] يتغير ذكران في { $articles }.
        [few] تتغير { $n } مواضع ذكر في { $articles }.
        [many] يتغير { $n } موضع ذكر في { $articles }.
       *[other] يتغير { $n } موضع ذكر في { $articles }.
    }
repair-changes-articles = { PLURAL($n) ->
        [zero] لا مقالات
        [one] مقالة واحدة
        [two] مقالتين
        [few] { $n } مقالات
        [many] { $n } مقالة
       *[other] { $n } مقالة
    }
repair-changes-nothing = لا يتغير أي ذكر.
repair-longer-stay = { PLURAL($n) ->
        [zero] ولا يبقى اسم أطول فيه هذه الكلمات.
        [one] ويبقى اسم أطول فيه هذه الكلمات: «{ $words }».
        [two] ويبقى ذكران لأسماء أطول فيها هذه الكلمات، منها «{ $words }».
        [few] وتبقى { $n } أذكار لأسماء أطول فيها هذه الكلمات، منها «{ $words }».
        [many] ويبقى { $n } ذكراً لأسماء أطول فيها هذه الكلمات، منها «{ $words }».
       *[other] ويبقى { $n } ذكر لأسماء أطول فيها هذه الكلمات، منها «{ $words }».
    }
repair-more-places = { PLURAL($n) ->
        [zero] ولا غيرها
        [one] وموضع آخر
        [two] وموضعان آخران
        [few] و{ $n } مواضع أخرى
        [many] و{ $n } موضعاً آخر
       *[other] و{ $n } موضع آخر
    }
repair-counting = يُحصى ما يتغير…
repair-do = تنفيذ
repair-give-up = إلغاء
repair-undo = تراجع
repair-redo = إعادة
repair-is-no-name = ليس اسماً
# بجانب اسم لا تعرف القوائم صاحبه.
repair-is-unlisted = لا يُعرف إلا من المقالات
repair-did = تم
repair-noted = دُوِّن
repair-undid = تراجعت عن
repair-redid = أُعيد
repair-took-over = غيّر غيرك الأسماء، وأُخذ بما كتب
repair-nothing = لا شيء يُتراجع عنه أو يُعاد.
repair-already = الأمر كذلك من قبل؛ لم يتغير شيء.
repair-conflict = لا يمكن التراجع، فقد غيّر غيرك { $names } منذ ذلك الحين. غيّره بنفسك إن أردت.
problem-repair-unknown-entity = لا يُعرف شيء عن { $id }؛ سِم اسماً له أولاً.
problem-repair-same-entity = كلاهما { $id } من قبل؛ اختر غيره.
problem-repair-id-taken = { $id } موجود من قبل؛ اختر اسماً آخر.
problem-repair-empty-name = لا بد للاسم من حرف؛ حدد كلمة أو اكتبها.
problem-repair-spelling-shown = «{ $spelling }» هو الاسم الظاهر لـ{ $owner }؛ غيّر تسميته أولاً.
problem-names-read-only = لا يمكن الكتابة في المجلد.
problem-names-disk-full = القرص ممتلئ.
problem-names-folder-gone = المجلد لم يعد موجوداً: { $path }.
problem-names-not-toml = في السطر { $line } من entities.toml خطأ في صياغة TOML؛ صححه هناك.
problem-names-not-utf-8 = ترميز entities.toml ليس UTF-8؛ احفظه بهذا الترميز.
problem-names-damaged = كان ملف تصحيحاتك تالفاً؛ حُفظ كما كان في «{ $kept }».
problem-names-link-outside = entities.toml رابط يقود إلى خارج المجلد.
problem-names-not-saved = رفض النظام كتابة { $path }: { $reason }.
names-not-kept = تبقى التصحيحات إلى أن يُغلق البرنامج؛ أصلح السبب وحاول مرة أخرى.
names-aside = تُحفظ التصحيحات في مجلد بياناتك، وتصلح على هذا الحاسوب وحده.
names-conflict = غيّر غيرك { $names } على وجه آخر في الوقت نفسه، وبقي تغييره. كرر تصحيحك إن كنت لا تزال تريده.
names-not-taken-out = { $names } مكتوب في ملف المجلد نفسه ويعود عند التشغيل التالي؛ احذفه هناك.

repair-edit = تحرير
repair-note = ملاحظة
repair-add-spelling = صورة أخرى للاسم
repair-remove-spelling = حذف «{ $words }»
repair-split = فصل المعلَّم عليها كياناً قائماً بنفسه
repair-merge-with = دمج مع
repair-merge-into = دمج مع { $name }
repair-proposals = قد يكون هو نفسه
repair-merge = دمج
repair-different = مختلفان
repair-like-spelling = رسم متقارب
repair-like-family = اسم عائلته
repair-like-middle = بينهما اسم أوسط
repair-like-article = بأداة التعريف أو دونها

## Why a span is marked

basis-list-folder = في ملف entities.toml لهذه المجموعة
basis-list-embedded = في الأسماء المدمجة لهذا الموضوع
basis-list-world = في أسماء العالم: دول ومدن وهيئات
basis-list-text = ورد اسماً في موضع آخر من المجموعة
basis-model = وجده النموذج الإحصائي
basis-reader = وسمه قارئ
basis-rule-group-word = قاعدة: صيغة من اسم شعب
basis-rule-state-body = قاعدة: هيئة لكل دولة مثلها
basis-rule-medium = قاعدة: وسيلة إعلام مع اسم جنسها
basis-rule-supported = قاعدة: اسم ملتبس حسمه ما جاوره
basis-rule-after-title = قاعدة: قبله لقب أو منصب
basis-rule-name-pattern = قاعدة: اسم أول وما يتبعه
basis-rule-foreign-words = قاعدة: كُتب كما تُكتب الأسماء الأجنبية
basis-rule-after-saying = قاعدة: قبله فعل قول
basis-rule-family-name = قاعدة: اسم عائلة من ذُكر اسمه كاملاً
basis-rule-second-mention = قاعدة: ورد اسماً في المقالة نفسها
basis-rule-organisation-head = قاعدة: يبدأ كما تبدأ أسماء المؤسسات
basis-rule-quoted-name = قاعدة: اسم جنس واسم بين علامتي تنصيص
basis-rule-after-place-noun = قاعدة: قبله اسم جنس لمكان
basis-rule-place-head = قاعدة: يبدأ كما تبدأ أسماء الأماكن
basis-rule-after-place-cue = قاعدة: قبله لفظ جهة أو مكان
basis-rule-coordination = قاعدة: معطوف على اسم آخر
basis-rule-apposition = قاعدة: ما بعده يبيّن من هو

## Dates and casualties

legend-date = تواريخ
legend-casualty = ضحايا
date-length = مدة من الزمن
date-unknown = لا يُعرف أي تاريخ هو
date-time-unclear = لم يُذكر أليلاً أم نهاراً
date-kind-calendar = تاريخ
date-kind-weekday = يوم من الأسبوع
date-kind-relative = تاريخ نسبي
date-kind-duration = لا يسمي تاريخاً
date-kind-time = ساعة من اليوم
date-by-explicit = السنة مذكورة
date-by-docdate = بحسب تاريخ المقالة
date-by-context = بحسب ما جاوره
date-by-inferred = يوم المقالة غير معروف
casualty-exact = { $n }
casualty-at-least = { $n } على الأقل
casualty-more-than = أكثر من { $n }
casualty-about = نحو { $n }
casualty-tens = عشرات
casualty-hundreds = { $n } أو أكثر
casualty-killed = قتلى
casualty-wounded = جرحى
casualty-killed-and-wounded = قتلى وجرحى
casualty-captured = أسرى
casualty-missing = مفقودون
casualty-displaced = نازحون
casualty-evacuated = من أُجلوا
casualty-civilians = مدنيون
casualty-soldiers = جنود
casualty-fighters = مقاتلون
casualty-police = شرطة
casualty-children = أطفال
casualty-women = نساء
casualty-journalists = صحفيون
casualty-subset = بعض العدد السابق
casualty-cumulative = الحصيلة حتى الآن

## Names that screen readers speak

a11y-search-field = خانة البحث
a11y-article-list = المقالات
a11y-list-scrollbar = تمرير المقالات
a11y-reading-pane = لوحة القراءة
a11y-mark-strip = العلامات في المقالة
a11y-lines = أسطر كشّاف السياق
a11y-lines-scrollbar = تمرير الأسطر
a11y-statistics-find = البحث في الجدول
a11y-statistics-table = جدول الإحصاء
a11y-statistics-scrollbar = تمرير الجدول
a11y-dispersion-scrollbar = تمرير التوزّع

## Names: the view of entities

view-names = أسماء
command-show-names = عرض الأسماء
names-table = كل الأسماء
names-entity = الاسم
names-naming = مقارنة التسميات
names-network = الشبكة
count-names = { PLURAL($n) ->
        [zero] لا أسماء
        [one] اسم واحد
        [two] اسمان
        [few] { $n } أسماء
        [many] { $n } اسماً
       *[other] { $n } اسم
    }
count-mentions = { PLURAL($n) ->
        [zero] لا مواضع
        [one] موضع واحد
        [two] موضعان
        [few] { $n } مواضع
        [many] { $n } موضعاً
       *[other] { $n } موضع
    }
count-pairs = { PLURAL($n) ->
        [zero] لا روابط
        [one] رابط واحد
        [two] رابطان
        [few] { $n } روابط
        [many] { $n } رابطاً
       *[other] { $n } رابط
    }
names-spellings = { PLURAL($n) ->
        [zero] لا صور للاسم
        [one] صورة واحدة للاسم
        [two] صورتان للاسم
        [few] { $n } صور للاسم
        [many] { $n } صورة للاسم
       *[other] { $n } صورة للاسم
    }
names-articles = { PLURAL($n) ->
        [zero] لا مقالات تذكره
        [one] مقالة واحدة تذكره
        [two] مقالتان تذكرانه
        [few] { $n } مقالات تذكره
        [many] { $n } مقالة تذكره
       *[other] { $n } مقالة تذكره
    }
names-other-spellings = { PLURAL($n) ->
        [zero] لا صور أخرى
        [one] صورة أخرى
        [two] صورتان أخريان
        [few] { $n } صور أخرى
        [many] { $n } صورة أخرى
       *[other] { $n } صورة أخرى
    }
names-left-out = { PLURAL($n) ->
        [zero] لم يُترك شيء من الرسم
        [one] لم يتسع الرسم لصف واحد؛ هو في الجدول وفي الملف
        [two] لم يتسع الرسم لصفين؛ هما في الجدول وفي الملف
        [few] لم يتسع الرسم لـ{ $n } صفوف؛ هي في الجدول وفي الملف
        [many] لم يتسع الرسم لـ{ $n } صفاً؛ هي في الجدول وفي الملف
       *[other] لم يتسع الرسم لـ{ $n } صف؛ هي في الجدول وفي الملف
    }
names-of-articles = المقالات: { $n } من { $total }
names-rows = { $shown } من { $total } اسم
names-find = ابحث عن اسم
names-column-name = الاسم
names-column-name-help = الاسم الذي تجتمع عنده صور الكتابة كلها.
names-column-type = النوع
names-column-type-help = نوع أكثر مواضعه.
names-column-mentions = المواضع
names-column-mentions-help = عدد المواضع التي يُذكر فيها، بأي صورة كُتب.
names-column-articles = المقالات
names-column-articles-help = عدد المقالات التي تذكره.
names-column-share = النسبة
names-column-share-help = المواضع في كل مليون كلمة، أو في كل مئة موضع لأي اسم، كما اخترت.
# $period: the label of a period.
names-column-period-help = عدد المواضع في { $period }.
names-column-ratio = التغيّر
# $before, $after: labels of periods; $base: names-base-words or names-base-mentions.
names-column-ratio-help = كم ضعفاً، قوةً للعدد 2، زادت نسبته من { $base } من { $before } إلى { $after }؛ السالب نقصان.
names-column-surprise = الدلالة
names-column-surprise-help = مدى استبعاد أن يكون التغيّر في نسبته من { $base } من { $before } إلى { $after } مصادفة؛ وما دون { $least } قد تأتي به المصادفة.
names-base-words = الكلمات
names-base-mentions = مواضع الأسماء
names-per-words = نسبة من الكلمات
names-per-mentions = نسبة من مواضع الأسماء
names-types = الأنواع
names-compared = النسب والتغيّر
names-from-period = من { $period }
names-to-period = إلى { $period }
names-open = كل ما يُعرف عنه
names-compare = قارن تسمياته
names-concordance = كشّاف سياقه
names-spelling = صورة الاسم
names-over-time = الذكر عبر الزمن
names-over-time-rate = الذكر عبر الزمن: المواضع لكل مليون كلمة
names-over-time-of = ذكر { $name } عبر الزمن
names-no-dates = لا تاريخ معروفاً لهذه المقالات
names-companions = يُذكر معه
names-together = معاً
names-expected = المتوقع
names-times = الضعف
names-no-companions = لا اسم آخر يُذكر معه
names-near = كلمات حوله (ضِعف المصادفة فأكثر)
names-no-near = لا كلمة تتكرر حوله أكثر مما تأتي به المصادفة
names-article = المقالة
names-from-to = من { $first } إلى { $last }
names-percent = { $n }%
names-by = المقارنة
names-by-period = حسب الفترة
names-by-outlet = حسب المصدر
names-no-outlet = بلا مصدر
names-together-rows = جمع صور الاسم
names-rows-folded = الصور المتقاربة معاً
names-rows-folded-hint = تُجمع الصور التي لا تختلف إلا في الهمزات والتاء المربوطة والياء والتشكيل وأداة التعريف والسوابق.
names-rows-core = ذات النواة الواحدة معاً
names-rows-core-hint = تُجمع كذلك الصور التي تضم صورة أقصر منها، مثل ناغورني كاراباخ وكاراباخ.
names-rows-apart = كل صورة وحدها
names-rows-apart-hint = لكل صورة وردت في النصوص صف.
# $name: an entity.
names-shares-by-period = بأي صورة يُكتب { $name } في كل فترة
names-shares-by-outlet = بأي صورة يُكتب { $name } في كل مصدر
names-unit-article = معاً في المقالة
names-unit-paragraph = معاً في الفقرة
names-unit-sentence = معاً في الجملة
names-edges-association = الأقوى ارتباطاً
names-edges-count = الأكثر اجتماعاً
names-pairs = من يُذكر مع من
names-pairs-of = مع { $name }
# $names, $pairs: counts with their nouns.
names-network-lines = يصل الخط بين اسمين يُذكران معاً، وكلما ثخن كثر ذلك؛ ويكبر الشكل بكثرة الذكر
names-network-name = شبكة الأسماء المذكورة معاً: { $names }، { $pairs }
# $first, $second: entities; $n: how often together; $expected and $times: numbers.
names-pair = { $first } و{ $second }: معاً { $n }، والمتوقع { $expected }، أي { $times } ضعف المصادفة
names-not-here = لا يُذكر هذا الاسم في هذه المقالات
names-finding = يجري البحث عن الأسماء
names-finding-hint = تظهر هنا عندما تُقرأ المقالات كلها.
names-none = لا أسماء في هذه المقالات
names-none-hint = لم يُعرف في المقالات المعروضة اسم شخص أو مكان أو هيئة. أضف الأسماء إلى الملف entities.toml في المجلد، أو اعرض مقالات أخرى.
names-no-network = لا اسمين يُذكران معاً أكثر من المصادفة بين الأسماء المعروضة
names-alone = { PLURAL($n) ->
        [zero] لا اسم بلا رابط
        [one] اسم واحد بلا رابط
        [two] اسمان بلا رابط
        [few] { $n } أسماء بلا رابط
        [many] { $n } اسماً بلا رابط
       *[other] { $n } اسم بلا رابط
    }
# $n: how often together; $expected and $times: numbers.
names-pair-note = معاً { $n } · المتوقع { $expected } · ×{ $times }
# $n: how often together; $expected and $times: numbers.
names-pair-short = معاً { $n } · ×{ $times }
names-kind-per = شخص
names-kind-place = مكان
names-kind-org = هيئة
names-kind-norp = شعب
a11y-names-table = جدول الأسماء
a11y-names-find = البحث عن اسم في الجدول

export-mentions-csv = المقالات معلَّمة: جدول المواضع (CSV)
export-mentions-jsonl = المقالات معلَّمة: أسطر JSON
export-web-annotation = المقالات معلَّمة: W3C Web Annotation
export-conll = المقالات معلَّمة: أعمدة CoNLL بوسوم IOB2
export-brat = المقالات معلَّمة: مجلد brat
export-tei = المقالات معلَّمة: مجلد TEI
