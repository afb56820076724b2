//! The toolbar of the alignment view: each verb with its key.

use egui::{Align, Frame, Layout, Margin, Panel, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Act;
use crate::texts::t;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, line_below};
use crate::workbench::{Command, Session};

const HEIGHT: f32 = 44.0;
/// Room between two buttons, in points.
const GAP: f32 = 6.0;
/// Width of the line between groups with its room, and of the button "…", in points.
const RULE_WIDTH: f32 = 9.0;
const MORE_WIDTH: f32 = 32.0;
/// Below this width the buttons show no keys, so that more of them have room, in points.
const KEYED: f32 = 720.0;

/// The toolbar.
pub fn align_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.chrome).inner_margin(Margin::symmetric(12, 0));
    let panel = Panel::top("toolbar").exact_size(HEIGHT).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let size = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            buttons_ui(ui, session, acts);
        });
    });
    line_below(ui, shown.response.rect, t.line2);
}

/// A verb of the toolbar.
struct Verb<'a> {
    button: Button<'a>,
    command: Command,
    /// Whether a group begins with it.
    begins: bool,
}

/// The verbs, what is least needed last.
fn verbs(session: &Session) -> [Verb<'static>; 9] {
    let bead = session.active_bead();
    let accepted = bead.is_some_and(|bead| bead.link.is_accepted());
    let why = accepted.then_some(t!("this-link-is-accepted-already"));
    let single = bead.is_none_or(|b| b.source.len() < 2 && b.target.segments().len() < 2);
    let one_sentence = single.then_some(t!("toolbar-one-sentence-a-side"));
    let one_sided = bead.is_none_or(|b| b.source.is_empty() || b.target.segments().is_empty());
    let fixed = accepted.then_some(t!("an-accepted-link-stays-where-it"));
    let part = if one_sided {
        (t!("toolbar-link"), Command::Link)
    } else {
        (t!("toolbar-unlink"), Command::Unlink)
    };
    let verb = |button: Button<'static>, command| Verb { button, command, begins: false };
    [
        verb(Button::main(t!("accept")).unless(why), Command::Accept),
        verb(Button::new(t!("toolbar-next-doubtful")), Command::NextDoubtful),
        Verb { begins: true, ..verb(Button::new(t!("toolbar-join")), Command::Join) },
        verb(Button::new(t!("toolbar-split")).unless(one_sentence), Command::Split),
        verb(Button::new(t!("toolbar-move-up")), Command::MoveUp),
        verb(Button::new(t!("toolbar-move-down")), Command::MoveDown),
        verb(Button::new(part.0), part.1),
        verb(Button::new(t!("toolbar-pin")).unless(fixed), Command::Pin),
        Verb {
            begins: true,
            ..verb(Button::new(t!("toolbar-realign-the-rest")), Command::Realign)
        },
    ]
}

/// As many verbs as there is room for; a button leads to the others, which the palette has.
fn buttons_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let verbs = verbs(session);
    let shows_keys = ui.available_width() >= KEYED;
    let texts = verbs.each_ref().map(|verb| keys::text(ui.ctx(), verb.command));
    let sure = session.counts().sure;
    let count = sure.to_string();
    let why = (sure == 0).then_some(t!("toolbar-there-is-no-guessed-link-from"));
    let all = Button::new(t!("toolbar-accept-all-from-090")).count(&count).tight().unless(why);
    let buttons: Vec<(Button<'_>, &Verb<'_>)> = verbs
        .iter()
        .zip(&texts)
        .map(|(verb, key)| {
            let button = verb.button.tight();
            (if shows_keys { button.key(key) } else { button }, verb)
        })
        .collect();
    let width = |(button, verb): &(Button<'_>, &Verb<'_>)| {
        let rule = if verb.begins { RULE_WIDTH + GAP } else { 0.0 };
        button.width_in(ui) + GAP + rule
    };
    let widths: Vec<f32> = buttons.iter().map(width).collect();
    let whole = widths.iter().sum::<f32>() + all.width_in(ui);
    let fits = whole <= ui.available_width();
    let mut room = ui.available_width() - if fits { 0.0 } else { MORE_WIDTH + GAP };
    let mut left_out = Vec::new();
    for ((button, verb), width) in buttons.into_iter().zip(widths) {
        room -= width;
        if room < 0.0 {
            left_out.push(verb.command.name());
            continue;
        }
        if verb.begins {
            rule_ui(ui);
        }
        if ui.add(button).clicked() {
            acts.push(Act::Run(verb.command));
        }
    }
    if fits {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(all).clicked() {
                acts.push(Act::Run(Command::AcceptSure));
            }
        });
    } else {
        left_out.push(Command::AcceptSure.name());
        more_ui(ui, &left_out, acts);
    }
}

/// The button that leads to what there was no room for.
fn more_ui(ui: &mut Ui, left_out: &[&str], acts: &mut Vec<Act>) {
    let response = ui.add(Button::new("…").tight().width(MORE_WIDTH));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, t!("toolbar-more-commands")));
    let key = keys::text(ui.ctx(), Command::Palette);
    let tip = format!("{}:\n{}", t!("toolbar-more-by", key = key), left_out.join("\n"));
    if response.on_hover_text(tip).clicked() {
        acts.push(Act::Run(Command::Palette));
    }
}

/// A short upright line between groups.
fn rule_ui(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(RULE_WIDTH, 20.0), Sense::hover());
    let line = Rect::from_min_size(pos2(rect.center().x.round(), rect.top()), vec2(1.0, 20.0));
    ui.painter().rect_filled(line, 0.0, t.line2);
}
