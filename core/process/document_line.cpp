#include "core/process/document_line.h"

#include <nlohmann/json.hpp>

#include "core/text/interface.h"

namespace dateline::process {
namespace {

using text::block_kinds;
using text::view;
using Json = nlohmann::ordered_json;

template <class Element>
const Element& at(const Element* first, std::uint64_t index, std::uint64_t size) {
    return *reinterpret_cast<const Element*>(reinterpret_cast<const char*>(first) + index * size);
}

class DocumentLine {
public:
    DocumentLine(const Program& program, const dateline_document& document, const text::OffsetMap& offsets)
        : program_(program), document_(document), offsets_(offsets) {}

    std::string write(std::string_view stage) const {
        const Json line = {{"stage", stage},
                           {"text", view(document_.text)},
                           {"title", or_null(document_.title)},
                           {"language", or_null(document_.language)},
                           {"published", or_null(document_.published)},
                           {"blocks", blocks()},
                           {"sentences", sentences()},
                           {"tokens", tokens()},
                           {"hits", hits()},
                           {"matches", matches()},
                           {"mentions", mentions()}};
        return line.dump(-1, ' ', false, Json::error_handler_t::replace);
    }

private:
    static Json or_null(dateline_string string) { return string.length == 0 ? Json() : Json(view(string)); }

    const dateline_token& token(std::uint64_t index) const { return at(document_.tokens, index, document_.token_size); }

    // Of `count` tokens, at least one.
    void add_span(std::uint32_t first, std::uint32_t count, Json& to, const char* begin = "begin", const char* end = "end") const {
        to[begin] = offsets_(token(first).begin);
        to[end] = offsets_(token(first + count - 1).end);
    }

    Json blocks() const {
        Json all = Json::array();
        for (std::uint64_t i = 0; i < document_.block_count; ++i) {
            const dateline_block& block = at(document_.blocks, i, document_.block_size);
            all.push_back({{"begin", offsets_(block.begin)}, {"end", offsets_(block.end)}, {"kind", block_kinds[block.kind < block_kinds.size() ? block.kind : 0]}});
        }
        return all;
    }

    Json sentences() const {
        Json all = Json::array();
        for (std::uint64_t i = 0; i < document_.sentence_count; ++i) {
            const dateline_sentence& sentence = at(document_.sentences, i, document_.sentence_size);
            if (sentence.token_count > 0) {
                add_span(sentence.first_token, sentence.token_count, all.emplace_back());
            }
        }
        return all;
    }

    Json tokens() const {
        Json all = Json::array();
        for (std::uint64_t i = 0; i < document_.token_count; ++i) {
            all.push_back(Json::array({offsets_(token(i).begin), offsets_(token(i).end)}));
        }
        return all;
    }

    Json hits() const {
        Json all = Json::array();
        for (std::uint64_t i = 0; i < document_.hit_count; ++i) {
            const dateline_hit& hit = at(document_.hits, i, document_.hit_size);
            Json& one = all.emplace_back();
            one["list"] = program_.lexicon->list(hit.list).name;
            add_span(hit.first_token, hit.token_count, one);
            one["value"] = view(hit.value);
        }
        return all;
    }

    Json matches() const {
        Json all = Json::array();
        for (std::uint64_t i = 0; i < document_.match_count; ++i) {
            const dateline_match& match = at(document_.matches, i, document_.match_size);
            Json& one = all.emplace_back();
            one["rule"] = program_.lexicon->rule(match.rule);
            add_span(match.first_token, match.token_count, one);
            add_span(match.outer_first, match.outer_count, one, "outer_begin", "outer_end");
            one["value"] = view(match.value);
            one["captures"] = captures(match);
        }
        return all;
    }

    Json captures(const dateline_match& match) const {
        Json all = Json::array();
        for (std::uint32_t i = 0; i < match.capture_count; ++i) {
            const dateline_capture& capture = at(document_.captures, match.first_capture + i, document_.capture_size);
            if (capture.token_count == 0) {
                continue;
            }
            Json& one = all.emplace_back();
            one["name"] = program_.lexicon->capture(capture.name);
            add_span(capture.first_token, capture.token_count, one);
            one["value"] = view(capture.value);
            one["mention"] = capture.mention == DATELINE_NONE ? Json() : Json(at(document_.mentions, capture.mention, document_.mention_size).candidate);
        }
        return all;
    }

    Json mentions() const {
        Json all = Json::array();
        for (std::uint64_t i = 0; i < document_.mention_count; ++i) {
            const dateline_mention& mention = at(document_.mentions, i, document_.mention_size);
            all.push_back({{"handle", mention.candidate},
                           {"type", program_.types->types[mention.type].name},
                           {"begin", offsets_(mention.begin)},
                           {"end", offsets_(mention.end)}});
        }
        return all;
    }

    const Program& program_;
    const dateline_document& document_;
    const text::OffsetMap& offsets_;
};

}  // namespace

std::string greeting(const Program& program, std::string_view dateline_version) {
    Json settings = Json::object();
    for (const auto& [name, value] : program.settings) {
        settings[name] = value;
    }
    const Json line = {{"lines", line_protocol}, {"dateline", dateline_version}, {"plugin", program.id}, {"version", program.version}, {"settings", settings}};
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string document_line(const Program& program, std::string_view stage, const dateline_document& document, const text::OffsetMap& offsets) {
    return DocumentLine(program, document, offsets).write(stage);
}

}  // namespace dateline::process
