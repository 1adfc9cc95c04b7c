"""The parts that depend on no single innovation: the theme, guides, files awaiting correction."""

from collections.abc import Iterator

from generator.pages import guide, overview
from generator.parts.desk import Desk, File
from generator.repository import tree_digest


def plan(desk: Desk) -> Iterator[tuple[str, str]]:
    """The theme's files, the guides, the page “Đang chờ sửa”, the page for unknown addresses."""
    repository = desk.repository
    yield "assets", tree_digest(repository.theme / "assets")
    if repository.guides.is_dir():
        guides = tree_digest(repository.guides) + repository.read("mkdocs.yml").hex()
        yield "guides", desk.fingerprint(("guide.html",), guides)
    errors = [
        (f.path, f.line, f.column, f.message.vi, f.hint.vi) for f in desk.findings if f.severity == "error"
    ]
    yield "pending", desk.fingerprint(("pending.html",), errors, desk.waiting)
    yield "not-found", desk.fingerprint(("not_found.html",))


def make(desk: Desk, name: str) -> Iterator[File]:
    """The files of the part `name`."""
    if name == "assets":
        folder = desk.repository.theme / "assets"
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"assets/{path.relative_to(folder).as_posix()}", path.read_bytes()
    elif name == "guides":
        # Loading MkDocs takes longer than many a build.
        from generator.guides import render_guides

        for found in render_guides(desk.repository.root, desk.languages):
            page = guide.guide(desk.programme, found.path, found.title, found.html, found.toc, found.language)
            yield from desk.render([page])
    elif name == "pending":
        yield from desk.render(
            overview.pending(desk.snapshot, desk.findings, desk.waiting, lang) for lang in desk.languages
        )
    else:
        yield from desk.render(overview.not_found(desk.snapshot, lang) for lang in desk.languages)
