/* Amounts of money, and who pays them: a plugin in C. The patterns are in data/money.rules; this turns their matches into candidates and facts. */
#include <stdlib.h>
#include <string.h>

#include <dateline/plugin.h>

/* What load() looks up; shared by all instances, and only read. */
struct ids {
    uint32_t amount, currency, value, payer, organization;               /* of the manifest */
    uint32_t is_amount, is_payer, by_currency, by_payer;                  /* labels and evidences of the data */
    uint32_t c, n, s, p, a;                                               /* captures of the rules */
};

static dateline_string string(const char *text) { return (dateline_string){text, strlen(text)}; }

static dateline_status load(const dateline_host *host, void **shared) {
    void *context = host->context;
    struct ids *ids = malloc(sizeof *ids);
    if (ids == NULL) return DATELINE_FAILED;
    ids->amount = host->find_type(context, string("amount"));
    ids->currency = host->find_attribute(context, ids->amount, string("currency"));
    ids->value = host->find_attribute(context, ids->amount, string("value"));
    ids->payer = host->find_fact(context, ids->amount, string("payer"));
    ids->organization = host->find_field(context, ids->payer, string("organization"));
    ids->is_amount = host->find_label(context, string("amount"));
    ids->is_payer = host->find_label(context, string("payer"));
    ids->by_currency = host->find_evidence(context, string("currency"));
    ids->by_payer = host->find_evidence(context, string("payer"));
    ids->c = host->find_capture(context, string("c"));
    ids->n = host->find_capture(context, string("n"));
    ids->s = host->find_capture(context, string("s"));
    ids->p = host->find_capture(context, string("p"));
    ids->a = host->find_capture(context, string("a"));
    *shared = ids;
    if (ids->amount != DATELINE_NONE && ids->organization != DATELINE_NONE && ids->by_currency != DATELINE_NONE && ids->by_payer != DATELINE_NONE) return DATELINE_OK;
    free(ids);
    host->set_error(context, string("plugin.json or data/evidence.tsv lacks a name that load looks up"));
    return DATELINE_FAILED;
}

/* Elements may be larger than this header knows, so arrays are stepped through by the size that comes with them. */
static const void *at(const void *array, uint64_t index, uint64_t size) { return (const char *)array + index * size; }

static const dateline_token *token(const dateline_document *d, uint64_t index) { return at(d->tokens, index, d->token_size); }

static const dateline_capture *capture(const dateline_document *d, const dateline_match *m, uint32_t name) {
    for (uint32_t i = 0; i < m->capture_count; ++i) {
        const dateline_capture *c = at(d->captures, m->first_capture + i, d->capture_size);
        if (c->name == name) return c;
    }
    return NULL;
}

/* "2,300.5" is 2300.5, whatever the locale. */
static double number(dateline_string digits) {
    double value = 0, unit = 1;
    int decimals = 0;
    for (uint64_t i = 0; i < digits.length; ++i) {
        if (digits.data[i] == '.') decimals = 1;
        if (digits.data[i] < '0' || digits.data[i] > '9') continue;
        value = value * 10 + (digits.data[i] - '0');
        if (decimals) unit *= 10;
    }
    return value / unit;
}

static dateline_status extract(void *instance, const dateline_document *d, const dateline_output *output) {
    const struct ids *ids = instance;
    for (uint64_t i = 0; i < d->match_count; ++i) {
        const dateline_match *m = at(d->matches, i, d->match_size);
        const dateline_capture *c = capture(d, m, ids->c), *n = capture(d, m, ids->n), *s = capture(d, m, ids->s);
        if (m->label != ids->is_amount || !c || !n) continue;
        const uint32_t begin = token(d, m->first_token)->begin, end = token(d, m->first_token + m->token_count - 1)->end;
        const uint32_t sign_begin = token(d, c->first_token)->begin, sign_end = token(d, c->first_token + c->token_count - 1)->end;
        const double value = number(n->value) * (s ? number(s->value) : 1);
        const dateline_evidence why = {ids->by_currency, sign_begin, sign_end, DATELINE_NONE};
        const dateline_value values[] = {{ids->currency, DATELINE_VALUE_STRING, c->value, 0, DATELINE_NONE, 0},
                                         {ids->value, DATELINE_VALUE_NUMBER, {NULL, 0}, value, DATELINE_NONE, 0}};
        const dateline_candidate candidate = {sizeof candidate, ids->amount, begin, end, string("money/amount"), &why, 1, sizeof why,
                                              values, 2, sizeof values[0], -1};
        output->add_candidate(output->context, &candidate);
    }
    return DATELINE_OK;
}

static dateline_status relate(void *instance, const dateline_document *d, const dateline_output *output) {
    const struct ids *ids = instance;
    for (uint64_t i = 0; i < d->match_count; ++i) {
        const dateline_match *m = at(d->matches, i, d->match_size);
        const dateline_capture *p = capture(d, m, ids->p), *a = capture(d, m, ids->a);
        if (m->label != ids->is_payer || !p || !a || p->mention == DATELINE_NONE || a->mention == DATELINE_NONE) continue;
        const dateline_mention *payer = at(d->mentions, p->mention, d->mention_size), *amount = at(d->mentions, a->mention, d->mention_size);
        const dateline_evidence why = {ids->by_payer, payer->begin, payer->end, DATELINE_NONE};
        const dateline_value who = {ids->organization, DATELINE_VALUE_REFERENCE, {NULL, 0}, 0, payer->candidate, 0};
        const dateline_fact fact = {sizeof fact, ids->payer, amount->candidate, payer->begin, amount->end, 0, string("money/payer"),
                                    &why, 1, sizeof why, &who, 1, sizeof who, -1};
        output->add_fact(output->context, &fact);
    }
    return DATELINE_OK;
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_extractor extractor = {sizeof extractor, 0, extract, relate};
    static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {"money", 5}, {"0.1.0", 5},
                                           load, free, NULL, NULL, &extractor, NULL, NULL};
    return &plugin;
}
