#include "core/record/record.h"

#include "core/mention/name.h"
#include "core/record/entities.h"
#include "core/record/lists.h"
#include "core/record/writer.h"

namespace dateline::record {
namespace {

class RecordWriter {
public:
    RecordWriter(const Sources& sources, const Generator& generator, std::string& out)
        : sources_(sources), document_(sources.document), generator_(generator), writer_(out, sources.options.pretty) {}

    void write() {
        writer_.open('{');
        writer_.key("schema");
        writer_.string(schema_name);
        member("id", std::string_view(document_.sha256).substr(0, 32));
        writer_.key("document");
        write_document();
        writer_.key("entities");
        EntityWriter(sources_, writer_).write();
        writer_.key("diagnostics");
        write_diagnostics();
        writer_.key("generator");
        write_generator();
        writer_.close('}');
    }

private:
    void member(std::string_view name, std::string_view text) {
        writer_.key(name);
        writer_.string_or_null(text);
    }

    void member(std::string_view name, std::optional<std::uint64_t> number) {
        writer_.key(name);
        if (number) {
            writer_.integer(*number);
        } else {
            writer_.null();
        }
    }

    std::optional<std::uint64_t> offset(std::optional<std::uint32_t> byte) const {
        // A failed document's diagnostics may point into a text that is no more.
        return byte && *byte <= document_.text.size() ? std::optional(sources_.offsets(*byte)) : std::nullopt;
    }

    void write_document() {
        const bool failed = document_.status == Status::failed;
        writer_.open('{');
        member("status", statuses[static_cast<std::size_t>(document_.status)]);
        write_incomplete();
        member("source", document_.source);
        if (document_.input_id) {
            writer_.key("input_id");
            writer_.string(*document_.input_id);
        }
        member("media_type", document_.media_type);
        member("charset", document_.charset);
        member("bytes", document_.sha256.empty() ? std::nullopt : std::optional(document_.byte_count));
        member("sha256", document_.sha256);
        write_title();
        member("language", document_.language.value);
        member("published", document_.published.value);
        write_published_from();
        member("length", failed ? std::nullopt : std::optional(sources_.offsets.length()));
        member("offset_unit", offset_units[static_cast<std::size_t>(sources_.options.unit)]);
        member("text_sha256", failed ? std::string_view() : document_.text_sha256);
        member("parent", document_.parent);
        member("url", document_.url.value);
        member("publisher", document_.publisher.value);
        member("author", document_.author.value);
        write_text(failed);
        writer_.close('}');
    }

    void write_incomplete() {
        writer_.key("incomplete");
        writer_.open('[', Writer::Layout::line);
        for (const std::string& collection : document_.incomplete) {
            writer_.string(collection);
        }
        writer_.close(']');
    }

    void write_title() {
        std::string title;
        if (text::valid_prefix(document_.title.value) == document_.title.value.size()) {
            fold_white_space(document_.title.value, title);
        }
        member("title", title);
    }

    void write_published_from() {
        writer_.key("published_from");
        if (document_.published.value.empty()) {
            writer_.null();
            return;
        }
        writer_.open('{', Writer::Layout::line);
        member("start", offset(document_.published_begin));
        member("end", offset(document_.published_end));
        member("rule", document_.published.rule);
        writer_.close('}');
    }

    void write_text(bool failed) {
        using Text = Options::Text;
        const bool plain = document_.media_type.empty() || document_.media_type == "text/plain";
        if (sources_.options.text == Text::never || (sources_.options.text == Text::by_media_type && plain)) {
            return;
        }
        writer_.key("text");
        if (failed) {
            writer_.null();
        } else {
            writer_.string(document_.text);
        }
    }

    void write_diagnostics() {
        writer_.open('[');
        for (const Diagnostic& diagnostic : document_.diagnostics) {
            writer_.open('{', Writer::Layout::line);
            member("severity", severities[diagnostic.severity]);
            member("code", diagnostic.code);
            member("message", diagnostic.message);
            member("plugin", diagnostic.plugin);
            member("start", offset(diagnostic.begin));
            member("end", offset(diagnostic.end));
            writer_.close('}');
        }
        writer_.close(']');
    }

    void write_generator() {
        writer_.open('{');
        member("dateline", generator_.version);
        writer_.key("reader");
        if (document_.reader.empty()) {
            writer_.null();
        } else {
            writer_.open('{', Writer::Layout::line);
            member(document_.reader, document_.reader_version);
            writer_.close('}');
        }
        writer_.key("extractors");
        writer_.open('{', Writer::Layout::line);
        for (const auto& [id, version] : generator_.extractors) {
            member(id, version);
        }
        writer_.close('}');
        member("configuration", generator_.configuration);
        writer_.close('}');
    }

    const Sources& sources_;
    const Document& document_;
    const Generator& generator_;
    Writer writer_;
};

}  // namespace

void write(const Document& document, const Proposals& proposals, const resolve::Resolution& resolution, const Types& types,
           const Generator& generator, const Options& options, std::string& out) {
    const text::OffsetMap offsets(document.text, options.unit);
    const Sources sources{document, proposals, resolution, types, options, offsets};
    RecordWriter(sources, generator, out).write();
    out += '\n';
}

}  // namespace dateline::record
