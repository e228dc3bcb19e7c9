/// A walk over the body of an OpenDocument text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "../common/composer.h"
#include "xml.h"

namespace office {

class OdtBody {
public:
    explicit OdtBody(common::Composer& composer) : composer_(composer) {}

    /// Takes the styles in (the children of office:automatic-styles and office:styles).
    void styles(const pugi::xml_node& parent);
    /// Adds the blocks of everything under `parent`, then those of the notes in it.
    void read(const pugi::xml_node& parent);
    bool is_cut() const { return cut_; }

private:
    void blocks(const pugi::xml_node& parent, int depth);
    void paragraph(const pugi::xml_node& node, int depth);
    void inlines(const pugi::xml_node& parent, int depth);
    void inline_element(const pugi::xml_node& node, int depth);
    void rows(const pugi::xml_node& table, int depth);
    void row(const pugi::xml_node& node, int depth);
    void boxes(int depth);
    dateline_block_kind kind(const pugi::xml_node& paragraph) const;

    common::Composer& composer_;
    std::map<std::string, std::string, std::less<>> parents_;  ///< style, the one it is made of
    std::set<std::string, std::less<>> hidden_;                ///< styles of text that is not shown
    std::vector<pugi::xml_node> boxes_, notes_;
    int lists_ = 0;
    bool in_row_ = false, cut_ = false;
};

}  // namespace office
