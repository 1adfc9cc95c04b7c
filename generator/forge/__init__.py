"""Forges: where proposals are made and answered. Their interfaces for programs, in one shape for all.

Only what an answer to a proposal takes. What is read from a forge or from files that another job left is
hostile until somebody has looked.

api        questions and answers over HTTP, page by page
github     a repository on GitHub
gitlab     a project on GitLab
sticky     the one comment that is kept current, and the labels
leftovers  the files that another job left behind
"""

from generator.forge.github import GitHub
from generator.forge.gitlab import GitLab
from generator.forge.leftovers import left_behind
from generator.forge.sticky import Answer, Comment, Forge, checked, is_answered, reply

__all__ = [
    "Answer", "Comment", "Forge", "GitHub", "GitLab", "checked", "is_answered", "left_behind", "reply",
]  # fmt: skip
