#include "core/check/session.h"
#include "core/check/test.h"

namespace dateline::check {
namespace {

// Ordinary texts, since others may crash it anyway; twice, so that what is kept from one call is used in the next.
void read_all(Trial& trial, const View& view) {
    const Loaded loaded(trial.subject, view);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        if (text.kind == Text::Kind::ordinary || text.kind == Text::Kind::own) {
            trial.report.doing("on " + text.name);
            session.give(text);
            session.give(text);
        }
    }
    trial.report.doing("when its instance is destroyed");
}

void document_is_read_only(Trial& trial) {
    View view;
    view.copied = view.read_only = true;
    read_all(trial, view);
}

void keeps_no_pointers(Trial& trial) {
    View view;
    view.copied = view.forgotten = true;
    read_all(trial, view);
}

void reads_not_beyond_the_end(Trial& trial) {
    View view;
    view.copied = true;
    view.edge = Pages::Edge::end;
    read_all(trial, view);
}

void reads_not_before_the_beginning(Trial& trial) {
    View view;
    view.copied = true;
    view.edge = Pages::Edge::begin;
    read_all(trial, view);
}

void frees_nothing_of_the_host(Trial& trial) {
    View view;
    view.copied = true;
    read_all(trial, view);
}

// What the plugin answers to the host as it is, and to the same host shown otherwise.
void compare(Trial& trial, const Loaded& loaded, const View& view, std::string_view problem) {
    Session plain(loaded), other(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name);
        show({});
        plain.give(text);
        show(view);
        other.give(text);
        if (plain.answer() != other.answer()) {
            trial.report.wrong(problem);
        }
    }
    trial.report.doing("");
}

void understands_a_newer_host(Trial& trial) {
    View view;
    view.copied = true;
    view.larger = 64;
    const Loaded loaded(trial.subject, view);
    for (const std::uint32_t larger : {8u, 64u}) {
        view.larger = larger;
        compare(trial, loaded, view,
                "it answers otherwise when structs and array elements are larger, as a newer host's; step through arrays by their _size, accept a greater struct_size, and use nothing reserved");
    }
}

constexpr Test table[] = {
    {.name = "frees-nothing-of-the-host", .asks = "neither side frees the other's memory (plugin.h, Ownership)", .run = frees_nothing_of_the_host,
     .gate = Gate::when_alive},
    {.name = "document-is-read-only", .asks = "what the host passes is not written to (text.h, top: everything is read-only)", .run = document_is_read_only,
     .gate = Gate::when_alive},
    {.name = "keeps-no-pointers", .asks = "what the host passes lives until the function it was passed to returns (plugin.h, Ownership)", .run = keeps_no_pointers,
     .gate = Gate::when_alive},
    {.name = "reads-not-beyond-the-end", .asks = "text is pointer and length, without NUL at its end, and arrays have a count (plugin.h, Text)",
     .run = reads_not_beyond_the_end, .gate = Gate::when_alive},
    {.name = "reads-not-before-the-beginning", .asks = "nothing stands before the first byte or element (plugin.h, Text)", .run = reads_not_before_the_beginning,
     .gate = Gate::when_alive},
};

// When it reads all texts.
constexpr Test host_table[] = {
    {.name = "understands-a-newer-host", .asks = "arrays are stepped through by their element size, and structs may be larger than known (plugin.h, Growth)",
     .run = understands_a_newer_host},
};

}  // namespace

std::span<const Test> memory_tests() { return table; }

std::span<const Test> host_tests() { return host_table; }

}  // namespace dateline::check
