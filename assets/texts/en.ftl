### The texts of Diptych's window in English (Project Fluent, syntax 1.0).
###
### A language is a file like this one: docs/texts.md tells how to add one. The groups name
### the sources that say the texts.

## General

language-itself = English
number-thousands = ,
number-decimal = {""}.
and = {" and "}
rows =
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
units =
    { $count ->
        [one] 1 unit
       *[other] { $count } units
    }
units-so-far =
    { $count ->
        [one] 1 unit so far
       *[other] { $count } units so far
    }
hits =
    { $count ->
        [0] No hit
        [one] 1 hit
       *[other] { $count } hits
    }
links-accepted =
    { $count ->
        [one] 1 link accepted
       *[other] { $count } links accepted
    }
doubtful-links =
    { $count ->
        [one] 1 doubtful link
       *[other] { $count } doubtful links
    }
locked = locked

## Days and months

moment-day-long = { $weekday } { $day } { $month } { $year }
moment-day = { $day } { $month } { $year }
moment-day-and-clock = { $day } { $month }, { $clock }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
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

## Roles of blocks

role-time = time
role-headline = headline
role-number = number
role-date = date
role-dateline = dateline
role-subhead = subhead
role-embargo = embargo
role-lead-in = lead-in
role-body = body
role-salutation = salutation
role-speaker = speaker
role-question = question
role-quotation = quotation
role-list-item = list item
role-boilerplate = boilerplate
role-contact = contact
role-end-mark = end mark
role-chrome = chrome

## How far a release is

release-arrived = Arrived
release-in-alignment = In alignment
release-in-translation = In translation
release-in-revision = In revision
release-approved = Approved
release-published = Published

## Status of a unit

unit-draft = Draft
unit-translated = Translated
unit-approved = Approved
unit-published = Published

## Penalties of a match

penalty-another-number = another number
penalty-another-date = another date
penalty-another-closing-mark = another closing mark
penalty-capitals = capitals
penalty-accents = accents
penalty-typography = typography
penalty-tags = tags
penalty-aligned-and-nobody-has-accepted-the-link = aligned, and nobody has accepted the link

## Columns of a table

field-source = source
field-target = target
field-author = author
field-release = release
field-date = date
field-issuer = issuer
field-status = status

## Light and dark

theme-system = System
theme-light = Light
theme-dark = Dark

## Changes, as undoing names them

change-accept-link = accept link
change-accept-sure-links-in-all-translations = accept sure links in all translations
change-accept-sure-links = accept sure links
change-add-reference = add reference
change-add-to-memory = add to memory
change-change-role = change role
change-clear-target = clear target
change-confirm = confirm
change-copy-source = copy source
change-correct-sentence = correct sentence
change-correct-everywhere = correct everywhere
change-keep-private = keep private
change-keep-private-no-longer = keep private no longer
change-send-to-shared-memory = send to shared memory
change-store-a-term = store a term
change-take-terms-in = take terms in
change-delete-terms = delete terms
change-delete-row = delete row
change-draft-from-match = draft from match
change-edit-rule = edit rule
change-going-back-to-a-former-state = going back to a former state
change-join-rows = join rows
change-leave-out-or-added = leave out or added
change-leave-row-out = leave row out
change-link-to-another-sentence = link to another sentence
change-link = link
change-lock-row = lock row
change-unlock-row = unlock row
change-make-draft-again = make draft again
change-move-sentence-down = move sentence down
change-move-sentence-up = move sentence up
change-pin-link = pin link
change-unpin-link = unpin link
change-realign-the-rest = realign the rest
change-remove-rule = remove rule
change-replace = replace
change-split-row = split row
change-split-sentence = split sentence
change-take-match = take match
change-typing = typing
change-unlink-row = unlink row

## Commands, and other words that find them

command-confirm = Confirm and go to next unconfirmed row
    .words = approve accept done finish translated
command-accept = Accept link and go to next doubtful
    .words = confirm approve
command-next-open = Next open row
    .words = untranslated empty segment
command-next-doubtful = Next doubtful link
    .words = uncertain unsure wrong error
command-previous-doubtful = Previous doubtful link
    .words = uncertain unsure wrong error
command-most-doubtful = Most doubtful link
    .words = uncertain unsure wrong error
command-next-row = Next row
    .words = segment down
command-previous-row = Previous row
    .words = segment up
command-go-to-row = Go to row
    .words = jump line number segment
command-take-match-1 = Take match 1
    .words = insert use suggestion fuzzy tm
command-take-match-2 = Take match 2
    .words = insert use suggestion fuzzy tm
command-take-match-3 = Take match 3
    .words = insert use suggestion fuzzy tm
command-take-match-4 = Take match 4
    .words = insert use suggestion fuzzy tm
command-take-match-5 = Take match 5
    .words = insert use suggestion fuzzy tm
command-take-match-6 = Take match 6
    .words = insert use suggestion fuzzy tm
command-take-match-7 = Take match 7
    .words = insert use suggestion fuzzy tm
command-take-match-8 = Take match 8
    .words = insert use suggestion fuzzy tm
command-take-match-9 = Take match 9
    .words = insert use suggestion fuzzy tm
command-insert-match-1 = Insert match 1 at the caret
    .words = put in passage fragment part add
command-insert-match-2 = Insert match 2 at the caret
    .words = put in passage fragment part add
command-insert-match-3 = Insert match 3 at the caret
    .words = put in passage fragment part add
command-insert-match-4 = Insert match 4 at the caret
    .words = put in passage fragment part add
command-insert-match-5 = Insert match 5 at the caret
    .words = put in passage fragment part add
command-insert-match-6 = Insert match 6 at the caret
    .words = put in passage fragment part add
command-insert-match-7 = Insert match 7 at the caret
    .words = put in passage fragment part add
command-insert-match-8 = Insert match 8 at the caret
    .words = put in passage fragment part add
command-insert-match-9 = Insert match 9 at the caret
    .words = put in passage fragment part add
command-explain-match = Why this percentage
    .words = score match reason details
command-copy-source = Copy source to target
    .words = insert original
command-clear-target = Clear target
    .words = delete empty remove translation
command-leave-out = Leave this row out
    .words = skip omit untranslated
command-confirm-and-next = Confirm and go to next row
    .words = approve accept done tm
command-confirm-without-memory = Confirm without memory and go to next unconfirmed row
    .words = approve accept done tm
command-unconfirm = Make draft again
    .words = reopen edit unapprove
command-toggle-lock = Lock or unlock row
    .words = protect freeze unlock
command-toggle-apart = Except row from propagation, or not
    .words = repetition autopropagation exception alternative unique repeat
command-insert-no-break-space = Insert no-break space
    .words = nbsp non-breaking nonbreaking
command-insert-character-u202f = Insert narrow no-break space
    .words = symbol quote dash space typography nbsp
command-insert-character-u00ab = Insert left guillemet «
    .words = symbol quote dash space typography nbsp
command-insert-character-u00bb = Insert right guillemet »
    .words = symbol quote dash space typography nbsp
command-insert-character-u201c = Insert left quotation mark “
    .words = symbol quote dash space typography nbsp
command-insert-character-u201d = Insert right quotation mark ”
    .words = symbol quote dash space typography nbsp
command-insert-character-u2019 = Insert apostrophe ’
    .words = symbol quote dash space typography nbsp
command-insert-character-u2013 = Insert en dash –
    .words = symbol quote dash space typography nbsp
command-insert-character-u2014 = Insert em dash —
    .words = symbol quote dash space typography nbsp
command-insert-character-u2026 = Insert ellipsis …
    .words = symbol quote dash space typography nbsp
command-special-characters = Special characters
    .words = symbol quote dash space typography nbsp
command-insert-value = Insert next number, date or name of the source
    .words = number date name figure copy
command-insert-code = Insert next inline code of the source
    .words = tag code chip bold link formatting placeholder
command-change-case = Change case
    .words = upper lower capitals capitalize
command-suggest = Spelling: suggestions…
    .words = spellcheck spell checker misspelled correct hunspell f7
command-next-misspelt = Spelling: next unknown word
    .words = spellcheck spell finding misspelled typo error
command-add-word = Spelling: add to my words
    .words = spellcheck learn dictionary ignore user
command-next-finding = Next row with a finding
    .words = check error figure number spelling warning qa
command-mend-finding = Mend the finding
    .words = fix repair correct check qa
command-dismiss-finding = This finding is no fault
    .words = dismiss ignore hide finding warning false check qa
command-checks = Checks…
    .words = switch on off severity rules qa settings agreement
command-dismissals = Findings that are no fault…
    .words = dismissed ignored take back list checks qa
command-facts = Facts…
    .words = numbers dates names figures pair compare tick qa
command-gate = Is the release ready?
    .words = gate publish final ready missing lacking export qa
command-insert-quotation = Insert the quotation as it was published
    .words = quote said before speech guard
command-insert-term = Insert a term…
    .words = put in glossary terminology rendering
command-add-term = Add a term…
    .words = glossary terminology new create quick
command-forbid-term = Forbid a rendering…
    .words = glossary terminology wrong ban
command-termbases = Termbases…
    .words = glossary terminology open use
command-term-table = Terms of a termbase…
    .words = glossary terminology edit table import export merge tbx csv
command-new-names = Names to add to a termbase…
    .words = register persons organisations places acronyms
command-insert-left-to-right-mark = Insert left-to-right mark (LRM)
    .words = bidi rtl ltr direction
command-insert-right-to-left-mark = Insert right-to-left mark (RLM)
    .words = bidi rtl ltr direction
command-insert-arabic-letter-mark = Insert Arabic letter mark (ALM)
    .words = bidi rtl direction
command-join = Join with next row
    .words = merge combine
command-split = Split row
    .words = cut divide break
command-move-up = Move target sentence up
    .words = shift
command-move-down = Move target sentence down
    .words = shift
command-move-source-up = Move source sentence up
    .words = shift
command-move-source-down = Move source sentence down
    .words = shift
command-unlink = Unlink the two sides
    .words = separate part break
command-link = Link with nearest loose sentence
    .words = connect pair
command-leave-apart = Mark as left out or added
    .words = omitted missing extra
command-edit-sentences = Correct or split sentence
    .words = change fix typo
command-delete-row = Delete added row
    .words = remove
command-pin = Pin or unpin link
    .words = fix keep lock
command-realign = Realign the rest
    .words = again redo alignment automatic
command-accept-sure = Accept all links from 0.90
    .words = confirm approve bulk many
command-accept-from = Accept all links above a confidence…
    .words = confirm approve bulk many
command-add-to-memory = Add accepted rows to memory
    .words = tm store harvest tmx
command-go-to-precedent = Mend the aligned row behind the match
    .words = correct fix source alignment
command-concordance = Concordance: find in memories
    .words = search look up memory term phrase regex
command-precedent = Earlier release of the match
    .words = precedent source context former statement neighbours
command-go-back = Back to the row with the match
    .words = return
command-toggle-reference = Show or hide the reference
    .words = third language pivot side panel
command-choose-reference = Reference…
    .words = third language pivot side panel
command-derive-pair = Derive a pair through the source…
    .words = pivot bridge triangulate
command-join-always = Join with next sentence, always…
    .words = merge segmentation rule exception abbreviation
command-split-always = Split sentence here, always…
    .words = cut segmentation rule exception
command-filter = Filter rows
    .words = show only hide status
command-clear-filter = Clear filter, show all rows
    .words = reset remove
command-refresh-filter = Refresh filter
    .words = update reload again
command-find = Find and replace
    .words = search look regex
command-find-next = Next hit
    .words = find search
command-find-previous = Previous hit
    .words = find search
command-replace = Replace hits
    .words = substitute change find
command-next-in-archive = Next doubtful link of all releases
    .words = doubtful queue uncertain archive
command-previous-in-archive = Previous doubtful link of all releases
    .words = doubtful queue uncertain archive
command-accept-in-archive = Accept link and go to next of all releases
    .words = approve bulk archive many
command-accept-in-all = Accept all above a confidence in all releases…
    .words = approve bulk archive many
command-judge-sample = Judge a random sample of links
    .words = quality error rate check random
command-judge-right = Sample: this link is right
    .words = correct good
command-judge-wrong = Sample: this link is wrong
    .words = error bad
command-judged-last = Sample: back to the link judged last
    .words = previous back
command-analyse = Analyse…
    .words = analyze leverage statistics word count quote bands repetitions report
command-pretranslate = Pre-translate…
    .words = pretranslate fill batch automatic leverage tm
command-add-all-to-memory = Add accepted rows of all releases to memory…
    .words = tm store harvest archive
command-next-translation = Next translation
    .words = language switch target
command-undo = Undo
    .words = back revert
command-redo = Redo
    .words = again repeat forward
command-undo-steps = Undo and redo: all steps…
    .words = history list panel timeline back go step
command-show-align = Show alignment
    .words = view tab links aligner
command-show-translate = Show translation
    .words = view tab editor
command-show-start = Show releases
    .words = home list close back files
command-toggle-not-content = Show or hide rows that are not content
    .words = boilerplate navigation menu hidden chrome
command-include-not-content = Treat rows that are not content as content, or not
    .words = boilerplate navigation count
command-change-role = Change role
    .words = headline heading list paragraph block type
command-read-again = Read again as (encoding)
    .words = charset utf windows latin garbled reload
command-toggle-marks = Show or hide spaces and marks of direction
    .words = invisible whitespace nbsp bidi formatting
command-give-back = Export the translation in its file
    .words = file docx odt html markdown word document page save deliver
command-copy-target-text = Copy the whole target text
    .words = clipboard translation export
command-export-text = Export target as plain text
    .words = txt write docx word html save file
command-save = Save
    .words = write store disk keep
command-save-as = Save as
    .words = rename another name write store
command-toggle-autosave = Switch saving unasked on or off
    .words = autosave automatic automatically settings
command-toggle-completion = Switch completion of words on or off
    .words = autocomplete suggestions predict settings
command-toggle-spelling = Spelling: check or do not check
    .words = spellcheck spell checker on off switch settings
command-choose-dictionary = Spelling: choose dictionary…
    .words = hunspell language words check orthography
command-switch-propagation = Switch propagation: off, open rows, drafts filled before too
    .words = autopropagation repetitions identical segments settings
command-former-states = Former states (backups)
    .words = history versions restore revert older
command-new-from-one = New from one text
    .words = create translate start text txt docx word html file paste
command-new-from-two = New from two texts
    .words = create align bitext pair txt docx word html file
command-new-archive = New from an archive
    .words = batch bulk folders corpus many align
command-open = Open a release, a memory or a folder
    .words = load file project tmx recent
command-open-folder = Open a folder of releases
    .words = directory list load
command-open-sample = Open the sample
    .words = example demo try tutorial
command-import-tmx = Import into a memory
    .words = tmx csv tsv xlsx excel table tm load add bilingual
command-export-memory = Export a memory
    .words = tmx csv tsv xlsx excel table tm write save
command-memories = Memories: order, penalty, read only…
    .words = tm list priority trust lock close update working settings
command-units = Memory: units…
    .words = tm maintenance editor duplicates conflicts clean delete roll back search edit
command-send-to-shared = Send to shared memory…
    .words = share push publish working memory units team upload tm
command-correct-everywhere = Correct everywhere…
    .words = replace all memories wrong term title name fix global maintenance
command-keep-private = Keep what is confirmed here private, or no longer
    .words = embargo hold working memory secret withhold
command-exceptions = Segmentation rules…
    .words = srx abbreviations splitting
command-use-rules = Cut new texts by a rule file (SRX)…
    .words = segmentation import
command-palette = Commands
    .words = help keys shortcuts menu find search
command-switch-theme = Switch theme
    .words = dark light black white night day colour color appearance settings
command-toggle-contrast = Switch high contrast on or off
    .words = accessibility colour color settings
command-toggle-panel = Show or hide the panel
    .words = matches dock side hide layout window
command-move-panel = Move the panel: right, left, below, floating
    .words = matches dock side layout window float
command-toggle-preview = Show or hide the preview
    .words = page read view as text layout
command-move-preview = Move the preview: under the rows or beside them
    .words = page layout side
command-save-page = Save the translation as a page, to print it
    .words = print pdf html
command-dock-concordance = Concordance and earlier release: in the panel, or in a window
    .words = dock undock float search look up memory precedent layout side
command-your-name = Your name…
    .words = author person who user settings
command-source-font = Font of source texts…
    .words = typeface size letters column settings
command-target-font = Font of target texts…
    .words = typeface size letters column settings
command-zoom-in = Larger
    .words = bigger zoom enlarge increase font text size scale
command-zoom-out = Smaller
    .words = zoom shrink reduce decrease font text size scale
command-zoom-reset = Normal size
    .words = zoom reset default font text scale 100
command-messages = Messages: all that was told…
    .words = log errors problems toasts notices history what went wrong
command-keys = Keys…
    .words = shortcuts keyboard keymap hotkeys trados omegat memoq settings
command-print-keys = Print list of keys…
    .words = shortcuts keyboard cheat sheet
command-about = About Diptych
    .words = version licence license help
command-quit = Quit
    .words = exit close leave end
command-choose-language = Language of the window…
    .words = english français french locale interface translation settings

## Shared

find-an-encoding = Find an encoding
not-content = not content
open-a-folder-of-releases-first = open a folder of releases first
find = Find
to = { $source } to { $target }
target = target
left-out-nothing-in-the = Left out, nothing in the { $lang }
accepted = accepted
close = Close
rule = Rule
the-rule-cannot-be-read = the rule cannot be read
source = Source
source-language = Source language
target-title = Target
state = State
import-into-a-memory = Import into a memory
export-a-memory = Export a memory
save = Save
cancel = Cancel
there-is-no-such-row = there is no such row
least-confidence = Least confidence
accept = Accept
nothing-is-changed-yet = nothing is changed yet
this-release = this release
new-texts-are-cut-by-diptychs = New texts are cut by Diptych's own rules
choose-a-memory-first = choose a memory first
regex = Regex
clear = Clear
no-hit-is-chosen = no hit is chosen
private-on-this-machine = private, on this machine
shared-file = shared file
type-a-number-from-0-to = type a number from 0 to 1
this-takes-a-moment = this takes a moment
align = Align
translate = Translate
releases = Releases
commands = Commands
both-languages-are-the-same = both languages are the same
target-language = Target language
updated = updated
find-a-command = Find a command
new-from-two-texts = New from two texts
new-from-one-text = New from one text
link = Link
date = Date
this-link-is-accepted-already = this link is accepted already
an-accepted-link-stays-where-it = an accepted link stays where it is
close-the-message = Close the message
there-is-no-row = there is no row
there-is-no-translation = there is no translation
it-has-unsaved-work-open-it = it has unsaved work; open it first
memory = Memory "{ $name }": { $sum }
there-is-no-such-sentence = there is no such sentence
put-the-caret-inside-the-sentence = put the caret inside the sentence, where it is to be split
that-memory-is-not-open = that memory is not open
there-is-no-row-to-join = there is no row to join with
the-row-is-locked = the row is locked
units-cannot-be-changed = These units cannot be changed: { $why }

## ui/app/archive.rs

archive-choose-the-partner = Choose the partner
archive-find-a-text = Find a text

## ui/app/asking.rs

asking-releases-memories-texts = Releases, memories, texts
asking-all-files = All files
asking-segmentation-rules-srx = Segmentation rules (SRX)
asking-tmx-tables-memories = TMX, tables, memories
asking-diptych-memory = Diptych memory
asking-diptych-release = Diptych release
asking-page = Page
asking-table = Table
asking-text = Text
asking-texts-documents-pages = Texts, documents, pages
asking-plain-text = Plain text

## ui/app/choosing.rs

choosing-change-role = Change role
choosing-find-a-role = Find a role
choosing-read-again-as = Read again as
choosing-read-in-this-encoding = Read in this encoding
choosing-no-memory-is-open = no memory is open
choosing-there-is-no-match-for-this = there is no match for this row

## ui/app/editing.rs

editing-special-characters = Special characters
editing-find-a-character = Find a character
editing-every-number-date-and-name-of = every number, date and name of the source is in the target

## ui/app/exceptions.rs

exceptions-there-is-nothing-to-join-the = there is nothing to join: the row's last sentence ends its paragraph

## ui/app/finding.rs

finding-there-is-no-hit = There is no hit
finding-there-is-nothing-to-replace = There is nothing to replace

## ui/app/importing.rs

importing-the-report-is-on-the-clipboard = The report is on the clipboard
importing-one-file-is-imported-at-a = one file is imported at a time; the first one is shown

## ui/app/looks.rs

looks-theme = Theme: { $name }
looks-high = high
looks-usual = usual
looks-contrast = Contrast: { $contrast }

## ui/app/review.rs

review-of-the-accepted-links = Of the accepted links
review-of-all-links = Of all links
review-draw-a-random-sample-of-links = Draw a random sample of links
review-of = { $size } of { $from }

## ui/app/spelling.rs

spelling = Spelling
spelling-caret-at-no-unknown-word = the caret is at no word that is not known
spelling-one-of-your-words = “{ $word }” is one of your words
spelling-switched-off = spelling is switched off
spelling-no-word-is-left = No word is left that is not known
spelling-not-known = Not known: { $word }
spelling-no-row-has-a-finding = No row shown has a finding
spelling-find-a-suggestion = Find a suggestion
spelling-add-to-my-words = Add “{ $word }” to my words

## ui/app/third.rs

third-show-a-reference = Show a reference
third-find-a-language = Find a language
third-of-this-release = of this release
third-a-text-in-another-language = A text in another language…
third-from-a-file = from a file
third-no-reference = No reference
third-a-pair-is-derived-from-two = a pair is derived from two translations of the source: add another one as a reference first
third-derive-a-pair-through-the-source = Derive a pair through the source
third-find-a-pair = Find a pair

## ui/grid/align.rs

align-added-nothing-in-the = Added, nothing in the { $lang }
align-guessed = guessed { $figure }{ $pin }
align-pinned = , pinned

## ui/grid/codes.rs, ui/app/codes.rs, workbench/desk/codes.rs

codes-missing = Inline code missing: { $codes }
codes-doubled = Inline code there twice: { $codes }
codes-crossed = Inline code closed before it opens: { $codes }
codes-row-lacks-some = Row { $number } is confirmed without all inline codes of its source
codes-this-row-has-none = The source of this row has no inline codes
codes-all-are-there = Every inline code of the source is in the target

## ui/grid/mod.rs

grid-row-source = Row { $number } source
grid-row-target = Row { $number } target
grid-row-role = Row { $number } role

## ui/grid/reference.rs

reference-reference = Reference, { $lang }: { $text }

## ui/grid/spelling.rs

grid-spelling = spelling: { $words }

## ui/grid/translate.rs

translate-added-nothing-in-the = Added, nothing in the { $name }
translate-target-of-row = Target of row { $number }
translate-repeat = repeat
translate-copy = copy
translate-filled-from-an-identical-row = filled from an identical row
translate-joined-across-paragraphs = joined across paragraphs
translate-locked = locked
translate-left-out = Left out: { $reason }
translate-not-content = not content ({ $lang })
translate-per-cent = { $score } per cent
translate-per-cent-edited = { $score } per cent, edited

## ui/shapes/mod.rs

shapes-open = Open
shapes-draft = Draft
shapes-translated = Translated
shapes-approved = Approved
shapes-rejected = Rejected
shapes-source-changed = Source changed
shapes-warning = Warning
shapes-error = Error
shapes-left-out = Left out
shapes-done = Done
shapes-locked = Locked
shapes-comment = Comment
shapes-pinned = Pinned
shapes-added = Added
shapes-none = None
shapes-to = to
shapes-closed = Closed
shapes-opened = Opened
shapes-document = Document
shapes-two-documents = Two documents
shapes-folder = Folder

## ui/views/always.rs

always-split-here-always = Split here, always
always-join-here-always = Join here, always
always-holds-for = Holds for
always-make-it-a-rule = Make it a rule
always-write-a-rule-first = write a rule first
always-becomes = { $row }: { $before } becomes { $after } { $words }
always-behind-source = behind source sentence { $number }
always-behind-target = behind target sentence { $number }
always-in-source = in source sentence { $number }
always-in-target = in target sentence { $number }
always-no-place = No place in this release would change
always-places =
    { $count ->
        [one] 1 place in this release would change
       *[other] { $count } places in this release would change
    }, { $translated } with a translation{ $locked ->
        [0] {""}
       *[other] , { $locked } locked
    }
always-rows =
    { $count ->
        [one] Row { $rows }
       *[other] Rows { $rows }
    }

## ui/views/archive.rs

archive-the-texts-are-being-read = The texts are being read.
archive-there-is-no-text-in-these = There is no text in these folders. Add another folder.
archive-archive = Archive
archive-it-is-at-work-esc-stops = it is at work; Esc stops it
archive-no-pair-is-ready = no pair is ready
archive-align-all = Align all
archive-add-folder = Add folder…
archive-save-to = Save to…
archive-leave-archive = Leave archive
archive-ready = ready
archive-to-choose = to choose
archive-without-a-partner = without a partner
archive-left-out = left out
archive-corrections-without-effect = corrections without effect
archive-unreadable = unreadable
archive-enter-or-f2-partner-k-keep = Enter or F2: partner   K: keep this pair   Delete: part   Space: leave out
archive-why = Why
archive-unreadable-word = unreadable
archive-was-paired = was paired by hand
archive-was-parted = was parted by hand
archive-was-kept = was chosen by hand
archive-was-left-out = was left out by hand
archive-does-not-hold = no effect now: a text is missing, or belongs to another
archive-as-does = { $why }, as does { $rivals }
archive-left-out-word = left out
archive-no-partner = no partner
archive-choose = choose
archive-ready-word = ready
archive-failed = failed: { $cause }
archive-with = { $source } with { $target }
archive-pair = Pair { $pair }: { $why }; { $state } { $figure }
archive-rows =
    { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }, { $doubtful } doubtful
archive-rows-was-there =
    { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }, { $doubtful } doubtful, was there

## ui/views/ask.rs

ask-open-a-release-a-memory-or = Open a release, a memory or a folder
ask-open-a-folder-of-releases = Open a folder of releases
ask-save-as = Save as
ask-export-target-as-plain-text = Export target as plain text
ask-choose-the-source-text = Choose the source text
ask-choose-the-target-text = Choose the target text
ask-choose-the-reference = Choose the reference
ask-print-list-of-keys = Print list of keys
ask-export-the-analysis = Export the analysis
ask-export-hits = Export hits
ask-cut-new-texts-by-a-rule = Cut new texts by a rule file (SRX)
ask-choose-a-folder-of-texts = Choose a folder of texts
ask-choose-the-folder-for-the-projects = Choose the folder for the projects
ask-export = Export
ask-open = Open
ask-choose = Choose
ask-path = Path
ask-type-or-paste-a-path = Type or paste a path
ask-type-a-path-first = type a path first
ask-browse = Browse…
ask-save-your-changes = Save your changes?
ask-has-changes-that-are-not-on = { $name } has changes that are not on disk.
ask-do-not-save = Do not save
ask-go-to-row = Go to row
ask-row-number = Row number
ask-12-or-12a = 12 or 12a
ask-go = Go
ask-accept-all-links-above-a-confidence = Accept all links above a confidence
ask-about-diptych = About Diptych
ask-diptych = Diptych { $version }
ask-a-translation-memory-workbench-for-press = A translation-memory workbench for press releases.
ask-works-offline-nothing-leaves-this-machine = Works offline. Nothing leaves this machine.
ask-mit-or-apache-2-0-text = MIT or Apache-2.0. Text is set in Noto Sans, SIL Open Font License 1.1.
ask-a-number = A number from 0 to 1.
ask-no-link = No link would be accepted.
ask-links =
    { $count ->
        [one] 1 link would be accepted.
       *[other] { $count } links would be accepted.
    }

## ui/views/below.rs

below-show-matches = Show matches
below-hide-matches = Hide matches
below-show-doubtful-links = Show doubtful links
below-hide-doubtful-links = Hide doubtful links
below-no-match-for-this-row = No match for this row
below-matches =
    { $count ->
        [one] 1 match, { $score }{"\u00A0"}%
       *[other] { $count } matches, the best { $score }{"\u00A0"}%
    }
below-no-doubtful-link = No doubtful link

## ui/views/completion.rs

completion-complete = Complete: { $text }

## ui/views/dock.rs

dock-looking-for-row = looking for row { $number }
dock-none-for-row = none for row { $number }
dock-for-row = for row { $number }
dock-matches = Matches
dock-this-row-is-not-content-and = This row is not content and is not translated.
dock-no-memory-serves-this-pair-of = No memory serves this pair of languages. Open one, or confirm rows: they are kept in your working memory.
dock-nothing-like-this-sentence-so-far = Nothing like this sentence so far; a memory has not been read to its end.
dock-nothing-like-this-sentence-has-been = Nothing like this sentence has been translated before.

## ui/views/doubt.rs

doubt-none = none
doubt-here = { $count } here
doubt-doubtful = Doubtful
doubt-order-of-doubtful-links = Order of doubtful links
doubt-by-doubt = By doubt
doubt-in-order = In order
doubt-every-link-is-accepted-or-sure = Every link is accepted or sure (0.90 and more).
doubt-doubtful-row = Doubtful row { $number }, { $figure }: { $reason }
doubt-why-accepted = Why accepted
doubt-why = Why { $figure }
doubt-row = row { $number }
doubt-somebody-accepted-or-made-this-link = Somebody accepted or made this link.
doubt-this-row-is-not-content-nothing = This row is not content; nothing follows from its link.
doubt-add-to-memory = Add to memory
doubt-accepted-ready-as-published = accepted, ready as published
doubt-guessed-not-taken-until-accepted = guessed, not taken until accepted
doubt-not-content-never-taken = not content, never taken
doubt-accept-links-first = accept links first
doubt-add-accepted-rows = Add accepted rows

## ui/views/exceptions.rs

exceptions-segmentation-rules = Segmentation rules
exceptions-save-rule = Save rule
exceptions-was-removed = Removed: { $rule }
exceptions-put-back = Put it back
exceptions-remove-rule = Remove rule
exceptions-no-release-is-open = no release is open
exceptions-apply-to-this-release = Apply to this release…
exceptions-there-is-no-rule-yet-a = There is no rule yet. A row teaches one: { $join }; { $split }.
exceptions-all-my-texts = all my texts
exceptions-new-texts-are-cut-by = New texts are cut by { $path }
exceptions-use-a-rule-file-srx = Use a rule file (SRX)…
exceptions-use-diptychs-rules = Use Diptych's rules

## ui/views/export_memory.rs

export-memory-choose-where = Choose where
export-memory-export = Export { $name }: { $note }
export-memory-format = Format
export-memory-this-memory-is-still-being-read = this memory is still being read
export-memory-this-memory-has-no-unit = this memory has no unit

## ui/views/filter.rs

filter-filter-rows = Filter rows
filter-words-of-a-row = Words of a row
filter-filter-by = Filter by
filter-words = Words
filter-of-rows = { $count } of { $all } rows
filter-refresh = Refresh

## ui/views/find.rs

find-find-in = Find in
find-shown-rows = Shown rows
find-release = Release
find-project = Project
find-look-through = Look through
find-there-is-no-hit = there is no hit
find-previous = Previous
find-next = Next
find-for-an-expression-switch-regex-on = { $hits }; for an expression, switch Regex on
find-replace-with = Replace with
find-match-case = Match case
find-whole-words = Whole words
find-accents-off = Accents off
find-keep-case = Keep case
find-replace = Replace…
find-replace-title = Replace
find-of-chosen = { $chosen } of { $hits } chosen
find-replace-titlex = Replace { $hits }
find-choose-all = Choose all
find-choose-none = Choose none
find-hit-in-row = Hit { $place } in row { $name }{ $why }
find-locked-left =
    ; { $count ->
        [one] 1 row is locked and left as it is
       *[other] { $count } rows are locked and left as they are
    }
find-not-content-left =
    ; { $count ->
        [one] 1 row is not content and left as it is
       *[other] { $count } rows are not content and left as they are
    }

## ui/views/former.rs

former-former-states-of-this-release = Former states of this release
former-go-back-to-this-state = Go back to this state
former-struck-out-is-what-is-there = Struck out is what is there now, underlined what was there then.
former-kb = { $size } kB
former-cannot-be-read = { $size }   cannot be read

## ui/views/found.rs

found-summary = { $format }, { $encoding }: { $blocks ->
        [one] one block
       *[other] { $blocks } blocks
    }, { $words ->
        [one] one word
       *[other] { $words } words
    }. { $roles }.
found-not-content =
    { $count ->
        [one] One block is the page’s frame or in another language, and stays as it is.
       *[other] { $count } blocks are the page’s frame or in another language, and stay as they are.
    }
found-more-warnings =
    { $count ->
        [one] and one more warning
       *[other] and { $count } more warnings
    }
found-block = Block { $number }, { $what }: { $text }
found-source-blocks = Blocks of the source
found-target-blocks = Blocks of the target

## ui/views/give_back.rs, ui/app/giving_back.rs

give-back-title = Export the translation
give-back-as = Write it as
give-back-as-it-came = As it came ({ $format })
give-back-page = Page of its own
give-back-text = Plain text
give-back-two-as-page = Both (HTML)
give-back-two-as-document = Both (DOCX)
give-back-nothing-lacks = Every row is translated and approved, and has the codes of its source.
give-back-codes =
    { $count ->
        [one] One row has not the inline codes of its source: { $rows }
       *[other] { $count } rows have not the inline codes of their source: { $rows }
    }
give-back-open =
    { $count ->
        [one] One row is untranslated and stays in its source’s words: { $rows }
       *[other] { $count } rows are untranslated and stay in their source’s words: { $rows }
    }
give-back-drafts =
    { $count ->
        [one] One row is a draft: { $rows }
       *[other] { $count } rows are drafts: { $rows }
    }
give-back-unapproved =
    { $count ->
        [one] One row is not approved: { $rows }
       *[other] { $count } rows are not approved: { $rows }
    }
give-back-go-to = Go to row { $number }
give-back-written = The translation is written
give-back-open-the-result = Open the result
give-back-show-in-folder = Show in folder
give-back-cannot-open = { $path } could not be opened: { $error }

## ui/views/harvest.rs

harvest-add-accepted-rows-of-all-releases = Add accepted rows of all releases to a memory
harvest-add-accepted-rows-to-a-memory = Add accepted rows to a memory
harvest-add = Add
harvest-accepted = Accepted
harvest-guessed-too-from = Guessed too, from
harvest-which-rows = Which rows
harvest-comparing-with-the-memory = Comparing with the memory…
harvest-this-memory-takes-nothing = this memory takes nothing
harvest-no-row-is-ready-accept-links = no row is ready; accept links first

## ui/views/head.rs

head-unsaved = unsaved
head-shown = , shown
head-next-translation = { $name }{ $note }; next translation ({ $key })
head-untitled-release = Untitled release
head-status-of = { $status }:

## ui/views/import_memory

columns-more =
    { $count ->
        [one] 1 more column
       *[other] { $count } more columns
    }
import-memory-a-memory =
    A memory of { $count ->
        [one] 1 unit
       *[other] { $count } units
    }, { $source } to { $target }
import-memory-done = { $job }: { $percent } %

## ui/views/import_memory/columns.rs

columns-comma = Comma
columns-semicolon = Semicolon
columns-tab = Tab
columns-separator = Separator
columns-names-of-columns = Names of columns
columns-a-unit = A unit
columns-first-row = First row
columns-encoding = Encoding: { $encoding }
columns-encoding-title = Encoding
columns-sheet = Sheet: { $name }
columns-sheet-title = Sheet
columns-find-a-sheet = Find a sheet
columns-not-used = not used
columns-what-the-column-holds = What the column holds
columns-find-a-field = Find a field
columns-text = text
columns-who-translated-it = who translated it
columns-the-number-of-its-release = the number of its release
columns-the-date-of-its-release-in = the date of its release, in figures
columns-the-house-that-issued-it = the house that issued it
columns-draft-translated-approved-published = draft, translated, approved, published

## ui/views/import_memory/memories.rs

memories-into = Into
memories-new-memory = New memory
memories-kept-on-this-machine = kept on this machine
memories-name-of-the-new-memory = Name of the new memory

## ui/views/import_memory/mod.rs

import-memory-this-was-stopped-choose-the-file = this was stopped; choose the file again
import-memory-choose-file = Choose file…
import-memory-import = Import
import-memory-say-which-column-is-the-source = say which column is the source
import-memory-say-which-column-is-the-target = say which column is the target
import-memory-say-both-languages-fr-en-pt = say both languages: fr, en, pt-BR
import-memory-give-the-new-memory-a-name = give the new memory a name
import-memory-go-on-working = Go on working
import-memory-stop = Stop

## ui/views/import_memory/pairs.rs

pairs-no-unit-of-this-file-has = No unit of this file has texts in two languages.
pairs-to = { $source } to { $target }, { $units }
pairs-swap-source-and-target = Swap source and target

## ui/views/import_memory/report.rs

report-into = { $name } into { $into }
report-close-report = Close report
report-copy-report = Copy report
report-import-another-file = Import another file…
report-stopped-before-the-end-what-was = Stopped before the end; what was read until then is kept.
report-read = read
report-added = added
report-identical = identical
report-skipped = skipped

## ui/views/keep.rs

keep-take-up-unsaved-work = Take up unsaved work?
keep-take-it-up = Take it up
keep-give-it-up = Give it up
keep-decide-later = Decide later
keep-somebody-else-has-changed-the-file = Somebody else has changed the file
keep-is-not-what-it-was-when = { $name } is not what it was when you opened or saved it. Save under another name to keep both; if you replace it, a backup keeps their version.
keep-save-under-another-name = Save under another name
keep-replace-their-version = Replace their version

## ui/views/keymap.rs

keymap-keys = Keys
keymap-no-command-has-these-words = No command has these words
keymap-new-key = New key…
keymap-the-command-has-no-key = the command has no key
keymap-remove-key = Remove key
keymap-it-has-the-keymaps-keys = it has the keymap's keys
keymap-back-to-keymap = Back to keymap
keymap-print = Print…
keymap-press-the-new-key-for = Press the new key for "{ $command }"
keymap-give-up = Give up
keymap-is-already = { $key } is { $names } already
keymap-take-it-away = Take it away
keymap-leave-it = Leave it
keymap-no-key = no key
keymap-keymap = Keymap
keymap-own = , own

## ui/views/match_card.rs

match-card-match = Match { $place }, { $score } %
match-card-stored-as = stored as { $target }
match-card-from = from { $memory }
match-card-without-codes = taken, the text is put in without these codes
match-card-puts-it-in = puts it in at the caret
match-card-takes-this-match = takes this match
match-card-says-more = says more
match-card-context = context
match-card-in-the-same-context = in the same context
match-card-repaired = repaired
match-card-also-in = also in { $names }

## ui/views/new_release.rs

new-release-there-is-no-source-text-yet = there is no source text yet
new-release-there-is-no-target-text-yet = there is no target text yet
new-release-a-language-tag-is-not-one = a language tag is not one: write fr, en, pt-BR
new-release-proposed = proposed
new-release-swap = Swap
new-release-pasted-or-typed = pasted or typed
new-release-guessed = guessed
new-release-paste-a-text-here-or-choose = Paste a text here, or choose a file
new-release-choose-source-file = Choose source file…
new-release-choose-target-file = Choose target file…
new-release-source-text = Source text
new-release-target-text = Target text
new-release-source-encoding = Source encoding…
new-release-target-encoding = Target encoding…

## ui/views/palette.rs

palette-in-the-align-view = in the Align view
palette-in-the-translate-view = in the Translate view
palette-with-a-release-open = with a release open

## ui/views/preview.rs

preview = Preview
preview-save = Save as page…
preview-both = Both languages
preview-target-alone = Target alone
preview-words = Words: source { $source }, target { $target }.
preview-headline = Headline: source { $source }, target { $target } characters.

## ui/views/release.rs

release-st = St
release-sentences =
    { $lang }, { $count ->
        [one] 1 sentence
       *[other] { $count } sentences
    }

## ui/views/review.rs

review-all-releases = All releases
review-the-doubtful-links-of-all-releases = The doubtful links of all releases as one queue.
review-next-of-all = Next of all
review-sample = Sample
review-you-said-that-this-link-is = You said that this link is right.
review-you-said-that-this-link-is-wrong = You said that this link is wrong.
review-do-both-sides-of-this-link = Do both sides of this link say the same?
review-right = Right
review-wrong = Wrong
review-next-of-sample = Next of sample
review-next-doubtful-link = Next doubtful link
review-accept-all = Accept all…
review-judge-a-sample = Judge a sample
review-add-all-to-memory = Add all to memory…
review-no-link-of-these-releases-is = No link of these releases is doubtful.
review-link-of-left = Link { $at } of { $all }, { $left } left
review-accept-all-above-a-confidence-in = Accept all above a confidence in all releases
review-the-links-are-being-read = The links are being read.
review-links-in-releases-would-be-accepted =
    { $all ->
        [one] 1 link
       *[other] { $all } links
    } in { $releases ->
        [one] 1 release
       *[other] { $releases } releases
    } would be accepted.
review-in = { $count } in { $file }
review-no-link-is-meant = no link is meant
review-failed = { $count } failed:

## ui/views/sentences.rs

sentences-sentences-of-row = Sentences of row { $row }
sentences-save-corrections = Save corrections
sentences-split-at-caret = Split at caret
sentences-split-here-always = Split here always…
sentences-join-with-next-always = Join with next always…
sentences-put-the-caret-where-the-sentence = put the caret where the sentence is to be split
sentences-put-the-caret-in-the-source = put the caret in the source, where the row is to be split
sentences-put-the-caret-inside-the-sentence = put the caret inside the sentence
sentences-split-row-target = Split row: target { $before } | { $after }
sentences-source = Source sentence { $number }
sentences-target = Target sentence { $number }

## ui/views/start.rs

start-a-statement-to-translate = A statement to translate
start-a-pair-to-align = A pair to align
start-new-from-an-archive = New from an archive
start-open-a-release-or-a-folder = Open a release or a folder
start-drop-texts-here-or-paste-plain = Drop texts here, or paste: plain text, Word, ODT, HTML, Markdown, TMX, CSV, TSV, XLSX, releases and memories of Diptych
start-drop-texts-here-or-paste-with = Drop texts here, or paste with
start-one-text-is-translated-two-are = One text is translated, two are aligned,
start-folders-of-texts-are-paired-as = folders of texts are paired as an archive.
start-plain-text-tmx-csv-tsv-xlsx = Plain text, Word, ODT, HTML, Markdown,
start-releases-and-memories-of-diptych = TMX, CSV, XLSX, releases, memories
start-memories = Memories
start-bundled = , bundled
start-recent-releases = Recent releases
start-a-release-without-a-title = A release without a title
start-look-at-unsaved-work = Look at unsaved work
start-no-release-has-been-opened-yet = No release has been opened yet. Drop a statement at the left to translate it, drop it with its translation to align the two, or look at the sample: a statement of an invented ministry with its English version, already aligned.
start-open-the-sample = Open the sample
start-title-and-number = Title and number
start-languages = Languages
start-rows = Rows
start-status = Status
start-open = Open { $title } { $number }
start-rows-done = Rows done
start-all = all { $all }
start-of = { $done } of { $all }

## ui/views/status.rs

status-nothing-leaves-this-machine = Nothing leaves this machine
status-accepted = accepted
status-from-090 = from 0.90:
status-060-to-089 = 0.60 to 0.89:
status-below-060 = below 0.60:
status-open-to-be-read = Open to be read
status-not-saved = Not saved
status-saved = Saved { $time }
status-saved-title = Saved
status-stop = Stop: { $name }
status-confirm-go-to = Confirm, go to { $number }
status-confirm = Confirm
status-accept-go-to = Accept, go to { $number }
status-releases =
    { $count ->
        [0] No release yet
        [one] 1 release
       *[other] { $count } releases
    }
status-rows-not-content = { $rows } ({ $not } not content)
status-pending =
    { $count ->
        [one] 1 unit
       *[other] { $count } units
    } not on disk yet
status-no-dictionary = No dictionary ({ $lang }) { $key }

## ui/views/toolbar.rs

toolbar-one-sentence-a-side = one sentence a side
toolbar-link = Link
toolbar-unlink = Unlink
toolbar-next-doubtful = Next doubtful
toolbar-join = Join
toolbar-split = Split
toolbar-move-up = Move up
toolbar-move-down = Move down
toolbar-pin = Pin
toolbar-realign-the-rest = Realign the rest
toolbar-there-is-no-guessed-link-from = there is no guessed link from 0.90
toolbar-accept-all-from-090 = Accept all from 0.90
toolbar-more-commands = More commands
toolbar-more-by = More commands ({ $key })

## ui/views/units

units-title = Units of a memory
units-nothing-is-marked = no unit is marked
units-delete = Delete
units-edit = Edit
units-undo = Undo
units-merge = Merge duplicates…
units-keep-only-this = Keep only this target…
units-take-back = Take back…

## ui/views/units/columns.rs

units-column-author = Author
units-column-release = Release
units-column-status = Status
units-column-note = Note
units-column-uses = Used
units-sort-by = Sort by { $column }

## ui/views/units/confirm.rs

units-plan-edit = Edit units
units-plan-delete = Delete units
units-plan-merge = Merge duplicates
units-plan-take-back = Take back
units-do-edit =
    { $count ->
        [one] Edit 1 unit
       *[other] Edit { $count } units
    }
units-do-delete =
    { $count ->
        [one] Delete 1 unit
       *[other] Delete { $count } units
    }
units-do-merge =
    { $count ->
        [one] Change 1 unit
       *[other] Change { $count } units
    }
units-do-take-back =
    { $count ->
        [one] Take 1 unit back
       *[other] Take { $count } units back
    }
units-plan-deleted =
    { $count ->
        [one] 1 unit is deleted.
       *[other] { $count } units are deleted.
    }
units-plan-changed =
    { $count ->
        [one] 1 unit gets other content.
       *[other] { $count } units get other content.
    }
units-plan-restored =
    { $count ->
        [one] 1 deleted unit is there again.
       *[other] { $count } deleted units are there again.
    }
units-plan-left =
    { $count ->
        [one] 1 unit was changed since by somebody else and stays as it is.
       *[other] { $count } units were changed since by somebody else and stay as they are.
    }
units-plan-merge-rule = Kept is the better status, then the unit that knows its neighbours, then the newest. It takes over neighbours, codes and release where it knows none.
units-plan-can-be-undone = The file only gets new lines at its end. Ctrl+Z takes this back, and so does Imports and people at any time.
units-plan-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }

## ui/views/units/deeds.rs

units-brought-in = Brought in from another memory
units-somebody = Somebody without a name
units-deed-added =
    { $count ->
        [one] 1 unit added
       *[other] { $count } units added
    }
units-deed-changed =
    { $count ->
        [one] 1 changed
       *[other] { $count } changed
    }
units-deed-deleted =
    { $count ->
        [one] 1 deleted
       *[other] { $count } deleted
    }
units-from-until = { $from } to { $until }

## ui/views/units/edit.rs

units-edit-source = Source of the unit
units-edit-target = Target of the unit

## ui/views/units/head.rs

units-what-is-shown = What is shown
units-tab-units = Units
units-tab-duplicates = Duplicates
units-tab-conflicting = Conflicting targets
units-tab-doubtful = Suspicious
units-tab-deeds = Imports and people
units-told-duplicates = Units that say the same twice. Merging keeps the first of each group and deletes the others.
units-told-conflicting = Sources with several targets, the newest release first.
units-told-doubtful = Units that look wrong: look at them, none of this is certain.
units-told-deeds = What was done to this memory. Taking it back leaves what others have changed since.
units-memory =
    { $count ->
        [one] { $name }: { $source } to { $target }, 1 unit
       *[other] { $name }: { $source } to { $target }, { $count } units
    }
units-count-of =
    { $count ->
        [one] 1 of { $all } units
       *[other] { $count } of { $all } units
    }
units-count-groups =
    { $groups ->
        [one] { $count } units in 1 group
       *[other] { $count } units in { $groups } groups
    }
units-count-deeds =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
units-find = Find in units
units-either-side = Either side
units-side = Side
units-filters = Filters
units-filter-author = Author
units-filter-release = Release
units-filter-origin = Origin
units-filter-from = From 2024-03
units-filter-until = Until 2024-12
units-any-status = Any
units-filter-identical = Same on both sides
units-filter-coded = With codes
units-filter-old = Older than a year

## ui/views/units/lines.rs

units-none-found = No unit is found.
units-none-twice = No unit says the same as another.
units-none-conflicting = No source has several targets.
units-none-doubtful = No unit looks wrong.
units-none-done = Nothing was done to this memory yet.
units-note-kept = is kept
units-note-twin = duplicate
units-edit-keys = Enter saves, Shift+Enter breaks the line, Esc leaves it as it was
units-row = Unit { $place }: { $source } → { $target }, { $status }
units-codes =
    { $count ->
        [one] 1 code
       *[other] { $count } codes
    }
units-stored-on = stored on { $day }
units-doubt-empty = a side is empty
units-doubt-identical = same on both sides
units-doubt-length = lengths do not fit
units-doubt-codes = codes in the text
units-doubt-language = other language

## ui/views/why_match.rs

why-match-why-match = Why { $score } %: match { $place }
why-match-take-this-match = Take this match
why-match-next-match = Next match
why-match-match-before = Match before
why-match-from = From { $memory }, { $status }
why-match-also-in = Also in { $memory }

## workbench/aligned.rs

aligned-aligned = aligned, { $link }{ $via }
aligned-via = , via { $lang }
aligned-unreviewed = unreviewed { $figure }

## workbench/aligning.rs

aligning-there-is-no-sentence-to-move = there is no sentence to move on the { $lang } side of this row
aligning-aligning-anew-changed-nothing = aligning anew changed nothing
aligning-the-rows-have-changed = the rows have changed
aligning-there-are-no-such-rows = there are no such rows
aligning-no-guessed-link = there is no guessed link from { $figure }

## workbench/archive/accept.rs

accept-it-is-open-in-another-window = it is open in another window

## workbench/archive/harvest.rs

harvest-somebody-has-changed-it-meanwhile-its = somebody has changed it meanwhile; its units are in the memory

## workbench/archive/job.rs

job-the-project-was-there-already-without = the project was there already, without this language; write it anew or to another folder
job-the-file-is-not-in-the = the file is not in the table
job-there-is-no-sentence-in-it = there is no sentence in it

## workbench/archive/pairs.rs

pairs-by-hand = paired by hand
pairs-same-text = the same text as { $name }
pairs-partner-elsewhere = its partner was paired by hand with another
pairs-parted = parted by hand
pairs-partner-now = its partner now
pairs-fits-as-well = fits as well
pairs-alone = without a partner
pairs-paired = paired already

## workbench/archive/sample.rs

sample-none-judged = 0 of { $count } judged
sample-accepted-judged = { $judged } of { $all } judged, { $wrong } wrong: { $rate } % of the accepted links are wrong, between { $low } and { $high } % (95 % confidence)
sample-all-judged = { $judged } of { $all } judged, { $wrong } wrong: { $rate } % of the links are wrong, between { $low } and { $high } % (95 % confidence)

## workbench/confirming.rs

confirming-no-other-row-shown-is-unconfirmed = No other row shown waits to be confirmed
confirming-every-row-is-confirmed = Every row is confirmed
confirming-this-was-the-last-row = This was the last row
confirming-type-a-translation-first-or-leave = type a translation first, or leave the row out
confirming-filled =
    { $count ->
        [one] 1 identical row was filled
       *[other] { $count } identical rows were filled
    }

## workbench/desk

importing-importing = Importing
opening-reading = Reading
saving-saving = Saving
saving-after-minutes =
    { $count ->
        [one] Saved 1 minute after a change, and soon after confirming
       *[other] Saved { $count } minutes after a change, and soon after confirming
    }
saving-changes-are-back =
    { $count ->
        [one] 1 unsaved change is back; save to keep it
       *[other] { $count } unsaved changes are back; save to keep them
    }
saving-since = since { $moment }
keys-palette-needs-a-key = "Commands" needs a key: it finds what has none
making-source = source
making-target = target
making-other-language = { $side }: { $other }; choose the language anew if it is so
memories-not-all =
    Memory "{ $name }": { $units ->
        [one] 1 unit
       *[other] { $units } units
    }; { $count } could not be read, the first at { $first }

## workbench/desk/accepting.rs

accepting-accepting-links-in-all-releases = Accepting links in all releases
accepting-links-accepted-in-releases =
    { $links ->
        [one] 1 link
       *[other] { $links } links
    } accepted in { $releases ->
        [one] 1 release
       *[other] { $releases } releases
    }.
accepting-of-them-in-the-open-release = { $here } of them in the open release; undo takes them back.
accepting-each-of-the-others-has-its = Each of the others has its state from before among its former states.

## workbench/desk/archive.rs

archive-reading-the-archive = Reading the archive
archive-there-is-no-pair-that-is = there is no pair that is ready to be aligned
archive-aligning-the-archive = Aligning the archive
archive-there-is-no-text-in-there = there is no text in there
archive-pairs-aligned-into = { $done } pairs aligned into { $path }
archive-failed-see-the-table = { $text }; { $failed } failed, see the table

## workbench/desk/arrivals.rs

arrivals-stopped = { $name }: stopped
arrivals-failed-your-work-is-unharmed = { $name } failed: { $why }; your work is unharmed
arrivals-the-rows-changed-while-they-were = the rows changed while they were aligned anew; try again
arrivals-the-rest-is-aligned-anew = The rest is aligned anew

## workbench/desk/arriving.rs, workbench/pages/arriving.rs

arriving-making = Making the release
arriving-large = the file has { $megabytes } MB, and so will the project, which keeps it

## workbench/desk/beside.rs

beside-looking = Looking for memories beside the release
beside-memory = Memory “{ $name }” beside the release is used: { $units ->
        [one] 1 unit
       *[other] { $units } units
    }

## workbench/desk/commands.rs

commands-the-target-text-is-on-the = The target text is on the clipboard{ $open }
commands-rows-that-are-not-content-count = Rows that are not content count like the others
commands-rows-that-are-not-content-do = Rows that are not content do not count
commands-no-row-shown-is-open = No row shown is open
commands-no-link-shown-is-doubtful = No link shown is doubtful

## workbench/desk/exceptions.rs

exceptions-joins-always-behind = { $key } joins always behind "{ $before }"
exceptions-removed-texts-stay-as-they-are = Removed: { $rule }; texts stay as they are cut
exceptions-texts-stay-as-they-are-cut = { $new }; texts stay as they are cut
exceptions-rules-cannot-be-used-the-others = { $file }: { $count } rules cannot be used; the others are
exceptions-texts-are-cut-by-diptychs-own = { $error }; texts are cut by Diptych's own rules
exceptions-new-texts-are-cut-by-the = New texts are cut by the rules of { $path }

## workbench/desk/exporting.rs

exporting-exporting = Exporting
exporting-exported-to = Exported to { $path }{ $open }
exporting-this-is-the-file-of-an = this is the file of an open memory; choose another name
exporting-units-to =
    { $count ->
        [one] 1 unit
       *[other] { $count } units
    } to { $path }{ $told }
exporting-notes-the-first = ; { $count } notes, the first: { $first }
exporting-open-rows =
    ; { $count ->
        [one] 1 row is open, its source stands in for it
       *[other] { $count } rows are open, their source stands in for them
    }

## workbench/desk/finding.rs

finding-replaced =
    { $count ->
        [one] 1 hit
       *[other] { $count } hits
    } replaced
finding-locked-left =
    ; { $count ->
        [one] 1 locked row was left
       *[other] { $count } locked rows were left
    }

## workbench/desk/former.rs

former-this-release-is-not-saved-yet = this release is not saved yet
former-there-is-no-former-state-of = there is no former state of this release yet
former-reading-former-states = Reading former states
former-the-former-state-is-back-undo = The former state is back; undo takes it away again

## workbench/desk/giving_back.rs

giving-back-is-the-original = This is the file the release came from. It stays as it is: choose another name.

## workbench/desk/harvesting.rs

harvesting-reading-the-rows-of-all-releases = Reading the rows of all releases
harvesting-memory = Memory "{ $name }": { $sum }.
harvesting-noting-the-units-in-all-releases = Noting the units in all releases

## workbench/desk/importing.rs

importing-looking-at-the-file = Looking at the file

## workbench/desk/judging.rs

judging-the-links-are-being-read-again = the links are being read; again in a moment
judging-there-is-no-such-link-in = there is no such link in these releases
judging-this-link-is-not-one-of = this link is not one of the sample; F9 leads to its next one
judging-no-link-was-judged-yet = no link was judged yet
judging-the-sample-is-done = The sample is done: { $sum }
judging-a-newer-version-of-this-program = a newer version of this program wrote it
judging-what-was-judged-is-kept-while = { $why }; what was judged is kept while this is open

## workbench/desk/keys.rs

keys-keymap = Keymap: { $name }
keys-is-no-longer = { $key } is no longer { $command }
keys-as-in-the-keymap = { $command }: as in the keymap
keys-writing-the-list-of-keys = Writing the list of keys
keys-keys-written-to = Keys written to { $path }
keys-keys = Keys: { $problem }

## workbench/desk/listing.rs

listing-reading-the-list = Reading the list

## workbench/desk/maintaining

maintaining-nothing-to-take-back = There is nothing to take back in this memory; Imports and people has what was done earlier.
maintaining-changing-units = Changing units
maintaining-nothing-was-changed = Nothing was changed: { $why }
maintaining-and-left =
    { $left ->
        [one] { $done } 1 unit was changed meanwhile by somebody else and stays as it is.
       *[other] { $done } { $left } units were changed meanwhile by somebody else and stay as they are.
    }
maintaining-all-were-changed-since =
    { $count ->
        [one] 1 unit was changed since by somebody else and stays as it is.
       *[other] { $count } units were changed since by somebody else and stay as they are.
    }
maintaining-there-is-nothing-to-do = There is nothing to do: these units are so already.
maintaining-not-a-date = "{ $text }" is not a date: type 2024, 2024-03 or 2024-03-12
maintaining-a-side-is-empty = A unit needs a source and a target: delete it if it is to go.
maintaining-takes-only-approved = Memory "{ $name }" takes approved and published units only; this one is: { $status }.
maintaining-edited =
    { $count ->
        [one] 1 unit edited.
       *[other] { $count } units edited.
    }
maintaining-deleted =
    { $count ->
        [one] 1 unit deleted.
       *[other] { $count } units deleted.
    }
maintaining-merged =
    { $count ->
        [one] Duplicates merged: 1 unit changed.
       *[other] Duplicates merged: { $count } units changed.
    }
maintaining-rolled-back =
    { $count ->
        [one] 1 unit taken back.
       *[other] { $count } units taken back.
    }
maintaining-undone =
    { $count ->
        [one] Undone: 1 unit is as it was.
       *[other] Undone: { $count } units are as they were.
    }
maintaining-done-again =
    { $count ->
        [one] Done again: 1 unit.
       *[other] Done again: { $count } units.
    }

## workbench/desk/making.rs

making-choose-a-target-language-first = choose a target language first
making-aligning = Aligning
making-aligning-the-rest = Aligning the rest

## workbench/desk/matches.rs

matches-indexing = Indexing { $name }
matches-there-is-no-release = there is no release

## workbench/desk/memories.rs

memories-opening = Opening { $name }
memories-reading-what-was-added = Reading what was added
memories-memory-units =
    Memory "{ $name }": { $units ->
        [one] 1 unit
       *[other] { $units } units
    }

## workbench/desk/opening.rs

opening-reading-the-folder = Reading the folder
opening-opening = Opening

## workbench/desk/precedents.rs

precedents-no-match-of-this-row-comes = no match of this row comes from an aligned release
precedents-there-is-nowhere-to-go-back = there is nowhere to go back to
precedents-that-release-was-not-saved-and = that release was not saved and is gone
precedents-that-row-is-not-there-any = that row is not there any more

## workbench/desk/reading.rs

reading-the-same-line-is-it-on = ; the same line is it on the next pages of { $house } too
reading-role = Role: { $role }{ $kept }
reading-and-paragraphs-alternate-in-this-text = { $one } and { $two } paragraphs alternate in this text: it is read as two
reading-where-came-from-is-not-known = where { $name } came from is not known here
reading-encoding = encoding: { $encoding }
reading-this-text-has-been-worked-on = this text has been worked on, and reading it again would lose that; make a new release of the file instead
reading-the-file-of-this-text-is = the file of this text is not known here (it was pasted, or opened elsewhere)
reading-reading-again = Reading again

## workbench/desk/references.rs

references-aligning-the-reference = Aligning the reference
references-there-is-no-text = there is no text
references-another-release-is-open-the-reference = another release is open: the reference is not added
references-is-shown-below-the-source = { $name } is shown below the source

## workbench/desk/review.rs

review-no-link-of-these-releases-is-doubtful = No link of these releases is doubtful
review-reading-the-links-of-all-releases = Reading the links of all releases
review-save-this-release-first-then-go = save this release first, then go on
review-the-release-is-not-saved-so = the release is not saved, so it stays open

## workbench/desk/rows.rs

rows-words-are-offered-while-typing = Words are offered while typing
rows-no-words-are-offered = No words are offered

## workbench/desk/saving.rs

saving-saved-only-when-you-ask-what = Saved only when you ask; what is not saved is kept from a crash
saving-somebody-else-has-changed-your-work = somebody else has changed { $name }; your work is kept meanwhile, save it to choose what becomes of both
saving-not-saved-your-work-is-kept = not saved: { $why }; your work is kept meanwhile
saving-unsaved-work-cannot-be-kept-from = unsaved work cannot be kept from a crash: { $problem }
saving-this-release-is-open-in-another = this release is open in another window{ $by }: save what you do here under another name
saving-looking-for-unsaved-work = Looking for unsaved work

## workbench/desk/storing.rs

storing-the-units-are-kept-and-written = { $error }; the units are kept and written when there is room

## workbench/exceptions.rs

exceptions-this-sentence-is-the-last-of = this sentence is the last of its paragraph
exceptions-nothing-can-be-learnt-here = nothing can be learnt here
exceptions-this-rule-is-not-one-of = this rule is not one of the release's
owner-release = This release
owner-own = All my texts
carried-places =
    { $count ->
        [0] nothing to change in this release
        [one] 1 place changed in this release
       *[other] { $count } places changed in this release
    }
carried-and-more = { $rows } and { $count } more
carried-look-at =
    { $count ->
        [one] ; row { $rows } is to be looked at
       *[other] ; rows { $rows } are to be looked at
    }
carried-locked =
    { $count ->
        [one] ; 1 place stays as it is, its row is locked
       *[other] ; { $count } places stay as they are, their rows are locked
    }

## workbench/export_memory.rs

export-memory-diptych-memory = Diptych memory
export-memory-for-other-translation-tools-texts-dates = For other translation tools: texts, dates, authors, status.
export-memory-for-spreadsheets-texts-authors-status-releases = For spreadsheets: texts, authors, status, releases, dates.
export-memory-the-two-texts-alone-a-line = The two texts alone, a line a unit.
export-memory-a-copy-with-every-revision-it = A copy with every revision; it stays the same memory.

## workbench/figure.rs

figure-without = without “{ $token }”
figure-with = with “{ $token }”
figure-for = “{ $new }” for “{ $old }”
figure-1-word-or-mark = 1 word or mark: { $difference }
figure-1-the-sentences-before-and-after = +1: the sentences before and after are the same too
figure-0-the-neighbours-are-the-same = +0: the neighbours are the same, the text is not
figure-0-below-100-they-add-nothing = +0: the neighbours are the same, below 100 they add nothing
figure-0-what-is-repaired-in-the = +0: what is repaired in the target changes no figure
figure-all-the-same = { $longer } of { $longer } words and marks are the same: { $alike } %
figure-differ =
    { $count ->
        [one] 1 of { $longer } words and marks differs: { $alike } %, rounded down
       *[other] { $count } of { $longer } words and marks differ: { $alike } %, rounded down
    }

## workbench/filter/facet.rs

facet-match = Match
facet-pattern = Pattern
facet-origin = Origin
facet-role = Role
facet-repeated = Repeated
facet-author = Author
facet-changed = Changed
facet-comments = Comments
facet-findings = Findings
facet-locked = Locked

## workbench/filter/facts.rs

facts-nobody = nobody
facts-no-date = no date
facts-commented = with comments
facts-no-comment = without comments
facts-error = error
facts-warning = warning
facts-note = note
facts-spelling = spelling
facts-not-checked-yet = not checked yet
facts-no-finding = none
facts-locked = locked
facts-not-locked = not locked
facts-not-looked-up-yet = not looked up yet
facts-none = none
facts-first-of-several = first of several
facts-again = again
facts-once = once
facts-no-time = no time
facts-since-opening = since opening
facts-earlier = earlier
facts-open = open
facts-left-out = left out
facts-draft = draft
facts-translated = translated
facts-approved = approved
facts-rejected = rejected
facts-from-090 = from 0.90
facts-060-to-089 = 0.60 to 0.89
facts-below-060 = below 0.60
facts-typed = typed
facts-match = match
facts-match-changed = match, changed
facts-copied-from-the-source = copied from the source
facts-filled-from-an-identical-row = filled from an identical row
facts-aligned = aligned
facts-imported = imported
facts-hour = within an hour
facts-day = within a day
facts-week = within a week

## workbench/find/pattern.rs

pattern-the-regular-expression-is-too-large = the regular expression is too large
pattern-not-one = not a regular expression: { $why }
pattern-does-not-parse = it does not parse

## workbench/find/replace.rs

replace-the-release-has-changed-meanwhile-look = the release has changed meanwhile; look for the hits again
replace-there-is-no-such-text = there is no such text
replace-there-is-no-such-block = there is no such block
replace-a-sentence-of-row-would-be = a sentence of row { $number } would be empty; leave it out

## workbench/former.rs

former-this-state-cannot-be-read = This state cannot be read: { $why }
former-that-state-is-what-is-open = that state is what is open
former-that-state-has-another-source-text = that state has another source text; open its file as a release
former-rows-differ =
    { $count ->
        [0] No translation differs.
        [one] 1 row differs.
       *[other] { $count } rows differ.
    }

## workbench/harvest.rs

harvest-new = new
harvest-of-them-besides-another-target-for = of them besides another target for the same source
harvest-already-there = already there
harvest-left-out-not-accepted-or-a = left out: not accepted, or a draft
harvest-left-out-one-side-is-empty = left out: one side is empty
harvest-left-out-the-same-on-both = left out: the same on both sides
harvest-left-out-not-content = left out: not content
harvest-besides-another = of them besides another target
harvest-not-accepted-yet = not accepted yet
harvest-one-sided = one-sided
harvest-same-on-both-sides = same on both sides

## workbench/import.rs

import-this-is-not-a-memory-of = this is not a memory of Diptych: { $path }
import-told = { $read } read: { $added } added, { $updated } updated, { $identical } identical, { $skipped } skipped
import-stopped = stopped; { $told }
import-holds-another-pair = the memory holds { $from } to { $into }, not { $source } to { $target }; name another memory: { $path }

## workbench/intake.rs

intake-the-text-looks-like-not = the text looks like { $found }, not { $said }

## workbench/jobs.rs

jobs-no-thread-could-be-started = no thread could be started: { $error }
jobs-unknown-cause = unknown cause

## workbench/keymap/list.rs

list-in-the-translate-view = In the Translate view
list-in-the-align-view = In the Align view
list-with-a-release-open = With a release open
list-always = Always
list-title = Keys of Diptych ({ $keymap })
list-command = command
list-keys = keys

## workbench/keymap/shortcut.rs

shortcut-ctrl-alt-is-altgr-which-types = Ctrl+Alt is AltGr, which types characters
shortcut-text-fields-need-it = text fields need it
shortcut-it-types-a-character-hold-ctrl = it types a character; hold Ctrl or Alt

## workbench/library.rs

library-the-memory-is-read-only = the memory "{ $name }" is read only: { $why }

## workbench/links/arrange.rs

arrange-a-row-of-one-sentence-a = a row of one sentence a side cannot be split here
arrange-there-is-no-row-below = there is no row below
arrange-there-is-no-row-above = there is no row above
arrange-this-row-has-one-side-only = this row has one side only
arrange-only-a-row-without-a-source = only a row without a source can be deleted; unlink its two sides first
arrange-nothing-to-move = there is no sentence to move on this side

## workbench/links/ends.rs

ends-this-sentence-is-linked-here-already = this sentence is linked here already
ends-this-row-has-both-sides-unlink = this row has both sides; unlink them first
ends-there-is-no-sentence-of-the = there is no sentence of the other side to link with here
ends-an-accepted-link-stands-between-unlink = an accepted link stands between; unlink it first

## workbench/links/sentences.rs

sentences-a-sentence-cannot-be-emptied-unlink = a sentence cannot be emptied; unlink it or mark it as not content
sentences-the-sentence-reads-so-already = the sentence reads so already

## workbench/links/translated.rs

translated-put-the-caret-inside-the-source = put the caret inside the source, where the row is to be split

## workbench/offers.rs

offers-there-is-no-match-for-this = there is no match { $rank } for this row

## workbench/opening.rs

opening-encoding-guessed = encoding guessed: { $encoding }

## workbench/parting.rs

parting-one-of-the-two-rows-is = one of the two rows is not content
parting-that-sentence-is-not-in-the = that sentence is not in the row

## workbench/pivot.rs

pivot-the-release-has-no-such-translation = the release has no such translation
pivot-choose-two-languages-that-are-not = choose two languages that are not the source
pivot-the-pair-cannot-be-derived = the pair cannot be derived: { $misfit }
pivot-via = via { $via }

## workbench/recovery.rs

recovery-told =
    { $changes ->
        [one] 1 change was
       *[other] { $changes } changes were
    } not saved when the program ended; { $rows ->
        [one] 1 row differs
       *[other] { $rows } rows differ
    }.
recovery-lost = { $count } more do not fit, because the file was changed meanwhile.

## workbench/recut/mod.rs

recut-translations-joined-to-be-looked-at = translations joined, to be looked at
recut-translation-split-to-be-looked-at = translation split, to be looked at
recut-translation-stays-with-the-first-piece = translation stays with the first piece, to be looked at
recut-translation-stays-as-it-is = translation stays as it is
recut-locked-stays-as-it-is = locked: stays as it is

## workbench/reference.rs

reference-the-source-changed-while-the-reference = the source changed while the reference was aligned; try again

## workbench/roles.rs

roles-the-row-is-already = the row is { $role } already

## workbench/seeker.rs

seeker-the-memory-could-not-be-compared = the memory could not be compared with

## workbench/session.rs

session-this-release-has-no-other-translation = this release has no other translation
session-there-is-nothing-to-undo = there is nothing to undo
session-undone = Undone: { $change }
session-there-is-nothing-to-redo = there is nothing to redo
session-done-again = Done again: { $change }

## workbench/translating.rs

translating-the-row-is-not-confirmed = the row is not confirmed
translating-this-row-has-no-source = this row has no source
translating-the-target-is-empty-already = the target is empty already
translating-a-row-without-a-source-keeps = a row without a source keeps its target; join it with another row
translating-clear-the-target-first = clear the target first
translating-this-row-is-not-content-it = this row is not content; it is not translated

## workbench/why.rs

why-added-in-the = Added in the { $lang }
why-left-out-in-the = Left out in the { $lang }
why-only-its-place-fits = Only its place fits
why-length = Length
why-none-on-either-side = none on either side
why-it-has-its-partner = it has its partner
why-both-have-partners = both have partners
why-all-have-partners = all { $shared } have partners
why-has-no-partner = { $one } has no partner
why-have-no-partner = { $names } have no partner
why-figures-dates = Figures, dates
why-both-are-sure = both are sure
why-is-doubtful-too = { $one } is doubtful too
why-are-doubtful-too = { $names } are doubtful too
why-neighbours = Neighbours
why-ratio = { $long } : { $short }, usual 1 : { $usual }

## ui/app/language.rs

language-of-the-window = Language of the window
language-of-the-system = As the system

## workbench/keymap/mod.rs

keymap-no-command = "{ $id }" is no command of this version; its keys are passed over
keymap-key-of = { $command }: { $why }
keymap-passed-over = { $command }: { $key } is passed over: { $why }
keymap-twice = { $key } is both "{ $one }" and "{ $other }"; it stays with the first
keymap-no-map = "{ $name }" is no keymap of this version; Diptych's own is used
keymap-unreadable = the keymap cannot be read: { $why }
keymap-palette-again = "Commands" needs a key; it has { $key } again
keymap-not-a-key = "{ $text }" is not a key (such as Ctrl+Shift+N, Alt+1, F4, Ctrl+Down)

## ui/file_dialogs.rs

file-dialogs-busy = another file dialog is open: answer it first
file-dialogs-no-thread = the file dialog could not be opened: type the path instead

## store/error

store-file = cannot { $action }: { $cause }; { $hint }: { $path }
store-other = this is { $found }, not { $expected }; choose another file: { $path }
store-languages = the file does not tell its languages; name them, or put them into its name (such as texts.fr-en.tsv): { $path }
store-other-memory = cannot add to the memory "{ $wanted }": the file is another memory, "{ $there }"; open that one to add to it, or choose another file: { $path }
store-read-only = the memory "{ $name }" is read only; choose another one: { $path }
store-journal-left = an earlier session left changes that were not saved; recover or discard them first: { $path }
store-no-home = there is no folder for your data; set DIPTYCH_HOME to the path of one
kind-a-translation-memory = a translation memory
kind-a-termbase = a termbase
kind-a-project = a project
kind-segmentation-rules = segmentation rules
kind-a-file-of-segmentation-rules = a file of segmentation rules
action-read = read the file
action-write = write the file
action-add = add to the file
action-list = list the folder
action-make-folder = make the folder
action-remove = remove the file
hint-missing = check the name or choose another file
hint-missing-folder = make it or choose another folder
hint-no-new-files = choose another folder
hint-is-folder = choose a file in it
hint-not-folder = choose a folder
hint-no-permission = choose another place or ask whoever owns it
hint-write-protected = save it under another name or in another folder
hint-full = free some space or choose another folder
hint-too-large = split it into smaller ones
hint-busy = close it there or try again in a moment
hint-name = choose another name
hint-system = try again or choose another place
cause-missing = there is no such file
cause-missing-folder = there is no such folder
cause-no-new-files = nothing can be written into this folder
cause-is-folder = this is a folder
cause-not-folder = a part of the path is not a folder
cause-no-permission = no permission
cause-write-protected = it is write-protected
cause-full = the disk is full
cause-too-large = it is too large ({ $size } MiB; at most { $most } MiB are read)
cause-busy = another program is using it
cause-exists = there is a file of that name already
cause-bad-name = the name is not possible here

## ui/app/announce.rs

announce-saved = Saved
announce-row = Row { $number }: { $state }
announce-row-with-texts = Row { $number }: { $state }. { $source } | { $target }

## ui/app/concordance.rs

concordance-no-match-comes-from-a-memory = no match of this row comes from a memory

## ui/app/leverage.rs

leverage-open-a-release-or-a-folder = open a release or a folder of releases first

## ui/views/analysis.rs

analysis = Analysis
analysis-nothing-to-export-yet = there is nothing to export yet
analysis-export-csv = Export CSV…
analysis-export-html = Export HTML…
analysis-this-release = This release
analysis-all-of-the-folder = All of the folder
analysis-which-releases = Which releases
analysis-by-band = By band
analysis-by-release = By release
analysis-which-table = Which table
analysis-releases =
    { $count ->
        [one] 1 release
       *[other] { $count } releases
    }
analysis-weights = Weights
weights-note = What a word weighs, in per cent, 0 to 100. Weighted words are the words of a band by its weight.
weights-weight-of = Weight of { $category }, per cent
analysis-words-by-band = Words, by the band of their matches.
analysis-does-not-count = { $path } does not count: { $cause }
analysis-rows-are-looked-up = Rows are looked up…
analysis-there-is-none = There is no analysis.
analysis-several-translations = One source, several confirmed translations
analysis-place = { $release } row { $row }

## ui/views/figures.rs

figures-line = { $name }: { $figures }

## ui/views/fragments.rs

fragments-passage = Passage { $rank }, { $passage }: { $text }
fragments-put-in = puts it in at the caret
fragments-passages = Passages
fragments-of-this-sentence = of this sentence
fragments-units =
    { $count ->
        [one] in 1 unit
       *[other] in { $count } units
    }
fragments-units-or-more =
    { $count ->
        [one] in 1 unit or more
       *[other] in { $count } units or more
    }

## ui/views/concordance.rs

concordance = Concordance
concordance-find-in-source = Find in source
concordance-find-in-target = Find in target
concordance-side = { $name } ({ $lang })
concordance-words = Words
concordance-phrase = Phrase
concordance-look-for = Look for
concordance-whole-words = Whole words
concordance-match-case = Match case
concordance-match-accents = Match accents
concordance-type-what-to-look-for = Type what to look for; both boxes filled: both must hold
concordance-insert-target = Insert target
concordance-earlier-release = Earlier release
concordance-export-hits = Export hits…
concordance-looking = Looking …
concordance-hits-so-far =
    { $count ->
        [one] 1 hit so far
       *[other] { $count } hits so far
    }
concordance-best-shown =
    { $count ->
        [one] 1 hit
       *[other] { $count } hits
    }, the best { $shown } shown
concordance-more-than = More than { $count } hits
concordance-more-than-best-shown = More than { $count } hits, the best { $shown } shown
concordance-hit = Hit { $place }: { $source }
concordance-approved-by = approved by { $name }

## ui/app/dictionary.rs

dictionary-choose = Choose a spelling dictionary
dictionary-find = Find a dictionary
dictionary-is-chosen = chosen
dictionary-from-a-file = Another file (.dic, .aff)…
dictionary-as-found = The first that is found
dictionary-of-hunspell = Hunspell dictionaries
dictionary-path-is-no-unicode = that path cannot be kept: it is no Unicode
dictionary-chosen = Spelling in { $name } is checked by { $path }
dictionary-as-found-again = Spelling in { $name } is checked by the first dictionary that is found

## ui/views/docked.rs

docked-dock = Dock
docked-undock = Undock
docked-to-the-row = To the row
docked-in-a-window-again = Concordance and earlier release have a window of their own again

## ui/views/precedent.rs

precedent-unit-is-gone = That unit is not in the memory any more.
precedent-neighbours-are-not-known = The memory does not know the neighbours; these were stored before and after.
precedent-no-project-file = its project file is neither in the folder nor recent
precedent-open-release = Open release

## ui/views/memories.rs

memories = Memories
memories-none-is-open = No memory is open. What you confirm makes one.
memories-make = New memory…
memories-open = Open a memory…
memories-send = Send…
memories-in-the-program = in the program
memories-asked-from-the-top = Asked from the top: of equal matches the upper memory's comes first.
memories-row = { $place }. { $name }: { $note }
memories-pair-and-units = { $source } to { $target }, { $units }
memories-matches = Matches
memories-asked = Asked
memories-not-asked = Not asked
memories-penalty = Penalty
memories-writing = Writing
memories-written-to = Written to
memories-read-only = Read only
memories-confirmed-rows = Confirmed rows
memories-go-elsewhere = Go elsewhere
memories-go-here = Go here
memories-per-cent-off = Per cent off
memories-type-a-number = type a number from 0 to { $most }
memories-per-cent-are-taken-off = per cent are taken off each of its matches
memories-units = Units…
memories-close-memory = Close memory
memories-it-is-the-last-one = it is the last one
memories-move-down = Move down
memories-it-is-the-first-one = it is the first one
memories-move-up = Move up
memories-written-to-working = written to: it is your working memory
memories-read-only-bundled = read only: it comes with the program
memories-do-not-go-here = do not go here: { $why }
memories-go-here-by-default = go here, unless another memory is chosen for them
memories-mark-takes-confirmed-rows = takes confirmed rows
memories-mark-not-asked = not asked
memories-mark-penalty = −{ $points } %
memories-mark-read-only = read only

## workbench/library/using.rs

library-comes-with-the-program = it comes with the program
library-its-file-says-so = its file says so
library-you-have-set-it-so = you have set it so
library-takes-only-approved = it takes only what is approved or published

## workbench/desk/using.rs

using-memory-is-closed = Memory "{ $name }" is closed; its file stays
using-confirmed-is-kept-in-it = what you confirm is kept in it
using-it-comes-with-the-program = it comes with the program; it need not be asked
using-units-are-not-on-disk-yet = it has units that are not on disk yet
using-it-is-still-being-read = it is still being read

## ui/views/pretranslate.rs

pretranslate = Pre-translate
pretranslate-open-rows =
    { $count ->
        [one] 1 open row
       *[other] { $count } open rows
    } can be filled. Rows with a text stay as they are.
pretranslate-no-row-is-open = no row is open
pretranslate-fill-open-rows = Fill open rows
pretranslate-which-matches = Which matches
pretranslate-from = From
pretranslate-exact-only = Exact only
pretranslate-least-percentage = Least percentage
pretranslate-take = Take
pretranslate-leave = Leave
pretranslate-repaired-matches = Repaired matches
pretranslate-matches-that-had-to-be-repaired = matches that had to be repaired (R)
pretranslate-aligned-releases = Aligned releases
pretranslate-rows-that-are-in-no-memory = rows that are in no memory yet
pretranslate-type-a-percentage = type a percentage from 50 to 101
pretranslate-source-asked = Asked: { $name }, { $note }
pretranslate-source-not-asked = Not asked: { $name }, { $note }
pretranslate-done = Pre-translation
pretranslate-what-was-filled-is-a-draft = What was filled is a draft. Undo takes all of it back.
pretranslate-filled = Filled
pretranslate-of-these-repaired = Of these repaired (R)
pretranslate-left-open-no-match = Left open, no match
pretranslate-left-open-locked = Left open, locked
pretranslate-changed-meanwhile = Changed meanwhile
pretranslate-match = Match
pretranslate-rows = Rows
pretranslate-words = Words

## workbench/pretranslating.rs

change-pre-translate = pre-translate
pretranslating-filled =
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    } filled ({ $words } words)
pretranslating-without-a-match =
    ; { $count ->
        [one] 1 row
       *[other] { $count } rows
    } without a match that is good enough
pretranslating-locked =
    ; { $count ->
        [one] 1 row
       *[other] { $count } rows
    } locked
pretranslating-changed-meanwhile =
    ; { $count ->
        [one] 1 row
       *[other] { $count } rows
    } changed meanwhile

## ui/views/match_card.rs

match-card-codes =
    { $count ->
        [one] 1 inline code
       *[other] { $count } inline codes
    }

## workbench/desk/leverage.rs

leverage-analysing = Analysing
leverage-pretranslating = Pre-translating
leverage-there-is-no-release-to-analyse = there is no release to analyse
leverage-analysis-exported-to = Analysis exported to { $path }
leverage-memory-is-still-being-read = the memory "{ $name }" is still being read; try again when it is there
leverage-another-release-was-opened = another release was opened meanwhile; nothing was filled
leverage-confirming-fills-none = Confirming a row fills no other row
leverage-confirming-fills-open-rows = Confirming a row fills identical open rows
leverage-confirming-fills-drafts = Confirming a row fills identical open rows, and drafts filled so before

## workbench/desk/concordance.rs

concordance-indexing-the-words = Indexing the words of { $name }
concordance-there-is-no-hit-to-export = there is no hit to export
concordance-hits-to =
    { $count ->
        [one] 1 hit
       *[other] { $count } hits
    } to { $path }
concordance-nothing-to-look-for = there is nothing to look for: type a word

## workbench/desk/spelling.rs

spelling-is-checked = Spelling is checked
spelling-is-not-checked = Spelling is not checked
spelling-there-is-no-dictionary = There is no spelling dictionary for { $name }. On Debian and Ubuntu: sudo apt-get install { $package }. Elsewhere put { $base }.dic and { $base }.aff, as office programs have them, into { $folder }

## workbench/propagating.rs

change-except-row-from-propagation = except row from propagation
change-propagate-to-row-again = propagate to row again
propagating-nothing-is-ever-propagated = nothing is ever propagated to this row
propagating-keeps-its-own = This row keeps a translation of its own
propagating-takes-the-translation-again = This row takes the translation of identical rows again

## workbench/speller/worker.rs

speller-dictionary-cannot-be-used = the spelling dictionary cannot be used, { $why }: { $path }
speller-its-form-is-not-known = its form is not known

## workbench/analysis/category.rs

category-context = 101 (context)
category-no-match = No match
category-repetitions = Repetitions
category-repetitions-across-releases = Repetitions across releases
category-internal = { $band } internal

## workbench/analysis/report.rs

report-matches = Matches
report-segments = Segments
report-words = Words
report-percent-of-words = % of words
report-characters = Characters
report-without-spaces = Without spaces
report-weight = Weight
report-weighted-words = Weighted words
report-percent = { $percent } %
report-total = Total
report-not-content = Not content
report-left-out = Left out
report-release = Release
report-repeated = Repeated
report-internal = Internal
report-none = None
report-weighted = Weighted

## workbench/analysis/html.rs

report-words-by-release = Words by release
report-place = { $release }, row { $row }

## workbench/analysis/sources.rs

sources-no-release-in-it = there is no release in it
sources-neither-project-nor-text = it is neither a project nor a text
sources-language-guessed = language guessed: { $tag } ({ $lang })
sources-it-is-in = it is in { $lang }
sources-it-has-no-translation = it has no translation
sources-no-memory-serves = no memory serves { $pairs }
sources-into-which-language = into which language? the memories have { $langs }

## ui/views/steps.rs, workbench/desk/steps.rs

steps-undo-and-redo = All steps
steps-enter-goes-there = Enter goes to the marked step: what was done after it is taken back, and can be done again.
steps-go-there = Go there
steps-before-all = Before all these steps
steps-change-in-row = { $change }, row { $row }
steps-here = here
steps-undone = undone
steps-looking-for-them = Looking for former steps
steps-taken-back = { $count ->
    [one] 1 step is taken back. Now: { $after }
   *[other] { $count } steps are taken back. Now: { $after }
}
steps-done-again = { $count ->
    [one] 1 step is done again. Now: { $after }
   *[other] { $count } steps are done again. Now: { $after }
}

## ui/views/log.rs, workbench/desk/log.rs

log-messages = Messages
log-only-what-went-wrong = Only what went wrong
log-copy-all = Copy all
log-nothing = No message yet.
log-all-messages-are-on-the-clipboard = All messages are on the clipboard.
log-done = done
log-notice = note
log-wrong = wrong

## ui/views/claimed.rs, workbench/desk/presence.rs

claimed-somebody-has-this-release-open = Somebody else has this release open
claimed-somebody = Somebody
claimed-since = { $name } has it open since { $since } (heard of last { $last }).
claimed-on-since = { $name } has it open on { $machine } since { $since } (heard of last { $last }).
claimed-at-work = Open it to read: nothing in it can be changed, and what you save goes into a file of its own.
claimed-nothing-was-heard = Nothing was heard from there for more than two minutes: the program may have ended, or the connection. Whoever takes over works on; the other window can then only read.
claimed-open-to-read = Open to read
claimed-take-over = Take over
claimed-they-are-at-work = they are at work
presence-taken-over = Somebody has taken this release over. Here it can only be read now; save it under another name to go on.
presence-choose-another-name = Somebody else works on this file: choose another name.
session-open-to-be-read = this release is open to be read only: save it under another name to change it

## ui/views/floating.rs, ui/app/layout.rs

floating-doubtful-links = Doubtful links
floating-hide = Hide
floating-move = Move
panel-right = The panel is at the right
panel-left = The panel is at the left
panel-below = The panel is under the rows
panel-floating = The panel floats: its window can be moved and resized

## ui/views/fonts.rs

fonts-font-of-source-texts = Font of source texts
fonts-font-of-target-texts = Font of target texts
fonts-find-a-font = Find a font
fonts-diptychs-own = Diptych’s own (Noto Sans)
fonts-size = Size: { $percent } %
fonts-smaller = Smaller
fonts-larger = Larger
fonts-use-this-font = Use this font
fonts-chosen = The font is chosen. What it lacks comes from Diptych’s own.
## ui/views/send_memory.rs

send-to-shared-memory = Send to shared memory
send-no-way = Nothing can be sent: it takes a working memory with units and an open shared memory of the same languages that is written to. Ctrl+M opens one
send-nothing-can-go = nothing can go now
send-units = Send { $count } { $count ->
    [one] unit
   *[other] units
}
send-way = Working memory { $source }-{ $target } to “{ $to }” ({ $place })
send-part = { $count } { $what }
send-can-go = { $count ->
    [0] Nothing can go now.
    [one] { $count } unit can go: { $parts }.
   *[other] { $count } units can go: { $parts }.
}
send-of-releases = { $count ->
    [one] Of one release: { $list }
   *[other] Of { $count } releases: { $list }
}
send-of-release = { $number } ({ $count })
send-no-number = no number
send-and-more = {" "}and { $count } more
send-wait = { $count ->
    [one] { $count } unit waits: { $parts }.
   *[other] { $count } units wait: { $parts }.
}
send-unread = { $count ->
    [one] { $count } release could not be read: whether it is under embargo is not known.
   *[other] { $count } releases could not be read: whether they are under embargo is not known.
}
send-embargoes-known = Embargoes are those of the open release, of the folder’s and of recent ones
send-conflicts = Conflicts
send-conflicts-wait = Wait
send-conflicts-go = Go too
send-conflicts-note = The shared memory has another target for the source; both stay where conflicts go (Alt+1)
send-unit = { $source }: { $verdict }

## workbench/sending.rs

sending-looking = Looking what can be sent
sending-new = new
sending-changed = changed there
sending-same = there already, leave the working memory
sending-conflict = with another target there
sending-not-approved = not approved
sending-kept = kept private by the release
sending-embargo = under embargo until { $moment }
sending-two-states = in two states
sending-nothing-can-go = Nothing could be sent
sending-sent = { $count ->
    [one] { $count } unit sent to “{ $name }”. Ctrl+Z takes it back
   *[other] { $count } units sent to “{ $name }”. Ctrl+Z takes them back
}
sending-kept-private = What is confirmed in this release stays in your working memory
sending-private-no-longer = What is confirmed in this release is sent by the memories’ rules again

## ui/views/correct.rs

correct-everywhere = Correct everywhere
correct-wrong = Wrong form
correct-right = Right form
correct-wrong-short = Wrong
correct-right-short = Right
correct-language = Language
correct-look-for = Look for
correct-words = Whole words
correct-letters = Letters
correct-keep-case = Keep capitals
correct-type-and-look = Type the wrong form and press Enter: all open memories are looked through, and the releases of the folder
correct-type-the-wrong-form = type the wrong form first
correct-nothing-found = Nothing has this form
correct-nothing-chosen = nothing is chosen
correct-look = Look
correct-texts = Correct { $count } { $count ->
    [one] text
   *[other] texts
}
correct-forms = Forms that were found, and what each becomes
correct-form = { $found } ({ $count })
correct-becomes = Right form for { $found }
correct-extent = Chosen: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} in { $memories ->
    [one] { $memories } memory
   *[other] { $memories } memories
}, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} in { $releases ->
    [one] { $releases } release
   *[other] { $releases } releases
}
correct-left-published = Published, never altered: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} in { $releases ->
    [one] { $releases } release
   *[other] { $releases } releases
}
correct-left-locked = Locked, left as they are: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
correct-left-read-only = In memories that are read only, left as they are: { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
correct-unread = { $count ->
    [one] { $count } release could not be read
   *[other] { $count } releases could not be read
}
correct-spot = { $place }, { $where }
correct-in-memory = unit of { $name }
correct-in-memory-of = unit of { $name }, release { $release }
correct-in-row = row { $number } of { $name }
correct-in-row-unused = row { $number } of { $name } (used none of these units)

## workbench/correcting

correcting-looking = Looking for the wrong form
correcting-correcting = Correcting
correcting-read-only = read only
correcting-published = published
correcting-done = “{ $wrong }” is “{ $right }” now in { $units ->
    [one] { $units } unit
   *[other] { $units } units
} and { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}. Ctrl+Z takes it back

## workbench/wide.rs

wide-it-has-changed = it has changed meanwhile
wide-changing-releases = Changing releases
wide-not-all-could-be-changed = Not all releases could be changed.

## workbench/finding_texts.rs

finding-open = There is no translation yet.
finding-empty = The translation has no text.
finding-identical = The target is the source word for word.
finding-missing =
    { $kind ->
        [date] The date “{ $source }” is missing.
        [time] The time “{ $source }” is missing.
        [document] The document number “{ $source }” is missing.
        [address] The address “{ $source }” is missing.
        [name] The name “{ $source }” is missing.
        [acronym] The acronym “{ $source }” is missing.
        [tag] The tag “{ $source }” is missing.
       *[number] “{ $source }” is missing.
    }
finding-added =
    { $kind ->
        [date] The date “{ $target }” is not in the source.
        [time] The time “{ $target }” is not in the source.
        [document] The document number “{ $target }” is not in the source.
        [address] The address “{ $target }” is not in the source.
        [name] The name “{ $target }” is not in the source.
        [acronym] The acronym “{ $target }” is not in the source.
        [tag] The tag “{ $target }” is not in the source.
       *[number] “{ $target }” is not in the source.
    }
finding-differs =
    { $kind ->
        [date] The date “{ $source }” has become “{ $target }”.
        [time] The time “{ $source }” has become “{ $target }”.
        [document] The document number “{ $source }” has become “{ $target }”.
        [address] The address “{ $source }” has become “{ $target }”.
        [name] The name “{ $source }” has become “{ $target }”.
        [acronym] The acronym “{ $source }” has become “{ $target }”.
        [tag] The tag “{ $source }” has become “{ $target }”.
       *[number] “{ $source }” has become “{ $target }”.
    }
finding-doubled-tag = The tag “{ $tag }” stands too often.
finding-number-date = The release’s number says { $number }, its headline { $headline }.
finding-unclosed = The mark “{ $mark }” is not closed.
finding-unopened = The mark “{ $mark }” closes nothing.
finding-quotation-lost = “{ $quoted }” is a quotation in the source and none in the target.
finding-marks = The quotation marks here are { $wanted }, not { $found }.
finding-end-mark = The source ends with “{ $source }”, the target with “{ $target }”.
finding-end-mark-missing = The source ends with “{ $source }”, the target without a mark.
finding-end-mark-added = The target ends with “{ $target }”, the source without a mark.
finding-ends-differ = The target does not end as the source does.
finding-space-missing-before = A space is missing before “{ $mark }”.
finding-space-missing-after = A space is missing after “{ $mark }”.
finding-space-before = There is a space before “{ $mark }”.
finding-space-after = There is a space after “{ $mark }”.
finding-space-several = There are several spaces.
finding-space-at-end = There is a space at the end of the text.
finding-space-breaking = The line may break beside “{ $mark }”.
finding-doubled-word = “{ $word }” stands twice.
finding-left-over = “{ $words }” is not translated.
finding-language = This is { $found }, not { $wanted }.
finding-forbidden-term = “{ $found }” is forbidden: use “{ $wanted }”.
finding-forbidden-term-alone = “{ $found }” is forbidden.
finding-missing-term = “{ $source }” is to be “{ $wanted }”.
finding-negation = The source says “{ $source }”, and nothing in the target does.
finding-short = The target has { $percent } % of the length to be expected.
finding-sentences = { $source } sentences have become { $target }, and the target is short.
finding-other-target = Row { $row } translates the same source by “{ $target }”.
finding-other-source = Row { $row } has the same translation for “{ $source }”.
finding-headline = The headline has { $length } characters; more than { $most } are long.
grade-off = off
grade-info = note
grade-warning = warning
grade-error = error
fact-quotation = quotation
fact-number = number
fact-date = date
fact-time = time
fact-document = document number
fact-address = address
fact-name = name
fact-acronym = acronym
fact-tag = tag
fact-unpaired = without a counterpart
fact-doubtful = doubtful
fact-paired = paired
check-open = Open rows
    .explains = A row has no translation yet.
check-empty = Empty translations
    .explains = The translation has no text.
check-identical = Source left as it is
    .explains = The target is the source word for word, though it has words to translate.
check-language = Language of the target
    .explains = The target is in another language.
check-number = Numbers
    .explains = A number is missing, added or another one; numbers compare by value (2 000 = 2,000 = 2.000 = two thousand).
check-date = Dates
    .explains = A date is missing, added or another one; relative dates are resolved by the release’s date.
check-time = Times of day
    .explains = A time of day is missing, added or another one.
check-document-number = Document numbers
    .explains = The number of a document is missing, added or another one.
check-numbering = Number of the release
    .explains = The date in the release’s number is not the headline’s.
check-address = Addresses
    .explains = An address of the web or of mail, or a telephone number, is missing or another one.
check-name = Names
    .explains = A name is missing or another one; spellings and alphabets may differ.
check-acronym = Acronyms
    .explains = An acronym that is kept or rendered elsewhere in the release is missing.
check-term = Terms
    .explains = A term of the termbases is not used, or a forbidden one is; any inflection counts.
check-negation = Negations
    .explains = The source denies something, and nothing in the target does.
check-cut = Text left out
    .explains = The target is far shorter than this release’s translations are, or has fewer sentences.
check-quotation = Quotations
    .explains = A quotation is not closed, or is none any more.
check-quotation-marks = Quotation marks
    .explains = The quotation marks are another language’s.
check-brackets = Brackets
    .explains = A bracket is not closed, or was not opened.
check-end-mark = End marks
    .explains = The target does not end as the source does.
check-spaces = Spaces
    .explains = A space is missing or too much by the language’s rules.
check-breaking-spaces = Spaces that break
    .explains = An ordinary space stands where the line must not break (French « » : ; ? !).
check-doubled-word = Doubled words
    .explains = A word stands twice.
check-left-over = Words left over
    .explains = Words of the source’s language are left in the target.
check-tags = Tags
    .explains = A tag is missing, added or doubled.
check-headline = Length of headlines
    .explains = The headline has become longer than headlines are.
check-same-source = Same source, several targets
    .explains = A source sentence is translated in several ways.
check-same-target = Same target, several sources
    .explains = Different source sentences have one translation.

## workbench/deciding.rs, workbench/desk/checks.rs

change-dismiss-finding = dismiss finding
change-take-dismissal-back = take dismissal back
change-mend-finding = mend finding
change-tick-facts = tick facts
change-take-ticks-back = take ticks back
change-switch-check = switch check
change-export-all-the-same = export all the same
deciding-no-finding = This row has no finding.
deciding-being-checked = The row is being checked again: try once more.
deciding-no-fix = There is no safe fix for this finding.
checks-dismissed = No fault here: { $finding }
checks-mended = Mended: { $finding }
gate-say-why = Say why it goes out all the same.

## ui/views/dock_checks.rs, checks.rs, dismissals.rs, facts.rs, gate.rs

next = next
dock-checks = Checks
dock-checks-under-way = being checked
dock-checks-in-this-release =
    { $count ->
        [one] { $count } in this release
       *[other] { $count } in this release
    }
dock-checks-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
dock-checks-finding = Row { $number }, { $severity }: { $sentence }
dock-checks-mend = mend
dock-checks-no-fault = no fault
checks = Checks
checks-of-this-release = What is chosen here holds for this release and goes with its file.
checks-on-or-off = On or off
dismissals = Findings that are no fault
dismissals-none = No finding was dismissed, or the texts have changed since.
dismissals-hint = Each stays away until its row’s text changes.
dismissals-take-back = Tell it again
go-to-row = Go to the row
facts = Facts
facts-none-here = There are no facts.
facts-tick = Tick
facts-untick = Take the tick back
facts-tick-paired = Tick all that pair
facts-go-there = Go there
facts-ticked = ticked
facts-to-tick = to compare
facts-counts = { $unpaired } without a counterpart, { $doubtful } doubtful, { $paired } paired; { $ticked } of { $count } ticked.
facts-and-more = { $told } and { $count } more
facts-spoken = { $verdict }: { $kind } { $value }, { $source } → { $target }, { $ticked }
gate = Ready to go out?
gate-ready = Nothing is lacking: the release may go out.
gate-lacking =
    { $count ->
        [one] { $count } thing is lacking. Enter goes there.
       *[other] { $count } things are lacking. Enter goes there.
    }
gate-unconfirmed = The translation is not confirmed.
gate-rejected = The translation was sent back.
gate-changed = The source has changed.
gate-fact = Not compared yet: { $kind } { $value } ({ $verdict })
gate-spoken = Row { $number }: { $text }
gate-export = Export…
gate-as-draft = Export as a draft…
gate-all-the-same = Export all the same…
gate-reason = Reason
gate-reason-hint = Why it goes out all the same; kept in the release

## ui/views/said_before.rs

said-before = Said before
said-before-insert = insert
said-before-spoken = Said before, { $rendering }: { $origin }
said-before-nothing = No quotation of this row was said before.
## Kinds and statuses of terms

term-kind-person = person
term-kind-title = title
term-kind-organisation = organisation
term-kind-place = place
term-kind-acronym = acronym
term-kind-phrase = phrase
term-status-preferred = preferred
term-status-admitted = admitted
term-status-forbidden = forbidden

## ui/app/terms.rs

terms-none-in-this-row = No term of a termbase is in this row
terms-insert = Insert a term
terms-find = Find a term
terms-for = for { $source }
terms-merge-which = Which termbase is taken in?
terms-find-termbase = Find a termbase
asking-diptych-termbase = Diptych termbase
asking-terms = Terms: tables, TBX, termbases

## ui/views/dock_terms.rs

dock-terms = Terms
dock-terms-none = none
dock-terms-insert = insert
dock-terms-admitted = admitted
dock-terms-forbidden = forbidden
dock-terms-forbidden-there = forbidden, is in the target
dock-terms-used = used
dock-terms-not-used = not used yet
dock-terms-line = { $source }: { $text }, { $how }
dock-terms-click = Puts it in at the caret. From “{ $base }”
dock-terms-also = also { $terms }
dock-terms-from = from { $from }
dock-terms-until = until { $until }
dock-terms-time = from { $from } until { $until }

## ui/views/concept_form.rs

form-add = Add a term
form-change = Change a term
form-in = It goes into “{ $base }”.
form-is-there = It is in “{ $base }” already: what you store is added to it.
form-termbase = Termbase
form-kind = Kind
form-language = Language of term { $place }
form-term = Term { $place } ({ $lang })
form-status = Status of term { $place }
form-issuer-of = House of term { $place }
form-note-of = Note on term { $place }
form-note = note
form-all-houses = all houses
form-remove-term = Remove term { $place }
form-add-term = Another term
form-issuer = House
form-from = Holds from
form-until = until
form-first-day = First day on which it holds
form-last-day = Last day on which it holds
form-day-hint = 2026-03-12
form-note-title = Note
form-source = Source
form-keys = Enter stores. Alt+1, 2, 3: preferred, admitted, forbidden. Ctrl+Delete removes the term one is in.
form-store = Store in “{ $base }”
form-no-term = There is no term yet.
form-no-language = The language of term { $place } is not known.
form-no-day = “{ $text }” is no day such as 2026-03-12.
form-two-preferred = “{ $one }” and “{ $two }” are both preferred in { $lang }: make one of them admitted, or say whose it is.

## ui/views/new_names.rs

names-title = Names that no termbase has
names-looking = Looking for names …
names-none = Every name of the release is in a termbase.
names-told = { $count ->
    [one] { $count } name. Renderings are proposals: look at them before they are added.
   *[other] { $count } names. Renderings are proposals: look at them before they are added.
}
names-row = { $name }: { $rendering }, { $from }, { $kind }, { $rows }
names-rows = { $count ->
    [one] row { $rows }
   *[other] rows { $rows }
}
names-choose = Choose { $name }
names-from-release = this release
names-from-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}
names-from-letters = by its letters
names-choose-some = choose names first
names-add-chosen = { $count ->
    [one] Add { $count } name
   *[other] Add { $count } names
}
names-add = Look at it…
names-keys = Space chooses.
names-stored = { $count ->
    [one] { $count } name is in the termbase now
   *[other] { $count } names are in the termbase now
}

## ui/views/term_table

term-table-title = Terms of “{ $name }”
term-table-search = Words of a term
term-table-shown = What is shown
term-table-all = All
term-table-doubtful = Doubtful ({ $count })
term-table-of = { $count ->
    [one] { $shown } of { $count } concept
   *[other] { $shown } of { $count } concepts
}
term-table-any-kind = any kind
term-table-first-language = Language of the first column
term-table-second-language = Language of the second column
term-table-changed = Changed
term-table-none = No concept is like that.
term-table-row = { $place }. { $first }: { $second }, { $kind }
term-table-add = Add…
term-table-edit = Change…
term-table-import = Import…
term-table-export = Export…
term-table-merge = Merge…
term-table-import-title = Import terms (CSV, TSV, XLSX, TBX)
term-table-export-title = Export terms (.csv or .tbx)

## ui/views/term_table/confirm.rs

term-plan-import = Take “{ $from }” into “{ $name }”
term-plan-merge = Merge “{ $from }” into “{ $name }”
term-plan-delete = Delete from “{ $name }”
term-plan-do-import = { $count ->
    [one] Take { $count } concept in
   *[other] Take { $count } concepts in
}
term-plan-do-delete = { $count ->
    [one] Delete { $count } concept
   *[other] Delete { $count } concepts
}
term-plan-added = { $count ->
    [one] { $count } concept is new.
   *[other] { $count } concepts are new.
}
term-plan-changed = { $count ->
    [one] { $count } concept changes.
   *[other] { $count } concepts change.
}
term-plan-deleted = { $count ->
    [one] { $count } concept is deleted.
   *[other] { $count } concepts are deleted.
}
term-plan-same = { $count ->
    [one] { $count } concept is there already.
   *[other] { $count } concepts are there already.
}
term-plan-doubtful = { $count ->
    [one] { $count } concept would be doubtful: two terms preferred in one language, or one preferred here and forbidden there.
   *[other] { $count } concepts would be doubtful: two terms preferred in one language, or one preferred here and forbidden there.
}
term-plan-more-problems = { $count ->
    [one] and { $count } more remark
   *[other] and { $count } more remarks
}
term-plan-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
term-plan-nothing = there is nothing to do

## ui/views/termbases.rs

termbases = Termbases
termbases-list = Termbases…
termbases-none = No termbase is open. The first term you add makes one.
termbases-told = The terms of all that are used are found in the texts.
termbases-terms = Terms
termbases-used = Used
termbases-not-used = Not used
termbases-new-terms = New terms
termbases-do-not-go-here = do not go here: { $why }
termbases-concepts = { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
}
termbases-show = Terms…
termbases-make = New termbase…
termbases-open = Open a termbase…
termbases-close = Close termbase
termbases-it-is-your-own = it is your own
termbases-mark-takes-new = takes new terms
termbases-mark-not-used = not used
termbases-mark-damaged = { $count ->
    [one] { $count } line damaged
   *[other] { $count } lines damaged
}
termbases-mark-doubtful = { $count } doubtful

## workbench/termbases and workbench/desk/terms

termbases-comes-with-the-program = it comes with the program
termbases-own = own terms
termbases-opened = { $count ->
    [one] Termbase “{ $name }”: { $count } concept
   *[other] Termbase “{ $name }”: { $count } concepts
}
termbases-beside = { $count ->
    [one] Termbase “{ $name }” lies beside the release: { $count } concept
   *[other] Termbase “{ $name }” lies beside the release: { $count } concepts
}
termbases-not-all = { $count ->
    [one] Termbase “{ $name }”: { $concepts } concepts are read, { $count } line is not: { $first }
   *[other] Termbase “{ $name }”: { $concepts } concepts are read, { $count } lines are not; the first: { $first }
}
termbases-doubts = { $count ->
    [one] Termbase “{ $name }”: { $first }
   *[other] Termbase “{ $name }” has { $count } doubtful places; the first: { $first }
}
termbases-two-preferred = “{ $one }” and “{ $two }” are both preferred in { $lang }
termbases-contradiction = “{ $term }” ({ $lang }) is preferred in one place and forbidden in another
termbases-nothing-to-use = “{ $term }” is forbidden, and nothing is said to use instead
termbases-closed = Termbase “{ $name }” is closed; its file stays
termbases-file-is-gone = The file of termbase “{ $name }” is gone; its terms stay here and are written again with the next change
termbases-file-is-open = This is the file of an open termbase; choose another name
termbases-not-open = The termbase is not open any more: nothing was changed
termbases-cannot-be-changed = Termbase “{ $name }” cannot be changed: { $why }
termbases-stored = “{ $term }” is in “{ $name }” now
termbases-deleted = { $count ->
    [one] { $count } concept is deleted from “{ $name }”
   *[other] { $count } concepts are deleted from “{ $name }”
}
termbases-taken-in = “{ $from }” is in “{ $name }” now: { $added } new, { $changed } changed
termbases-forbidden = “{ $term }” is forbidden in “{ $name }” now
termbases-left = { $count ->
    [one] “{ $term }” in “{ $name }” was left as it is: somebody else has changed it
   *[other] { $count } concepts of “{ $name }” were left as they are, “{ $term }” first: somebody else has changed them
}
termbases-kept-aside = Termbase “{ $name }” was damaged; its file as it was is kept: { $path }
termbases-nothing-to-undo = What was done last is not of a termbase; undo it in the release
termbases-reading-terms = Reading terms
termbases-no-terms = There is no term in “{ $name }”: { $why }
termbases-there-is-no-term = There is no term in it
termbases-formats = A termbase is written as .csv, .tbx or .terms.ron
termbases-exported = { $count ->
    [one] { $count } concept written: { $path }{ $told }
   *[other] { $count } concepts written: { $path }{ $told }
}

## ui/views/correct.rs, terms

correct-forbid = “{ $wrong }” becomes a forbidden term
correct-in-termbase = in “{ $name }”
correct-in-own = in a termbase of your own
## A corrected source

late-nothing-changes = The corrected source reads as the old one: nothing is changed
late-doubt-same = This text reads as the source does: nothing would change.
late-doubt-language = Another language? { $told }.
late-doubt-number = Another release? This text has the number { $has }, the release { $had }.
late-doubt-release = Another release? Only { $share } % of the text is in both.
late-doubt-shorter = Cut short? This text has { $share } % of the length of the old source.
late-doubt-no-file = The file that the translation could be put into is the old version’s and is given up; take the corrected file to keep it.
late-title = Corrected source
late-reading = Reading the corrected source
late-looking = Comparing with the old source
late-paste-or-type = Paste the corrected text, drop its file here, or correct it in place.
late-text = Corrected text
late-no-text = there is no text
late-look = See what changes
late-choose-file = Choose a file…
late-back = Back to the text
late-take = Take the corrected source
late-take-all-the-same = Take it all the same
late-extent =
    Version { $version }: { $reopened ->
        [one] 1 row is reopened
       *[other] { $reopened } rows are reopened
    }, { $new } new, { $gone } gone, { $untouched } untouched.
late-taken =
    Source version { $version } taken: { $reopened ->
        [one] 1 row is reopened
       *[other] { $reopened } rows are reopened
    }, { $new } new, { $gone } gone. { $undo } takes it back.
late-row-reopened = reopened
late-row-open = still open
late-row-locked = locked
late-row-moved = moved
late-row-new = new
late-row-back = back again
late-row-gone = gone
late-note-repaired = The figure put right is offered in the row.
late-note-match = The { $score } % match was one of the old sentence.
late-note-kept = The translation is kept with the versions of the source.
late-fact-missing = “{ $fact }” is missing in the translation.
late-fact-added = “{ $fact }” is no longer in the source.
late-fact-differs = The source now has “{ $source }”, the translation “{ $target }”.
late-no-row-changed = No row has a changed source.
late-nothing-to-repair = nothing that changed can be put right for certain; see the marked words
changed-put-right = { $key } takes it put right:
ask-choose-the-corrected-source = Choose the corrected source
translate-source-changed = source changed
versions-title = Versions of the source
versions-one = Version { $number }, { $moment }
versions-older = older
versions-newer = newer
versions-both = older and newer
versions-only-one = The source has one version. A corrected source, or a sentence corrected in a row, makes the next.
versions-differ =
    { $count ->
        [0] These two versions read the same.
        [one] 1 sentence differs.
       *[other] { $count } sentences differ.
    }
versions-gone =
    { $count ->
        [one] 1 row is gone; its translation is kept.
       *[other] { $count } rows are gone; their translations are kept.
    }
head-source-version = Source v{ $number }, { $clock }
change-corrected-source = corrected source
change-take-repaired-translation = take repaired translation
command-corrected-source = Corrected source: take in…
    .words = late change new version paste update statement
command-source-versions = Versions of the source: compare…
    .words = diff history earlier source
command-next-changed = Next row with a changed source
    .words = reopened late change
command-take-repaired = Take the translation with the changed figure put right
    .words = repair number date accept suggestion
command-embargo = Embargo: set, lift, what is kept of it…
    .words = hold until secret clock time release
command-send-held = Send the units that an embargo has held
    .words = share memory lifted passed
command-release-data = The release: status, who works on it, when it is due…
    .words = deadline assign owner properties approved published

## An embargo

embargo-title = Embargo
embargo-clock = Embargo { $clock }
embargo-clock-over = Embargo over { $clock }
embargo-clock-name = Embargo until { $moment }, { $left } left
embargo-over-name = The embargo has been over since { $moment }
embargo-until = Until
embargo-until-hint = 18:00, 13.03.2026 9:00 Europe/Vienna
embargo-how = A time of today, a date and a time, with a time zone if it is another one; empty for no embargo.
embargo-read-as = Until { $moment }
embargo-not-read = That is no time: write 18:00, or 13.03.2026 9:00
embargo-set-button = Set
embargo-none = This release has no embargo.
embargo-holds = It holds until { $moment }: what is confirmed stays in your working memory.
embargo-is-over = It has been over since { $moment }.
embargo-was-lifted =
    { $by ->
        [nobody] Lifted on { $moment }: { $reason }
       *[other] Lifted by { $by } on { $moment }: { $reason }
    }
embargo-reason = Reason for lifting it now
embargo-lift-button = Lift it now
embargo-traces =
    { $count ->
        [0] Nothing of this release is kept on this machine beside its file.
        [one] 1 file is kept on this machine beside the release’s own; for you alone.
       *[other] { $count } files are kept on this machine beside the release’s own; for you alone.
    }
embargo-trace-journal = journal
embargo-trace-steps = steps of undo
embargo-trace-backup = backup
embargo-trace-cache = cache of a memory
embargo-purge-button = Purge
embargo-needs-a-reason = say why the embargo is lifted before its time
embargo-does-not-hold = no embargo holds
embargo-keeps-rows = the release is under embargo until { $moment }; its rows go to no shared memory before
embargo-in-zone = { $moment } ({ $zone }), which is { $here } here
embargo-set = Embargo until { $moment }. What is confirmed stays in your working memory.
embargo-taken-off = The release has no embargo any more.
embargo-lifted-now = The embargo is lifted.
embargo-nothing-due = There is nothing to send: no embargo is over, or all units are there.
embargo-due =
    { $count ->
        [one] The embargo is over: 1 unit can go to “{ $name }”.
       *[other] The embargo is over: { $count } units can go to “{ $name }”.
    }
embargo-send-button =
    { $count ->
        [one] Send 1 unit
       *[other] Send { $count } units
    }
embargo-sent =
    { $count ->
        [one] 1 unit sent to “{ $name }”.
       *[other] { $count } units sent to “{ $name }”.
    }
embargo-purged =
    { $count ->
        [one] 1 file removed.
       *[other] { $count } files removed.
    }
embargo-clock-behind = This machine’s clock is { $minutes } minutes behind what was seen or written last. An embargo counts by it: check date and time.
embargo-left-out =
    { $count ->
        [one] ; 1 unit under embargo left out
       *[other] ; { $count } units under embargo left out
    }
change-set-embargo = set embargo
change-take-embargo-off = take embargo off
change-lift-embargo = lift embargo
change-send-what-was-held = send what was held
change-change-what-the-release-is = change what the release is

## What a release is

release-data-title = The release
release-data-changed = Status, name and time are changed.
release-data-status = Status
release-data-assignee = Who works on it
release-data-due = Due
release-data-save = Change

## What is due

start-due = Due
start-with = With
due-today = Today
due-later = Tomorrow and later
due-earlier = Earlier
due-late-minutes = { $minutes } min late
due-late-hours = { $hours } h late
due-late-days = { $days } d late
due-in = in { $left }
due-nobody = nobody
embargo-until-field = Embargo until
embargo-reason-field = Reason
release-data-assignee-field = Assignee
release-data-due-field = Due time
## workbench/review
act-write-targets = write targets
act-comment = comment
act-approve-rows = approve rows
act-reject-rows = reject rows
act-lock-rows = lock rows
act-settle-conflicts = settle conflicts
act-hand-over = hand over
act-sign = sign
act-say-who-does-what = say who does what
duty-translator = translator
duty-reviewer = reviewer
duty-approver = approver
change-comment = comment
change-approve-row = approve row
change-reject-row = reject row
change-withdraw-approval = withdraw approval
change-hand-over = hand over
change-say-who-does-what = say who does what
change-sign-translation = sign translation
change-settle-conflict = settle conflict
change-take-a-review-table = take a review table
duties-nobody = the settings do not say who you are, so you may not { $act }
duties-stranger = { $person } is not named in this release and may not { $act }
duties-other = { $person } is { $own } here and may not { $act }
duties-no-one-may = { $needed } may, and nobody is that here
duties-who-may = { $needed } may: { $who }
states-a-rejection-needs-a-reason = say why: a rejection needs a reason
states-the-row-is-not-approved = the row is not approved
states-there-is-nothing-to-decide-on = there is no translation to decide on
states-the-row-is-in-conflict = two people have changed the row; choose one of the versions first
states-there-is-nothing-said = say something first
states-it-is-so-already = it is so already
states-everybody-needs-a-name-of-their-own = everybody needs a name of their own
signing-a-row-is-not-approved = row { $row } is not approved
signing-conflicts-first =
    { $count ->
        [one] there is one conflict of merged copies; settle it first
       *[other] there are { $count } conflicts of merged copies; settle them first
    }
settling-there-is-no-such-conflict = there is no such conflict
settling-there-is-no-such-version = there is no such version
settling-do-it-by-hand = that version cannot be put there any more; make the change by hand, then keep what stands

your-name = Your name
your-name-why = It stands with the rows you change, the units you confirm and the comments you write.
your-name-field = What you are called
