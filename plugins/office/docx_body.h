/// A walk over the body of a Word document, a note or a text box.
#pragma once

#include <string>
#include <vector>

#include "../common/composer.h"
#include "docx_styles.h"
#include "xml.h"

namespace office {

class DocxBody {
public:
    DocxBody(const DocxStyles& styles, common::Composer& composer) : styles_(styles), composer_(composer) {}

    /// Adds the blocks of everything under `parent`.
    void blocks(const pugi::xml_node& parent, int depth = 0);

    /// Ids of footnotes and endnotes that were referred to, in order.
    const std::vector<std::string>& footnotes() const { return footnotes_; }
    const std::vector<std::string>& endnotes() const { return endnotes_; }
    /// Ids of embedded files whose text stands in the body.
    const std::vector<std::string>& chunks() const { return chunks_; }
    bool is_cut() const { return cut_; }

private:
    void paragraph(const pugi::xml_node& node, int depth);
    void inlines(const pugi::xml_node& parent, int depth);
    void inline_element(const pugi::xml_node& node, int depth);
    void table(const pugi::xml_node& node, int depth);
    void row(const pugi::xml_node& node, int depth);
    void boxes(int depth);

    const DocxStyles& styles_;
    common::Composer& composer_;
    std::vector<pugi::xml_node> boxes_;  ///< text boxes anchored in the paragraph that is being read
    std::vector<std::string> footnotes_, endnotes_, chunks_;
    bool in_row_ = false, merges_ = false, cut_ = false;
};

}  // namespace office
