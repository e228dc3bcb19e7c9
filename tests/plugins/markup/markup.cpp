/// Reads what begins with #!, and does what the word after it says.
#include <stdexcept>
#include <string>

#include "dateline/plugin.hpp"

namespace {

void block(std::uint32_t begin, std::uint32_t end, dateline::ReaderOutput& output) {
    dateline_block block{};
    block.begin = begin;
    block.end = end;
    block.kind = DATELINE_BLOCK_HEADING;
    block.first_sentence = 1234;
    output.block(block);
}

// "#!box;NAME;BYTES;NAME;BYTES": documents inside this one, by whatever character follows the word. Some names ask for something.
void add_members(std::string_view list, dateline::ReaderOutput& output) {
    const auto next = [&, mark = list.substr(0, 1)] {
        list.remove_prefix(1);
        const std::string_view part = list.substr(0, list.find(mark));
        list.remove_prefix(part.size());
        return part;
    };
    while (!list.empty()) {
        const std::string_view name = next(), bytes = list.empty() ? list : next();
        if (name == "lost") {
            output.add(dateline::Member::lost(name, bytes));
        } else if (name == "large") {
            output.add({name, std::string(output.room() + 1, 'x')});
        } else if (name == "many") {
            while (!output.should_stop()) output.add({"", bytes});
        } else if (name == "told") {
            output.add(dateline::Member(name, bytes).of_type("text/plain", "windows-1252").with("title", "As told", "markup/told").with("published", "soon", "markup/told"));
        } else {
            output.add({name, bytes});
        }
    }
}

class Markup {
public:
    explicit Markup(const dateline::Host&) {}

    std::uint32_t probe(const dateline::Input& input) const {
        if (input.bytes().starts_with("#!probe")) {
            throw std::runtime_error("never seen");
        }
        return input.bytes().starts_with("#!") ? 90 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        const std::string_view bytes = input.bytes().substr(2);
        const auto asks_for = [&](std::string_view word) { return bytes.starts_with(word); };
        output.metadata("media_type", "text/x-test", "markup/always");
        if (asks_for("box")) {
            add_members(bytes.substr(3), output);
            return;
        }
        output.text("First line\nna\u0301ive line\n");
        if (asks_for("throw")) throw std::runtime_error("the markup is broken");
        if (asks_for("not-mine")) throw dateline::NotMine("it looks like a joke");
        if (asks_for("invalid")) output.text("\xC3(");
        if (asks_for("nul")) output.text({"\0", 1});
        if (asks_for("return")) output.text("a\r\n");
        if (asks_for("long")) while (!output.should_stop()) output.text(std::string(1u << 20, 'x'));
        if (asks_for("blocks")) {
            block(0, 10, output);
            block(5, 12, output);    // begins before the last one ends
            block(12, 12, output);   // empty
            block(11, 13, output);   // ends between a letter and its accent
            block(11, 900, output);  // outside
            block(16, 20, output);
        }
        if (asks_for("metadata")) {
            output.metadata("title", "A title", "markup/title");
            output.metadata("published", "2024-02-03", "markup/meta");
            output.metadata("author", "\xFF", "markup/meta");
            output.metadata("publisher", "Somebody", "");
            output.metadata("colour", "blue", "markup/meta");
            output.diagnostic(DATELINE_WARNING, "markup.odd", "Something is odd.", 0, 5);
            output.diagnostic(DATELINE_WARNING, "markup.away", "Something is away.", 0, 500);
            output.diagnostic(DATELINE_WARNING, "text.nul", "Not its own code.");
        }
        if (asks_for("parts")) {
            for (const std::string_view name : {"a.xml", "", "b.xml"}) output.metadata("part", name, {});
        }
        if (asks_for("dates")) output.metadata("published", "soon", "markup/meta");
    }
};

}  // namespace

DATELINE_READER(Markup, "markup", "1.0.0")
