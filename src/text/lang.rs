//! The language of a text.
//!
//! The script decides first: Greek, Hebrew, Thai, Korean, kana. Where it leaves a
//! choice (Cyrillic, Arabic), the letters only one of the languages has decide;
//! a short line without such a letter may be in any of them, and is never said to be
//! in another language than its page. Latin text goes to `whichlang`, which is right more often on short texts, or
//! to `whatlang` where that is certain of a language the other does not know.
//! Left out: dialects and regions (`pt-BR`), several languages in one sentence.

use whatlang::Detector;

use super::codes::{three_letters, two_letters};
use super::script::{self, Script};
use super::segment;
use crate::model::Lang;

/// Fewer letters say nothing of which Latin language a text is in; a Chinese or Japanese
/// character counts as two.
const FEWEST_LATIN_LETTERS: usize = 12;

/// Letters of another alphabet that are more than a name or a symbol in a text.
const FEWEST_LETTERS: usize = 4;

/// The language of a text, one of `allowed` where that is not empty.
///
/// `None` where there is too little text, or where it is in no allowed language's script.
#[must_use]
pub fn guess(text: &str, allowed: &[Lang]) -> Option<Lang> {
    guess_with(text, allowed, &|| detected(text, allowed))
}

/// The same, with what `whatlang` finds as an argument: it is asked where it is needed.
fn guess_with(text: &str, allowed: &[Lang], detected: &Detect) -> Option<Lang> {
    let counts = script::census(text);
    let &(script, letters) = counts.iter().rev().max_by_key(|(_, count)| *count)?;
    if letters < FEWEST_LETTERS || (script == Script::Latin && letters < FEWEST_LATIN_LETTERS) {
        return None;
    }
    let code = match script {
        Script::Latin => return latin(text, allowed, detected()),
        Script::Cyrillic => cyrillic(text),
        Script::Arabic => arabic(text),
        Script::Han | Script::Kana => han_or_kana(&counts),
        Script::Greek => "el",
        Script::Hebrew => "he",
        Script::Armenian => "hy",
        Script::Georgian => "ka",
        Script::Devanagari => "hi",
        Script::Thai => "th",
        Script::Hangul => "ko",
        Script::Other | Script::Common => {
            return detected().and_then(|(l, _)| allow(l, allowed));
        }
    };
    allow(code, allowed).or_else(|| detected().and_then(|(l, _)| allow(l, allowed)))
}

/// What `whatlang` finds: the code, and whether it is certain.
type Found = Option<(&'static str, bool)>;

/// Asks `whatlang`.
type Detect<'a> = dyn Fn() -> Found + 'a;

/// What the detectors say of a text. They are asked once: it is they that take the time.
#[derive(Debug, Clone)]
pub struct Evidence<'a> {
    text: &'a str,
    script: Script,
    /// The language, as [`guess`] gives it.
    pub guessed: Option<Lang>,
    other: Option<&'static str>,
}

impl<'a> Evidence<'a> {
    /// Asks the detectors.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let script = script::of_text(text);
        let found = if script == Script::Latin { detected(text, &[]) } else { None };
        let detect = || found.or_else(|| detected(text, &[]));
        let guessed = guess_with(text, &[], &detect);
        Self { text, script, guessed, other: found.map(|(code, _)| code) }
    }

    /// The language where nothing speaks against it: another script than Latin, or Latin text
    /// on which both detectors agree.
    ///
    /// Made for the question whether a line is foreign in its document: of 5,800 sentence heads
    /// of 30 to 39 letters in five languages, .995 of these guesses were right.
    #[must_use]
    pub fn certain(&self) -> Option<&Lang> {
        let guessed = self.guessed.as_ref()?;
        let certain = if self.script == Script::Latin {
            self.other == Some(guessed.base())
        } else {
            is_distinct(self.text, guessed.base())
        };
        certain.then_some(guessed)
    }

    /// Whether the text, short as it may be, is rather not in a language: it is in another
    /// script, or neither detector finds that language.
    ///
    /// Weaker than [`Self::certain`]: of sentence heads of 12 to 15 letters one in ten is
    /// misjudged.
    #[must_use]
    pub fn speaks_against(&self, lang: &Lang) -> bool {
        let Some(guessed) = &self.guessed else { return false };
        if guessed.same_base(lang) || is_mixed(self.text, lang) {
            return false;
        }
        if scripts(lang).contains(&self.script) && !is_distinct(self.text, guessed.base()) {
            return false;
        }
        self.script != Script::Latin || self.other.is_some_and(|code| code != lang.base())
    }
}

/// Whether a text has one of the commonest words of a language, in small letters.
///
/// True where that language has no list of them.
#[must_use]
pub fn has_common_word(text: &str, lang: &Lang) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| {
        word.starts_with(char::is_lowercase) && segment::is_common_word(word, lang).unwrap_or(true)
    })
}

/// Whether two languages are so alike that a line of few words may be in either.
#[must_use]
pub fn are_near(one: &Lang, two: &Lang) -> bool {
    const NEAR: [&[&str]; 6] = [
        &["es", "pt", "gl", "ca"],
        &["nl", "de", "af", "lb"],
        &["da", "nb", "no", "nn", "sv"],
        &["cs", "sk"],
        &["hr", "sr", "bs", "sl"],
        &["id", "ms"],
    ];
    NEAR.iter().any(|group| group.contains(&one.base()) && group.contains(&two.base()))
}

/// Letters from which on a text in a common script has had room for the letters that only its
/// language has: of Russian, Ukrainian, Persian and Arabic words every third has one.
const ROOM_FOR_LETTERS: usize = 60;

/// Whether a text can only be in this one of the languages of its script: the script has one
/// language, the text has letters of this one alone, or it is long enough to have had others.
fn is_distinct(text: &str, code: &str) -> bool {
    let own = match code {
        "ru" => "ыэё",
        "uk" => "їєґі",
        "be" => "ў",
        "sr" => "ћђљњџ",
        "mk" => "ѓќѕ",
        "kk" => "әғқңөұүһ",
        "ar" => "ةىيكإ",
        "fa" => "پچژگکی",
        "ur" => "ٹڈڑےں",
        "bg" => "",
        _ => return true,
    };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let has = text.chars().flat_map(char::to_lowercase).any(|c| own.contains(c));
    has || letters >= ROOM_FOR_LETTERS
}

/// The scripts a language is written in, other than Latin.
fn scripts(lang: &Lang) -> &'static [Script] {
    match lang.base() {
        "zh" => &[Script::Han],
        "ja" => &[Script::Han, Script::Kana],
        "ko" => &[Script::Hangul],
        "ar" | "fa" | "ur" => &[Script::Arabic],
        "he" | "yi" => &[Script::Hebrew],
        "ru" | "uk" | "be" | "bg" | "mk" | "sr" | "kk" => &[Script::Cyrillic],
        "el" => &[Script::Greek],
        "th" => &[Script::Thai],
        _ => &[],
    }
}

/// Whether Latin words, such as names, stand in the text of a language of another script.
fn is_mixed(text: &str, lang: &Lang) -> bool {
    let (own, counts) = (scripts(lang), script::census(text));
    let count = |wanted| counts.iter().find(|(s, _)| *s == wanted).map_or(0, |&(_, count)| count);
    if lang.base() == "zh" && han_or_kana(&counts) == "ja" {
        return false;
    }
    let among = own.contains(&script::of_text(text));
    let most = own.iter().map(|script| count(*script)).max().unwrap_or(0);
    // Japanese lines may be in Han characters alone.
    (most >= FEWEST_LETTERS && !among) || (own.len() > 1 && among)
}

/// The allowed language of a code, or the language itself where all are allowed.
fn allow(code: &str, allowed: &[Lang]) -> Option<Lang> {
    match allowed.iter().find(|lang| lang.base() == code) {
        Some(lang) => Some(lang.clone()),
        None if allowed.is_empty() => code.parse().ok(),
        None => None,
    }
}

/// A Latin language.
fn latin(text: &str, allowed: &[Lang], other: Found) -> Option<Lang> {
    let short = by_letters(text, two_letters(whichlang::detect_language(text).three_letter_code()));
    let unknown_to_it = other.filter(|(code, certain)| *certain && !WHICHLANG.contains(code));
    if let Some((code, _)) = unknown_to_it.filter(|_| allowed.is_empty()) {
        return allow(code, allowed);
    }
    allow(short, allowed).or_else(|| other.and_then(|(code, _)| allow(code, allowed)))
}

/// Of two languages that are easily taken for each other, the one that has a letter of the text.
fn by_letters(text: &str, code: &'static str) -> &'static str {
    let has =
        |letters: &str| text.chars().flat_map(char::to_lowercase).any(|c| letters.contains(c));
    match code {
        "es" if has("ãõ") => "pt",
        "pt" if has("ñ¿¡") => "es",
        "nl" if has("ßäö") => "de",
        _ => code,
    }
}

/// What `whatlang` finds, by its two-letter code, and whether it is certain.
fn detected(text: &str, allowed: &[Lang]) -> Found {
    let list = allowed.iter().filter_map(|lang| three_letters(lang.base())).collect::<Vec<_>>();
    let detector =
        if allowed.is_empty() { Detector::new() } else { Detector::with_allowlist(list) };
    let info = detector.detect(text)?;
    Some((two_letters(info.lang().code()), info.is_reliable()))
}

/// A language written in Cyrillic, by the letters the others do not have.
fn cyrillic(text: &str) -> &'static str {
    let has =
        |letters: &str| text.chars().flat_map(char::to_lowercase).any(|c| letters.contains(c));
    if has("ў") {
        "be"
    } else if has("їєґ") || (has("і") && !has("ы")) {
        "uk"
    } else if has("ћђљњџ") {
        "sr"
    } else if has("ѓќѕ") {
        "mk"
    } else if has("ыэё") {
        if has("әғқңөұүһ") { "kk" } else { "ru" }
    } else {
        let found = detected(text, &[]).filter(|&(_, certain)| certain);
        found.filter(|&(code, _)| code == "bg" && has("ъ")).map_or("ru", |(code, _)| code)
    }
}

/// A language written in Arabic letters.
fn arabic(text: &str) -> &'static str {
    if text.contains(['ٹ', 'ڈ', 'ڑ', 'ے', 'ں']) {
        "ur"
    } else if text.contains(['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']) {
        "fa"
    } else {
        "ar"
    }
}

/// Japanese where kana are more than a name in Chinese text.
fn han_or_kana(counts: &[(Script, usize)]) -> &'static str {
    let count = |wanted| counts.iter().find(|(s, _)| *s == wanted).map_or(0, |&(_, count)| count);
    if count(Script::Kana) * 10 > count(Script::Han) { "ja" } else { "zh" }
}

/// The languages of `whichlang`.
const WHICHLANG: &[&str] = &[
    "ar", "zh", "de", "en", "fr", "hi", "it", "ja", "ko", "nl", "pt", "ru", "es", "sv", "tr", "vi",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, allowed: &[&str], expected: Option<&str>) {
        let allowed: Vec<Lang> = allowed.iter().map(|tag| tag.parse().expect(tag)).collect();
        let found = guess(text, &allowed);
        assert_eq!(found.as_ref().map(Lang::as_str), expected, "{text}");
    }

    #[test]
    fn a_language_is_known_by_its_sentence() {
        let cases = [
            ("Le ministère publie ce soir un communiqué sur la visite.", "fr"),
            ("The ministry publishes a statement on the visit tonight.", "en"),
            ("Das Ministerium veröffentlicht heute Abend eine Erklärung.", "de"),
            ("El ministerio publica esta noche un comunicado sobre la visita.", "es"),
            ("Il ministero pubblica stasera un comunicato sulla visita.", "it"),
            ("O ministério publica esta noite um comunicado sobre a visita.", "pt"),
            ("Ministerstwo opublikowało dziś wieczorem oświadczenie w sprawie wizyty.", "pl"),
            ("Министерство публикует сегодня заявление о визите, которое ждали.", "ru"),
            ("Міністерство публікує сьогодні заяву про візит.", "uk"),
            ("Міністэрства публікуе сёння заяву, якую ўсе чакалі.", "be"),
            ("تنشر الوزارة هذا المساء بيانا حول الزيارة.", "ar"),
            ("外交部今晚发表声明。", "zh"),
            ("外務省は今夜、声明を発表する。", "ja"),
            ("외교부는 오늘 밤 성명을 발표한다.", "ko"),
            ("Το υπουργείο δημοσιεύει ανακοίνωση.", "el"),
            ("משרד החוץ מפרסם הודעה.", "he"),
        ];
        for (text, lang) in cases {
            check(text, &[], Some(lang));
        }
    }

    #[test]
    fn a_short_line_is_not_said_to_be_in_a_language_it_may_not_be_in() {
        // The line, its page's language, whether the line speaks against it.
        let cases = [
            ("Новости", "uk", false),
            ("Контакти", "ru", false),
            ("Про нас", "ru", false),
            ("Міністерство закордонних справ", "ru", true),
            ("Статистика", "uk", false),
            ("Заявления и выступления", "uk", true),
            ("Официальный ответ Министерства", "uk", true),
            ("تماس با ما", "ar", false),
            ("سخنگوی وزارت خارجه", "ar", true),
            ("بيان صحفي", "fa", true),
            ("اخبار", "fa", false),
            ("اخبار", "ar", false),
            ("写真", "ja", false),
            ("連絡先", "ja", false),
            ("このページは以下の言語でもご覧になれます", "zh", true),
            ("Lavrov 外長", "zh", false),
            ("Contactos de imprensa", "pt", false),
            ("Contactos de prensa", "es", false),
            ("Persbericht van het ministerie van Buitenlandse Zaken", "de", true),
            ("Pressemitteilung des Auswärtigen Amtes vom Montag", "nl", true),
            ("Kontakt", "nl", false),
        ];
        for (text, lang, expected) in cases {
            let lang: Lang = lang.parse().expect(lang);
            assert_eq!(Evidence::of(text).speaks_against(&lang), expected, "{text} in {lang}");
        }
    }

    #[test]
    fn a_letter_parts_languages_that_are_alike() {
        for (text, expected) in [
            ("A reunião das delegações", "pt"),
            ("La reunión de mañana", "es"),
            ("¿Cuándo empiezan las obras?", "es"),
            ("Die Gespräche über den Fluss", "de"),
        ] {
            check(text, &[], Some(expected));
        }
    }

    #[test]
    fn too_little_text_has_no_language() {
        for text in ["", "14:49", "0417-12-03-2026", "OK", "Menu", "— № —"] {
            check(text, &[], None);
        }
    }

    #[test]
    fn only_an_allowed_language_is_found() {
        let text = "O ministério publica esta noite um comunicado sobre a visita.";
        check(text, &["en", "pt-BR"], Some("pt-BR"));
        check(text, &["en", "es"], Some("es"));
        check("外交部今晚发表声明。", &["en", "fr"], None);
    }
}
