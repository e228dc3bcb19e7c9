/// dateline/plugin.hpp: a C++20 class over the C interface of dateline/plugin.h, for authors of extractors and readers.
///
/// An extractor is a class that is made from a Host, can be copied, and has one method or both of
///
///     void extract(const dateline::Document& document, dateline::Output& output);   // text in, candidates out
///     void relate(const dateline::Document& document, dateline::Output& output);    // decided mentions in, facts and links out
///
/// and one line at the end of its file:
///
///     DATELINE_EXTRACTOR(Money, "money", "0.1.0")
///
/// The object made from the Host when the library is loaded is the prototype; every worker gets a copy of its own, used by
/// one thread at a time, so no locks are needed. Keep big read-only data behind a std::shared_ptr, which copies share.
/// An exception that leaves a method becomes an error that names the plugin and the document; that plugin's part of that
/// document is lost and nothing else. Views (std::string_view, Array) are valid until the method returns.
/// Offsets are bytes in the document's UTF-8 text, half-open.
#ifndef DATELINE_PLUGIN_HPP
#define DATELINE_PLUGIN_HPP

#include <array>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/error.hpp"
#include "dateline/plugin.h"

namespace dateline {

/// What a reader throws when the bytes are of another format; the message names it ("it looks like PDF").
struct NotMine : Error {
    using Error::Error;
};

inline std::string_view view(dateline_string string) {
    return {string.data, static_cast<std::size_t>(string.length)};
}
inline dateline_string borrow(std::string_view text) {
    return {text.data(), text.size()};
}

/// Bytes [begin, end) of a document's text.
struct Span {
    std::uint32_t begin = 0, end = 0;
};

/// "2,300.5" is 2300.5, whatever the locale: digits with a point among them; all else is passed over.
inline double number(std::string_view digits) {
    double number = 0, unit = 1;
    bool has_point = false;
    for (const char c : digits) {
        has_point = has_point || c == '.';
        if (c < '0' || c > '9') continue;
        number = number * 10 + (c - '0');
        if (has_point) unit *= 10;
    }
    return number / unit;
}

/// A read-only array whose elements may be larger than this header knows: steps by the host's element size.
template <class T>
class Array {
public:
    class Iterator {
    public:
        Iterator(const char* at, std::size_t step) : at_(at), step_(step) {}
        const T& operator*() const { return *reinterpret_cast<const T*>(at_); }
        const T* operator->() const { return reinterpret_cast<const T*>(at_); }
        Iterator& operator++() {
            at_ += step_;
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        const char* at_;
        std::size_t step_;
    };

    Array(const T* data, std::uint64_t count, std::uint64_t step)
        : data_(reinterpret_cast<const char*>(data)), count_(count), step_(step) {}
    std::size_t size() const { return count_; }
    bool empty() const { return count_ == 0; }
    /// Precondition: index < size().
    const T& operator[](std::size_t index) const { return *reinterpret_cast<const T*>(data_ + index * step_); }
    Iterator begin() const { return {data_, step_}; }
    Iterator end() const { return {data_ + count_ * step_, step_}; }

private:
    const char* data_;
    std::size_t count_, step_;
};

/// What a plugin looks up when it is loaded. Valid only while the constructor runs; ids stay valid for the process.
class Host {
public:
    explicit Host(const dateline_host& raw) : raw_(raw) {}

    /// The id of something by name. Throws Error, with the name, when there is no such thing.
    std::uint32_t list(std::string_view name) const { return need(raw_.find_list(raw_.context, borrow(name)), "list", name); }
    std::uint32_t rule(std::string_view name) const { return need(raw_.find_rule(raw_.context, borrow(name)), "rule", name); }
    std::uint32_t capture(std::string_view name) const { return need(raw_.find_capture(raw_.context, borrow(name)), "capture", name); }
    std::uint32_t label(std::string_view name) const { return need(raw_.find_label(raw_.context, borrow(name)), "label", name); }
    std::uint32_t evidence(std::string_view name) const { return need(raw_.find_evidence(raw_.context, borrow(name)), "evidence", name); }
    std::uint32_t type(std::string_view name) const { return need(find_type(name), "type", name); }
    std::uint32_t attribute(std::uint32_t type, std::string_view name) const {
        return need(raw_.find_attribute(raw_.context, type, borrow(name)), "attribute", name);
    }
    std::uint32_t fact(std::uint32_t type, std::string_view name) const {
        return need(raw_.find_fact(raw_.context, type, borrow(name)), "fact", name);
    }
    std::uint32_t field(std::uint32_t fact, std::string_view name) const {
        return need(raw_.find_field(raw_.context, fact, borrow(name)), "field", name);
    }
    /// The id of a type, or DATELINE_NONE when no loaded plugin owns it: for types one can do without.
    std::uint32_t find_type(std::string_view name) const { return raw_.find_type(raw_.context, borrow(name)); }
    /// The bit of one of the plugin's first 64 lists, as a mask for Document::lists.
    std::uint64_t mask(std::string_view name) const {
        const std::uint32_t number = list(name);
        if (number >= 64) throw Error("the list '" + std::string(name) + "' is not among the first 64, so no mask can hold it; use Document::is_on");
        return std::uint64_t{1} << number;
    }

    /// What users have set for one of the manifest's settings, else its default; lives as long as the plugin is loaded. Throws Error when
    /// the manifest does not declare it.
    std::string_view setting(std::string_view name) const {
        const dateline_string value = raw_.get_setting(raw_.context, borrow(name));
        if (value.data == nullptr) throw Error("it asks for the setting '" + std::string(name) + "', which its manifest does not declare");
        return view(value);
    }

    std::string_view folder() const { return view(raw_.folder); }
    void log(dateline_severity severity, std::string_view message) const { raw_.log(raw_.context, severity, borrow(message)); }
    const dateline_host& raw() const { return raw_; }

private:
    static std::uint32_t need(std::uint32_t id, std::string_view what, std::string_view name) {
        if (id == DATELINE_NONE) {
            throw Error("it needs the " + std::string(what) + " '" + std::string(name) + "', which neither its data nor a loaded plugin has");
        }
        return id;
    }
    const dateline_host& raw_;
};

/// One analysed document; see dateline_document for each part.
class Document {
public:
    explicit Document(const dateline_document& raw)
        : raw_(raw),
          tokens_(raw.tokens, raw.token_count, raw.token_size),
          sentences_(raw.sentences, raw.sentence_count, raw.sentence_size),
          blocks_(raw.blocks, raw.block_count, raw.block_size),
          hits_(raw.hits, raw.hit_count, raw.hit_size),
          matches_(raw.matches, raw.match_count, raw.match_size),
          captures_(raw.captures, raw.capture_count, raw.capture_size),
          mentions_(raw.mentions, raw.mention_count, raw.mention_size) {}

    std::string_view text() const { return view(raw_.text); }
    /// The text of a span in bytes. Precondition: begin <= end <= text().size().
    std::string_view text(std::uint32_t begin, std::uint32_t end) const { return text().substr(begin, end - begin); }
    std::string_view title() const { return view(raw_.title); }
    std::string_view language() const { return view(raw_.language); }
    std::string_view published() const { return view(raw_.published); }

    const Array<dateline_token>& tokens() const { return tokens_; }
    const Array<dateline_sentence>& sentences() const { return sentences_; }
    const Array<dateline_block>& blocks() const { return blocks_; }
    const Array<dateline_hit>& hits() const { return hits_; }
    const Array<dateline_match>& matches() const { return matches_; }
    const Array<dateline_capture>& captures() const { return captures_; }
    const Array<dateline_mention>& mentions() const { return mentions_; }

    /// A token's verbatim and folded text. Precondition for all that follow: index < tokens().size().
    std::string_view word(std::size_t index) const { return text(tokens_[index].begin, tokens_[index].end); }
    std::string_view folded(std::size_t index) const {
        const dateline_token& token = tokens_[index];
        return view(raw_.folded).substr(token.folded, token.folded_length);
    }
    /// Whether a token has any of these DATELINE_TOKEN_ flags.
    bool is(std::size_t index, std::uint32_t flags) const { return (tokens_[index].flags & flags) != 0; }
    /// The plugin's first 64 lists that have an entry over this token, as bits (Host::mask).
    std::uint64_t lists(std::size_t index) const { return raw_.token_lists ? words_of(index)[0] : 0; }
    /// Whether an entry of a list (Host::list) is over this token.
    bool is_on(std::size_t index, std::uint32_t list) const {
        return raw_.token_lists && list / 64 < raw_.token_list_size / 8 && (words_of(index)[list / 64] >> list % 64 & 1) != 0;
    }
    /// The words of some tokens in a row; what a rule marks, with [ ] or as a whole; and the words of a capture. Precondition: there is a token.
    Span span(std::uint32_t first_token, std::uint32_t token_count) const { return {tokens_[first_token].begin, tokens_[first_token + token_count - 1].end}; }
    Span span(const dateline_match& match) const { return span(match.first_token, match.token_count); }
    Span span(const dateline_capture& capture) const { return span(capture.first_token, capture.token_count); }
    std::string_view text(Span span) const { return text(span.begin, span.end); }
    /// The last capture of a name (Host::capture) in a match; null when it took no part.
    const dateline_capture* captured(const dateline_match& match, std::uint32_t name) const {
        for (std::uint32_t i = match.capture_count; i-- > 0;) {
            if (captures_[match.first_capture + i].name == name) return &captures_[match.first_capture + i];
        }
        return nullptr;
    }
    /// The block that a token stands in.
    const dateline_block& block_of(std::size_t token) const { return blocks_[sentences_[tokens_[token].sentence].block]; }

    /// A piece of metadata by its name ("author"); empty when the reader found none.
    std::string_view metadata(std::string_view name) const {
        for (const dateline_metadata& one : Array(raw_.metadata, raw_.metadata_count, raw_.metadata_size)) {
            if (view(one.name) == name) return view(one.value);
        }
        return {};
    }

    const dateline_document& raw() const { return raw_; }

private:
    const std::uint64_t* words_of(std::size_t index) const { return raw_.token_lists + index * (raw_.token_list_size / 8); }

    const dateline_document& raw_;
    Array<dateline_token> tokens_;
    Array<dateline_sentence> sentences_;
    Array<dateline_block> blocks_;
    Array<dateline_hit> hits_;
    Array<dateline_match> matches_;
    Array<dateline_capture> captures_;
    Array<dateline_mention> mentions_;
};

/// Reasons and values that a candidate, fact or link carries: built up with because() and with(). Strings are borrowed until
/// it has been added. Holds at most 40 reasons and 12 values; more throw Error.
template <class Self>
class Statement {
public:
    /// A reason, what it points at (bytes), and the candidate without which it does not count.
    Self& because(std::uint32_t evidence, std::uint32_t begin = 0, std::uint32_t end = 0, std::uint32_t supporter = DATELINE_NONE) {
        if (evidence_count_ == evidence_.size()) throw Error("a candidate has more than 40 reasons");
        evidence_[evidence_count_++] = {evidence, begin, end, supporter};
        return self();
    }
    Self& because(std::uint32_t evidence, Span words, std::uint32_t supporter = DATELINE_NONE) { return because(evidence, words.begin, words.end, supporter); }
    Self& with(std::uint32_t name, std::string_view string) { return value({name, DATELINE_VALUE_STRING, borrow(string), 0, DATELINE_NONE, 0}); }
    Self& with_date(std::uint32_t name, std::string_view edtf) { return value({name, DATELINE_VALUE_DATE, borrow(edtf), 0, DATELINE_NONE, 0}); }
    Self& with_number(std::uint32_t name, double number) { return value({name, DATELINE_VALUE_NUMBER, {nullptr, 0}, number, DATELINE_NONE, 0}); }
    Self& with_reference(std::uint32_t name, std::uint32_t candidate) { return value({name, DATELINE_VALUE_REFERENCE, {nullptr, 0}, 0, candidate, 0}); }
    Self& with_null(std::uint32_t name) { return value({name, DATELINE_VALUE_NULL, {nullptr, 0}, 0, DATELINE_NONE, 0}); }
    /// For plugins without evidence: how sure, 0 to 1.
    Self& confidence(double confidence) {
        confidence_ = confidence;
        return self();
    }

protected:
    Self& value(dateline_value value) {
        if (value_count_ == values_.size()) throw Error("a candidate or fact has more than 12 values");
        values_[value_count_++] = value;
        return self();
    }
    Self& self() { return static_cast<Self&>(*this); }

    std::array<dateline_evidence, 40> evidence_;
    std::size_t evidence_count_ = 0;
    std::array<dateline_value, 12> values_;
    std::size_t value_count_ = 0;
    double confidence_ = -1;
};

/// A span that may be a mention of a type. `rule` is what the record names as its origin ("dates/iso").
class Candidate : public Statement<Candidate> {
public:
    Candidate(std::uint32_t type, std::uint32_t begin, std::uint32_t end, std::string_view rule)
        : type_(type), begin_(begin), end_(end), rule_(rule) {}
    Candidate(std::uint32_t type, Span words, std::string_view rule) : Candidate(type, words.begin, words.end, rule) {}

private:
    friend class Output;
    std::uint32_t type_, begin_, end_;
    std::string_view rule_;
};

/// Something that the text at [begin, end) states of a subject, which is a candidate's handle.
class Fact : public Statement<Fact> {
public:
    Fact(std::uint32_t fact, std::uint32_t subject, std::uint32_t begin, std::uint32_t end, std::string_view rule)
        : fact_(fact), subject_(subject), begin_(begin), end_(end), rule_(rule) {}
    /// Facts of one kind and subject with the same number (not 0) exclude each other.
    Fact& rival(std::uint32_t group) {
        rival_ = group;
        return *this;
    }
    /// The same for all subjects of one name: of what the text states of it in several places, one is kept. `group` below DATELINE_RIVAL_OF_NAME.
    Fact& rival_of_name(std::uint32_t group) { return rival(group | DATELINE_RIVAL_OF_NAME); }

private:
    friend class Output;
    std::uint32_t fact_, subject_, begin_, end_, rival_ = 0;
    std::string_view rule_;
};

/// Two candidates of one type that name one thing: the alias and the fuller name, and the place that says so.
class Link : public Statement<Link> {
public:
    Link(dateline_link_reason reason, std::uint32_t from, std::uint32_t to, std::uint32_t begin, std::uint32_t end, std::string_view rule)
        : reason_(reason), from_(from), to_(to), begin_(begin), end_(end), rule_(rule) {}

private:
    friend class Output;
    dateline_link_reason reason_;
    std::uint32_t from_, to_, begin_, end_;
    std::string_view rule_;
};

/// Where an extractor emits. What is added is copied at once.
class Output {
public:
    explicit Output(const dateline_output& raw) : raw_(raw) {}

    /// The candidate's handle, or DATELINE_NONE when the host refused it (the record's diagnostics say why).
    std::uint32_t add(const Candidate& c) {
        const dateline_candidate raw{sizeof raw, c.type_, c.begin_, c.end_, borrow(c.rule_),
                                     c.evidence_.data(), c.evidence_count_, sizeof(dateline_evidence),
                                     c.values_.data(), c.value_count_, sizeof(dateline_value), c.confidence_};
        return raw_.add_candidate(raw_.context, &raw);
    }
    /// False when the host refused it.
    bool add(const Fact& f) {
        const dateline_fact raw{sizeof raw, f.fact_, f.subject_, f.begin_, f.end_, f.rival_, borrow(f.rule_),
                                f.evidence_.data(), f.evidence_count_, sizeof(dateline_evidence),
                                f.values_.data(), f.value_count_, sizeof(dateline_value), f.confidence_};
        return raw_.add_fact(raw_.context, &raw) == DATELINE_OK;
    }
    bool add(const Link& l) {
        const dateline_link raw{sizeof raw, static_cast<std::uint32_t>(l.reason_), l.from_, l.to_, l.begin_, l.end_, borrow(l.rule_),
                                l.evidence_.data(), l.evidence_count_, sizeof(dateline_evidence), l.confidence_};
        return raw_.add_link(raw_.context, &raw) == DATELINE_OK;
    }
    bool set_published(std::string_view edtf, std::uint32_t begin, std::uint32_t end, std::string_view rule) {
        return raw_.set_published(raw_.context, borrow(edtf), begin, end, borrow(rule)) == DATELINE_OK;
    }
    void diagnostic(dateline_severity severity, std::string_view code, std::string_view message, std::uint32_t begin = 0, std::uint32_t end = 0) {
        raw_.add_diagnostic(raw_.context, severity, borrow(code), borrow(message), begin, end);
    }
    void log(dateline_severity severity, std::string_view message) { raw_.log(raw_.context, severity, borrow(message)); }
    bool should_stop() const { return raw_.should_stop(raw_.context) != 0; }
    const dateline_output& raw() const { return raw_; }

private:
    const dateline_output& raw_;
};

/// The bytes that a reader is to read.
class Input {
public:
    explicit Input(const dateline_input& raw) : raw_(raw) {}
    std::string_view bytes() const { return view(raw_.bytes); }
    std::string_view name() const { return view(raw_.name); }
    std::string_view media_type() const { return view(raw_.media_type); }
    std::string_view charset() const { return view(raw_.charset); }

private:
    const dateline_input& raw_;
};

/// A document inside the one that is read. It borrows what it is given until it is added.
class Member {
public:
    Member(std::string_view name, std::string_view bytes) : name_(name), bytes_(bytes) {}
    /// One whose bytes cannot be had: "it is encrypted".
    static Member lost(std::string_view name, std::string_view problem) {
        Member member(name, {});
        member.problem_ = problem;
        return member;
    }
    Member& of_type(std::string_view media_type, std::string_view charset = {}) {
        media_type_ = media_type;
        charset_ = charset;
        return *this;
    }
    /// Nothing when the value is empty.
    Member& with(std::string_view name, std::string_view value, std::string_view rule) {
        if (!value.empty()) metadata_.push_back({borrow(name), borrow(value), borrow(rule)});
        return *this;
    }

private:
    friend class ReaderOutput;
    std::string_view name_, bytes_, media_type_, charset_, problem_;
    std::vector<dateline_metadata> metadata_;
};

/// Where a reader puts text, blocks, metadata and the documents inside.
class ReaderOutput {
public:
    explicit ReaderOutput(const dateline_reader_output& raw) : raw_(raw) {}
    void text(std::string_view utf8) { raw_.add_text(raw_.context, borrow(utf8)); }
    void block(const dateline_block& block) { raw_.add_block(raw_.context, &block); }
    void metadata(std::string_view name, std::string_view value, std::string_view rule) {
        raw_.set_metadata(raw_.context, borrow(name), borrow(value), borrow(rule));
    }
    void diagnostic(dateline_severity severity, std::string_view code, std::string_view message, std::uint32_t begin = 0, std::uint32_t end = 0) {
        raw_.add_diagnostic(raw_.context, severity, borrow(code), borrow(message), begin, end);
    }
    void log(dateline_severity severity, std::string_view message) { raw_.log(raw_.context, severity, borrow(message)); }
    bool should_stop() const { return raw_.should_stop(raw_.context) != 0; }
    /// How many bytes the next document inside may have; of a longer one give one byte more.
    std::uint64_t room() const { return raw_.document_room(raw_.context); }
    /// False when there is no room for more.
    bool add(const Member& m) {
        const dateline_member raw{sizeof raw, 0, borrow(m.name_), borrow(m.media_type_), borrow(m.charset_), borrow(m.bytes_), borrow(m.problem_),
                                  m.metadata_.data(), m.metadata_.size(), sizeof(dateline_metadata)};
        return raw_.add_document(raw_.context, &raw) != DATELINE_STOPPED;
    }
    const dateline_reader_output& raw() const { return raw_; }

private:
    const dateline_reader_output& raw_;
};

/// What the macros below are made of: C functions around a class, each of which stops exceptions.
namespace detail {

template <class Call, class Report>
dateline_status guarded(Call&& call, Report&& report) noexcept {
    try {
        return call();
    } catch (const std::exception& error) {
        report(std::string_view(error.what()));
    } catch (...) {
        report(std::string_view("an exception that is no std::exception"));
    }
    return DATELINE_FAILED;
}

template <class Class>
struct Adapter {
    static dateline_status load(const dateline_host* host, void** shared) {
        return guarded(
            [&]() -> dateline_status {
                *shared = new Class(Host(*host));
                return DATELINE_OK;
            },
            [&](std::string_view message) { host->set_error(host->context, borrow(message)); });
    }
    static void unload(void* shared) { delete static_cast<Class*>(shared); }
    static dateline_status create(void* shared, void** instance) {
        return guarded(
            [&]() -> dateline_status {
                *instance = new Class(*static_cast<const Class*>(shared));
                return DATELINE_OK;
            },
            [](std::string_view) {});
    }
    static dateline_status extract(void* instance, const dateline_document* document, const dateline_output* output) {
        return call(output, [&](Output& out) { static_cast<Class*>(instance)->extract(Document(*document), out); });
    }
    static dateline_status relate(void* instance, const dateline_document* document, const dateline_output* output) {
        return call(output, [&](Output& out) { static_cast<Class*>(instance)->relate(Document(*document), out); });
    }
    static std::uint32_t probe(void* instance, const dateline_input* input) {
        try {
            return static_cast<Class*>(instance)->probe(Input(*input));
        } catch (...) {
            return 0;
        }
    }
    static dateline_status read(void* instance, const dateline_input* input, const dateline_reader_output* output) {
        return guarded(
            [&]() -> dateline_status {
                ReaderOutput out(*output);
                try {
                    static_cast<Class*>(instance)->read(Input(*input), out);
                } catch (const NotMine& error) {
                    output->set_error(output->context, borrow(error.what()));
                    return DATELINE_NOT_MINE;
                }
                return DATELINE_OK;
            },
            [&](std::string_view message) { output->set_error(output->context, borrow(message)); });
    }

    static constexpr dateline_extractor extractor() {
        dateline_extractor table{};
        table.struct_size = sizeof table;
        if constexpr (requires(Class& c, const Document& d, Output& o) { c.extract(d, o); }) table.extract = &extract;
        if constexpr (requires(Class& c, const Document& d, Output& o) { c.relate(d, o); }) table.relate = &relate;
        return table;
    }
    static constexpr dateline_reader reader() { return {sizeof(dateline_reader), 0, &probe, &read}; }

private:
    template <class Body>
    static dateline_status call(const dateline_output* output, Body&& body) {
        return guarded(
            [&]() -> dateline_status {
                Output out(*output);
                body(out);
                return out.should_stop() ? DATELINE_STOPPED : DATELINE_OK;
            },
            [&](std::string_view message) { output->set_error(output->context, borrow(message)); });
    }
};

template <class Class>
dateline_plugin descriptor(std::string_view id, std::string_view version, const dateline_extractor* extractor, const dateline_reader* reader) {
    return {sizeof(dateline_plugin), DATELINE_INTERFACE_MINOR, borrow(id), borrow(version),
            &Adapter<Class>::load, &Adapter<Class>::unload, &Adapter<Class>::create, &Adapter<Class>::unload,
            extractor, reader, nullptr};
}

}  // namespace detail
}  // namespace dateline

/// Makes CLASS the extractor of this library. ID and VERSION are those of its plugin.json.
#define DATELINE_EXTRACTOR(CLASS, ID, VERSION)                                                              \
    extern "C" DATELINE_EXPORT const dateline_plugin* dateline_plugin_v1(void) {                            \
        static constexpr dateline_extractor extractor = dateline::detail::Adapter<CLASS>::extractor();      \
        static const dateline_plugin plugin = dateline::detail::descriptor<CLASS>(ID, VERSION, &extractor, nullptr); \
        return &plugin;                                                                                     \
    }

/// Makes CLASS the reader of this library: it is made from a Host and has
///     std::uint32_t probe(const dateline::Input& input);                            // how sure, 0 to 100
///     void read(const dateline::Input& input, dateline::ReaderOutput& output);
#define DATELINE_READER(CLASS, ID, VERSION)                                                                 \
    extern "C" DATELINE_EXPORT const dateline_plugin* dateline_plugin_v1(void) {                            \
        static constexpr dateline_reader reader = dateline::detail::Adapter<CLASS>::reader();               \
        static const dateline_plugin plugin = dateline::detail::descriptor<CLASS>(ID, VERSION, nullptr, &reader); \
        return &plugin;                                                                                     \
    }

#endif
