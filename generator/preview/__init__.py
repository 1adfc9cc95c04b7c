"""The reviewer's report: one proposal, told so that a person can decide. Pure: Markdown comes out.

dossier    what is told, the verdict and the labels
fields     a file's fields as rows, and what differs between two versions
escaping   contributors' text, so that it stays text
report     the whole
"""

from generator.preview.dossier import LABELS, Dossier, Edit, Likeness, Shift, Verdict
from generator.preview.report import report

__all__ = ["LABELS", "Dossier", "Edit", "Likeness", "Shift", "Verdict", "report"]
