#include "core/cli/configuration.h"

#include <algorithm>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "core/cli/values.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

namespace boost_options = boost::program_options;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
    return value == nullptr ? std::string_view() : value;
}

using Declared = std::vector<const Option*>;

const Option* find(const Declared& options, std::string_view name) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option* option) { return option->name == name; });
    return found == options.end() ? nullptr : *found;
}

// Every option that may stand in the file, of whatever command.
Declared configurable_options() {
    Declared all;
    for (const Command& command : commands()) {
        for (const Option& option : command.options) {
            if (option.configurable && find(all, option.name) == nullptr) {
                all.push_back(&option);
            }
        }
    }
    return all;
}

std::string suggestion(const Declared& declared, std::string_view name) {
    std::vector<std::string_view> names;
    for (const Option* option : declared) {
        names.push_back(option->name);
    }
    return text::did_you_mean(name, names);
}

std::vector<boost_options::option> parse_file(std::istream& file, const std::string& path, const Declared& declared) {
    boost_options::options_description description;
    for (const Option* option : declared) {
        description.add_options()(std::string(option->name).c_str(), boost_options::value<std::string>(), "");
    }
    try {
        return boost_options::parse_config_file(file, description).options;
    } catch (const boost_options::unknown_option& error) {
        throw UsageError(path + ": unknown option '" + error.get_option_name() + "'" + suggestion(declared, error.get_option_name()));
    } catch (const boost_options::invalid_config_file_syntax& error) {
        throw UsageError(path + ": the line '" + error.tokens() + "' is not of the form NAME = VALUE");
    } catch (const boost_options::error& error) {
        throw UsageError(path + ": " + error.what());
    }
}

bool is_on(const std::string& value, const std::string& where) {
    if (!is_word("true|yes|on|1|false|no|off|0", value)) {
        throw UsageError(where + " takes true or false, not '" + value + "'");
    }
    return is_word("true|yes|on|1", value);
}

std::string anchored(const Option& option, const std::string& value, const std::string& path) {
    const bool is_path = option.kind == Kind::file || option.kind == Kind::folder;
    return is_path ? (std::filesystem::path(path).parent_path() / value).string() : value;
}

void take_file(const Command& command, std::istream& file, const std::string& path, Arguments& arguments) {
    const Arguments from_words = arguments;
    const Declared declared = configurable_options();
    for (const boost_options::option& given : parse_file(file, path, declared)) {
        const Option& option = *find(declared, given.string_key);
        const std::string value = given.value.empty() ? std::string() : given.value.front();
        const std::string where = path + ": option '" + given.string_key + "'";
        check_value(option, value, where);
        if (option.kind == Kind::none && !is_on(value, where)) {
            continue;
        }
        const Option* own = find_option(command, option.name);
        if (own != nullptr && (own->repeatable || !from_words.has(own->name))) {
            arguments.set(*own, anchored(*own, value, path));
        }
    }
}

}  // namespace

std::string default_configuration_file() {
    constexpr std::string_view file = "dateline/dateline.conf";
    const std::string_view folder = environment("XDG_CONFIG_HOME");
    if (!folder.empty() && folder.front() == '/') {  // the XDG specification has relative ones ignored
        return std::string(folder).append("/").append(file);
    }
    const std::string_view home = environment("HOME");
    return home.empty() ? std::string() : std::string(home).append("/.config/").append(file);
}

void take_configuration(const Command& command, Arguments& arguments) {
    if (find_option(command, "config") == nullptr || arguments.has("no-config")) {
        return;
    }
    const bool named = arguments.has("config");
    const std::string path = named ? std::string(arguments.text("config")) : default_configuration_file();
    if (named && std::filesystem::is_directory(path)) {
        throw UsageError("the configuration file '" + path + "' is a folder");
    }
    errno = 0;
    std::ifstream file(path);
    if (file.is_open()) {
        take_file(command, file, path, arguments);
    } else if (named || (errno != ENOENT && errno != ENOTDIR && !path.empty())) {
        throw UsageError("the configuration file '" + path + "' cannot be read: " + std::strerror(errno));
    }
}

}  // namespace dateline::cli
