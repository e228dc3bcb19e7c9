#include "core/cli/options.h"

#include <algorithm>
#include <array>

namespace dateline::cli {

const Option help_option = {.name = "help", .letter = 'h', .summary = "show this help", .configurable = false};

namespace {

// ---- Options that several commands share ----

constexpr Option plugin_option = {
    .name = "plugin", .letter = 'p', .kind = Kind::folder, .argument = "FOLDER",
    .summary = "load the plugin in FOLDER as well",
    .details = "It comes before one of the same id from anywhere else. May be given more than once. A folder that cannot be loaded is wrong use.",
    .repeatable = true};
constexpr Option set_option = {
    .name = "set", .kind = Kind::text, .argument = "SETTING",
    .summary = "set something for a plugin: PLUGIN.NAME=VALUE",
    .details = "'dateline plugins' lists the settings that plugins have. May be given more than once.",
    .repeatable = true};
constexpr Option lexicon_option = {
    .name = "lexicon", .letter = 'l', .kind = Kind::file, .argument = "FILE",
    .summary = "add a word list of your own",
    .details = "Each line holds an entry, a type (person, organization …) and 'always', 'never' or 'hint', with tabs between them. 'never' ends a false "
               "mark. May be given more than once.",
    .repeatable = true};
constexpr Option model_option = {
    .name = "model", .kind = Kind::folder, .argument = "FOLDER",
    .summary = "use the learned weights in FOLDER instead of the shipped ones",
    .details = "'dateline train --out FOLDER' makes such a folder."};
constexpr Option offset_unit_option = {
    .name = "offset-unit", .kind = Kind::word, .argument = "UNIT", .words = "code-point|utf-8|utf-16",
    .summary = "what start and end count: code-point, utf-8 or utf-16"};
constexpr Option max_bytes_option = {
    .name = "max-bytes", .kind = Kind::size, .argument = "SIZE",
    .summary = "refuse documents larger than SIZE (8M)",
    .details = "A document over the limit gets a record with the status 'failed'. SIZE is a number of bytes, or one with k, M or G behind it."};
constexpr Option max_mentions_option = {
    .name = "max-mentions", .kind = Kind::number, .argument = "N", .summary = "stop after N mentions in a document (20000)"};
constexpr Option max_nesting_option = {
    .name = "max-nesting", .kind = Kind::number, .argument = "N", .summary = "read documents inside documents N deep (16)"};
constexpr Option isolate_option = {
    .name = "isolate", .summary = "work in processes of their own, which a plugin may crash",
    .details = "What a plugin does to its process costs its part of that document: the document is done again without it, and the record says so. Processes can open no files but "
               "plugins' own and the system's, these for reading only, and no network, where the kernel has Landlock and seccomp."};
constexpr Option max_seconds_option = {
    .name = "max-seconds", .kind = Kind::number, .argument = "N", .summary = "with --isolate: let a document take N seconds (30)",
    .details = "The plugin that is at work then is left out of it.", .needs = "isolate"};
constexpr Option max_memory_option = {
    .name = "max-memory", .kind = Kind::size, .argument = "SIZE", .summary = "with --isolate: let a process use SIZE more than it begins with (2G)", .needs = "isolate"};
constexpr Option config_option = {
    .name = "config", .kind = Kind::file, .argument = "FILE", .summary = "read this configuration file instead of the usual one",
    .configurable = false};
constexpr Option no_config_option = {.name = "no-config", .summary = "read no configuration file", .configurable = false};
constexpr Option quiet_option = {.name = "quiet", .letter = 'q', .summary = "no progress bar, and no messages but errors"};
constexpr Option color_option = {
    .name = "color", .kind = Kind::word, .argument = "WHEN", .words = "auto|always|never",
    .summary = "colours: auto, always or never",
    .details = "'auto' has them on a terminal, unless NO_COLOR is set or TERM is 'dumb'."};

constexpr Option jobs_option = {
    .name = "jobs", .letter = 'j', .kind = Kind::number, .argument = "N",
    .summary = "work on N documents at a time (as many as there are cores)",
    .details = "The records, and their order, are the same with any N."};
constexpr Option with_source_option = {.name = "with-source", .summary = "add to each mention its bytes, page or part in the source"};
constexpr Option store_option = {
    .name = "store", .letter = 's', .kind = Kind::file, .argument = "FILE",
    .summary = "the store (dateline.db in the working folder)",
    .details = "One SQLite file; docs/STORE.md describes its tables."};

// ---- extract ----

constexpr std::array extract_options = {
    Option{.name = "format", .letter = 'f', .kind = Kind::word, .argument = "FORMAT", .words = "jsonl|json|tsv",
           .summary = "jsonl (a record a line, the default), json or tsv",
           .details = "json is one array of all records. tsv has one fact a line, for spreadsheets, below a line with the columns' names: source, id, type, "
                      "name, fact, value, start, end, confidence, sentence. A cell that a spreadsheet would take for a formula has an apostrophe before it."},
    Option{.name = "from", .kind = Kind::word, .argument = "FORMAT", .words = "files|jsonl",
           .summary = "files (the default), or jsonl: documents as lines of JSON on standard input",
           .details = "A line is {\"id\": …, \"text\" | \"html\" | \"base64\" | \"path\": …}, and may have a \"media_type\"; \"text\" is plain text whatever it looks "
                      "like, unless that says otherwise. Each is answered by one record, whose document.input_id is the id; also one that holds no document, with the "
                      "diagnostic 'input.broken'. Nothing that is done is held back while dateline waits for more.",
           .configurable = false},
    Option{.name = "unordered", .summary = "write each record as soon as it is done, in any order", .configurable = false},
    Option{.name = "pretty", .letter = 'P', .summary = "indent the records, for people"},
    jobs_option,
    isolate_option, max_seconds_option, max_memory_option,
    Option{.name = "with-text", .summary = "put the text that offsets count in into each record",
           .details = "By default it is there for all but plain text."},
    with_source_option, offset_unit_option, plugin_option, set_option, lexicon_option, model_option, max_bytes_option, max_mentions_option, max_nesting_option,
    config_option, no_config_option, quiet_option, color_option};

constexpr std::array extract_examples = {
    Example{"dateline extract release.txt", "one record, on one line"},
    Example{"dateline extract --pretty release.txt", "the same, indented"},
    Example{"dateline extract -j 4 releases/ > records.jsonl", "every file below a folder"},
    Example{"curl -s https://example.org/news | dateline extract -", "standard input"},
    Example{"dateline extract --format tsv releases/ > facts.tsv", "for a spreadsheet"},
    Example{"dateline extract --from jsonl < documents.jsonl", "documents that another program pipes in"},
    Example{"dateline extract --lexicon our-names.tsv releases/", "with names of your own"}};

// ---- The store: ingest, export, diff ----

constexpr std::array ingest_options = {
    store_option,
    Option{.name = "watch", .letter = 'w', .summary = "go on as files arrive, until Ctrl-C or SIGTERM",
           .details = "Takes folders only. A file is read when whoever writes it has closed it, or when it is moved there.", .configurable = false, .excludes = "status"},
    Option{.name = "retry", .letter = 'r', .summary = "try again what failed",
           .details = "Without a FILE or DIR, all in the store that failed; with one, what failed there, beside what is new. A document whose file is gone is "
                      "tried from the bytes that the store has kept.",
           .configurable = false, .excludes = "status"},
    Option{.name = "partial", .summary = "with --retry: also what is partial, because of a crash or a limit for example",
           .details = "What is complete then is a further version. Only failed documents' bytes are kept: these need their files.", .configurable = false,
           .needs = "retry"},
    Option{.name = "status", .summary = "only tell what the store holds, and what failed and why", .configurable = false},
    Option{.name = "in-process", .summary = "work in this process instead of in processes of their own",
           .details = "Then a plugin that crashes ends the run. Otherwise it costs its part of that document: the document is done again without it, and the record says so; and "
                      "processes can open no files but plugins' own and the system's, these for reading only, and no network, where the kernel has Landlock and seccomp."},
    Option{.name = "isolate", .summary = "what is done anyway", .hidden = true},
    Option{.name = "max-seconds", .kind = Kind::number, .argument = "N", .summary = "let a document take N seconds (30)",
           .details = max_seconds_option.details, .excludes = "in-process"},
    Option{.name = "max-memory", .kind = Kind::size, .argument = "SIZE", .summary = "let a process use SIZE more than it begins with (2G)",
           .excludes = "in-process"},
    Option{.name = "json", .summary = "with --status: as JSON, for programs", .configurable = false, .needs = "status"},
    Option{.name = "log", .kind = Kind::word, .argument = "FORMAT", .words = "text|jsonl",
           .summary = "what is said on standard error: text, or jsonl",
           .details = "jsonl has an object a line: one for each document when the store has it for good, and a summary at the end."},
    jobs_option, with_source_option, offset_unit_option, plugin_option, set_option, lexicon_option, model_option, max_bytes_option, max_mentions_option,
    max_nesting_option, config_option, no_config_option, quiet_option, color_option};
constexpr std::array ingest_examples = {
    Example{"dateline ingest releases/", "what is new below a folder, into dateline.db"},
    Example{"dateline ingest --watch --store /var/lib/releases.db inbox/", "files as they arrive"},
    Example{"dateline ingest --status", "how many there are, and what failed"},
    Example{"dateline ingest --retry", "try that again"},
    Example{"curl -s https://example.org/news | dateline ingest -", "standard input"}};

constexpr std::array export_options = {
    store_option,
    Option{.name = "after", .letter = 'a', .kind = Kind::text, .argument = "CURSOR",
           .summary = "only what came after the record with this store.cursor",
           .details = "Keep the cursor of the last record that you have taken, and give it the next time: you miss none and see none twice. 0 is the beginning.",
           .configurable = false},
    Option{.name = "status", .kind = Kind::word, .argument = "STATUS", .words = "complete|partial|failed|copy",
           .summary = "only those with this status: complete, partial, failed or copy",
           .details = "May be given more than once. By default all but copies: documents whose bytes stand under another name.", .repeatable = true,
           .configurable = false},
    Option{.name = "type", .kind = Kind::text, .argument = "TYPE", .summary = "only documents in which something of this type was found: person, base …",
           .configurable = false},
    Option{.name = "query", .kind = Kind::text, .argument = "WORDS",
           .summary = "only documents whose text has these words",
           .details = "An expression of SQLite's FTS5: words, \"a phrase\", AND, OR, NOT, pre*.", .configurable = false},
    Option{.name = "since", .kind = Kind::text, .argument = "TIME", .summary = "only what was taken in at TIME or later",
           .details = "UTC: 2024-04-01, 2024-04-01T12:30 or 2024-04-01T12:30:00.", .configurable = false},
    Option{.name = "until", .kind = Kind::text, .argument = "TIME", .summary = "only what was taken in before TIME", .configurable = false},
    Option{.name = "limit", .letter = 'n', .kind = Kind::number, .argument = "N", .summary = "no more than N records", .configurable = false},
    config_option, no_config_option};
constexpr std::array export_examples = {
    Example{"dateline export > records.jsonl", "all records of the store"},
    Example{"dateline export --after 1234", "those that came since"},
    Example{"dateline export --type base --query 'harbour OR port'", "those with a base whose text has one of two words"}};

constexpr std::array diff_options = {
    store_option,
    Option{.name = "format", .letter = 'f', .kind = Kind::word, .argument = "FORMAT", .words = "text|jsonl", .summary = "text for people (the default), or jsonl",
           .configurable = false},
    config_option, no_config_option};
constexpr std::array diff_examples = {
    Example{"dateline diff releases/april.txt@1 releases/april.txt", "what the newest version states otherwise than the first"}};

// ---- The others ----

constexpr std::array text_options = {plugin_option, set_option, max_bytes_option, config_option, no_config_option};
constexpr std::array text_examples = {Example{"dateline text release.txt", "what start and end count in"},
                                     Example{"dateline text 'inbox.zip!/april.docx'", "of a document inside another, as its record names it"}};

constexpr std::array explain_options = {
    Option{.name = "at", .kind = Kind::text, .argument = "OFFSET", .summary = "tell about what stands at OFFSET",
           .details = "OFFSET counts as start and end in the record do, or is LINE:COLUMN.", .configurable = false},
    Option{.name = "why", .kind = Kind::text, .argument = "NAME", .summary = "tell why NAME was marked, or why not", .configurable = false},
    Option{.name = "watch", .letter = 'w', .summary = "draw again whenever FILE or a file of a plugin changes, until Ctrl-C",
           .details = "Of a plugin that --plugin names: its manifest, what it is built of, and its data folder. What is wrong with a rule is told in place of the marks.",
           .configurable = false},
    Option{.name = "html", .summary = "write one self-contained page instead", .configurable = false},
    Option{.name = "profile", .summary = "tell where the time goes, by plugin and stage", .configurable = false},
    Option{.name = "json", .summary = "write all that was considered as JSON, an object a line; takes many files", .configurable = false, .hidden = true},
    offset_unit_option, plugin_option, set_option, lexicon_option, model_option, max_bytes_option, max_mentions_option, max_nesting_option, config_option, no_config_option, color_option};
constexpr std::array explain_examples = {
    Example{"dateline explain release.txt", "the text with its marks and the evidence"},
    Example{"dateline explain 'inbox.zip!/april.docx'", "of a document inside another, as its record names it"},
    Example{"dateline explain --why \"Peking University\" release.txt", "why a name was marked, or why not"},
    Example{"dateline explain --watch --plugin my-rules/ release.txt", "the effect of rules while you write them"},
    Example{"dateline explain --html release.txt > release.html", "a page for the browser"},
    Example{"dateline explain --profile --plugin build/money release.txt", "what your plugin costs"}};

constexpr std::array plugins_options = {
    Option{.name = "type", .kind = Kind::text, .argument = "TYPE", .summary = "what the new plugin finds: ticket, award …", .configurable = false},
    Option{.name = "language", .kind = Kind::word, .argument = "LANGUAGE", .words = "c|c++|python|rules", .summary = "what the new plugin is written in: c, c++, python, or rules (the default)",
           .configurable = false},
    Option{.name = "folder", .kind = Kind::folder, .argument = "PARENT", .summary = "write the new plugin's folder into PARENT", .configurable = false},
    Option{.name = "json", .summary = "as JSON, for programs", .configurable = false},
    Option{.name = "list", .summary = "with check: list the tests, and what the interface asks for", .configurable = false},
    Option{.name = "only", .kind = Kind::text, .argument = "NAME", .summary = "with check: run this test, and those that it hangs on",
           .details = "May be given more than once.", .repeatable = true, .configurable = false},
    Option{.name = "asan", .summary = "with check: run with AddressSanitizer's runtime",
           .details = "It finds what is used after it was freed, freed twice or leaked; and in a plugin that is built with -fsanitize=address, which needs it, what is used "
                      "beyond its end.",
           .configurable = false},
    Option{.name = "valgrind", .summary = "with check: run under valgrind, which takes minutes", .configurable = false},
    Option{.name = "jobs", .letter = 'j', .kind = Kind::number, .argument = "N", .summary = "with check: run N tests at a time (as many as there are cores)",
           .configurable = false},
    plugin_option, config_option, no_config_option, color_option};
constexpr std::array plugins_examples = {
    Example{"dateline plugins", "what is there, from where, and why something is left out"},
    Example{"dateline plugins new tickets --type ticket --language c++", "begin a plugin"},
    Example{"dateline plugins test tickets/", "run its examples"},
    Example{"dateline plugins check my-plugin/", "try a plugin out"},
    Example{"dateline plugins check --only same-answer-twice my-plugin/", "one test of it again"}};

constexpr std::array lexicon_options = {
    Option{.name = "output", .letter = 'o', .kind = Kind::file, .argument = "FILE", .summary = "the file to write", .configurable = false}};
constexpr std::array lexicon_examples = {
    Example{"dateline lexicon build data/ -o dates.lexicon", "compile a plugin's lists, rules and evidence"}};

constexpr std::array schema_options = {
    Option{.name = "strict", .summary = "forbid fields that the schema does not name",
           .details = "For tests. Consumers must allow unknown fields: later versions add some.", .configurable = false},
    plugin_option, config_option, no_config_option};
constexpr std::array schema_examples = {Example{"dateline schema > record.schema.json", "the JSON Schema (2020-12) of the records"}};

constexpr std::array eval_options = {
    Option{.name = "misses", .letter = 'm', .summary = "list what is wrong or missed instead, an item a line", .configurable = false},
    Option{.name = "confidence", .summary = "tell instead how often mentions of each confidence are right", .configurable = false},
    Option{.name = "json", .summary = "as JSON, for programs", .configurable = false}, plugin_option, set_option, lexicon_option, model_option, config_option, no_config_option};
constexpr std::array eval_examples = {
    Example{"dateline eval gold/", "how right the records are, by annotated articles"},
    Example{"dateline eval --misses gold/ | grep ^role", "which roles are wrong or missed"}};

// ---- train ----

constexpr std::array train_options = {
    Option{.name = "out", .letter = 'o', .kind = Kind::folder, .argument = "FOLDER", .summary = "write the weights to FOLDER, as text and compiled", .configurable = false},
    Option{.name = "anew", .summary = "begin with no weights at all, instead of on top of those there are", .configurable = false},
    Option{.name = "folds", .kind = Kind::number, .argument = "N", .summary = "measure by training N times, each time on all but one Nth of the articles (5)", .configurable = false},
    Option{.name = "rounds", .kind = Kind::number, .argument = "N", .summary = "go through the articles N times in training (8)", .configurable = false},
    Option{.name = "more", .kind = Kind::folder, .argument = "GOLD_DIR", .summary = "learn from the articles in GOLD_DIR too, but measure nothing on them; one of them without any fact "
           "line teaches names alone", .configurable = false},
    Option{.name = "records", .kind = Kind::file, .argument = "FILE", .summary = "write the records of the articles to FILE, each by weights that were not trained on it", .configurable = false},
    Option{.name = "classes", .summary = "instead make classes.tsv, the file after --out, out of the texts in the folders", .configurable = false, .hidden = true},
    Option{.name = "compile", .summary = "only compile the weights that stand as text in FOLDER", .configurable = false, .hidden = true},
    plugin_option, set_option, lexicon_option, model_option, config_option, no_config_option};
constexpr std::array train_examples = {
    Example{"dateline train gold/ --out my-weights", "learn from your own annotated articles, on top of what dateline has learned"},
    Example{"dateline extract --model my-weights releases/", "use what was learned"}};

constexpr std::array help_examples = {Example{"dateline help extract", "the same as 'dateline extract --help'"}};
constexpr std::array completion_examples = {
    Example{"dateline completion > ~/.local/share/bash-completion/completions/dateline", "completion for bash"}};
constexpr std::array man_examples = {Example{"dateline man extract | man -l -", "read a page"}};

constexpr std::array all_commands = {
    Command{.name = "extract", .operands = "FILE|DIR|- …", .summary = "read documents and write what they state as JSON records",
            .description =
                "Reads press releases and news articles and writes for each one JSON record with its dates, organizations, people and bases, each with the "
                "place in the text that says so. '-' is standard input. A DIR means all regular files below it, in the order of their paths; hidden files "
                "are left out, links are followed once.\n\n"
                "A document that cannot be read gets a record with the status 'failed' and a message on standard error; the others go on.",
            .options = extract_options, .examples = extract_examples, .operand = Kind::file},
    Command{.name = "ingest", .operands = "FILE|DIR|- …", .summary = "take documents into a store: what is new, nothing twice, nothing lost",
            .description =
                "Reads what is new below folders, or the files that are named, or standard input ('-'), and writes its record, mentions and facts into a store, one "
                "SQLite file. A DIR means all regular files below it; hidden files, FIFOs, sockets and devices are left out, links are followed once. Files and "
                "folders are only read; the store must not lie in or beside them. A second run does what has changed since: the same bytes under another name become a copy, a changed document a further "
                "version beside the old one. However a run ends, each document is in the store whole or not at all, and the next run does the rest.\n\n"
                "What fails is kept in the store with its cause; --status lists it, --retry tries it again. The exit status is 1 as long as a document that was "
                "given is among what failed.",
            .options = ingest_options, .examples = ingest_examples, .operand = Kind::file},
    Command{.name = "export", .operands = "", .summary = "write the records of a store as JSON lines",
            .description =
                "Writes the records of a store, one a line, in the order in which they came in, each as 'extract' writes it and with one more field, 'store': its "
                "cursor, name, version, status, attempts, time, and of what it is a copy. What was tried again after it failed comes again, with a new cursor.",
            .options = export_options, .examples = export_examples},
    Command{.name = "diff", .operands = "A B", .summary = "show what two versions of a document in a store state otherwise",
            .description =
                "Compares what two documents in a store state, wherever in the text it stands: '-' before what only A has, '+' before what only B has. A and B are "
                "names of files, @2 behind a name is its second version; without it, the newest.",
            .options = diff_options, .examples = diff_examples, .operand = Kind::file},
    Command{.name = "explain", .operands = "FILE", .summary = "show the text with its marks, and the evidence behind each",
            .description = "Shows in the terminal what was found in a document and why, or why something was not.",
            .options = explain_options, .examples = explain_examples, .operand = Kind::file},
    Command{.name = "text", .operands = "FILE", .summary = "print the text that offsets count in",
            .description = "Prints the document's text as its reader made it: start and end in a record count its characters. '-' is standard input.",
            .options = text_options, .examples = text_examples, .operand = Kind::file},
    Command{.name = "plugins", .operands = "[new NAME | test FOLDER | check FOLDER [FILE …]]", .summary = "list the plugins, begin one, or try one out",
            .description =
                "Lists all plugins from their manifests, without loading any: where each was found, what it produces and needs, and why it is hidden or "
                "refused.\n\n'new' writes the folder NAME with a plugin that builds, finds something and has examples, to be changed into what it shall be.\n\n'test' reads the examples in "
                "FOLDER/tests, texts with what the plugin is to find in them, and shows what it finds otherwise. FOLDER is the plugin's source; when it has been built elsewhere "
                "than in FOLDER or FOLDER/build, --plugin names the place.\n\n'check' holds the plugin in FOLDER against the interface, in named tests, each in a process of its own: ordinary and hostile texts, the "
                "plugin's own in FOLDER/tests and the FILEs, the same answer each time and in threads, memory, time, and what belongs to the host. It prints what each test "
                "found, and exits with 1 when something is wrong.",
            .options = plugins_options, .examples = plugins_examples, .operand = Kind::folder, .subcommands = "new|test|check"},
    Command{.name = "lexicon", .operands = "build FOLDER -o FILE", .summary = "compile word lists and rules",
            .description = "Compiles a plugin's data folder (lists, rules, evidence) into the one file that is mapped into memory at run time.",
            .options = lexicon_options, .examples = lexicon_examples, .operand = Kind::folder, .subcommands = "build"},
    Command{.name = "schema", .operands = "", .summary = "print the JSON Schema of the records",
            .description = "Prints the JSON Schema (2020-12) of the records, put together from the manifests of the plugins that are there.",
            .options = schema_options, .examples = schema_examples},
    Command{.name = "eval", .operands = "GOLD_DIR", .summary = "measure precision, recall and F1 against annotated articles",
            .description = "Extracts from the annotated articles in GOLD_DIR and compares what was found with what is marked there.",
            .options = eval_options, .examples = eval_examples, .operand = Kind::folder},
    Command{.name = "train", .operands = "GOLD_DIR …", .summary = "learn weights from annotated articles",
            .description =
                "Learns from the annotated articles in GOLD_DIR what speaks for and against names of organizations, people and bases, on top of the weights "
                "that are there, and writes the new weights to a folder for --model. Prints how right the weights were before, and how right those that "
                "were trained on the other articles are on each.\n\n"
                "Annotate 20 articles or more: with fewer the figures say little.",
            .options = train_options, .examples = train_examples, .operand = Kind::folder},
    Command{.name = "help", .operands = "[COMMAND]", .summary = "show help for a command",
            .description = "Shows how a command is used.", .options = {}, .examples = help_examples, .operand = Kind::command},
    Command{.name = "version", .operands = "", .summary = "print the version", .description = "Prints the version.", .options = {}, .examples = {}},
    Command{.name = "man", .operands = "[COMMAND]", .summary = "print a manual page",
            .description = "Prints the manual page of a command, or of dateline, as troff.", .options = {}, .examples = man_examples,
            .operand = Kind::command, .hidden = true},
    Command{.name = "completion", .operands = "", .summary = "print the completion for bash",
            .description = "Prints the completion script for bash.", .options = {}, .examples = completion_examples, .hidden = true},
};

}  // namespace

std::span<const Command> commands() {
    return all_commands;
}

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
