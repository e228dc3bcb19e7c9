#include "core/cli/train.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/cli/usage.h"
#include "core/text/utf8.h"
#include "core/train/classes.h"
#include "core/train/trainer.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& file, const std::string& bytes) {
    std::ofstream stream(file, std::ios::binary);
    if (!(stream << bytes).flush()) throw std::runtime_error(file.string() + " cannot be written");
}

void write_weights(const fs::path& words, const learn::Source& source, const fs::path& folder) {
    fs::create_directories(folder);
    for (const char* name : {"classes.tsv", "topics.tsv", "kinds.tsv"}) {
        if (!fs::equivalent(words, folder)) fs::copy_file(words / name, folder / name, fs::copy_options::overwrite_existing);
    }
    source.write(folder);
    learn::Entries entries = learn::read_words(folder);
    learn::append(source, entries);
    write_file(folder / pipeline::weights_file, entries.compiled());
}

// Weights as text into the file that is mapped at run time.
int compile(const Arguments& arguments) {
    if (arguments.operands.size() != 1 || !arguments.has("out")) {
        throw UsageError("train --compile takes one FOLDER of weights as text, and the file to write after --out");
    }
    learn::Entries entries = learn::read_words(arguments.operands.front());
    learn::append(learn::Source::read(arguments.operands.front()), entries);
    write_file(std::string(arguments.text("out")), entries.compiled());
    return exit_ok;
}

// Word classes out of the texts of a folder.
int classes(const Arguments& arguments) {
    if (!arguments.has("out")) throw UsageError("train --classes takes folders of texts, and the file to write after --out");
    std::vector<std::string> texts;
    for (const std::string& folder : arguments.operands) {
        std::vector<fs::path> files;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) {
            std::ifstream stream(file, std::ios::binary);
            std::string text(std::istreambuf_iterator<char>(stream), {});
            std::erase_if(text, [](char c) { return c == '\0' || c == '\r'; });
            if (text::valid_prefix(text) == text.size()) texts.push_back(std::move(text));
        }
    }
    std::string lines =
        "# title: Classes of words that stand in like places\n# source: learned by dateline train --classes; words that stand 4 times or more\n"
        "# columns: class, words with spaces between them, the most frequent first\n";
    std::size_t number = 0;
    for (const std::vector<std::string>& words : train::find_classes(texts, {})) {
        lines += std::to_string(++number) + "\t";
        for (const std::string& word : words) lines += word + (&word == &words.back() ? "" : " ");
        lines += "\n";
    }
    write_file(std::string(arguments.text("out")), lines);
    return exit_ok;
}

std::vector<evaluate::Gold> read_articles(const std::vector<std::string>& folders, Messages& messages) {
    std::vector<evaluate::Gold> articles;
    for (const std::string& folder : folders) {
        try {
            for (const fs::path& file : evaluate::find_gold(folder)) articles.push_back(evaluate::read_gold(file));
        } catch (const std::runtime_error& error) {
            throw UsageError(error.what());
        }
    }
    for (const evaluate::Gold& article : articles) {
        for (const std::string& fault : article.faults) messages.error(fault);
    }
    return articles;
}

train::Options options_of(const Arguments& arguments) {
    train::Options options;
    options.run = run_options(arguments);
    options.words = options.run.weights.parent_path();
    if (arguments.has("anew")) {
        if (arguments.has("model")) throw UsageError("train takes --model, to learn on top of it, or --anew, not both");
    } else {
        options.start = learn::Source::read(options.words);
    }
    options.folds = static_cast<std::size_t>(arguments.number("folds", options.folds));
    if (options.folds < 2) throw UsageError("train needs --folds 2 or more: what is measured must not be trained on");
    options.fit.rounds = static_cast<int>(arguments.number("rounds", static_cast<std::uint64_t>(options.fit.rounds)));
    options.interrupted = [] { return interrupted(); };
    return options;
}

}  // namespace

int train_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("train"), words);
    if (arguments.operands.empty()) {
        return show_usage("train");
    }
    if (arguments.has("compile")) {
        return compile(arguments);
    }
    if (arguments.has("classes")) {
        return classes(arguments);
    }
    if (!arguments.has("out")) {
        throw UsageError("train needs --out FOLDER, where the weights are written");
    }
    catch_interrupts();
    report_crashes();
    Messages messages(false, wants_color("auto", STDERR_FILENO));
    std::vector<evaluate::Gold> articles = read_articles(arguments.operands, messages), more;
    if (arguments.has("more")) more = read_articles({std::string(arguments.text("more"))}, messages);
    train::Options options = options_of(arguments);
    if (articles.size() < options.folds) {
        throw UsageError("train needs at least " + std::to_string(options.folds) + " articles, one a fold; there are " + std::to_string(articles.size()));
    }
    const int descriptor = plugin::take_standard_output();
    const fs::path shipped = options.words;
    train::Trainer trainer(std::move(options), std::move(articles), std::move(more));
    std::string report;
    if (!arguments.has("anew")) {
        report += "before, on these articles\n" + evaluate::table(trainer.before().score.tallies()) + "\n";
    }
    const train::HeldOut held_out = trainer.held_out();
    report += "after, each article by weights that were not trained on it\n" + evaluate::table(held_out.score.tallies()) + "\n" + held_out.reliability.table();
    if (arguments.has("records")) write_file(std::string(arguments.text("records")), held_out.records);
    const learn::Source source = trainer.train();
    if (interrupted()) {
        return exit_interrupted;
    }
    write_weights(shipped, source, std::string(arguments.text("out")));
    return print_to(descriptor, report);
}

}  // namespace dateline::cli
