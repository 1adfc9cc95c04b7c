"""The peers' programs, in an environment of their own, as tests/benchmarks/requirements.txt locks them.

Where a package only wraps a program, the program itself is run: Python's start is not counted against it.
"""

import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[1] / "requirements.txt"
PEERS = ("hugo", "mkdocs", "check-jsonschema", "pagefind-bin")


@dataclass(frozen=True)
class Tools:
    """The virtual environment in `folder`."""

    folder: Path

    @property
    def mkdocs(self) -> Path:
        return self.folder / "bin" / "mkdocs"

    @property
    def check_jsonschema(self) -> Path:
        return self.folder / "bin" / "check-jsonschema"

    @property
    def hugo(self) -> Path:
        return self._packages / "hugo" / "binaries" / "hugo"

    @property
    def pagefind(self) -> Path:
        return self._packages / "pagefind_bin" / "pagefind"

    @property
    def versions(self) -> dict[str, str]:
        """The version of each peer."""
        found = {d.name.replace("_", "-"): d.version for d in distributions(path=[str(self._packages)])}
        return {name: found[name] for name in PEERS}

    @property
    def _packages(self) -> Path:
        places = {"base": str(self.folder), "platbase": str(self.folder)}
        return Path(sysconfig.get_path("purelib", "venv", vars=places))


def install(folder: Path) -> Tools:
    """The tools in `folder`, installed unless these very versions are there."""
    done = folder / "installed.txt"
    wanted = REQUIREMENTS.read_text("utf-8")
    if not done.exists() or done.read_text("utf-8") != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        pip = (folder / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check")
        subprocess.run([*pip, "install", "--require-hashes", "-r", REQUIREMENTS], check=True)
        done.write_text(wanted, "utf-8")
    return Tools(folder)
