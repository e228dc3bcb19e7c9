#include "words.h"

namespace roles {

Words::Words(const dateline::Host& host)
    : head(host.mask("head")),
      head_capital(host.mask("head-capital")),
      abbreviation(host.mask("abbreviation")),
      occupation(host.mask("occupation")),
      plural(host.mask("plural")),
      modifier(host.mask("modifier")),
      with_nation(host.mask("with-nation")),
      article(host.mask("article")),
      status(host.mask("status")),
      honorific(host.mask("honorific")),
      credential(host.mask("credential")),
      nation(host.mask("nation")),
      stop(host.mask("stop")),
      office(head | head_capital | abbreviation),
      last(office | occupation | plural),
      plural_list(host.list("plural")),
      status_list(host.list("status")),
      with_nation_list(host.list("with-nation")),
      honorific_list(host.list("honorific")),
      person(host.type("person")),
      organization(host.find_type("organization")),
      date(host.find_type("date")),
      place(host.find_type("place")),
      role(host.fact(person, "role")),
      title_field(host.field(role, "title")),
      organization_field(host.field(role, "organization")),
      status_field(host.field(role, "status")),
      label_is(host.label("is")),
      label_named(host.label("named")),
      label_pronoun(host.label("pronoun")),
      label_left(host.label("left")),
      capture_person(host.capture("p")) {}

Evidence::Evidence(const dateline::Host& host)
    : before_name(host.evidence("before-name")),
      apposition(host.evidence("apposition")),
      in_parentheses(host.evidence("in-parentheses")),
      after_dash(host.evidence("after-dash")),
      after_name(host.evidence("after-name")),
      own_line(host.evidence("own-line")),
      by_verb(host.evidence("by-verb")),
      by_pronoun(host.evidence("by-pronoun")),
      shared_plural(host.evidence("shared-plural")),
      office(host.evidence("office")),
      occupation(host.evidence("occupation")),
      long_title(host.evidence("long")),
      has_organization(host.evidence("has-organization")),
      generic_organization(host.evidence("generic-organization")),
      capital(host.evidence("capital")) {}

}  // namespace roles
