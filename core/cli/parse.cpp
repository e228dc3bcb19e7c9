#include "core/cli/parse.h"

#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/value_semantic.hpp>

#include "core/cli/configuration.h"
#include "core/cli/values.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

namespace boost_options = boost::program_options;

constexpr const char* operand_key = " operand";  // no option can be called so

void describe(const Option& option, boost_options::options_description& description) {
    std::string names(option.name);
    if (option.letter != 0) {
        names.append(",").append(1, option.letter);
    }
    if (option.kind == Kind::none) {
        description.add_options()(names.c_str(), "");
    } else {
        description.add_options()(names.c_str(), boost_options::value<std::string>(), "");
    }
}

[[noreturn]] void throw_unknown(const Command& command, const std::string& given) {
    std::vector<std::string> names = {"--help"};
    for (const Option& option : command.options) {
        names.push_back("--" + std::string(option.name));
    }
    const std::string guess = given.starts_with("--") ? text::did_you_mean(given, {names.begin(), names.end()}) : std::string();
    throw UsageError("unknown option '" + given + "'" + (guess.empty() ? "; 'dateline " + std::string(command.name) + " --help' lists those there are" : guess));
}

std::string sentence_for(const boost_options::invalid_command_line_syntax& error) {
    using Syntax = boost_options::invalid_command_line_syntax;
    const std::string option = "option '" + error.get_option_name() + "'";
    switch (error.kind()) {
        case Syntax::missing_parameter:
        case Syntax::empty_adjacent_parameter: return option + " needs something after it";
        case Syntax::extra_parameter: return option + " takes nothing after it";
        default: return option + " cannot be understood";
    }
}

std::vector<boost_options::option> parse_words(const Command& command, const std::vector<std::string>& words) {
    namespace style = boost_options::command_line_style;
    boost_options::options_description description;
    describe(help_option, description);
    for (const Option& option : command.options) {
        describe(option, description);
    }
    description.add_options()(operand_key, boost_options::value<std::string>(), "");
    boost_options::positional_options_description operands;
    operands.add(operand_key, -1);
    try {
        return boost_options::command_line_parser(words)
            .options(description)
            .positional(operands)
            .style(style::unix_style & ~style::allow_guessing)
            .run()
            .options;
    } catch (const boost_options::unknown_option& error) {
        throw_unknown(command, error.get_option_name());
    } catch (const boost_options::invalid_command_line_syntax& error) {
        throw UsageError(sentence_for(error));
    } catch (const boost_options::error& error) {
        throw UsageError(error.what());
    }
}

void take_words(const Command& command, const std::vector<std::string>& words, Arguments& arguments) {
    for (boost_options::option& given : parse_words(command, words)) {
        if (given.string_key == operand_key) {
            arguments.operands.push_back(given.value.front());
            continue;
        }
        const Option* option = find_option(command, given.string_key);
        if (option == nullptr) {
            throw_unknown(command, given.string_key);
        }
        std::string value = given.value.empty() ? std::string() : std::move(given.value.front());
        if (option->kind == Kind::none && !value.empty()) {
            throw UsageError("option '--" + std::string(option->name) + "' takes nothing after it");
        }
        check_value(*option, value, "option '--" + std::string(option->name) + "'");
        arguments.set(*option, std::move(value));
    }
}

// `given` are those of the command line: a configuration file is for many runs, and may say what this one has no use for.
void check_company(const Command& command, const Arguments& given, const Arguments& arguments) {
    for (const Option& option : command.options) {
        const auto refuse = [&](std::string_view why, std::string_view other) {
            throw UsageError("option '--" + std::string(option.name) + "' does nothing " + std::string(why) + " '--" + std::string(other) + "'");
        };
        if (given.has(option.name) && !option.needs.empty() && !arguments.has(option.needs)) {
            refuse("without", option.needs);
        }
        if (given.has(option.name) && !option.excludes.empty() && arguments.has(option.excludes)) {
            refuse("beside", option.excludes);
        }
    }
}

}  // namespace

std::string_view Arguments::text(std::string_view option, std::string_view fallback) const {
    const auto found = given_.find(option);
    return found == given_.end() ? fallback : std::string_view(found->second.back());
}

std::uint64_t Arguments::number(std::string_view option, std::uint64_t fallback) const {
    return has(option) ? number_of(text(option)) : fallback;
}

std::vector<std::string> Arguments::all(std::string_view option) const {
    const auto found = given_.find(option);
    return found == given_.end() ? std::vector<std::string>() : found->second;
}

void Arguments::set(const Option& option, std::string value) {
    given_[std::string(option.name)].push_back(std::move(value));
}

Arguments parse(const Command& command, const std::vector<std::string>& words) {
    Arguments arguments;
    take_words(command, words, arguments);
    const Arguments given = arguments;
    take_configuration(command, arguments);
    check_company(command, given, arguments);
    return arguments;
}

}  // namespace dateline::cli
