/* Amounts of money, and who pays them: a plugin in C. The patterns are in data/money.rules; this turns their matches into candidates and facts. */
#include <dateline/extractor.h>

/* What load() looks up; shared by all instances, and only read. */
struct ids {
    uint32_t amount, currency, value, payer, organization;               /* of the manifest */
    uint32_t is_amount, is_payer, by_currency, by_payer;                  /* labels and evidences of the data */
    uint32_t c, n, s, p, a;                                               /* captures of the rules */
};

static dateline_status load(const dateline_host *host, void **shared) {
    const uint32_t amount = dateline_need_type(host, "amount"), payer = dateline_need_fact(host, amount, "payer");
    const struct ids ids = {
        amount, dateline_need_attribute(host, amount, "currency"), dateline_need_attribute(host, amount, "value"), payer, dateline_need_field(host, payer, "organization"),
        dateline_need_label(host, "amount"), dateline_need_label(host, "payer"), dateline_need_evidence(host, "currency"), dateline_need_evidence(host, "payer"),
        dateline_need_capture(host, "c"), dateline_need_capture(host, "n"), dateline_need_capture(host, "s"), dateline_need_capture(host, "p"), dateline_need_capture(host, "a")};
    return dateline_share(host, &ids, sizeof ids, shared);
}

static dateline_status extract(void *instance, const dateline_document *d, const dateline_output *output) {
    const struct ids *ids = instance;
    for (uint64_t i = 0; i < d->match_count; ++i) {
        const dateline_match *m = dateline_match_at(d, i);
        const dateline_capture *c = dateline_captured(d, m, ids->c), *n = dateline_captured(d, m, ids->n), *s = dateline_captured(d, m, ids->s);
        if (m->label != ids->is_amount || !c || !n) continue;
        dateline_draft draft = dateline_begin_draft(ids->amount, dateline_marked(d, m), "money/amount");
        dateline_because(&draft, ids->by_currency, dateline_words_of(d, c));
        dateline_with_string(&draft, ids->currency, c->value);
        dateline_with_number(&draft, ids->value, dateline_number(n->value) * (s ? dateline_number(s->value) : 1));
        dateline_add(output, &draft);
    }
    return DATELINE_OK;
}

static dateline_status relate(void *instance, const dateline_document *d, const dateline_output *output) {
    const struct ids *ids = instance;
    for (uint64_t i = 0; i < d->match_count; ++i) {
        const dateline_match *m = dateline_match_at(d, i);
        const dateline_capture *p = dateline_captured(d, m, ids->p), *a = dateline_captured(d, m, ids->a);
        if (m->label != ids->is_payer || !p || !a || p->mention == DATELINE_NONE || a->mention == DATELINE_NONE) continue;
        const dateline_mention *payer = dateline_mention_at(d, p->mention), *amount = dateline_mention_at(d, a->mention);
        const dateline_evidence why = {ids->by_payer, payer->begin, payer->end, DATELINE_NONE};
        const dateline_value who = {ids->organization, DATELINE_VALUE_REFERENCE, {NULL, 0}, 0, payer->candidate, 0};
        const dateline_fact fact = {sizeof fact, ids->payer, amount->candidate, payer->begin, amount->end, 0, dateline_text("money/payer"),
                                    &why, 1, sizeof why, &who, 1, sizeof who, -1};
        output->add_fact(output->context, &fact);
    }
    return DATELINE_OK;
}

DATELINE_C_EXTRACTOR("money", "0.1.0", load, extract, relate)
