"""The store's tables. Whoever changes them counts FORMAT up: a store of another format is made anew."""

FORMAT = 10
# What finds innovations in other orders than that of their IDs, by name.
INDEXES = {
    "entry_held": "entry (id) WHERE NOT published",
    "entry_newest": "entry (newest) WHERE published",
    "entry_kind": "entry (kind, month, applied_on) WHERE published AND NOT confidential",
    "entry_field": "entry (field, month, applied_on) WHERE published AND NOT confidential",
    "entry_phase": "entry (phase, month, applied_on) WHERE published AND NOT confidential",
    "entry_upper": "entry (upper, phase, month, applied_on) WHERE published AND NOT confidential",
    "entry_upper_month": "entry (upper, month, applied_on) WHERE published AND NOT confidential",
    "entry_photos": "entry (grassroots, images) WHERE published AND NOT confidential AND images != ''",
    "entry_month": "entry (month, applied_on) WHERE published AND NOT confidential",
    "entry_dark": "entry (field, id) WHERE published AND confidential",
}
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
  path TEXT PRIMARY KEY, signature TEXT NOT NULL, digest BLOB NOT NULL, findings TEXT
) WITHOUT ROWID;
CREATE INDEX file_findings ON file (path) WHERE findings IS NOT NULL;
CREATE TABLE crossing (path TEXT NOT NULL, finding TEXT NOT NULL);
CREATE TABLE union_ (
  id TEXT PRIMARY KEY, upper TEXT NOT NULL, data TEXT NOT NULL, digest BLOB NOT NULL,
  counted INTEGER, measure TEXT
) WITHOUT ROWID;
CREATE TABLE entry (
  id TEXT PRIMARY KEY, grassroots TEXT NOT NULL, upper TEXT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL,
  phase TEXT, applied_on TEXT NOT NULL, month TEXT NOT NULL,
  confidential INTEGER NOT NULL, newest TEXT NOT NULL,
  title TEXT NOT NULL, summary TEXT NOT NULL, benefit_vnd INTEGER, images TEXT NOT NULL, keys TEXT NOT NULL,
  digest INTEGER NOT NULL, card INTEGER NOT NULL, published INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;
CREATE TABLE content (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE list (
  dimension TEXT NOT NULL, key TEXT NOT NULL, month TEXT NOT NULL,
  number INTEGER NOT NULL, digest INTEGER NOT NULL,
  PRIMARY KEY (dimension, key, month)
) WITHOUT ROWID;
CREATE TABLE sketch (
  key INTEGER NOT NULL, day TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,
  PRIMARY KEY (key, day, id)
) WITHOUT ROWID;
CREATE TABLE touched (id TEXT PRIMARY KEY, moment INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE likened (
  entry INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest INTEGER NOT NULL, keys TEXT NOT NULL
);
CREATE TABLE similar (key INTEGER, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE history (
  union_ TEXT NOT NULL, name TEXT NOT NULL, added TEXT NOT NULL, added_on TEXT NOT NULL,
  changed TEXT NOT NULL, changed_on TEXT NOT NULL, digest INTEGER NOT NULL,
  PRIMARY KEY (union_, name)
) WITHOUT ROWID;
CREATE TABLE part (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE output (path TEXT PRIMARY KEY, part TEXT NOT NULL, digest BLOB NOT NULL, key TEXT) WITHOUT ROWID;
CREATE INDEX output_part ON output (part);
""" + "".join(f"CREATE INDEX {name} ON {what};\n" for name, what in INDEXES.items())
