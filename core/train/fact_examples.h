/// Facts of annotated articles as the trainer sees them: those that exclude each other as one decision, and which of them the gold states.
#pragma once

#include <span>

#include "core/evaluate/gold.h"
#include "core/learn/fact_page.h"
#include "core/pipeline/pipeline.h"
#include "core/train/examples.h"

namespace dateline::train {

class FactExampleMaker {
public:
    /// `engine` has learned features of mentions; its verdicts on these are taken as they are.
    FactExampleMaker(const pipeline::Engine& engine, Units& units);
    /// Of the facts whose kind the gold tells: roles, events and organizations of bases. `result` is the engine's for the article.
    Article make(const evaluate::Gold& gold, const pipeline::Result& result);

private:
    Example example(const Fact& fact);

    const pipeline::Engine& engine_;
    Units& units_;
    learn::Page page_;
    learn::FactPage facts_;
};

}  // namespace dateline::train
