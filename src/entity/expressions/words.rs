//! The words that dates, times and counts are made of, folded.
//!
//! Each row is a meaning and the forms that have it. Rows marked `AL` are
//! entered with and without the article.

use super::sense::Sense::{
    self, And, Being, Clock, Day, Decade, Following, Fraction, From, Gregorian, HijriMonth, Less,
    MonthHead, NotDay, NotToday, NotYear, OfIt, Part, Pointing, Season, Share, Since, Timely,
    Title, Until,
};
use super::sense::{Count, DayPart, Lean, Unit};
use super::value::Comparison;

/// Words of dates and times.
pub(super) const DATE_WORDS: &[(Sense, &str)] = &[
    (Sense::Article, "ال"),
    (And, "و"),
    (MonthHead(10, 11), "تشرين"),
    (MonthHead(12, 1), "كانون"),
    (HijriMonth, "محرم صفر رجب شعبان رمضان شوال"),
    (Day(0), "اليوم الليله"),
    (Day(-1), "امس الامس البارحه"),
    (Day(1), "غدا غد الغد"),
    (Season, "صيف خريف شتاء ربيع الصيف الخريف الشتاء الربيع"),
    (Pointing(Lean::Now), "هذا هذه"),
    (Pointing(Lean::Same), "ذلك تلك ذاك نفس ذات"),
    (
        Sense::Lean(Lean::Past),
        "الماضي الماضيه الماضيين الماضيتين المنصرم المنصرمه الفايت الفايته السابق السابقه",
    ),
    (Sense::Lean(Lean::Now), "الجاري الجاريه الحالي الحاليه"),
    (
        Sense::Lean(Lean::Next),
        "المقبل المقبله المقبلين القادم القادمه القادمين",
    ),
    (Sense::Lean(Lean::Same), "نفسه نفسها ذاته ذاتها عينه عينها"),
    (Sense::Lean(Lean::After), "التالي التاليه اللاحق"),
    (Sense::Lean(Lean::Recent), "الاخير الاخيره الاخيرين"),
    (
        Part,
        "مطلع اوايل بدايه بدايات مستهل اواسط منتصف اواخر نهايه اخر ختام",
    ),
    (Share, "الربع النصف الثلث الفصل"),
    (
        Decade,
        "عشرينيات ثلاثينيات اربعينيات خمسينيات ستينيات سبعينيات ثمانينيات تسعينيات \
         عشرينات ثلاثينات اربعينات خمسينات ستينات سبعينات ثمانينات تسعينات \
         العشرينيات الثلاثينيات الاربعينيات الخمسينيات الستينيات السبعينيات الثمانينيات \
         التسعينيات العشرينات الثلاثينات الاربعينات الخمسينات الستينات السبعينات الثمانينات \
         التسعينات",
    ),
    (Since, "منذ مذ"),
    (From, "من"),
    (OfIt, "منه منها"),
    (Until, "الي حتي"),
    (Following, "بعد"),
    (Being, "الموافق الموافقه"),
    (
        Timely,
        "في منذ خلال حتي بحلول قبل بعد من الي شهر الشهر مطلع اوايل بدايه مستهل اواسط منتصف \
         اواخر نهايه اخر ختام حرب الحرب موسم دوره انتخابات ثوره كاس مونديال اولمبياد هدنه اتفاق \
         اتفاقيه دستور قانون ازمه تصعيد صيف خريف شتاء ربيع عام العام سنه السنه بين مطلع \
         طوال بدءا ابتداء اعتبارا احداث كارثه زلزال بطوله نسخه قمه خطه رويه ميزانيه موازنه",
    ),
    (
        NotDay,
        "صلاه خطبه خطيب امام مسجد جامع سوق مدينه قريه بلده حي جزيره منطقه صلوات خطب ناحيه \
         كتاب ايام",
    ),
    (
        NotYear,
        "الرقم رقم رقمه القرار قرار الماده ماده عدد بلغ بلغت بقيمه طراز موديل صفحه عددهم",
    ),
    (
        Title,
        "روسيا المصري اخبار راي فلسطين سوريا ليبيا عدن دنيا كتاب",
    ),
    (
        NotToday,
        "العالمي الدولي الوطني الدراسي الواحد الذي الحاجه السوداء العظيمه",
    ),
    (Gregorian, "م ميلادي ميلاديه الميلادي"),
    (Sense::Hijri, "ه هجري هجريه الهجري"),
    (Clock, "الساعه"),
    (
        Sense::DayPart(DayPart::Morning),
        "صباحا صباح فجرا فجر الصباح الفجر",
    ),
    (Sense::DayPart(DayPart::Noon), "ظهرا ظهر الظهر"),
    (
        Sense::DayPart(DayPart::Evening),
        "مساء المساء عصرا عصر العصر",
    ),
    (Sense::DayPart(DayPart::Night), "ليلا ليل الليل"),
    (Fraction(30), "النصف"),
    (Fraction(15), "الربع"),
    (Fraction(20), "الثلث"),
    (Less, "الا"),
];

/// Units of time: without the article here, entered with and without.
pub(super) const UNITS: &[(Unit, Count, &str)] = &[
    (Unit::Minute, Count::One, "دقيقه"),
    (Unit::Minute, Count::Two, "دقيقتين دقيقتان"),
    (Unit::Minute, Count::Many, "دقايق"),
    (Unit::Hour, Count::One, "ساعه"),
    (Unit::Hour, Count::Two, "ساعتين ساعتان"),
    (Unit::Hour, Count::Many, "ساعات"),
    (Unit::Day, Count::One, "يوم يوما"),
    (Unit::Day, Count::Two, "يومين يومان يومي"),
    (Unit::Day, Count::Many, "ايام اياما"),
    (Unit::Night, Count::One, "ليله"),
    (Unit::Night, Count::Many, "ليال ليالي"),
    (Unit::Week, Count::One, "اسبوع اسبوعا"),
    (Unit::Week, Count::Two, "اسبوعين اسبوعان"),
    (Unit::Week, Count::Many, "اسابيع"),
    (Unit::Month, Count::One, "شهر شهرا"),
    (Unit::Month, Count::Two, "شهرين شهران شهري"),
    (Unit::Month, Count::Many, "اشهر شهور"),
    (Unit::Year, Count::One, "عام عاما سنه"),
    (Unit::Year, Count::Two, "عامين عامان عامي سنتين سنتان سنتي"),
    (Unit::Year, Count::Many, "اعوام سنوات سنين"),
    (Unit::Decade, Count::One, "عقد عقدا"),
    (Unit::Decade, Count::Two, "عقدين عقدان"),
    (Unit::Decade, Count::Many, "عقود"),
    (Unit::Century, Count::One, "قرن قرنا"),
    (Unit::Century, Count::Two, "قرنين قرنان"),
    (Unit::Century, Count::Many, "قرون"),
];

/// What says how a number is to be taken, before it.
pub(super) const APPROXIMATORS: &[(Comparison, &str)] = &[
    (Comparison::About, "نحو"),
    (Comparison::About, "حوالي"),
    (Comparison::About, "زهاء"),
    (Comparison::About, "قرابه"),
    (Comparison::About, "تقريبا"),
    (Comparison::About, "ما يقرب من"),
    (Comparison::About, "ما يقارب"),
    (Comparison::About, "ما يناهز"),
    (Comparison::About, "اقل من"),
    (Comparison::MoreThan, "اكثر من"),
    (Comparison::MoreThan, "ازيد من"),
    (Comparison::MoreThan, "ما يزيد علي"),
    (Comparison::MoreThan, "ما يزيد عن"),
    (Comparison::MoreThan, "يزيدون علي"),
    (Comparison::MoreThan, "يزيدون عن"),
    (Comparison::MoreThan, "ما يفوق"),
    (Comparison::MoreThan, "فوق"),
    (Comparison::MoreThan, "تجاوز"),
    (Comparison::MoreThan, "جاوزوا"),
    (Comparison::MoreThan, "تتجاوز"),
    (Comparison::MoreThan, "يتجاوز"),
    (Comparison::MoreThan, "تجاوزت"),
    (Comparison::MoreThan, "يزيد علي"),
    (Comparison::MoreThan, "يزيد عن"),
    (Comparison::MoreThan, "تزيد علي"),
    (Comparison::MoreThan, "تزيد عن"),
    (Comparison::MoreThan, "يفوق"),
    (Comparison::AtLeast, "علي الاقل"),
    (Comparison::AtLeast, "ما لا يقل عن"),
    (Comparison::AtLeast, "لا يقل عن"),
    (Comparison::AtLeast, "لا يقلون عن"),
    (Comparison::AtLeast, "ما لا يقل علي"),
];

/// What says how a number is to be taken, after it and its noun.
pub(super) const AFTERTHOUGHTS: &[(Comparison, &str)] = &[
    (Comparison::AtLeast, "علي الاقل"),
    (Comparison::AtLeast, "علي اقل تقدير"),
    (Comparison::AtLeast, "في الاقل"),
    (Comparison::About, "تقريبا"),
];

/// Words that may stand after a number and are not what it counts.
pub(super) const FUNCTION_WORDS: &str = "في من الي علي عن مع بين قبل بعد منذ خلال حتي ان انها \
    انه التي الذي الذين كما بينما فيما وسط جراء اثر بسبب نتيجه وفق وفقا حسب بحسب لدي عند حين هو \
    هي هم كان كانت قد لم لا ما اذ او ثم لكن غير كل بل ضمن داخل خارج شمال جنوب شرق غرب ضد امام \
    تحت فوق اليوم امس غدا بيد بجروح اخر اخرين اخرون اخري عندما حيث علما";
