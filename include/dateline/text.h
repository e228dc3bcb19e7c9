/* dateline/text.h: the shapes of analysed text, shared by the host and every plugin.
 *
 * Plain C11, no functions. All offsets are bytes in the document's UTF-8 text, half-open [begin, end), and always lie
 * on character boundaries. Arrays of these structs travel with an element size beside them (see plugin.h), because
 * fields may be appended: step through an array by that size, never by sizeof. The host owns all memory; it lives
 * for the call it was passed to. Everything is read-only and may be read by any thread during that call.
 */
#ifndef DATELINE_TEXT_H
#define DATELINE_TEXT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A piece of UTF-8: `length` bytes at `data`, not terminated by NUL. `data` may be null when `length` is 0. */
typedef struct dateline_string {
    const char *data;
    uint64_t length;
} dateline_string;

/* What a token is made of: bits of dateline_token.flags. Exactly one of WORD, NUMBER, PUNCTUATION, ADDRESS is set. */
enum {
    DATELINE_TOKEN_WORD = 1u << 0,           /* has a letter: Mei, 21st, U.S., O'Brien, 's; each Han character is one */
    DATELINE_TOKEN_NUMBER = 1u << 1,         /* decimal digits only */
    DATELINE_TOKEN_PUNCTUATION = 1u << 2,    /* one punctuation mark or symbol */
    DATELINE_TOKEN_ADDRESS = 1u << 3,        /* a URL or e-mail address, whole */
    DATELINE_TOKEN_SPACE_BEFORE = 1u << 4,   /* white space, or the start of the text, stands before it */
    DATELINE_TOKEN_LINE_BEFORE = 1u << 5,    /* a line break stands before it (or it is the first token) */
    DATELINE_TOKEN_BLOCK_START = 1u << 6,    /* first token of a block */
    DATELINE_TOKEN_SENTENCE_START = 1u << 7, /* first token of a sentence */
    DATELINE_TOKEN_CAPITAL = 1u << 8,        /* its first letter is upper or title case */
    DATELINE_TOKEN_ALL_CAPITALS = 1u << 9,   /* two letters or more, none of them lower case */
    DATELINE_TOKEN_INNER_CAPITAL = 1u << 10, /* a capital after a lower-case letter or digit: intelliCloud, McDonald */
    DATELINE_TOKEN_LOWER = 1u << 11,         /* begins with a lower-case letter */
    DATELINE_TOKEN_INITIAL = 1u << 12,       /* capitals each with a full stop: J. or U.S. */
    DATELINE_TOKEN_HAS_DIGIT = 1u << 13,     /* holds a digit */
    DATELINE_TOKEN_HAN = 1u << 14            /* one Han character */
};

/* A token: a word, number, address or single punctuation mark. Tokens are in text order, do not overlap, never cross a
 * block, and never begin or end inside a grapheme cluster. */
typedef struct dateline_token {
    uint32_t begin, end;     /* bytes in the text */
    uint32_t folded;         /* where its folded form begins, bytes in dateline_document.folded */
    uint32_t folded_length;  /* bytes; folded: lower case, without diacritics, typographic quotes and hyphens made ASCII, &amp; made & */
    uint32_t sentence;       /* index of its sentence */
    uint32_t flags;          /* DATELINE_TOKEN_* */
    uint64_t hash;           /* of the folded form; the same on every machine and in every run of one interface revision */
} dateline_token;

/* A sentence: a run of tokens within one block. Every token belongs to exactly one. */
typedef struct dateline_sentence {
    uint32_t first_token, token_count;
    uint32_t block;          /* index of its block */
} dateline_sentence;

typedef enum dateline_block_kind {
    DATELINE_BLOCK_PARAGRAPH = 0,
    DATELINE_BLOCK_TITLE = 1,
    DATELINE_BLOCK_HEADING = 2,
    DATELINE_BLOCK_LIST_ITEM = 3,
    DATELINE_BLOCK_TABLE_ROW = 4,
    DATELINE_BLOCK_CAPTION = 5,
    DATELINE_BLOCK_QUOTE = 6
} dateline_block_kind;

/* A block: a title, paragraph, list item and so on, as the reader found it. Blocks are in order and do not overlap. */
typedef struct dateline_block {
    uint32_t begin, end;                 /* bytes in the text */
    uint32_t kind;                       /* dateline_block_kind; take an unknown one for a paragraph */
    uint32_t first_sentence, sentence_count; /* filled in by the host's analysis; readers leave 0 */
    uint32_t source_part;                /* page of a PDF, part of a mail, 1, 2, …, where the block begins; 0 when unknown, or there are none */
    uint64_t source_begin, source_end;   /* bytes in the document as it was received; both 0 when unknown */
} dateline_block;

#ifdef __cplusplus
}
#endif
#endif
