//! Invented projects and memories for tests, and strategies that make random ones.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::model::{
    About, Bead, BeadId, Block, BlockId, Checks, Code, Comment, CommentId, Conflict, Content,
    Context, Dismissed, Document, DocumentId, Duty, Exception, Exceptions, Fingerprint, Flags,
    Follower, Former, Grade, HandOver, Lang, Lifting, Link, MemoryFile, MemoryHeader, MemoryId,
    Origin, Original, Overridden, PageFormat, Person, Place, Project, ProjectId, Release,
    ReleaseStatus, Review, Revision, RevisionId, Role, RowNumber, Segment, SegmentId, SignOff,
    State, StoredUnit, SubText, Switched, Tag, TagKind, Target, TargetSegment, Ticked, Timestamp,
    Translation, TranslationId, Unit, UnitChange, UnitId, UnitStatus, UnitTag, UnitTags,
    UpdateRule, Version, View, Wish,
};

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a language tag")
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_931_000_000 + second).expect("a moment")
}

fn segment(id: u64, number: u32, text: &str, after: &str) -> Segment {
    Segment {
        id: SegmentId::from_bits(id),
        parent: None,
        number: RowNumber::new(number),
        text: text.to_owned(),
        original: None,
        tags: Vec::new(),
        after: after.to_owned(),
    }
}

fn block(id: u64, role: Role, line: usize, before: &str, segments: Vec<Segment>) -> Block {
    let before = before.to_owned();
    let (id, codes) = (BlockId::from_bits(id), Vec::new());
    Block { id, role, lang: None, line, before, codes, segments }
}

/// The source of the sample: a headline, two sentences, a line of page chrome.
fn source() -> Document {
    let mut split = segment(0xd3, 2, "Les « ministres » l'ont salué.", "");
    split.parent = Some(SegmentId::from_bits(0xd9));
    split.number = RowNumber { number: 2, suffix: 1 };
    split.tags = vec![Tag { at: 4, id: "b1".to_owned() }];
    let mut chrome = block(0xc3, Role::Chrome, 4, "\n\n", vec![segment(0xd4, 3, "Imprimir", "")]);
    chrome.lang = Some(lang("es"));
    let headline = segment(0xd1, 1, "Déclaration du Ministère", "");
    let first = segment(0xd2, 2, "L'accord a été signé à Port-Lys le 12\u{a0}mars.", "\n");
    Document {
        id: DocumentId::from_bits(0xb1),
        lang: lang("fr"),
        name: "declaration.fr.txt".to_owned(),
        received: at(0),
        blocks: vec![
            block(0xc1, Role::Headline, 0, "", vec![headline]),
            block(0xc2, Role::Body, 2, "\n\n", vec![first, split]),
            chrome,
        ],
        tail: "\n".to_owned(),
    }
}

fn bead(id: u64, number: RowNumber, source: u64) -> Bead {
    Bead {
        id: BeadId::from_bits(id),
        number,
        source: vec![SegmentId::from_bits(source)],
        anchor: None,
        target: Target::Open,
        link: Link::Accepted,
        origin: Origin::None,
        flags: Flags::default(),
        author: String::new(),
        changed: None,
        unit: None,
        comments: Vec::new(),
        history: Vec::new(),
        rendered: String::new(),
    }
}

fn text_target(id: u64, text: &str, state: State) -> Target {
    let segment = segment(id, 1, text, "");
    Target::Text {
        segments: vec![TargetSegment { block: Some(BlockId::from_bits(0xc9)), segment }],
        state,
    }
}

/// The rows of the sample, one of each kind.
fn beads() -> Vec<Bead> {
    let mut matched = bead(0xf1, RowNumber::new(1), 0xd1);
    matched.target = text_target(0xd5, "Statement of the Ministry", State::Approved);
    matched.origin = Origin::Match {
        memory: MemoryId::from_bits(0xaa),
        unit: UnitId::from_bits(0xab),
        revision: RevisionId::from_bits(0xac),
        score: 87,
        edited: true,
    };
    matched.unit =
        Some(StoredUnit { memory: MemoryId::from_bits(0xaa), unit: UnitId::from_bits(0xad) });
    matched.author = "m. o'neil".to_owned();
    matched.changed = Some(at(60));
    matched.comments = vec![Comment {
        id: CommentId::from_bits(0xae),
        author: "r.".to_owned(),
        at: at(61),
        text: "\"of\" or \"by\"?\nAsk.".to_owned(),
    }];
    let former = text_target(0xd6, "Declaration", State::Draft);
    let reason = "wrong word".to_owned();
    let latest = text_target(0xd7, "Declaration", State::Rejected { reason });
    matched.history = vec![
        Former { target: former, author: String::new(), at: None, origin: Origin::None },
        Former { target: latest, author: "r.".to_owned(), at: Some(at(50)), origin: Origin::None },
    ];
    let mut guessed = bead(0xf2, RowNumber::new(2), 0xd2);
    guessed.target = text_target(0xd8, "The accord was signed.", State::Translated);
    guessed.link = Link::Guessed { confidence: 0.875, pinned: true };
    guessed.origin = Origin::Aligned;
    let mut added = bead(0xf3, RowNumber { number: 2, suffix: 2 }, 0);
    added.source.clear();
    added.anchor = Some(BlockId::from_bits(0xc2));
    added.target = text_target(0xda, "(Applause.)", State::Draft);
    added.origin = Origin::Typed;
    let mut left_out = bead(0xf4, RowNumber { number: 2, suffix: 1 }, 0xd3);
    let reason = "said twice".to_owned();
    left_out.target = Target::LeftOut { reason, state: State::Translated };
    left_out.flags = Flags { locked: true, query: true, ..Flags::default() };
    vec![matched, guessed, added, left_out, bead(0xf5, RowNumber::new(3), 0xd4)]
}

/// The project that `tests/golden/v1.project.ron` holds.
pub fn sample_project() -> Project {
    let mut earlier = source();
    earlier.id = DocumentId::from_bits(0xb2);
    earlier.blocks.pop();
    let document = Document {
        id: DocumentId::from_bits(0xb3),
        lang: lang("en-GB"),
        name: String::new(),
        received: at(30),
        blocks: vec![block(0xc9, Role::Headline, 0, "", Vec::new())],
        tail: String::new(),
    };
    Project {
        id: ProjectId::from_bits(0xa1),
        release: Release {
            number: "7-12-03-2031".to_owned(),
            title: "Déclaration du Ministère".to_owned(),
            date: Some("2031-03-12".parse().expect("a date")),
            issuer: "Ministry of Bridges".to_owned(),
            embargo: Some(at(3600)),
            embargo_zone: String::new(),
            lifted: None,
            due: None,
            keeps_private: false,
            status: ReleaseStatus::InTranslation,
            assignee: "Ada".to_owned(),
        },
        source: source(),
        earlier: vec![earlier],
        translations: vec![Translation {
            id: TranslationId::from_bits(0xe1),
            document,
            via: None,
            beads: beads(),
            gone: Vec::new(),
        }],
        place: Place {
            translation: Some(TranslationId::from_bits(0xe1)),
            bead: Some(BeadId::from_bits(0xf2)),
            reference: None,
            view: View::Align,
        },
        exceptions: Exceptions::default(),
        checks: Checks::default(),
        review: Review::default(),
        original: None,
    }
}

/// Exceptions of each kind, with what is hard to write.
fn any_checks() -> impl Strategy<Value = Checks> {
    let at = Timestamp::UNIX_EPOCH;
    let switched = (any_text(), prop::sample::select(vec![Grade::Off, Grade::Info, Grade::Error]))
        .prop_map(|(check, grade)| Switched { check, grade });
    let dismissed =
        (any::<u64>(), any_text(), any_text()).prop_map(move |(id, finding, author)| {
            let texts = Fingerprint::of(&finding);
            Dismissed {
                row: BeadId::from_bits(id),
                check: "end".into(),
                finding,
                texts,
                author,
                at,
            }
        });
    let ticked = (any::<u64>(), any_text()).prop_map(move |(id, value)| {
        let (of, kind, texts) = (TranslationId::from_bits(id), "date".into(), Fingerprint::of("x"));
        Ticked { of, kind, value, texts, author: String::new(), at }
    });
    let overridden = (any::<u64>(), any_text()).prop_map(move |(id, reason)| {
        let of = TranslationId::from_bits(id);
        Overridden { of, reason, lacked: String::new(), author: String::new(), at }
    });
    let all = (vec(switched, 0..2), vec(dismissed, 0..2), vec(ticked, 0..2), vec(overridden, 0..2));
    all.prop_map(|(switched, dismissed, ticked, overridden)| Checks {
        switched,
        dismissed,
        ticked,
        overridden,
    })
}

fn any_exceptions() -> impl Strategy<Value = Exceptions> {
    let follower = prop_oneof![
        Just(Follower::Anything),
        Just(Follower::Capital),
        any_text().prop_map(Follower::Text)
    ];
    let wish = prop::sample::select(vec![Wish::Join, Wish::Split]);
    let exception = (any_lang(), wish, any_text(), follower)
        .prop_map(|(lang, wish, before, follower)| Exception { lang, wish, before, follower });
    vec(exception, 0..3).prop_map(Exceptions::from_iter)
}

/// The memory that `tests/golden/v1.memory.ron` holds.
pub fn sample_memory() -> MemoryFile {
    let revision = |id, unit, parents: &[u64], second, change| Revision {
        id: RevisionId::from_bits(id),
        unit: UnitId::from_bits(unit),
        parents: parents.iter().map(|&bits| RevisionId::from_bits(bits)).collect(),
        at: at(second),
        change,
    };
    let plain = Unit::plain("L'accord est signé.", "The accord is signed.", UnitStatus::Translated);
    let full = Unit {
        author: "Ada".to_owned(),
        approver: "r.".to_owned(),
        release: "7-12-03-2031".to_owned(),
        date: Some("2031-03-12".parse().expect("a date")),
        issuer: "Ministry of Bridges".to_owned(),
        origin: "via ru".to_owned(),
        context: Context::between(None, Some("La suite.")),
        ..Unit::plain("Fin de citation : « Oui »", "End quote: \"Yes\"", UnitStatus::Published)
    };
    MemoryFile {
        header: MemoryHeader {
            id: MemoryId::from_bits(0xaa),
            name: "ministry-of-bridges".to_owned(),
            source: lang("fr"),
            target: lang("en-GB"),
            generation: 1,
            rule: UpdateRule::Approved,
        },
        revisions: vec![
            revision(1, 0x11, &[], 0, UnitChange::Put(plain.clone())),
            revision(2, 0x12, &[], 1, UnitChange::Put(full)),
            revision(3, 0x11, &[1], 2, UnitChange::Delete { by: "Ada".to_owned() }),
            revision(4, 0x13, &[1, 3], 3, UnitChange::Put(plain)),
            revision(5, 0x13, &[4], 4, UnitChange::Delete { by: String::new() }),
        ],
    }
}

fn any_lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(vec!["fr", "en-GB", "zh-Hans", "ru"]).prop_map(lang)
}

fn any_time() -> impl Strategy<Value = Timestamp> {
    (0..1_000_000_i64).prop_map(at)
}

/// Some text with what is hard to write: quotes, escapes, line ends, marks.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,12}", "[\\\\\"'\r\n\t\u{0}\u{301}\u{2028}é中(),\\[\\]]{0,8}"]
}

fn any_segment() -> impl Strategy<Value = Segment> {
    let tags = vec((0..9_usize, "[a-z]{1,3}").prop_map(|(at, id)| Tag { at, id }), 0..2);
    let parent = prop::option::of(any::<u64>().prop_map(SegmentId::from_bits));
    let original = prop::option::of(any_text());
    (any::<u64>(), parent, 0..99_u32, 0..30_u32, any_text(), original, tags, any_text()).prop_map(
        |(id, parent, number, suffix, text, original, tags, after)| Segment {
            id: SegmentId::from_bits(id),
            parent,
            number: RowNumber { number, suffix },
            text,
            original,
            tags,
            after,
        },
    )
}

fn any_code_of(c: char) -> Code {
    Code { id: c.to_string(), kind: TagKind::Alone, shown: "image".to_owned() }
}

fn any_document() -> impl Strategy<Value = Document> {
    let role = prop::sample::select(vec![Role::Headline, Role::Body, Role::Chrome]);
    let segments = vec(any_segment(), 0..3);
    let lang = prop::option::of(any_lang());
    let block = (any::<u64>(), role, lang, 0..9_usize, any_text(), segments).prop_map(
        |(id, role, lang, line, before, segments)| Block {
            id: BlockId::from_bits(id),
            role,
            lang,
            line,
            codes: before.chars().take(2).map(any_code_of).collect(),
            before,
            segments,
        },
    );
    (any::<u64>(), any_lang(), any_text(), any_time(), vec(block, 0..3), any_text()).prop_map(
        |(id, lang, name, received, blocks, tail)| Document {
            id: DocumentId::from_bits(id),
            lang,
            name,
            received,
            blocks,
            tail,
        },
    )
}

fn any_target() -> impl Strategy<Value = Target> {
    let state = || {
        prop_oneof![
            Just(State::Draft),
            Just(State::Approved),
            any_text().prop_map(|reason| State::Rejected { reason }),
        ]
    };
    let block = prop::option::of(any::<u64>().prop_map(BlockId::from_bits));
    let sentence =
        (block, any_segment()).prop_map(|(block, segment)| TargetSegment { block, segment });
    prop_oneof![
        Just(Target::Open),
        (vec(sentence, 1..3), state())
            .prop_map(|(segments, state)| Target::Text { segments, state }),
        (any_text(), state()).prop_map(|(reason, state)| Target::LeftOut { reason, state }),
    ]
}

fn any_bead() -> impl Strategy<Value = Bead> {
    let link = prop_oneof![
        Just(Link::Accepted),
        (0.0..=1.0_f32, any::<bool>())
            .prop_map(|(confidence, pinned)| Link::Guessed { confidence, pinned }),
    ];
    let origin = prop_oneof![
        Just(Origin::None),
        Just(Origin::Imported),
        any::<u64>().prop_map(|bits| Origin::Propagated { from: BeadId::from_bits(bits) }),
    ];
    let comment =
        (any::<u64>(), any_text(), any_time(), any_text()).prop_map(|(id, author, at, text)| {
            Comment { id: CommentId::from_bits(id), author, at, text }
        });
    let former = (any_target(), any_text(), prop::option::of(any_time())).prop_map(
        |(target, author, at)| Former {
            target,
            author,
            at,
            origin: if at.is_some() { Origin::Typed } else { Origin::None },
        },
    );
    let sources = vec(any::<u64>().prop_map(SegmentId::from_bits), 0..3);
    let parts = (any_target(), link, origin, vec(comment, 0..2), vec(former, 0..2));
    let rest = (any::<bool>(), any_text());
    (any::<u64>(), sources, rest, prop::option::of(any_time()), parts).prop_map(
        |(id, source, (query, rendered), changed, parts)| {
            let (target, link, origin, comments, history) = parts;
            Bead {
                rendered,
                source,
                target,
                link,
                origin,
                flags: Flags { query, apart: query, ..Flags::default() },
                changed,
                comments,
                history,
                ..bead(id, RowNumber::new(7), 0)
            }
        },
    )
}

fn any_content() -> impl Strategy<Value = Content> {
    prop_oneof![
        Just(Content::Gone),
        any_text().prop_map(Content::Text),
        any_bead().prop_map(|bead| Content::of_row(&bead)),
        (vec(any_bead(), 0..2), vec(any_segment(), 0..2))
            .prop_map(|(rows, sentences)| Content::Rows { rows, sentences }),
    ]
}

fn any_review() -> impl Strategy<Value = Review> {
    let version = (any_content(), any_text(), prop::option::of(any_time()))
        .prop_map(|(content, author, at)| Version { content, author, at });
    let about = prop_oneof![
        any::<u64>().prop_map(|bits| About::Row(BeadId::from_bits(bits))),
        any_text().prop_map(About::Release),
        (any::<u64>(), any_text())
            .prop_map(|(of, field)| About::Block { of: BlockId::from_bits(of), field }),
    ];
    let conflict = (about, any_content(), vec(version, 0..3))
        .prop_map(|(about, before, versions)| Conflict { about, before, versions });
    let person = (any_text(), any::<bool>()).prop_map(|(name, all)| {
        let duties = if all { Duty::ALL.to_vec() } else { Vec::new() };
        Person { name, duties }
    });
    let hand_over = (any_text(), any_text(), any_time()).prop_map(|(from, note, at)| HandOver {
        from,
        to: note.clone(),
        at,
        note,
    });
    let sign_off = (any::<u64>(), any_text(), any_time()).prop_map(|(of, name, at)| {
        let (translation, hash) = (TranslationId::from_bits(of), "0f".repeat(32));
        SignOff { translation, name, at, hash }
    });
    (vec(person, 0..2), vec(hand_over, 0..2), vec(sign_off, 0..2), vec(conflict, 0..2)).prop_map(
        |(people, hand_overs, sign_offs, conflicts)| Review {
            people,
            hand_overs,
            sign_offs,
            conflicts,
        },
    )
}

/// Random projects whose rows need not follow the source.
pub fn project() -> impl Strategy<Value = Project> {
    let translation =
        (any::<u64>(), any_document(), proptest::option::of(any_lang()), vec(any_bead(), 0..4))
            .prop_map(|(id, document, via, beads)| Translation {
                id: TranslationId::from_bits(id),
                document,
                via,
                gone: beads.iter().filter(|bead| bead.flags.query).cloned().collect(),
                beads,
            });
    let documents = (any_document(), vec(any_document(), 0..2), vec(translation, 0..3));
    (any::<u64>(), any_text(), documents, any_exceptions(), (any_checks(), any_review())).prop_map(
        |(id, title, (source, earlier, translations), exceptions, (checks, review))| Project {
            id: ProjectId::from_bits(id),
            source,
            earlier,
            translations,
            place: Place::default(),
            original: (id % 2 == 0).then(|| Original {
                format: PageFormat::Html,
                encoding: title.clone(),
                bytes: title.clone().into_bytes().into(),
            }),
            exceptions,
            review,
            checks,
            release: Release {
                lifted: (id % 3 == 0).then(|| Lifting {
                    at: at(7),
                    by: title.clone(),
                    reason: title.clone(),
                }),
                due: (id % 5 == 0).then(|| at(9)),
                embargo_zone: title.chars().take(1).collect(),
                title,
                ..Release::default()
            },
        },
    )
}

fn any_code() -> impl Strategy<Value = UnitTag> {
    let kind = prop::sample::select(vec![TagKind::Alone, TagKind::OpenLone, TagKind::Unknown]);
    (0..99_usize, any_text(), kind).prop_map(|(at, code, kind)| UnitTag {
        at,
        kind,
        pair: String::new(),
        id: code.clone(),
        sort: "x-any".to_owned(),
        code,
        subs: vec![SubText { at: 0, len: 1 }],
    })
}

/// Random revisions.
pub fn revision() -> impl Strategy<Value = Revision> {
    let status = prop::sample::select(vec![
        UnitStatus::Draft,
        UnitStatus::Translated,
        UnitStatus::Approved,
        UnitStatus::Published,
    ]);
    let date = prop::option::of((2000..2100_i16, 1..12_i8, 1..28_i8))
        .prop_map(|date| date.map(|(year, month, day)| jiff::civil::date(year, month, day)));
    let context = prop::sample::select(vec![
        Context::default(),
        Context::between(None, Some("after")),
        Context { before: Context::between(None, None).before, ..Context::default() },
        Context { after: Context::between(None, None).after, ..Context::default() },
    ]);
    let people = (any_text(), any_text(), any_text(), any_text());
    let tags = (vec(any_code(), 0..2), vec(any_code(), 0..2))
        .prop_map(|(source, target)| UnitTags { source, target });
    let unit = (any_text(), any_text(), status, people, date, context, tags).prop_map(
        |(source, target, status, (author, approver, release, issuer), date, context, tags)| Unit {
            author,
            approver,
            release,
            date,
            origin: issuer.clone(),
            issuer,
            context,
            tags,
            ..Unit::plain(&source, &target, status)
        },
    );
    let change = prop_oneof![
        unit.prop_map(UnitChange::Put),
        any_text().prop_map(|by| UnitChange::Delete { by })
    ];
    let parents = vec(any::<u64>().prop_map(RevisionId::from_bits), 0..3);
    (any::<u64>(), any::<u64>(), parents, any_time(), change).prop_map(
        |(id, unit, parents, at, change)| Revision {
            id: RevisionId::from_bits(id),
            unit: UnitId::from_bits(unit),
            parents,
            at,
            change,
        },
    )
}
