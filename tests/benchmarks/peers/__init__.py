"""The peers that sangkien is measured beside, and what each side does and does not do.

All read the same synthetic entries, one file each, and run in turn on the same otherwise idle machine, one
whole round after the other. What was read or written before is in the system's cache for all of them, and
written to disk before a clock starts. Making the inputs, and removing earlier outputs, is not counted.

**sangkien** does everything it does for the public: checks every file against schema and rules, and writes
the entries, all pages of unions, phases, kinds and fields with lists by month and charts in two languages,
related entries, guides, search index, feeds, open data as JSON, CSV, workbooks and a database. The clean
build starts without public folder and store; the build after a change is `sangkien build` with one title
changed.

**Hugo** gets one content file an entry with front matter in JSON (quicker than YAML here), and with phase,
month and credited author already worked out. It writes the entries with the same fields, lists of 100 by
union, union and phase, phase, kind and field, and the figures of all these, in one language, with the same
style sheet. It draws only simple charts, and makes no related entries, guides, search, feeds, open data; it
checks nothing. All that it does not need is switched off, what every page repeats is cached
(`partialCached`), figures of a union are counted once, and it uses all processors. Its own program is run,
not the Python wrapper. After a change it is run again over its earlier output, since it builds everything
each time; its development server is not compared, because it ends with its process.

**MkDocs** gets one Markdown page an entry, without plugins, in a plain theme that does not draw the
navigation on every page: with its own themes, which do, its time grows with the square of the number of
pages. Lists and figures are made for it beforehand and not counted. It is in no budget, and runs for 2,000
entries at most.

**check-jsonschema** checks the same files against the same schema with the programme's vocabularies put in,
in as few processes one after the other as the length of a command line allows. It knows nothing of our
rules: identities of people, dates, sums, images, unions; those are checked on our side only. Our cold
validation uses all processors, check-jsonschema one: compare processor times too.

**Pagefind** indexes the article of each entry page that Hugo wrote, and opens no other pages, with the same
filters (benefit only for sorting). Our search index alone is made as in a build, from entries that are
already checked and kept, as Pagefind's are already rendered.
"""
