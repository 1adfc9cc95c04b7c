"""Names for findings that stay when lines above them come or go, so that a forge knows a finding again."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from generator.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding, unique in the list: of its file, rule and message, and a number."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in findings:
        alike = finding.path, finding.rule, finding.message.vi
        seen[alike] += 1
        name = "\0".join((*alike, str(seen[alike])))
        found.append(sha256(name.encode("utf-8", "surrogatepass")).hexdigest())
    return found
