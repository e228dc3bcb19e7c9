-- The tables of a store. docs/STORE.md tells those who query it what they mean and what they may rely on.

CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO state VALUES ('cursor', 0);  -- the last one given; never goes back, whatever is deleted

-- A row for each version of each name.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, whatever is deleted
  cursor INTEGER NOT NULL UNIQUE,        -- in the order of the commits
  name TEXT NOT NULL,                    -- absolute path, or -:ID for standard input; OUTER!/INNER inside another document
  version INTEGER NOT NULL,              -- 1, 2, … of this name
  status TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'failed', 'copy')),
  attempts INTEGER NOT NULL,
  cause TEXT,                            -- why it failed or is partial
  same_as INTEGER REFERENCES documents,  -- of a copy: the document with another name that has these bytes
  parent INTEGER REFERENCES documents,   -- the newest version of the outer document that has this one
  source TEXT NOT NULL,                  -- the name as it was given
  sha256 TEXT,                           -- null when the bytes could not be had
  bytes INTEGER,
  media_type TEXT,
  title TEXT,
  language TEXT,
  published TEXT,
  added TEXT NOT NULL,                   -- when this version came in, UTC, 2024-04-01T12:30:00.000Z
  done TEXT NOT NULL,                    -- when the last attempt ended
  UNIQUE (name, version)
);
CREATE INDEX documents_by_sha256 ON documents (sha256);
CREATE INDEX documents_failed ON documents (name) WHERE status = 'failed';

-- What is long, apart, so that documents are quick to look through.
CREATE TABLE records (
  document INTEGER PRIMARY KEY REFERENCES documents,
  record TEXT NOT NULL,                  -- the JSON object that 'dateline extract' writes
  text TEXT                              -- what start and end count in; null when the document failed
);

CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents,
  entity TEXT NOT NULL,                  -- the record's id: o1
  type TEXT NOT NULL,                    -- organization
  name TEXT NOT NULL,                    -- of a date: its value
  PRIMARY KEY (document, entity)
) WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name, type);

CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents,
  entity TEXT NOT NULL,
  number INTEGER NOT NULL,               -- 1, 2, … of this entity
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, entity, number)
) WITHOUT ROWID;

CREATE TABLE facts (
  document INTEGER NOT NULL REFERENCES documents,
  number INTEGER NOT NULL,               -- 1, 2, … of this document
  entity TEXT NOT NULL,                  -- whom it is about
  fact TEXT NOT NULL,                    -- role, event, organization, alias …
  fields TEXT NOT NULL,                  -- a JSON object; names stand in it where the record has ids
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

-- What failed, as it came, so that it can be tried again even when its file is gone.
CREATE TABLE quarantine (
  document INTEGER PRIMARY KEY REFERENCES documents,
  content BLOB NOT NULL
);

CREATE VIRTUAL TABLE search USING fts5 (text, content = 'records', content_rowid = 'document', tokenize = 'unicode61 remove_diacritics 2');

-- To forget a version, delete its row here: what hangs on it goes too, and copies of it, which are taken in anew when their files are met again.
CREATE TRIGGER documents_deleted BEFORE DELETE ON documents BEGIN
  INSERT INTO search (search, rowid, text) SELECT 'delete', document, text FROM records WHERE document = old.id AND text IS NOT NULL;
  DELETE FROM records WHERE document = old.id;
  DELETE FROM entities WHERE document = old.id;
  DELETE FROM mentions WHERE document = old.id;
  DELETE FROM facts WHERE document = old.id;
  DELETE FROM quarantine WHERE document = old.id;
  DELETE FROM documents WHERE same_as = old.id;
END;
