#include <dateline/plugin.hpp>

class Extractor {
public:
    explicit Extractor(const dateline::Host& host)
        : room_(host.type("room")), floor_(host.attribute(room_, "floor")), use_(host.attribute(room_, "use")), since_(host.attribute(room_, "since")),
          beside_(host.attribute(room_, "beside")), guest_(host.fact(room_, "guest")), author_(host.field(guest_, "author")),
          guest_room_(host.field(guest_, "room")), by_use_(host.evidence("use")), by_beside_(host.evidence("beside")), uses_(host.list("uses")),
          room_rule_(host.rule("room")), beside_rule_(host.rule("beside")), number_(host.capture("n")), room_label_(host.label("room")) {
        if (host.mask("uses") != std::uint64_t{1} << uses_ || host.folder().empty() || host.setting("door") != "open" || host.raw().interface_minor > 1000 ||
            host.raw().get_extension(host.raw().context, dateline::borrow("dateline.none/1")) != nullptr) {
            throw dateline::Error("the host is none of interface 1");
        }
    }

    void extract(const dateline::Document& document, dateline::Output& output) {
        std::uint32_t before = DATELINE_NONE;
        for (const dateline_match& match : document.matches()) {
            if (match.rule != room_rule_ || match.label != room_label_) continue;
            const dateline_capture& number = document.captures()[match.first_capture + 1];
            if (number.name != number_ || !document.is_on(match.first_token, uses_) || document.lists(match.first_token) == 0) throw dateline::Error("wrong match");
            const std::uint32_t begin = document.tokens()[match.first_token].begin, end = document.tokens()[match.first_token + match.token_count - 1].end;
            dateline::Candidate room(room_, begin, end, "released-extractor/room");
            room.because(by_use_, begin, end).with_number(floor_, static_cast<double>(dateline::view(match.value)[0] - '0'));
            room.with(use_, dateline::view(document.hits()[0].value));
            if (!document.published().empty()) room.with_date(since_, document.published());
            if (before != DATELINE_NONE) room.with_reference(beside_, before);
            before = output.add(room);
        }
        output.diagnostic(DATELINE_INFO, "released-extractor.seen", std::string(document.title()) + "|" + std::string(document.metadata("author")) + "|" +
                              std::string(document.folded(0)) + "|" + std::to_string(document.blocks().size()) + "|" + std::to_string(document.sentences().size()));
    }

    void relate(const dateline::Document& document, dateline::Output& output) {
        for (const dateline_match& match : document.matches()) {
            if (match.rule != beside_rule_ || output.should_stop()) continue;
            const dateline_mention& a = document.mentions()[document.captures()[match.first_capture].mention];
            const dateline_mention& b = document.mentions()[document.captures()[match.first_capture + 1].mention];
            dateline::Fact fact(guest_, a.candidate, a.begin, b.end, "released-extractor/beside");
            output.add(fact.because(by_beside_, b.begin, b.end).with(author_, document.metadata("author")).with_reference(guest_room_, b.candidate));
            output.add(dateline::Link(DATELINE_LINK_DEFINED_AS, b.candidate, a.candidate, b.begin, b.end, "released-extractor/same").because(by_beside_));
        }
    }

private:
    std::uint32_t room_, floor_, use_, since_, beside_, guest_, author_, guest_room_, by_use_, by_beside_, uses_, room_rule_, beside_rule_, number_, room_label_;
};

DATELINE_EXTRACTOR(Extractor, "released-extractor", "1.0.0")
