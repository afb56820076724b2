//! Painted shapes: states, signs, things.
//!
//! No shape is a letter of a font: a font that lacks one would show a box, and no
//! two fonts agree on their weight. Each is a function of a painter, a rectangle
//! and a colour; [`Icon`] names them as values, with the size, the usual colour and
//! the word each is read aloud as.
//!
//! | shapes | file |
//! |---|---|
//! | open, draft, translated, approved, rejected, source changed, warning, error, left out, tick | [`state`] |
//! | clock, lock, note, pin, find, plus, minus, close, arrows, chevrons | [`sign`] |
//! | documents, folder, logo | [`thing`] |

mod pen;
mod sign;
mod state;
mod thing;

use egui::{Color32, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::theme::{Tokens, tokens};
use crate::texts::t;

pub use sign::{
    Way, arrow, chevron_down, chevron_right, clock, close, find, key_arrow, lock, minus, note, pin,
    plus,
};
pub use state::{
    approved, draft, error, left_out, open, rejected, source_changed, tick, translated, warning,
};
pub use thing::{
    FULL_LEAF, LEAF_LINE, LOGO_BOX, Leaf, OPEN_LEAF, document, folder, logo, two_documents,
};

/// A shape as a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Nothing is written yet.
    Open,
    /// Begun.
    Draft,
    /// Done by the translator.
    Translated,
    /// Done by the reviewer.
    Approved,
    /// Sent back, or a forbidden term.
    Rejected,
    /// The source is no longer what was translated.
    SourceChanged,
    /// Something to look at.
    Warning,
    /// Something wrong.
    Error,
    /// Left out on purpose.
    LeftOut,
    /// Done, paired, used.
    Tick,
    /// Not to be changed.
    Lock,
    /// A comment.
    Note,
    /// A link held in its place.
    Pin,
    /// Search.
    Find,
    /// More, added.
    Plus,
    /// Less, nothing either way.
    Minus,
    /// Close.
    Close,
    /// On to.
    Arrow,
    /// Opens.
    ChevronRight,
    /// Is open, or opens a list.
    ChevronDown,
    /// One text.
    Document,
    /// Two texts.
    TwoDocuments,
    /// A folder.
    Folder,
    /// The logo.
    Logo,
}

impl Icon {
    /// All of them, for the legend and the tests.
    pub const ALL: [Self; 24] = [
        Self::Open,
        Self::Draft,
        Self::Translated,
        Self::Approved,
        Self::Rejected,
        Self::SourceChanged,
        Self::Warning,
        Self::Error,
        Self::LeftOut,
        Self::Tick,
        Self::Lock,
        Self::Note,
        Self::Pin,
        Self::Find,
        Self::Plus,
        Self::Minus,
        Self::Close,
        Self::Arrow,
        Self::ChevronRight,
        Self::ChevronDown,
        Self::Document,
        Self::TwoDocuments,
        Self::Folder,
        Self::Logo,
    ];

    /// The size it was drawn for, in points.
    #[must_use]
    pub const fn size(self) -> Vec2 {
        match self {
            Self::Arrow => sign::ARROW_BOX,
            Self::ChevronRight | Self::ChevronDown => sign::CHEVRON_BOX,
            Self::Document | Self::TwoDocuments => thing::DOCUMENT_BOX,
            Self::Folder => thing::FOLDER_BOX,
            Self::Logo => LOGO_BOX,
            _ => state::BOX,
        }
    }

    /// The word it is read aloud as.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => t!("shapes-open"),
            Self::Draft => t!("shapes-draft"),
            Self::Translated => t!("shapes-translated"),
            Self::Approved => t!("shapes-approved"),
            Self::Rejected => t!("shapes-rejected"),
            Self::SourceChanged => t!("shapes-source-changed"),
            Self::Warning => t!("shapes-warning"),
            Self::Error => t!("shapes-error"),
            Self::LeftOut => t!("shapes-left-out"),
            Self::Tick => t!("shapes-done"),
            Self::Lock => t!("shapes-locked"),
            Self::Note => t!("shapes-comment"),
            Self::Pin => t!("shapes-pinned"),
            Self::Find => t!("find"),
            Self::Plus => t!("shapes-added"),
            Self::Minus => t!("shapes-none"),
            Self::Close => t!("close"),
            Self::Arrow => t!("shapes-to"),
            Self::ChevronRight => t!("shapes-closed"),
            Self::ChevronDown => t!("shapes-opened"),
            Self::Document => t!("shapes-document"),
            Self::TwoDocuments => t!("shapes-two-documents"),
            Self::Folder => t!("shapes-folder"),
            Self::Logo => "Diptych",
        }
    }

    /// The colour it has unless the place it stands in says otherwise.
    #[must_use]
    pub const fn color(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Open | Self::LeftOut => tokens.shape,
            Self::Approved | Self::Tick => tokens.green,
            Self::Rejected | Self::Error => tokens.red,
            Self::SourceChanged | Self::Warning => tokens.amber,
            Self::Draft | Self::Translated | Self::Note | Self::Pin | Self::Folder => tokens.ink2,
            Self::Document | Self::TwoDocuments | Self::Logo => tokens.accent,
            _ => tokens.ink3,
        }
    }

    /// Paints it into a rectangle.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let paint = match self {
            Self::Open => open,
            Self::Draft => draft,
            Self::Translated => translated,
            Self::Approved => approved,
            Self::Rejected => rejected,
            Self::SourceChanged => source_changed,
            Self::Warning => warning,
            Self::Error => error,
            Self::LeftOut => left_out,
            Self::Tick => tick,
            Self::Lock => lock,
            Self::Note => note,
            Self::Pin => pin,
            Self::Find => find,
            Self::Plus => plus,
            Self::Minus => minus,
            Self::Close => close,
            Self::Arrow => arrow,
            Self::ChevronRight => chevron_right,
            Self::ChevronDown => chevron_down,
            Self::Document => document,
            Self::TwoDocuments => two_documents,
            Self::Folder => folder,
            Self::Logo => logo,
        };
        paint(painter, rect, color);
    }

    /// Paints it at its own size round a place, in its usual colour.
    pub fn paint_at(self, painter: &Painter, center: Pos2) {
        let color = self.color(tokens(painter.ctx()));
        self.paint(painter, Rect::from_center_size(center, self.size()), color);
    }

    /// A widget of its own: painted in its usual colour, and named.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.name()));
        if ui.is_rect_visible(rect) {
            self.paint(ui.painter(), rect, self.color(tokens(ui)));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{context, frame};

    /// Every shape stays inside its box, but for the points of sharp corners.
    #[test]
    fn shapes_stay_in_their_boxes() {
        let ctx = context();
        for icon in Icon::ALL {
            let mut bounds = Rect::NOTHING;
            frame(&ctx, |ui| {
                let rect = Rect::from_min_size(Pos2::new(100.0, 100.0), icon.size());
                icon.paint(ui.painter(), rect, Color32::WHITE);
                ui.painter().for_each_shape(|clipped| {
                    bounds = bounds.union(clipped.shape.visual_bounding_rect());
                });
                let room = rect.expand(1.0);
                assert!(room.contains_rect(bounds), "{icon:?}: {bounds:?} in {rect:?}");
            });
        }
    }

    #[test]
    fn a_slice_of_more_than_half_a_turn_is_painted_in_convex_pieces() {
        let ctx = context();
        for (left, pieces) in [(0.0, 0), (0.25, 1), (0.62, 3), (0.99, 3), (1.0, 0)] {
            let mut found = 0;
            frame(&ctx, |ui| {
                found = 0;
                let rect = Rect::from_min_size(Pos2::new(100.0, 100.0), sign::CLOCK_BOX);
                clock(ui.painter(), rect, Color32::WHITE, left);
                ui.painter().for_each_shape(|clipped| {
                    found += usize::from(matches!(clipped.shape, egui::Shape::Path(_)));
                });
            });
            assert_eq!(found, pieces, "{left}");
        }
    }
}
