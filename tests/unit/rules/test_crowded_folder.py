"""Folders of more files than a forge lists, which are too many for a folder of cases."""

from generator.catalogue import Catalogue
from generator.rules.crowded_folder import check
from tests.harness import GRASSROOTS, base_game

PROGRAMME = base_game().programme
LIMIT = int(PROGRAMME.data["limits"]["folder_files"])
FOLDER = GRASSROOTS.rpartition("/")[0]


def _catalogue(folder: str, files: int) -> Catalogue:
    names = {f"{folder}/{number}.yml" for number in range(files)}
    return Catalogue(PROGRAMME, frozenset(names | {f"submissions/le-chan/{n}/union.yml" for n in range(5)}))


def test_a_crowded_folder_is_told_at_its_union() -> None:
    ((path, problem),) = check(_catalogue(FOLDER, LIMIT + 1))
    assert path == GRASSROOTS
    assert problem.message.vi == f"Thư mục {FOLDER} có 1.001 tệp, nhiều hơn 1.000."
    assert problem.message.en == f"The folder {FOLDER} holds 1,001 files, more than 1,000."


def test_photos_are_told_at_the_union_as_well() -> None:
    ((path, _),) = check(_catalogue(f"{FOLDER}/images", LIMIT + 1))
    assert path == GRASSROOTS


def test_a_full_folder_is_fine() -> None:
    assert not list(check(_catalogue(FOLDER, LIMIT)))
