"""The installed package, compared with the command: test_dateline.py DATELINE SOURCE_FOLDER TEST_PLUGINS, run by tests/install/wheel."""
import io
import itertools
import json
import logging
import pathlib
import subprocess
import sys
import tarfile
import threading
import unittest

import dateline

COMMAND, SOURCE, PLUGINS = (pathlib.Path(argument) for argument in sys.argv[1:4])
SAMPLES = sorted((SOURCE / "samples").glob("*.txt"))
ENGINE = dateline.Engine()


def command(*arguments):
    return subprocess.run([COMMAND, *arguments], check=True, capture_output=True, text=True).stdout


def archive():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, content in (("first.txt", b"Li Na spoke."), ("second.txt", b"Park Seo-jun listened.")):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


class Extract(unittest.TestCase):
    def test_gives_what_the_command_gives(self):
        for path in SAMPLES:
            self.assertEqual(ENGINE.extract(path), json.loads(command("extract", path)), path)

    def test_takes_bytes_and_text(self):
        path = SAMPLES[0]
        of_file = ENGINE.extract(path)
        self.assertEqual(ENGINE.extract(path.read_bytes(), name=str(path)), of_file)
        self.assertEqual(ENGINE.extract(path.read_text(encoding="utf-8"))["entities"], of_file["entities"])
        self.assertEqual(ENGINE.read("<p>Li Na über</p>", media_type="text/html").text, "Li Na über")
        self.assertEqual(ENGINE.read("<p>Café".encode("cp1252"), media_type="text/html", charset="windows-1252").text, "Café")

    def test_refuses_what_is_no_document(self):
        with self.assertRaisesRegex(TypeError, "a document is a str, bytes or a pathlib.Path, not int"):
            ENGINE.extract(5)
        with self.assertRaises(TypeError):
            ENGINE.extract(SAMPLES[0], charset="utf-8")

    def test_gives_the_documents_inside(self):
        records = ENGINE.extract_all(archive(), name="two.tar")
        self.assertEqual([record["document"]["source"] for record in records], ["two.tar", "two.tar!/first.txt", "two.tar!/second.txt"])
        document = ENGINE.read(archive())
        self.assertEqual([inner.people[0].name for inner in document.inner], ["Li Na", "Park Seo-jun"])

    def test_a_document_that_failed_is_a_result(self):
        document = ENGINE.read(pathlib.Path("/nowhere.txt"))
        self.assertEqual((document.status, document.text, document.entities), ("failed", "", ()))
        self.assertEqual(document.diagnostics[-1]["message"], "The file cannot be read: No such file or directory.")


class Walk(unittest.TestCase):
    def setUp(self):
        self.path = SOURCE / "samples" / "hospital-symposium.txt"
        self.document = ENGINE.read(self.path)

    def test_mentions_stand_in_the_text(self):
        self.assertEqual(self.document.text, command("text", self.path))
        starts = [mention.start for mention in self.document.mentions]
        self.assertEqual(starts, sorted(starts))
        self.assertGreater(len(starts), 20)
        for mention in self.document.mentions:
            self.assertEqual(self.document.text[mention.start : mention.end], mention.text)
            self.assertIn(mention, mention.entity.mentions)
            self.assertEqual(mention.type, mention.entity.type)
            self.assertIs(mention.entity.document, self.document)

    def test_collections_are_attributes(self):
        person = self.document.people[0]
        self.assertEqual((person.type, person.id, person.name), ("person", "p1", "Xiang Yuchen"))
        self.assertEqual(self.document.entity(person.roles[1]["organization"]).name, "Qingshui Central Hospital")
        self.assertEqual({entity.type for entity in self.document.entities}, {"date", "organization", "person", "base"})
        self.assertIsNone(self.document.dates[0].name)
        self.assertEqual(self.document.published, "2024-11-03")
        self.assertEqual(self.document.dates[0].mentions[0].anchor, None)
        with self.assertRaisesRegex(AttributeError, "no collection 'persons'; it has dates, organizations, people, bases"):
            self.document.persons
        with self.assertRaisesRegex(AttributeError, "no field 'title'"):
            person.title


class Pipe(unittest.TestCase):
    def test_keeps_the_order(self):
        paths = SAMPLES * 5
        documents = list(ENGINE.pipe(paths, jobs=3))
        self.assertEqual([document.source for document in documents], [str(path) for path in paths])
        self.assertEqual([d.record for d in documents[: len(SAMPLES)]], [ENGINE.extract(path) for path in SAMPLES])

    def test_reads_a_stream_without_end(self):
        taken = 0

        def texts():
            nonlocal taken
            while True:
                taken += 1
                yield f"Text {taken}"

        self.assertEqual([d.text for d in itertools.islice(ENGINE.pipe(texts(), jobs=2), 3)], ["Text 1", "Text 2", "Text 3"])
        self.assertLess(taken, 10)


class Engines(unittest.TestCase):
    def test_know_their_plugins_and_types(self):
        self.assertIn("people", [plugin.id for plugin in ENGINE.plugins])
        self.assertIn(("person", "people", True), ENGINE.types)
        self.assertEqual(ENGINE.schema(strict=True), json.loads(command("schema", "--strict")))

    def test_take_plugins_of_others(self):
        engine = dateline.Engine(plugins=[PLUGINS / "words"])
        self.assertEqual([word.mentions[0].length for word in engine.read("only One").words], [3])

    def test_say_what_is_wrong(self):
        with self.assertRaisesRegex(dateline.Error, "the plugin 'nothing' in "):
            dateline.Engine(plugins=[PLUGINS / "nothing"])
        with self.assertRaisesRegex(dateline.Error, "/nowhere"):
            dateline.Engine(model="/nowhere")

    def test_keep_limits(self):
        self.assertEqual(dateline.Engine(max_bytes=5).read("More than five").status, "failed")

    def test_log_what_plugins_say(self):
        with self.assertLogs("dateline", logging.INFO) as logs:
            dateline.Engine(plugins=[PLUGINS / "talker"], settings={"talker.greeting": "good morning"}).read("Two words")
        self.assertEqual([record.getMessage() for record in logs.records], ["plugin talker: good morning", "plugin talker: 2 tokens"])

    def test_serve_many_threads(self):
        expected = ENGINE.extract(SAMPLES[0])
        wrong = []
        threads = [threading.Thread(target=lambda: wrong.extend(1 for _ in range(5) if ENGINE.extract(SAMPLES[0]) != expected)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_have_the_version_of_the_command(self):
        self.assertEqual(command("--version").split()[1], dateline.__version__)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
