// Mails made here, as a run reads them: the mail's record and then one for each document in it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/read_document.h"

namespace dateline {

/// The mail first.
inline std::vector<Document> read_all(const std::string& bytes, const std::string& name = "release.eml") {
    static Reader reader(std::vector<std::string>{"text", "html", "mail"});
    return reader.read_all(bytes, name);
}

inline Document read(const std::string& bytes) { return read_all(bytes).front(); }

/// "release.eml!/a.pdf", one for each document.
inline std::vector<std::string> sources_of(const std::vector<Document>& all) {
    std::vector<std::string> sources;
    for (const Document& document : all) sources.push_back(document.source);
    return sources;
}

inline std::string mail(const std::string& fields, const std::string& rest) {
    return "From: Jane Doe <jane@northfield.example>\nTo: desk@example.org\nSubject: Laboratory opens\nDate: Tue, 05 Mar 2024 23:30:00 -0800\n"
           "MIME-Version: 1.0\n" +
           fields + "\n" + rest;
}

/// Parts with their headers, "Content-Type: text/plain\n\nText".
inline std::string multipart(const std::string& kind, const std::vector<std::string>& parts, const std::string& boundary = "edge") {
    std::string text = "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\n\n";
    for (const std::string& part : parts) text += "--" + boundary + "\n" + part + "\n";
    return text + "--" + boundary + "--\n";
}

inline std::string mail_of(const std::string& kind, const std::vector<std::string>& parts) {
    std::string whole = mail("", "");
    whole.pop_back();
    return whole + multipart(kind, parts);
}

}  // namespace dateline
