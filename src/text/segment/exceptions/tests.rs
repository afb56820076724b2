//! Corrections, what they teach, and what that does.

use proptest::prelude::*;

use super::*;

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

/// The exception learnt at the `|` of a text.
fn learnt(tag: &str, marked: &str, wish: Wish) -> Exception {
    let place = marked.find('|').expect("a place");
    offer(&marked.replace('|', ""), place, wish, &lang(tag)).expect(marked)
}

/// A text with `|` behind each segment but the last.
fn cut(text: &str, tag: &str, exceptions: &[Exception]) -> String {
    let exceptions = exceptions.iter().cloned().collect();
    let pieces = segments_with(text, &lang(tag), &exceptions);
    let parts = pieces.iter().enumerate().flat_map(|(at, piece)| {
        let part = |range: &std::ops::Range<usize>| text.get(range.clone()).expect("characters");
        let mark = if at + 1 < pieces.len() { "|" } else { "" };
        [part(&piece.range), mark, part(&piece.after)]
    });
    parts.collect()
}

#[test]
fn a_correction_teaches_the_rule_a_person_would_write() {
    let check = |tag, marked, wish, told: &str| {
        assert_eq!(learnt(tag, marked, wish).to_string(), told, "{marked}");
    };
    check("fr-CA", "La Sté.| Moal paie.", Wish::Join, "fr: no segment ends after \"Sté.\"");
    check(
        "fr",
        "La («Sté.») |Moal",
        Wish::Join,
        "fr: no segment ends after \"Sté.»)\" before \"Moal\"",
    );
    let word = "fr: no segment ends after \"maison.\" before \"Elle\"";
    check("fr", "Une maison.| Elle est là.", Wish::Join, word);
    check(
        "en",
        "In 2024.| Five",
        Wish::Join,
        "en: no segment ends after \"2024.\" before \"Five\"",
    );
    check("en", "Yahoo!| Inc. paid", Wish::Join, "en: no segment ends after \"Yahoo!\"");
    let capital = "en: a segment ends after \"etc.\" before a capital letter";
    check("en", "pears, etc.| Harrow left", Wish::Split, capital);
    let colon = "fr: a segment ends after \":\" before a capital letter";
    check("fr", "Il dit :| Nous venons", Wish::Split, colon);
    let small = "en: a segment ends after \"art.\" before \"see\"";
    check("en", "in art.| see there", Wish::Split, small);
    check(
        "zh",
        "会议结束了。|代表团离开",
        Wish::Join,
        "zh: no segment ends after \"束了。\" before \"代表\"",
    );
    for (text, place) in [("", 0), ("One.", 4), (" One", 0), ("One.  ", 5)] {
        assert_eq!(offer(text, place, Wish::Join, &lang("en")), None, "{text:?}");
    }
}

#[test]
fn an_exception_holds_at_all_its_places_and_no_others() {
    let join = learnt("fr", "La Sté.| Moal paie.", Wish::Join);
    let text = "La Sté. Moal paie. La Sté. Le Sté. Vasté. Il part.";
    assert_eq!(cut(text, "fr", &[]), "La Sté. Moal paie.| La Sté. Le Sté. Vasté.| Il part.");
    assert_eq!(cut("Le Ztr. Moal.", "fr", &[]), "Le Ztr.| Moal.");
    let learnt_here = learnt("fr", "Le Ztr.| Moal.", Wish::Join);
    assert_eq!(
        cut("Le Ztr. Moal. Aztr. Il", "fr", std::slice::from_ref(&learnt_here)),
        "Le Ztr. Moal.| Aztr.| Il"
    );
    assert_eq!(cut("Le Ztr. Moal.", "en", &[learnt_here]), "Le Ztr.| Moal.");
    let split = learnt("fr", "La Sté.| Moal paie.", Wish::Split);
    assert_eq!(
        cut(text, "fr", &[join.clone(), split.clone()]),
        "La Sté.| Moal paie.| La Sté.| Le Sté.| Vasté.| Il part."
    );
    assert_eq!(cut("La Sté. Moal", "fr", &[split, join]), "La Sté. Moal", "the later holds");
    let colon = learnt("fr", "Il dit :| Nous venons", Wish::Split);
    assert_eq!(
        cut("Il dit : «Nous : deux» : Oui", "fr", &[colon]),
        "Il dit :| «Nous : deux» :| Oui"
    );
    let chinese = learnt("zh", "会议结束了。|代表团离开", Wish::Join);
    assert_eq!(
        cut("会议结束了。代表团离开。完。", "zh", &[chinese]),
        "会议结束了。代表团离开。|完。"
    );
}

#[test]
fn the_later_exception_holds() {
    let of =
        |wish, follower| Exception { lang: lang("en"), wish, before: "No.".to_owned(), follower };
    let all = [of(Wish::Join, Follower::Anything), of(Wish::Split, Follower::Capital)];
    assert_eq!(cut("No. 5 No. Five", "en", &all), "No. 5 No.| Five");
    let all = [of(Wish::Split, Follower::Capital), of(Wish::Join, Follower::Anything)];
    assert_eq!(cut("No. 5 No. Five", "en", &all), "No. 5 No. Five");
}

#[test]
fn a_preview_lists_what_would_change() {
    let (fr, en) = (lang("fr"), lang("en"));
    let texts =
        [("Le Ztr. Moal. Fin.", &fr), ("Le Ztr. Moal.", &en), ("Un Ztr. Deux Ztr. Trois", &fr)];
    let join = learnt("fr", "Le Ztr.| Moal.", Wish::Join);
    let change = |text, place, wish| Change { text, place, wish };
    let found = preview(texts, &Exceptions::default(), &join);
    let expected = [(0, 7), (2, 7), (2, 17)].map(|(text, place)| change(text, place, Wish::Join));
    assert_eq!(found, expected);
    let joined: Exceptions = [join.clone()].into_iter().collect();
    assert_eq!(preview(texts, &joined, &join), []);
    let split = Exception { wish: Wish::Split, ..join };
    let found = preview(texts, &joined, &split);
    assert_eq!(found, expected.map(|place| Change { wish: Wish::Split, ..place }));
}

#[test]
fn carrying_an_exception_out_leaves_alone_what_was_cut_by_hand() {
    let join = learnt("fr", "Le Ztr.| Moal.", Wish::Join);
    let text = "Le Ztr. Moal. Ici Ztr. Moal, là Ztr. Moal.";
    let whole = |end: usize| Piece { range: 0..end, after: end..end };
    let fr = lang("fr");
    let found = |pieces: &[Piece], all: &[Exception], new: &Exception| {
        changes(text, pieces, &fr, &all.iter().cloned().collect(), new)
    };
    let own = segments(text, &fr);
    let all = [join.clone()];
    assert_eq!(found(&own, &all, &join).len(), 3);
    assert_eq!(found(&[whole(text.len())], &all, &join), [], "it is joined already");
    let split = Exception { wish: Wish::Split, ..join.clone() };
    let all = [split.clone()];
    let places: Vec<usize> =
        found(&[whole(text.len())], &all, &split).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, [7, 22, 37]);
    let narrower = Exception { follower: Follower::Capital, ..join.clone() };
    let all = [join.clone(), Exception { wish: Wish::Split, ..narrower }];
    assert_eq!(found(&own, &all, &join), [], "another one has the last word");
}

proptest! {
    #[test]
    fn an_exception_does_what_it_was_learnt_for_and_segments_rejoin(
        text in "([A-Z]?[a-zé]{1,7}[.:!?]?[\u{BB}\"]? ){2,12}",
        at: prop::sample::Index,
        join: bool,
        tag in "en|fr|de",
    ) {
        let spaces: Vec<usize> = text.match_indices(' ').map(|(place, _)| place).collect();
        let place = spaces[at.index(spaces.len() - 1)];
        let wish = if join { Wish::Join } else { Wish::Split };
        let lang = lang(&tag);
        let exception = offer(&text, place, wish, &lang).expect("words on both sides");
        let pieces = segments_with(&text, &lang, &[exception.clone()].into_iter().collect());
        prop_assert_eq!(ends(&pieces).contains(&place), wish == Wish::Split, "{}", exception);
        let whole: String = pieces.iter().flat_map(|p| [p.range.clone(), p.after.clone()])
            .map(|range| text.get(range).expect("characters")).collect();
        prop_assert_eq!(whole, text);
    }
}
