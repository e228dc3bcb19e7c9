#include "core/cli/plugins_test.h"

#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/plugin_folder.h"
#include "core/cli/run_options.h"
#include "core/evaluate/example_differences.h"
#include "core/explain/query.h"

namespace dateline::cli {
namespace {

using evaluate::Difference;

constexpr std::array<std::string_view, 4> kinds = {"missing", "unexpected", "wrong", "failed"};  // by Difference::Kind

struct Trial {
    const evaluate::Example& example;
    std::vector<Difference> differences;
};

std::string words(const evaluate::Example& example, const Difference& difference) {
    const text::OffsetMap offsets(example.text, text::OffsetUnit::code_point);
    const std::uint32_t begin = offsets.byte(difference.start);
    return example.text.substr(begin, offsets.byte(difference.end) - begin);
}

std::size_t line_of(const evaluate::Example& example, const Difference& difference) {
    return difference.start == difference.end ? example.text_line : example.line_of(difference.start);
}

// For people, with what the plugins thought of each place.
class Story {
public:
    Story(const pipeline::Engine& engine, std::string_view plugin, const explain::Paint& paint) : engine_(engine), plugin_(plugin), paint_(paint) {}

    std::string tell(const Trial& trial, const pipeline::Result& result, const explain::Lookup& lookup) const {
        const evaluate::Example& example = trial.example;
        const std::string place = example.file.string() + ":" + std::to_string(example.line) + ": " + explain::printable(example.name) + "\n";
        if (trial.differences.empty()) {
            return paint_.good("ok      ") + place;
        }
        std::string out = paint_.bad("wrong   ") + place;
        for (const Difference& difference : trial.differences) {
            add(example, difference, result, lookup, out);
        }
        return out;
    }

private:
    void add(const evaluate::Example& example, const Difference& difference, const pipeline::Result& result, const explain::Lookup& lookup, std::string& out) const {
        const std::string_view kind = kinds[static_cast<std::size_t>(difference.kind)];
        out += "    line " + std::to_string(line_of(example, difference)) + ": " + paint_.bad(kind) + " ";
        if (difference.kind == Difference::Kind::failed) {
            out += explain::printable(difference.what) + "\n";
            return;
        }
        out += paint_.bold(difference.what) + " “" + explain::printable(words(example, difference)) + "”";
        if (difference.kind == Difference::Kind::wrong) {
            out += ": expected " + paint_.good(explain::printable(difference.expected)) + ", got " + paint_.bad(explain::printable(difference.got)) + "\n";
            add_why_unset(difference, result, lookup, out);
            return;
        }
        const std::string& details = difference.expected.empty() ? difference.got : difference.expected;
        out += (details.empty() ? "" : " (" + explain::printable(details) + ")") + "\n";
        add_reasons(difference, result, lookup, out);
    }

    void add_why_unset(const Difference& difference, const pipeline::Result& result, const explain::Lookup& lookup, std::string& out) const {
        const std::size_t point = difference.what.find('.');
        if (difference.got != "null" || point == std::string::npos) {
            return;
        }
        const text::OffsetMap offsets(result.document.text, text::OffsetUnit::code_point);
        const std::uint32_t type = engine_.plugins().types().find(difference.what.substr(0, point));
        for (const std::string& reason : lookup.why_unset(plugin_, offsets.byte(difference.start), offsets.byte(difference.end), type, difference.what.substr(point + 1))) {
            out += "        " + reason + "\n";
        }
    }

    void add_reasons(const Difference& difference, const pipeline::Result& result, const explain::Lookup& lookup, std::string& out) const {
        const explain::Findings findings = explain::findings(engine_, result);
        const explain::Look look = [&](std::uint32_t first_token, std::uint32_t end_token) { return lookup.at(first_token, end_token); };
        const bool wants_words = difference.kind == Difference::Kind::missing && difference.expected.empty();
        std::string reasons;
        explain::explain_span(findings, look, {findings.offsets.byte(difference.start), findings.offsets.byte(difference.end)}, plugin_, wants_words, paint_, reasons);
        for (std::size_t at = 0, end; at < reasons.size(); at = end + 1) {
            end = std::min(reasons.find('\n', at), reasons.size());
            out.append("        ").append(reasons, at, end - at).append("\n");
        }
    }

    const pipeline::Engine& engine_;
    std::string_view plugin_;
    const explain::Paint& paint_;
};

nlohmann::ordered_json json_of(const Trial& trial) {
    const evaluate::Example& example = trial.example;
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Difference& difference : trial.differences) {
        all.push_back({{"kind", kinds[static_cast<std::size_t>(difference.kind)]},
                       {"line", line_of(example, difference)},
                       {"start", difference.start},
                       {"end", difference.end},
                       {"text", words(example, difference)},
                       {"what", difference.what},
                       {"expected", difference.expected},
                       {"got", difference.got}});
    }
    return {{"file", example.file.string()}, {"line", example.line}, {"name", example.name}, {"passes", trial.differences.empty()}, {"differences", all}};
}

std::vector<evaluate::Example> examples_in(const std::filesystem::path& folder) {
    try {
        std::vector<evaluate::Example> examples = evaluate::read_examples(folder);
        if (examples.empty()) {
            throw UsageError("there are no examples in " + (folder / "tests").string() + "; write one into a file there that ends in .example: a line '== NAME', then a text with [words](TYPE)");
        }
        return examples;
    } catch (const evaluate::ExampleError& error) {
        throw UsageError(error.what());
    }
}

void check(const std::vector<evaluate::Example>& examples, const Types& types) {
    try {
        for (const evaluate::Example& example : examples) {
            evaluate::check_names(example, types);
        }
    } catch (const evaluate::ExampleError& error) {
        throw UsageError(error.what());
    }
}

std::string summary(std::size_t passed, std::size_t all, const PluginFolder& plugin) {
    const std::string counted = passed == all ? (all == 1 ? "The one example passes" : "All " + std::to_string(all) + " examples pass")
                                              : std::to_string(passed) + " of " + std::to_string(all) + (all == 1 ? " example passes" : " examples pass");
    return counted + " (the plugin in " + plugin.built.string() + ").\n";
}

std::vector<std::string> rules_of(const plugin::Plugins& plugins, std::string_view id) {
    std::vector<std::string> rules;
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        const lexicon::Lexicon* lexicon = plugins.manifest(i).id == id ? plugins.lexicon(i) : nullptr;
        for (std::uint32_t rule = 0; lexicon != nullptr && rule < lexicon->rule_count(); ++rule) {
            rules.emplace_back(lexicon->rule(rule));
        }
    }
    return rules;
}

// Of the rules that match in no example.
std::string note_of(const std::vector<std::string>& rules) {
    constexpr std::size_t most_named = 10;
    if (rules.empty()) {
        return {};
    }
    if (rules.size() == 1) {
        return "note    the rule " + rules.front() + " matches in no example; write one for it\n";
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(rules.size(), most_named); ++i) {
        names.append(i == 0 ? "" : ", ").append(rules[i]);
    }
    return "note    these rules match in no example; write some for them: " + names +
           (rules.size() > most_named ? " and " + std::to_string(rules.size() - most_named) + " more" : "") + "\n";
}

// Runs the examples, and puts together what is to be printed.
class Examples {
public:
    Examples(const pipeline::Engine& engine, const PluginFolder& plugin, const explain::Paint& paint)
        : engine_(engine), plugin_(plugin), worker_(engine), story_(engine, plugin.id, paint), unmatched_(rules_of(engine.plugins(), plugin.id)) {}

    void run(const evaluate::Example& example, bool as_json) {
        pipeline::Origin origin{example.name};
        origin.media_type = "text/plain";
        const pipeline::Result& result = worker_.process(example.text, origin);
        std::string record;
        worker_.write(record);
        const Trial trial{example, evaluate::differences(example, record, engine_.plugins().types(), plugin_.id)};
        passed_ += trial.differences.empty() ? 1 : 0;
        ++count_;
        const explain::Lookup lookup(engine_, result.document, result.proposals);
        lookup.remove_matched(plugin_.id, unmatched_);
        if (as_json) {
            json_.push_back(json_of(trial));
        } else {
            story_of_all_ += story_.tell(trial, result, lookup);
        }
    }

    bool all_pass() const { return passed_ == count_; }
    std::string story() const { return story_of_all_ + note_of(unmatched_) + summary(passed_, count_, plugin_); }
    std::string json() const {
        const nlohmann::ordered_json whole = {{"plugin", plugin_.id}, {"folder", plugin_.built.string()}, {"passed", passed_}, {"unmatched_rules", unmatched_}, {"examples", json_}};
        return whole.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    }

private:
    const pipeline::Engine& engine_;
    const PluginFolder& plugin_;
    pipeline::Worker worker_;
    Story story_;
    std::vector<std::string> unmatched_;  // rules, in any example
    std::string story_of_all_;
    nlohmann::ordered_json json_ = nlohmann::ordered_json::array();
    std::size_t passed_ = 0, count_ = 0;
};

}  // namespace

int test_plugin(const std::filesystem::path& folder, const Arguments& arguments) {
    const std::vector<evaluate::Example> examples = examples_in(folder);
    pipeline::Options options = run_options(arguments);
    const PluginFolder plugin = plugin_folder(folder, options.search.named);
    options.search.named.insert(options.search.named.begin(), plugin.built);
    if (const std::string warning = out_of_date(plugin); !warning.empty()) {
        Messages(false, wants_color(arguments.text("color", "auto"), STDERR_FILENO)).warning(warning);
    }
    report_crashes();
    const explain::Paint paint(wants_color(arguments.text("color", "auto"), STDOUT_FILENO));
    const int descriptor = plugin::take_standard_output();
    const std::unique_ptr<pipeline::Engine> engine = make_engine(options);
    check(examples, engine->plugins().types());
    Examples all(*engine, plugin, paint);
    for (const evaluate::Example& example : examples) {
        all.run(example, arguments.has("json"));
    }
    const int printed = print_to(descriptor, arguments.has("json") ? all.json() : all.story());
    return all.all_pass() ? printed : exit_failed;
}

}  // namespace dateline::cli
