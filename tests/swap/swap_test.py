"""Extraction must not live on the samples' own names: with others in their places it finds as much.

    swap_test.py DATELINE [unittest options]
"""
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import unittest

import dates
import swap

SAMPLES = sorted((pathlib.Path(__file__).parents[2] / "samples").glob("*.ann"))
RUNS = 20
ALLOWED_LOSS = 0.03
dateline = ""


def figures(folder):
    """F1 of each measure, as dateline eval prints it."""
    table = subprocess.run([dateline, "eval", str(folder)], check=True, capture_output=True, text=True).stdout
    return {row[0]: float(row[3]) for row in map(str.split, table.splitlines()[1:])}


class Swap(unittest.TestCase):
    def swapped(self, seed):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        swap.swap(seed, SAMPLES, pathlib.Path(folder.name))
        return pathlib.Path(folder.name)

    def test_every_word_of_the_list_is_in_a_sample_and_is_swapped(self):
        before = "".join(path.read_text(encoding="utf-8") for path in SAMPLES)
        after = "".join(path.read_text(encoding="utf-8") for path in self.swapped(1).glob("*.ann"))
        for _, words in swap.words_to_swap():
            for word in words.split(" / "):
                pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
                self.assertTrue(pattern.search(before), f"no sample holds {word}")
                self.assertFalse(pattern.search(after), f"{word} is still there")

    def test_every_person_is_swapped(self):
        folder = self.swapped(1)
        for path in SAMPLES:
            people = lambda file: {text for kind, text in swap.MARK.findall(file.read_text(encoding="utf-8")) if kind == "P"}
            self.assertFalse(people(path) & people(folder / path.name), path.name)

    def test_the_same_seed_gives_the_same_articles(self):
        first, second = (sorted(file.read_text(encoding="utf-8") for file in self.swapped(7).iterdir()) for _ in range(2))
        self.assertEqual(first, second)

    def test_dates_move_in_words_as_in_values(self):
        move = dates.Move(60, "2024-04-01")
        self.assertEqual(move.value("2024-04-01"), "2025-05-26")
        self.assertEqual(move.text("2024-03-21", "March 21st"), "May 15th")
        self.assertEqual(move.text("2023-09-08", "Sept. 8, 2023"), "Nov. 1, 2024")
        self.assertEqual(move.text("2024-03-03/2024-03-05", "March 3 to March 5, 2024"), "April 27 to April 29, 2025")
        self.assertEqual(move.text("2024-02", "February 2024"), "March 2025")
        self.assertEqual(move.text("2024", "2024"), "2025")
        self.assertEqual(move.text("2024-03-29", "Friday"), "Friday")

    def test_as_much_is_found_with_other_names(self):
        samples = figures(SAMPLES[0].parent)
        runs = [figures(self.swapped(seed)) for seed in range(1, RUNS + 1)]
        print(f"{'measure':14}{'samples':>8}{'swapped':>8}{'lowest':>8}")
        for measure, value in samples.items():
            values = [run[measure] for run in runs]
            print(f"{measure:14}{value:8.3f}{statistics.mean(values):8.3f}{min(values):8.3f}")
        before, after = statistics.mean(samples.values()), statistics.mean(statistics.mean(run.values()) for run in runs)
        print(f"mean F1 {before:.3f}, with other names {after:.3f}")
        self.assertGreaterEqual(after, before - ALLOWED_LOSS)


if __name__ == "__main__":
    dateline = sys.argv.pop(1)
    unittest.main()
