#include "core/cli/options.h"

#include <algorithm>
#include <array>

namespace dateline::cli {

const Option help_option = {.name = "help", .letter = 'h', .summary = "show this help", .configurable = false};

namespace {

// ---- Options that several commands share ----

constexpr Option plugin_option = {
    .name = "plugin",
    .letter = 'p',
    .kind = Kind::folder,
    .argument = "FOLDER",
    .summary = "load the plugin in FOLDER as well",
    .details = "It comes before one of the same id from anywhere else. May be given more than once. A folder that cannot be loaded is wrong use.",
    .repeatable = true};
constexpr Option lexicon_option = {
    .name = "lexicon",
    .letter = 'l',
    .kind = Kind::file,
    .argument = "FILE",
    .summary = "add a word list of your own",
    .details =
        "Each line holds an entry, a type (person, organization …) and 'always', 'never' or 'hint', with tabs between them. 'never' ends a false "
        "mark. May be given more than once.",
    .repeatable = true};
constexpr Option model_option = {.name = "model",
                                 .kind = Kind::folder,
                                 .argument = "FOLDER",
                                 .summary = "use the learned weights in FOLDER instead of the shipped ones",
                                 .details = "'dateline train --out FOLDER' makes such a folder."};
constexpr Option offset_unit_option = {.name = "offset-unit",
                                       .kind = Kind::word,
                                       .argument = "UNIT",
                                       .words = "code-point|utf-8|utf-16",
                                       .summary = "what start and end count: code-point, utf-8 or utf-16"};
constexpr Option max_bytes_option = {
    .name = "max-bytes",
    .kind = Kind::size,
    .argument = "SIZE",
    .summary = "refuse documents larger than SIZE (8M)",
    .details = "A document over the limit gets a record with the status 'failed'. SIZE is a number of bytes, or one with k, M or G behind it."};
constexpr Option max_mentions_option = {
    .name = "max-mentions", .kind = Kind::number, .argument = "N", .summary = "stop after N mentions in a document (20000)"};
constexpr Option max_nesting_option = {
    .name = "max-nesting", .kind = Kind::number, .argument = "N", .summary = "look no deeper than N documents inside one another (16)"};
constexpr Option config_option = {.name = "config",
                                  .kind = Kind::file,
                                  .argument = "FILE",
                                  .summary = "read this configuration file instead of the usual one",
                                  .configurable = false};
constexpr Option no_config_option = {.name = "no-config", .summary = "read no configuration file", .configurable = false};
constexpr Option quiet_option = {.name = "quiet", .letter = 'q', .summary = "no progress bar, and no messages but errors"};
constexpr Option color_option = {.name = "color",
                                 .kind = Kind::word,
                                 .argument = "WHEN",
                                 .words = "auto|always|never",
                                 .summary = "colours: auto, always or never",
                                 .details = "'auto' has them on a terminal, unless NO_COLOR is set or TERM is 'dumb'."};

// ---- extract ----

constexpr std::array extract_options = {
    Option{
        .name = "format",
        .letter = 'f',
        .kind = Kind::word,
        .argument = "FORMAT",
        .words = "jsonl|json|tsv",
        .summary = "jsonl (a record a line, the default), json or tsv",
        .details =
            "json is one array of all records. tsv has one fact a line, for spreadsheets, below a line with the columns' names: source, id, type, "
            "name, fact, value, start, end, confidence, sentence. A cell that a spreadsheet would take for a formula has an apostrophe before it."},
    Option{.name = "pretty", .letter = 'P', .summary = "indent the records, for people"},
    Option{.name = "jobs",
           .letter = 'j',
           .kind = Kind::number,
           .argument = "N",
           .summary = "work on N documents at a time (as many as there are cores)",
           .details = "The records, and their order, are the same with any N."},
    Option{.name = "isolate",
           .summary = "work in processes of their own, which a plugin may crash",
           .details = "What a plugin does to its process costs its part of that document: the document is done again without it, and the record says "
                      "so. Processes can open no files but "
                      "plugins' own and the system's, these for reading only, and no network, where the kernel has Landlock and seccomp."},
    Option{.name = "max-seconds",
           .kind = Kind::number,
           .argument = "N",
           .summary = "with --isolate: let a document take N seconds (30)",
           .details = "The plugin that is at work then is left out of it."},
    Option{.name = "max-memory",
           .kind = Kind::size,
           .argument = "SIZE",
           .summary = "with --isolate: let a process use SIZE more than it begins with (2G)"},
    Option{.name = "with-text",
           .summary = "put the text that offsets count in into each record",
           .details = "By default it is there for all but plain text."},
    Option{.name = "with-source", .summary = "add to each mention its place in the bytes as they came"},
    offset_unit_option,
    plugin_option,
    lexicon_option,
    model_option,
    max_bytes_option,
    max_mentions_option,
    max_nesting_option,
    config_option,
    no_config_option,
    quiet_option,
    color_option};

constexpr std::array extract_examples = {Example{"dateline extract release.txt", "one record, on one line"},
                                         Example{"dateline extract --pretty release.txt", "the same, indented"},
                                         Example{"dateline extract -j 4 releases/ > records.jsonl", "every file below a folder"},
                                         Example{"curl -s https://example.org/news | dateline extract -", "standard input"},
                                         Example{"dateline extract --format tsv releases/ > facts.tsv", "for a spreadsheet"},
                                         Example{"dateline extract --lexicon our-names.tsv releases/", "with names of your own"}};

// ---- The others ----

constexpr std::array text_options = {plugin_option, max_bytes_option, config_option, no_config_option};
constexpr std::array text_examples = {Example{"dateline text release.txt", "what start and end count in"}};

constexpr std::array explain_options = {
    Option{.name = "at",
           .kind = Kind::text,
           .argument = "OFFSET",
           .summary = "tell about what stands at OFFSET",
           .details = "OFFSET counts as start and end in the record do, or is LINE:COLUMN.",
           .configurable = false},
    Option{.name = "why", .kind = Kind::text, .argument = "NAME", .summary = "tell why NAME was marked, or why not", .configurable = false},
    Option{.name = "html", .summary = "write one self-contained page instead", .configurable = false},
    Option{.name = "json",
           .summary = "write all that was considered as JSON, an object a line; takes many files",
           .configurable = false,
           .hidden = true},
    offset_unit_option,
    plugin_option,
    lexicon_option,
    model_option,
    max_bytes_option,
    max_mentions_option,
    max_nesting_option,
    config_option,
    no_config_option,
    color_option};
constexpr std::array explain_examples = {Example{"dateline explain release.txt", "the text with its marks and the evidence"},
                                         Example{"dateline explain --why \"Peking University\" release.txt", "why a name was marked, or why not"},
                                         Example{"dateline explain --html release.txt > release.html", "a page for the browser"}};

constexpr std::array plugins_options = {Option{.name = "json", .summary = "as JSON, for programs", .configurable = false}, plugin_option,
                                        config_option, no_config_option};
constexpr std::array plugins_examples = {Example{"dateline plugins", "what is there, from where, and why something is left out"},
                                         Example{"dateline plugins check my-plugin/", "try a plugin out"}};

constexpr std::array lexicon_options = {
    Option{.name = "output", .letter = 'o', .kind = Kind::file, .argument = "FILE", .summary = "the file to write", .configurable = false}};
constexpr std::array lexicon_examples = {Example{"dateline lexicon build data/ -o dates.lexicon", "compile a plugin's lists, rules and evidence"}};

constexpr std::array schema_options = {Option{.name = "strict",
                                              .summary = "forbid fields that the schema does not name",
                                              .details = "For tests. Consumers must allow unknown fields: later versions add some.",
                                              .configurable = false},
                                       plugin_option, config_option, no_config_option};
constexpr std::array schema_examples = {Example{"dateline schema > record.schema.json", "the JSON Schema (2020-12) of the records"}};

constexpr std::array eval_options = {
    Option{.name = "misses", .letter = 'm', .summary = "list what is wrong or missed instead, an item a line", .configurable = false},
    Option{.name = "confidence", .summary = "tell instead how often mentions of each confidence are right", .configurable = false},
    Option{.name = "json", .summary = "as JSON, for programs", .configurable = false},
    plugin_option,
    lexicon_option,
    model_option,
    config_option,
    no_config_option};
constexpr std::array eval_examples = {Example{"dateline eval gold/", "how right the records are, by annotated articles"},
                                      Example{"dateline eval --misses gold/ | grep ^role", "which roles are wrong or missed"}};

// ---- train ----

constexpr std::array train_options = {
    Option{.name = "out",
           .letter = 'o',
           .kind = Kind::folder,
           .argument = "FOLDER",
           .summary = "write the weights to FOLDER, as text and compiled",
           .configurable = false},
    Option{.name = "anew", .summary = "begin with no weights at all, instead of on top of those there are", .configurable = false},
    Option{.name = "folds",
           .kind = Kind::number,
           .argument = "N",
           .summary = "measure by training N times, each time on all but one Nth of the articles (5)",
           .configurable = false},
    Option{
        .name = "rounds", .kind = Kind::number, .argument = "N", .summary = "go through the articles N times in training (4)", .configurable = false},
    Option{.name = "records",
           .kind = Kind::file,
           .argument = "FILE",
           .summary = "write the records of the articles to FILE, each by weights that were not trained on it",
           .configurable = false},
    Option{.name = "classes",
           .summary = "instead make classes.tsv, the file after --out, out of the texts in the folders",
           .configurable = false,
           .hidden = true},
    Option{.name = "compile", .summary = "only compile the weights that stand as text in FOLDER", .configurable = false, .hidden = true},
    plugin_option,
    lexicon_option,
    model_option,
    config_option,
    no_config_option};
constexpr std::array train_examples = {
    Example{"dateline train gold/ --out my-weights", "learn from your own annotated articles, on top of what dateline has learned"},
    Example{"dateline extract --model my-weights releases/", "use what was learned"}};

constexpr std::array help_examples = {Example{"dateline help extract", "the same as 'dateline extract --help'"}};
constexpr std::array completion_examples = {
    Example{"dateline completion > ~/.local/share/bash-completion/completions/dateline", "completion for bash"}};
constexpr std::array man_examples = {Example{"dateline man extract | man -l -", "read a page"}};

constexpr std::array all_commands = {
    Command{.name = "extract",
            .operands = "FILE|DIR|- …",
            .summary = "read documents and write what they state as JSON records",
            .description = "Reads press releases and news articles and writes for each one JSON record with its dates, organizations, people and "
                           "bases, each with the "
                           "place in the text that says so. '-' is standard input. A DIR means all regular files below it, in the order of their "
                           "paths; hidden files "
                           "are left out, links are followed once.\n\n"
                           "A document that cannot be read gets a record with the status 'failed' and a message on standard error; the others go on.",
            .options = extract_options,
            .examples = extract_examples,
            .operand = Kind::file},
    Command{.name = "explain",
            .operands = "FILE",
            .summary = "show the text with its marks, and the evidence behind each",
            .description = "Shows in the terminal what was found in a document and why, or why something was not.",
            .options = explain_options,
            .examples = explain_examples,
            .operand = Kind::file},
    Command{.name = "text",
            .operands = "FILE",
            .summary = "print the text that offsets count in",
            .description = "Prints the document's text as its reader made it: start and end in a record count its characters. '-' is standard input.",
            .options = text_options,
            .examples = text_examples,
            .operand = Kind::file},
    Command{
        .name = "plugins",
        .operands = "[check FOLDER [FILE …]]",
        .summary = "list the plugins, or try one out",
        .description =
            "Lists all plugins from their manifests, without loading any: where each was found, what it produces and needs, and why it is hidden or "
            "refused.\n\n'check' loads the plugin in FOLDER, lets it read texts, ordinary and hostile ones and the FILEs, twice and in two threads, "
            "and reports what it "
            "does wrong. It does so in a process of its own, so that a crash is reported too.",
        .options = plugins_options,
        .examples = plugins_examples,
        .operand = Kind::folder,
        .subcommands = "check"},
    Command{.name = "lexicon",
            .operands = "build FOLDER -o FILE",
            .summary = "compile word lists and rules",
            .description = "Compiles a plugin's data folder (lists, rules, evidence) into the one file that is mapped into memory at run time.",
            .options = lexicon_options,
            .examples = lexicon_examples,
            .operand = Kind::folder,
            .subcommands = "build"},
    Command{.name = "schema",
            .operands = "",
            .summary = "print the JSON Schema of the records",
            .description = "Prints the JSON Schema (2020-12) of the records, put together from the manifests of the plugins that are there.",
            .options = schema_options,
            .examples = schema_examples},
    Command{.name = "eval",
            .operands = "GOLD_DIR",
            .summary = "measure precision, recall and F1 against annotated articles",
            .description = "Extracts from the annotated articles in GOLD_DIR and compares what was found with what is marked there.",
            .options = eval_options,
            .examples = eval_examples,
            .operand = Kind::folder},
    Command{
        .name = "train",
        .operands = "GOLD_DIR …",
        .summary = "learn weights from annotated articles",
        .description =
            "Learns from the annotated articles in GOLD_DIR what speaks for and against names of organizations, people and bases, on top of the "
            "weights "
            "that are there, and writes the new weights to a folder for --model. Prints how right the weights were before, and how right those that "
            "were trained on the other articles are on each.\n\n"
            "Annotate 20 articles or more: with fewer the figures say little.",
        .options = train_options,
        .examples = train_examples,
        .operand = Kind::folder},
    Command{.name = "help",
            .operands = "[COMMAND]",
            .summary = "show help for a command",
            .description = "Shows how a command is used.",
            .options = {},
            .examples = help_examples,
            .operand = Kind::command},
    Command{.name = "version", .operands = "", .summary = "print the version", .description = "Prints the version.", .options = {}, .examples = {}},
    Command{.name = "man",
            .operands = "[COMMAND]",
            .summary = "print a manual page",
            .description = "Prints the manual page of a command, or of dateline, as troff.",
            .options = {},
            .examples = man_examples,
            .operand = Kind::command,
            .hidden = true},
    Command{.name = "completion",
            .operands = "",
            .summary = "print the completion for bash",
            .description = "Prints the completion script for bash.",
            .options = {},
            .examples = completion_examples,
            .hidden = true},
};

}  // namespace

std::span<const Command> commands() { return all_commands; }

const Command* find_command(std::string_view name) {
    const auto found = std::find_if(all_commands.begin(), all_commands.end(), [&](const Command& command) { return command.name == name; });
    return found == all_commands.end() ? nullptr : &*found;
}

const Option* find_option(const Command& command, std::string_view name) {
    if (name == help_option.name) {
        return &help_option;
    }
    const auto found = std::find_if(command.options.begin(), command.options.end(), [&](const Option& option) { return option.name == name; });
    return found == command.options.end() ? nullptr : &*found;
}

}  // namespace dateline::cli
