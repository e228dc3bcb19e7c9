#include <algorithm>
#include <random>

#include "core/check/session.h"
#include "core/check/test.h"
#include "core/plugin/signature.h"

namespace dateline::check {
namespace {

constexpr std::uint64_t head = 64u << 10;  // of a document, where probe may look

// What is like the reader's own documents and is none: pieces of them, their signatures before nonsense, bytes that were changed.
std::vector<Text> damaged(const Subject& subject) {
    std::vector<Text> result;
    std::mt19937 random(1);
    for (const std::string& signature : subject.found.manifest.signatures) {
        for (const std::size_t size : {0u, 1u, 100u, 5000u}) {
            Text& text = result.emplace_back();
            text.name = "a signature and " + std::to_string(size) + " random bytes";
            text.bytes = signature;
            std::generate_n(std::back_inserter(text.bytes), size, [&] { return static_cast<char>(random()); });
        }
    }
    for (const Text& own : subject.texts) {
        if (own.kind != Text::Kind::own || own.bytes.size() > 100'000) {
            continue;
        }
        for (std::size_t i = 1; i < 8; ++i) {
            result.push_back({own.kind, "the first " + std::to_string(i) + " eighths of " + own.name, own.bytes.substr(0, own.bytes.size() * i / 8)});
        }
        for (int i = 0; i < 20; ++i) {
            Text& text = result.emplace_back(own);
            text.name = own.name + " with a byte in fifty changed";
            for (std::size_t at = random() % 50; at < text.bytes.size(); at += 1 + random() % 100) {
                text.bytes[at] = static_cast<char>(random());
            }
        }
    }
    return result;
}

void reads_damaged(Trial& trial) {
    View view;
    view.copied = true;
    view.edge = Pages::Edge::end;
    const Loaded loaded(trial.subject, view);
    Session session(loaded);
    for (const Text& text : damaged(trial.subject)) {
        trial.report.doing("on " + text.name);
        session.give(text);
        for (const Diagnostic* diagnostic : session.diagnostics()) {
            if (diagnostic->code == "plugin.invalid-output" || diagnostic->message.find("what it gave ") != std::string::npos) {
                trial.report.wrong(diagnostic->message);
            }
        }
        if (watch().failed && !watch().gave_reason) {
            trial.report.wrong("read fails without having said why with set_error");
        }
    }
    trial.report.doing("");
}

void probe_is_a_percentage(Trial& trial) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name);
        session.give(text);
        const std::uint32_t sure = watch().sure;
        if (sure > 100) {
            trial.report.wrong("probe returns " + std::to_string(sure) + ", and 100 is as sure as can be");
        }
        session.give(text);
        if (watch().sure != sure) {
            trial.report.wrong("probe returns " + std::to_string(sure) + ", and " + std::to_string(watch().sure) + " when it is asked again");
        }
    }
    trial.report.doing("");
}

// The signatures of its own documents, and a text, each before a long rest that cannot be read.
void probe_looks_at_the_beginning(Trial& trial) {
    View view;
    view.hidden_after = head;
    view.edge = Pages::Edge::end;
    const Loaded loaded(trial.subject, view);
    Session session(loaded);
    std::vector<std::string> beginnings = trial.subject.found.manifest.signatures;
    beginnings.emplace_back();
    for (const Text& text : trial.subject.texts) {
        if (text.kind == Text::Kind::own) {
            beginnings.push_back(text.bytes);
        }
    }
    for (const std::string& beginning : beginnings) {
        trial.report.doing("asked about a document of a MiB, of which " + std::to_string(head >> 10) + " KiB can be read");
        session.give(beginning + std::string(1u << 20, 'a'));
    }
}

void signatures_hold(Trial& trial) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name);
        session.give(text);
        if (watch().sure > 0 && !plugin::may_read(trial.subject.found.manifest, plugin::head_of(text.bytes), {})) {
            trial.report.wrong("probe is sure to " + std::to_string(watch().sure) + " of what has none of the manifest's signatures in the first KiB; it would never be asked");
        }
    }
    trial.report.doing("");
}

void probe_is_quick(Trial& trial) {
    constexpr double most = 0.02;  // seconds
    const Loaded loaded(trial.subject);
    Session session(loaded);
    double longest = 0;
    for (const std::size_t size : {1u << 20, 8u << 20}) {
        session.give(long_text(size).substr(0, size));
        longest = std::max(longest, watch().longest_probe);
    }
    trial.report.measure("longest_probe_seconds", longest);
    if (longest > most) {
        trial.report.wrong("probe takes " + std::to_string(longest) + " seconds for a large text; it is asked about every document");
    }
}

void knows_something(Trial& trial) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    std::uint32_t surest = 0;
    for (const Text& text : trial.subject.texts) {
        session.give(text);
        surest = std::max(surest, watch().sure);
    }
    if (surest == 0) {
        trial.report.wrong("probe is never sure of anything here; put documents of its format into its folder tests/, or name FILEs");
    }
}

constexpr Test table[] = {
    {.name = "reads-damaged-documents", .asks = "whatever the bytes, a reader reads them or says why not (docs/DESIGN.md, Promises)", .run = reads_damaged,
     .kind = Kind::readers},
    {.name = "probe-is-a-percentage", .asks = "probe returns 0 to 100, and the same for the same bytes (plugin.h, dateline_reader)", .run = probe_is_a_percentage,
     .kind = Kind::readers, .under_valgrind = true},
    {.name = "probe-looks-at-the-beginning", .asks = "probe looks at the first KiB, not at all (plugin.h, dateline_reader)", .run = probe_looks_at_the_beginning,
     .kind = Kind::readers},
    {.name = "signatures-hold", .asks = "each document of a reader with signatures has one in its first KiB (docs/PLUGINS.md, Readers)", .run = signatures_hold,
     .kind = Kind::readers},
    {.name = "probe-is-quick", .asks = "probe is asked about every document (plugin.h, dateline_reader)", .run = probe_is_quick, .kind = Kind::readers,
     .severity = Severity::note, .measures_time = true},
    {.name = "knows-its-format", .asks = "probe is sure of something (plugin.h, dateline_reader)", .run = knows_something, .kind = Kind::readers,
     .severity = Severity::note},
};

}  // namespace

std::span<const Test> reader_tests() { return table; }

}  // namespace dateline::check
