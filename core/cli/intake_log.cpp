#include "core/cli/intake_log.h"

#include <algorithm>
#include <cstdio>

#include "core/record/writer.h"
#include "core/store/clock.h"

namespace dateline::cli {
namespace {

// By outcome.
constexpr std::array<std::string_view, 7> outcomes = {"added", "changed", "again", "copy", "unchanged", "quarantined", "unreadable"};

class Line {
public:
    Line(std::string_view level, std::string_view event) {
        writer_.open('{');
        text("time", store::now());
        text("level", level);
        text("event", event);
    }
    void text(std::string_view name, std::string_view value) {
        writer_.key(name);
        writer_.string_or_null(value);
    }
    void number(std::string_view name, double value) {
        writer_.key(name);
        writer_.number(value);
    }
    std::string end() {
        writer_.close('}');
        return out_ + "\n";
    }

private:
    std::string out_;
    record::Writer writer_{out_, false};
};

std::string shown(const std::string& source) { return source == "-" ? "standard input" : source; }

std::string counted(std::size_t number, std::string_view what) { return std::to_string(number) + " " + std::string(what); }

}  // namespace

void IntakeLog::begin(std::size_t inputs) {
    progress_ = Progress(inputs, !quiet_ && !json_, false);
    inputs_ = 0;
}

void IntakeLog::tell(const ingest::Event& event) {
    ++counts_[static_cast<std::size_t>(event.outcome)];
    ++done_;
    failed_ += event.failed() ? 1 : 0;
    partial_ += event.status == "partial" && event.outcome != store::Outcome::copy ? 1 : 0;
    say(event);
    inputs_ += event.is_inside ? 0 : 1;
    progress_.update(inputs_);
}

void IntakeLog::say(const ingest::Event& event) {
    const std::string_view outcome = outcomes[static_cast<std::size_t>(event.outcome)];
    if (json_) {
        if (!quiet_ || event.failed()) {
            Line line(event.failed() ? "error" : event.status == "partial" ? "warning" : "info", outcome);
            line.text("source", event.source);
            line.text("name", event.name);
            line.text("status", event.status);
            line.text("cause", event.cause);
            write_error(line.end());
        }
    } else if (event.failed() && !event.cause.empty()) {
        progress_.clear();
        messages_.error(shown(event.source) + ": " + event.cause);
    } else if (event.status == "partial") {
        progress_.clear();
        messages_.warning(shown(event.source) + " is partial: " + event.cause);
    }
}

void IntakeLog::say_json(std::string_view level, std::string_view event, std::string_view message) {
    Line line(level, event);
    line.text("message", message);
    write_error(line.end());
}

void IntakeLog::warn(std::string_view message) {
    if (json_ && !quiet_) {
        say_json("warning", "note", message);
    } else if (!json_) {
        progress_.clear();
        messages_.warning(message);
    }
}

void IntakeLog::error(std::string_view message) {
    if (json_) {
        say_json("error", "stopped", message);
    } else {
        progress_.clear();
        messages_.error(message);
    }
}

void IntakeLog::finish(const std::string& store) {
    progress_.clear();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    if (!quiet_) {
        write_error(json_ ? summary_json(seconds, store) : summary(seconds, store));
    }
}

std::string IntakeLog::summary(double seconds, const std::string& store) const {
    using store::Outcome;
    char pace[64];
    std::snprintf(pace, sizeof pace, " in %.1f s (%.0f a second)", seconds, static_cast<double>(done_) / std::max(seconds, 0.001));
    std::string text = "dateline: " + counted(done_, done_ == 1 ? "document" : "documents") + pace + ": " + counted(count(Outcome::added), "new");
    for (const auto& [number, what] :
         {std::pair{count(Outcome::changed), "changed"}, {count(Outcome::again), "tried again"}, {count(Outcome::copy), count(Outcome::copy) == 1 ? "copy" : "copies"},
          {count(Outcome::unchanged) + count(Outcome::quarantined), "known"}, {count(Outcome::unreadable), "not there any more"}}) {
        if (number > 0) {
            text += ", " + counted(number, what);
        }
    }
    if (partial_ > 0) {
        text += "; " + counted(partial_, "partial");
    }
    if (failed_ > 0) {
        text += "; " + counted(failed_, "failed");
        if (count(Outcome::quarantined) > 0) {
            text += ", " + std::to_string(count(Outcome::quarantined)) + " of them before";
        }
        text += failed_ > count(Outcome::unreadable) ? "; 'dateline ingest --status --store " + store + "' lists them" : "";
    }
    return text + "\n";
}

std::string IntakeLog::summary_json(double seconds, const std::string& store) const {
    Line line("info", "summary");
    line.text("store", store);
    line.number("documents", static_cast<double>(done_));
    for (std::size_t outcome = 0; outcome < outcomes.size(); ++outcome) {
        line.number(outcomes[outcome], static_cast<double>(counts_[outcome]));
    }
    line.number("partial", static_cast<double>(partial_));
    line.number("failed", static_cast<double>(failed_));
    line.number("seconds", seconds);
    return line.end();
}

}  // namespace dateline::cli
