#include "core/check/session.h"

#include <algorithm>
#include <sstream>

#include "core/plugin/peer.h"

namespace dateline::check {
namespace {

class Transcript {
public:
    explicit Transcript(const pipeline::Result& result) : proposals_(result.proposals) { out_.precision(17); }

    void add(const Candidate& candidate, std::size_t handle) {
        out_ << "candidate " << handle << ' ' << candidate.type << ' ' << candidate.begin << ' ' << candidate.end << ' ' << candidate.rule << ' '
             << candidate.confidence;
        add(candidate.evidence);
        add(candidate.attributes, proposals_.attributes);
    }
    void add(const Fact& fact) {
        out_ << "fact " << fact.fact << ' ' << fact.subject << ' ' << fact.begin << ' ' << fact.end << ' ' << fact.rival << ' ' << fact.rule << ' ' << fact.confidence;
        add(fact.evidence);
        add(fact.fields, proposals_.fields);
    }
    void add(const Link& link) {
        out_ << "link " << link.reason << ' ' << link.from << ' ' << link.to << ' ' << link.begin << ' ' << link.end << ' ' << link.rule << ' ' << link.confidence;
        add(link.evidence);
        out_ << '\n';
    }
    void add(const Metadata& metadata) { out_ << "metadata " << metadata.value << ' ' << metadata.rule << '\n'; }
    void add(const dateline_block& block) {
        out_ << "block " << block.begin << ' ' << block.end << ' ' << block.kind << ' ' << block.source_part << ' ' << block.source_begin << ' ' << block.source_end << '\n';
    }
    void add(const Member& member) {
        out_ << "member " << member.name << ' ' << member.media_type << ' ' << member.charset << ' ' << member.problem << ' ' << member.byte_count << '\n' << member.bytes << '\n';
    }
    void add(const Diagnostic& diagnostic) { out_ << diagnostic.code << ' ' << diagnostic.message << '\n'; }
    void add(std::string_view text) { out_ << text << '\n'; }

    std::string text() const { return out_.str(); }

private:
    void add(const Range& evidence) {
        for (std::uint32_t i = evidence.first; i < evidence.first + evidence.count; ++i) {
            const Evidence& one = proposals_.evidence[i];
            out_ << " because " << one.id << ' ' << one.begin << ' ' << one.end << ' ' << one.supporter;
        }
    }
    void add(const Range& range, const std::vector<Value>& values) {
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
            const Value& value = values[i];
            out_ << " with " << value.name << ' ' << value.kind << ' ' << value.string << ' ' << value.number << ' ' << value.reference;
        }
        out_ << '\n';
    }

    const Proposals& proposals_;
    std::ostringstream out_;
};

}  // namespace

Loaded::Loaded(const Subject& subject, const View& view) : subject_(subject) {
    watch_plugin(subject.folder(), view);
    engine_ = std::make_unique<pipeline::Engine>(subject.options);
    const plugin::Plugins& plugins = engine_->plugins();
    for (std::uint32_t i = 0; i < plugins.size(); ++i) {
        const bool own = plugins.plugin(i).is_named && plugins.folder(i) == subject.folder();
        (own ? itself_ : others_).push_back({i, "it is not asked"});
        plugin_ = own ? &plugins.plugin(i) : plugin_;
    }
    if (plugin_ == nullptr) {
        throw plugin::LoadError("it was not loaded");
    }
    plugin_->manifest.signatures.clear();  // a reader is to read everything
}

Loaded::~Loaded() = default;

struct Session::State {
    explicit State(const Loaded& given) : loaded(given) {
        if (loaded.subject().is_reader()) {
            readers.add(loaded.plugin());
        } else {
            worker = std::make_unique<pipeline::Worker>(loaded.engine());
        }
    }

    const Loaded& loaded;
    std::unique_ptr<pipeline::Worker> worker;  // of an extractor
    plugin::Readers readers;                   // the reader alone
    pipeline::Result own;
    const pipeline::Result* result = &own;
};

Session::Session(const Loaded& loaded) : state_(std::make_unique<State>(loaded)) {}

Session::~Session() = default;

void Session::give(std::string_view bytes, bool alone) {
    watch() = {};
    State& state = *state_;
    const plugin::Limits& limits = state.loaded.subject().options.limits;
    if (state.worker != nullptr) {
        const pipeline::Origin origin{.source = "a document", .media_type = "text/plain"};
        state.result = &state.worker->process(bytes, origin, alone ? std::span(state.loaded.others()) : std::span<const plugin::Absent>());
    } else {
        const std::string_view name = "document";
        state.own.document.clear();
        state.readers.read({sizeof(dateline_input), 0, plugin::borrow(bytes), plugin::borrow(name), {}, {}}, state.own.document, limits);
    }
}

const Document& Session::document() const { return state_->result->document; }

std::vector<const Diagnostic*> Session::diagnostics() const {
    std::vector<const Diagnostic*> result;
    for (const Diagnostic& diagnostic : document().diagnostics) {
        if (diagnostic.plugin == state_->loaded.plugin().manifest.id) {
            result.push_back(&diagnostic);
        }
    }
    return result;
}

std::string Session::answer() const {
    const auto& [document, proposals, resolution] = *state_->result;
    const std::uint32_t index = state_->loaded.plugin().index;
    Transcript transcript(*state_->result);
    for (std::size_t i = 0; i < proposals.candidates.size(); ++i) {
        if (proposals.candidates[i].plugin == index) {
            transcript.add(proposals.candidates[i], i);
        }
    }
    for (const Fact& fact : proposals.facts) {
        if (fact.plugin == index) {
            transcript.add(fact);
        }
    }
    for (const Link& link : proposals.links) {
        if (link.plugin == index) {
            transcript.add(link);
        }
    }
    for (const Diagnostic* diagnostic : diagnostics()) {
        transcript.add(*diagnostic);
    }
    transcript.add(document.published);
    if (state_->worker == nullptr) {
        transcript.add(document.text);
        transcript.add(document.media_type);
        transcript.add(document.charset);
        for (const Metadata* metadata : {&document.title, &document.language, &document.publisher, &document.author, &document.url}) {
            transcript.add(*metadata);
        }
        for (const dateline_block& block : document.analysis.blocks) {
            transcript.add(block);
        }
        for (const Member& member : document.members) {
            transcript.add(member);
        }
    }
    return transcript.text();
}

}  // namespace dateline::check
