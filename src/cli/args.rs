//! The words of the command line: a contract that others script against
//! (`docs/cli.md`). Names here do not change; more may be added.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::align::Ingredient;
use crate::memory::Penalty;
use crate::model::Lang;

/// Diptych: a translation-memory workbench for press releases.
#[derive(Debug, Parser)]
#[command(
    name = "diptych",
    version,
    about,
    args_conflicts_with_subcommands = true,
    after_help = "Without a command the window opens, on the file or folder named if there is one."
)]
pub struct Arguments {
    /// What to do; nothing opens the window.
    #[command(subcommand)]
    pub action: Option<Action>,
    /// A project, memory or folder to open in the window.
    pub open: Option<PathBuf>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Run the main job on the bundled sample, and open the window on it.
    Sample(Sample),
    /// Print the sentences of a text.
    Segment(Segment),
    /// Print the blocks of a text with their roles, languages and values.
    Inspect(Inspect),
    /// Align two versions of a text sentence by sentence.
    Align(Align),
    /// Say which files are one release in several languages.
    Pairs(Pairs),
    /// Look the sentences of a text up in translation memories.
    Match(Match),
    /// Count how much of texts and releases translation memories cover.
    #[command(visible_alias = "analyze")]
    Analyse(Analyse),
    /// Fill the open rows of projects from translation memories.
    Pretranslate(Pretranslate),
    /// Make a project of a file that is to be translated.
    Import(Import),
    /// Write a translation: in the file it was made from, as text, or as a page.
    Export(Export),
    /// Look at, fill and convert translation memories.
    Memory(Memory),
    /// Look at projects.
    Project(Project),
    /// Merge a copy of a project into another one, as Git asks for it.
    Merge(Merge),
    /// Hand translations to people without Diptych, and take their corrections back.
    Review(super::review::Review),
    /// Look at, fill and convert termbases, and find terms in a text.
    Terms(Terms),
    /// Check the translations of projects.
    Check(Check),
    /// Measure against gold data.
    Accuracy(Accuracy),
}

/// `diptych sample`.
#[derive(Debug, Args)]
pub struct Sample {
    /// Where the project and the memory are written (default: sample in the data folder).
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Do not open the window.
    #[arg(long)]
    pub no_window: bool,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// The copy that both come from; empty or not there where nobody has it.
    pub base: PathBuf,
    /// Our copy, which becomes the merged one.
    pub ours: PathBuf,
    /// The other copy.
    pub theirs: PathBuf,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych segment`.
#[derive(Debug, Args)]
pub struct Segment {
    /// The text.
    pub file: PathBuf,
    /// Its language (BCP 47); guessed when left out.
    #[arg(long)]
    pub lang: Option<Lang>,
    /// Segment by the rules of this SRX file instead of our own.
    #[arg(long, value_name = "RULES.srx")]
    pub srx: Option<PathBuf>,
    /// The text's encoding (windows-1251, koi8-r, gbk …); found or guessed when left out.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych inspect`.
#[derive(Debug, Args)]
pub struct Inspect {
    /// The text.
    pub file: PathBuf,
    /// Its language (BCP 47); guessed when left out.
    #[arg(long)]
    pub lang: Option<Lang>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// The languages of a pair.
#[derive(Debug, Args, Clone)]
pub struct Pair {
    /// The source language (BCP 47); guessed when left out.
    #[arg(long, value_name = "LANG")]
    pub source: Option<Lang>,
    /// The target language (BCP 47); guessed when left out.
    #[arg(long, value_name = "LANG")]
    pub target: Option<Lang>,
}

/// How a table is to be read.
#[derive(Debug, Args, Clone)]
pub struct Table {
    /// Columns of a table, from 1: 2,3 or source=2,target=3,author=5.
    #[arg(long, value_name = "COLUMNS")]
    pub columns: Option<String>,
    /// What parts its cells: one character, or tab; found out when left out.
    #[arg(long, value_name = "CHARACTER")]
    pub separator: Option<String>,
    /// Its encoding (a WHATWG label); found out when left out.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// The sheet of a workbook; the first one when left out.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

/// `diptych align`.
#[derive(Debug, Args)]
pub struct Align {
    /// The source text, or a folder of texts.
    pub source_file: PathBuf,
    /// The target text or folder; left out where the first file has paragraphs of both
    /// languages in turn, or the first folder has all languages.
    pub target_file: Option<PathBuf>,
    /// The languages.
    #[command(flatten)]
    pub pair: Pair,
    /// The encoding of both texts (windows-1251, koi8-r, gbk …); found or guessed when left out.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// The encoding of the target text, where it is another one.
    #[arg(long, value_name = "NAME")]
    pub target_encoding: Option<String>,
    /// Each line of both texts is one segment and is left as it is.
    #[arg(long)]
    pub segmented: bool,
    /// Save the result as a project; with folders, the folder for the projects.
    #[arg(short, long, value_name = "P.project.ron")]
    pub output: Option<PathBuf>,
    /// Learn words from this memory first; may be given again.
    #[arg(long, value_name = "M")]
    pub memory: Vec<PathBuf>,
    /// Align both texts with this one in a third language, and derive the pair from that.
    #[arg(long, value_name = "TEXT", requires = "target_file")]
    pub via: Option<PathBuf>,
    /// Add the confident beads to this memory, which is made where there is none.
    #[arg(long, value_name = "M")]
    pub add_to: Option<PathBuf>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych pairs`.
#[derive(Debug, Args)]
pub struct Pairs {
    /// The texts.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych match`.
#[derive(Debug, Args)]
pub struct Match {
    /// The text, or the project, whose sentences are looked up.
    #[arg(value_name = "FILE-OR-PROJECT")]
    pub file: PathBuf,
    /// Where.
    #[command(flatten)]
    pub memories: Memories,
    /// The languages.
    #[command(flatten)]
    pub pair: Pair,
    /// The text's encoding (windows-1251, koi8-r, gbk …); found or guessed when left out.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Each line is one sentence and is left as it is.
    #[arg(long)]
    pub segmented: bool,
    /// The least score shown, in per cent.
    #[arg(long, default_value_t = 70, value_parser = per_cent::<1>)]
    pub threshold: u8,
    /// How many matches are shown for each sentence.
    #[arg(long, default_value_t = 5)]
    pub top: usize,
    /// Compare with every unit instead of asking the index.
    #[arg(long)]
    pub exhaustive: bool,
    /// Print how long the look-ups took.
    #[arg(long)]
    pub timing: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// The memories that are looked up in.
#[derive(Debug, Args)]
pub struct Memories {
    /// A memory (Diptych's own, TMX or a table); may be given again. Of equal matches those of
    /// the memory that stands first come first.
    #[arg(long, value_name = "M", required = true)]
    pub memory: Vec<PathBuf>,
    /// Per cent taken off the matches of one of the memories, 1 to 50; may be given again.
    #[arg(long, value_name = "M=POINTS", value_parser = penalty)]
    pub penalty: Vec<(PathBuf, u8)>,
}

impl Memories {
    /// The points that each memory's matches lose, in the order of the memories.
    ///
    /// # Errors
    /// A penalty names none of them; it is given back.
    pub fn points(&self) -> Result<Vec<u8>, &std::path::Path> {
        if let Some((path, _)) = self.penalty.iter().find(|(path, _)| !self.memory.contains(path)) {
            return Err(path);
        }
        let points = |memory: &PathBuf| {
            let last = self.penalty.iter().rev().find(|(path, _)| path == memory);
            last.map_or(0, |(_, points)| *points)
        };
        Ok(self.memory.iter().map(points).collect())
    }
}

/// The score of a match, no lower than this.
fn per_cent<const FROM: u8>(text: &str) -> Result<u8, String> {
    let score = text.parse().ok().filter(|score| (FROM..=101).contains(score));
    score.ok_or_else(|| format!("a score is a number from {FROM} to 101"))
}

/// A memory and the points that its matches lose, as in `house.memory.ron=5`.
fn penalty(text: &str) -> Result<(PathBuf, u8), String> {
    let (memory, points) = text.rsplit_once('=').ok_or("write it as MEMORY=POINTS")?;
    let points =
        points.parse().ok().filter(|points| (1..=Penalty::MOST_MEMORY_POINTS).contains(points));
    let points = points.ok_or_else(|| {
        format!("a penalty is a number from 1 to {}", Penalty::MOST_MEMORY_POINTS)
    })?;
    Ok((PathBuf::from(memory), points))
}

/// `diptych analyse`.
#[derive(Debug, Args)]
pub struct Analyse {
    /// Projects, texts, or folders of them.
    #[arg(required = true, value_name = "FILE-OR-PROJECT-OR-FOLDER")]
    pub paths: Vec<PathBuf>,
    /// Against which.
    #[command(flatten)]
    pub memories: Memories,
    /// The languages.
    #[command(flatten)]
    pub pair: Pair,
    /// What a word of a band weighs, in per cent: 100=10,95-99=30.
    #[arg(long, value_name = "BAND=PERCENT,…")]
    pub weights: Option<String>,
    /// Write the analysis as CSV too.
    #[arg(long, value_name = "OUT.csv")]
    pub csv: Option<PathBuf>,
    /// Write the analysis as a page to print too.
    #[arg(long, value_name = "OUT.html")]
    pub html: Option<PathBuf>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line: one for each release, the last one for all.
    #[arg(long)]
    pub json: bool,
}

/// `diptych pretranslate`.
#[derive(Debug, Args)]
pub struct Pretranslate {
    /// The project.
    #[arg(value_name = "P.project.ron")]
    pub project: PathBuf,
    /// From which.
    #[command(flatten)]
    pub memories: Memories,
    /// The languages; a target names the translation that is filled.
    #[command(flatten)]
    pub pair: Pair,
    /// The least score of a match that is taken, in per cent.
    #[arg(long, default_value_t = 75, value_parser = per_cent::<50>)]
    pub threshold: u8,
    /// Leave matches whose numbers, dates or names had to be put right.
    #[arg(long)]
    pub no_repaired: bool,
    /// Save the result here and leave the project as it is.
    #[arg(short, long, value_name = "OUT.project.ron")]
    pub output: Option<PathBuf>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a translation.
    #[arg(long)]
    pub json: bool,
}

/// `diptych import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The file: HTML, Markdown or plain text.
    pub file: PathBuf,
    /// Its language (BCP 47); guessed when left out.
    #[arg(long, value_name = "LANG")]
    pub source: Option<Lang>,
    /// The language it is to be translated into (BCP 47).
    #[arg(long, value_name = "LANG")]
    pub target: Lang,
    /// The project to write.
    #[arg(short, long, value_name = "P.project.ron")]
    pub output: PathBuf,
    /// The file's encoding (windows-1251, koi8-r, gbk …); found or guessed when left out.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The project.
    #[arg(value_name = "P.project.ron")]
    pub project: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// What is written.
    #[arg(long, value_enum, default_value_t = ExportFormat::Same)]
    pub format: ExportFormat,
    /// What stands in for a row without a translation.
    #[arg(long, value_enum, default_value_t = ExportUntranslated::Source)]
    pub untranslated: ExportUntranslated,
    /// The translation, where there are several (BCP 47).
    #[arg(long, value_name = "LANG")]
    pub target: Option<Lang>,
    /// Write over what is there, and also where a row lacks a code of its source.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// What `diptych export` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    /// The file the project was made from, with the translation in the places of its texts.
    Same,
    /// Plain text.
    Txt,
    /// A page of its own.
    Html,
}

/// What `diptych export` writes for a row without a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportUntranslated {
    /// The source's own text.
    Source,
    /// Nothing.
    Empty,
    /// What stands in the file.
    Keep,
}

/// `diptych memory`.
#[derive(Debug, Args)]
pub struct Memory {
    /// What to do.
    #[command(subcommand)]
    pub action: MemoryAction,
}

/// What can be done with memories.
#[derive(Debug, Subcommand)]
pub enum MemoryAction {
    /// Print what a memory holds.
    Info {
        /// The memory.
        memory: PathBuf,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Read a TMX, CSV, TSV, XLSX or memory file into a memory.
    Import {
        /// The file to read.
        file: PathBuf,
        /// The memory, which is made where there is none.
        #[arg(short, long, value_name = "M")]
        output: PathBuf,
        /// The languages.
        #[command(flatten)]
        pair: Pair,
        /// How a table is to be read.
        #[command(flatten)]
        table: Table,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Write a memory as TMX, CSV, or tab-separated text.
    Export {
        /// The memory.
        memory: PathBuf,
        /// The file to write: .tmx, .csv or .tsv.
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The level of a TMX: 1 for the texts alone, 2 with their inline codes.
        #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
        level: u8,
        /// Write over what is there.
        #[arg(long)]
        force: bool,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Look for words, a phrase or an expression in memories.
    Search(MemorySearch),
    /// Drop what was replaced; withdrawals stay.
    Compact {
        /// The memory.
        memory: PathBuf,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Merge a copy of a memory into another one, as Git asks for it.
    Merge {
        /// The copy that both come from.
        base: PathBuf,
        /// Our copy, which becomes the merged one.
        ours: PathBuf,
        /// The other copy.
        theirs: PathBuf,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Send what a working memory may send to a shared one.
    Send(super::send::Send),
    /// Add one unit to a memory.
    Add {
        /// The memory, which is made where there is none if the languages are given.
        memory: PathBuf,
        /// The source text.
        #[arg(long, value_name = "TEXT")]
        source_text: String,
        /// The target text.
        #[arg(long, value_name = "TEXT")]
        target_text: String,
        /// Who translated it.
        #[arg(long, default_value = "")]
        author: String,
        /// The languages of a memory that is to be made.
        #[command(flatten)]
        pair: Pair,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
}

/// `diptych memory search`.
#[derive(Debug, Args)]
pub struct MemorySearch {
    /// The memories, TMX files or tables.
    #[arg(required = true, value_name = "M")]
    pub memories: Vec<PathBuf>,
    /// What to look for in the sources; may be empty ("") with --target.
    #[arg(required = true)]
    pub query: String,
    /// What to look for in the targets, too.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub target: String,
    /// The words as they follow one another, instead of in any order.
    #[arg(long, conflicts_with = "regex")]
    pub phrase: bool,
    /// A regular expression.
    #[arg(long)]
    pub regex: bool,
    /// Whole words only; a part of a word is enough otherwise.
    #[arg(long)]
    pub whole_word: bool,
    /// Letters with and without accents differ.
    #[arg(long)]
    pub accents: bool,
    /// Capitals and small letters differ.
    #[arg(long)]
    pub case: bool,
    /// How many hits are shown, best first.
    #[arg(long, default_value_t = 100)]
    pub top: usize,
    /// Write the hits that are shown to a table.
    #[arg(long, value_name = "OUT.csv")]
    pub csv: Option<PathBuf>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych project`.
#[derive(Debug, Args)]
pub struct Project {
    /// What to do.
    #[command(subcommand)]
    pub action: ProjectAction,
}

/// What can be done with projects.
#[derive(Debug, Subcommand)]
pub enum ProjectAction {
    /// Print what a project holds.
    Info {
        /// The project, or a folder of projects.
        project: PathBuf,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
}

/// `diptych terms`.
#[derive(Debug, Args)]
pub struct Terms {
    /// What to do with it.
    #[command(subcommand)]
    pub action: TermsAction,
}

/// What can be done with termbases.
#[derive(Debug, Subcommand)]
pub enum TermsAction {
    /// Print what a termbase holds, and what is doubtful in it.
    Info {
        /// The termbase.
        terms: PathBuf,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Take the terms of a table (CSV, TSV, XLSX), a TBX or a termbase into a termbase.
    Import {
        /// The file.
        file: PathBuf,
        /// The termbase; it is made where there is none.
        #[arg(short, long, value_name = "T.terms.ron")]
        output: PathBuf,
        /// The languages of a table without a head row.
        #[command(flatten)]
        pair: Pair,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Write a termbase as CSV or TBX.
    Export {
        /// The termbase.
        terms: PathBuf,
        /// The file: .csv, .tbx or .terms.ron.
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// Write over what is there.
        #[arg(long)]
        force: bool,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Find the terms of termbases in a text.
    Find {
        /// The text.
        file: PathBuf,
        /// A termbase; may be given again.
        #[arg(long, required = true, value_name = "T.terms.ron")]
        terms: Vec<PathBuf>,
        /// The text's language (BCP 47).
        #[arg(long, value_name = "LANG")]
        lang: Lang,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
}

/// `diptych check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Projects, or folders of them.
    #[arg(value_name = "PROJECT-OR-FOLDER", required_unless_present = "list")]
    pub projects: Vec<PathBuf>,
    /// A termbase whose terms are to be used; may be given again.
    #[arg(long, value_name = "T.terms.ron")]
    pub terms: Vec<PathBuf>,
    /// Only this check; may be given again.
    #[arg(long, value_name = "CHECK")]
    pub only: Vec<String>,
    /// Without this check; may be given again.
    #[arg(long, value_name = "CHECK")]
    pub without: Vec<String>,
    /// Print the table of checks.
    #[arg(long)]
    pub list: bool,
    /// Print the facts of both sides, paired by value, instead of findings.
    #[arg(long)]
    pub facts: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych accuracy`.
#[derive(Debug, Args)]
pub struct Accuracy {
    /// What to measure.
    #[command(subcommand)]
    pub action: AccuracyAction,
}

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum AccuracyAction {
    /// Segmentation against sentences marked by hand.
    Segmentation(SegmentationAccuracy),
    /// Alignment against gold beads.
    Alignment {
        /// `.gold` files with their texts beside them, or `.jsonl` files.
        #[arg(required = true)]
        gold: Vec<PathBuf>,
        /// Leave out an ingredient of the aligner, to see what it is worth; may be given again.
        #[arg(long, value_name = "INGREDIENT")]
        without: Vec<Ingredient>,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Checks on good translations, and on the same with errors planted by script.
    Checks(ChecksAccuracy),
    /// Block roles against pages named by hand.
    Roles {
        /// `.jsonl` files; the pages themselves in `raw/` beside them, where they are.
        #[arg(required = true)]
        gold: Vec<PathBuf>,
        /// Only releases whose name begins so; may be given again.
        #[arg(long, value_name = "NAME")]
        only: Vec<String>,
        /// Tell every block that was taken for another kind, on stderr.
        #[arg(long)]
        errors: bool,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// The language of blocks against the language a file's name tells.
    Languages {
        /// Pages named `<name>.<lang>.txt`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Tell every paragraph that was taken for another language, on stderr.
        #[arg(long)]
        errors: bool,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
}

/// `diptych accuracy segmentation`.
#[derive(Debug, Args)]
pub struct SegmentationAccuracy {
    /// JSON files of a language and its texts with their sentences.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Segment by the rules of this SRX file instead of our own.
    #[arg(long, value_name = "RULES.srx")]
    pub srx: Option<PathBuf>,
    /// Print each place that is wrong on stderr, with what stands around it.
    #[arg(long)]
    pub list: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych accuracy checks`.
#[derive(Debug, Args)]
pub struct ChecksAccuracy {
    /// `.jsonl` files of aligned releases, or `.gold` files with their texts beside them.
    #[arg(required = true)]
    pub gold: Vec<PathBuf>,
    /// A termbase whose terms are to be used; may be given again.
    #[arg(long, value_name = "T.terms.ron")]
    pub terms: Vec<PathBuf>,
    /// Only this check; may be given again.
    #[arg(long, value_name = "CHECK")]
    pub only: Vec<String>,
    /// Without this check; may be given again.
    #[arg(long, value_name = "CHECK")]
    pub without: Vec<String>,
    /// Print what is found in the translations as they are, and what was planted and is not
    /// found, on stderr.
    #[arg(long)]
    pub errors: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}
