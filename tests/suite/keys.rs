//! `docs/keys.md` is what the keymaps say. Made anew by
//! `DIPTYCH_DOCS=1 cargo test --test suite keys`.

use std::fs;
use std::path::Path;

use diptych::workbench::keymap::beside;

const HEAD: &str = "# Keys

All commands of Diptych with their keys in the three keymaps that come with it. A command \
without a key is in the list of all commands. Keys are changed, and another keymap chosen, in \
the window \"Keys…\" (Shift+F1); \"Print list of keys…\" writes those that are in force, one's \
own among them.

Diptych's own keys are mostly memoQ's. The other two maps have the keys of Trados Studio and of \
OmegaT for the commands that these have too, and Diptych's for all others: a command whose key \
went to another one has none. Nothing is on Ctrl+Alt, which is AltGr; digits go by their place \
on the keyboard. On a Mac, Ctrl is Command.

One's own keys stand in `settings.ron` by the names of the last column, each with all its keys:

```ron
keymap: \"OmegaT\",
keys: {
    \"confirm\": [\"Ctrl+Enter\", \"F6\"],
    \"show-start\": [],
},
```
";

#[test]
#[expect(clippy::disallowed_methods, reason = "the page is written on purpose")]
fn the_list_of_keys_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    let made = format!("{HEAD}{}", beside());
    if std::env::var_os("DIPTYCH_DOCS").is_some() {
        fs::write(&path, &made).expect("docs can be written");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    let out_of_date = there != made;
    assert!(!out_of_date, "make it anew: DIPTYCH_DOCS=1 cargo test --test suite keys");
}
