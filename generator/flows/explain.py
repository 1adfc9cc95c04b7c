"""`sangkien explain`: what a rule asks, why, and how it looks right and wrong."""

from generator.manual import explain as page
from generator.problems import Refusal
from generator.rules import all_rules
from generator.text import closest


def explain(rule_id: str | None, language: str) -> str:
    """One rule's page, or a line for every rule. Raises Refusal for a rule that does not exist."""
    rules = all_rules()
    if rule_id is None:
        width = max(map(len, rules))
        return "\n".join(f"{rule.id:{width}}  {rule.manual.title.get(language)}" for rule in rules.values())
    if rule_id not in rules:
        likely = closest(rule_id, rules)
        raise Refusal(
            f"Không có quy tắc “{rule_id}”."
            + (f" Có phải “{likely}” không?" if likely else "")
            + " Xem mọi quy tắc bằng lệnh: sangkien explain",
            f"There is no rule “{rule_id}”."
            + (f" Did you mean “{likely}”?" if likely else "")
            + " For a list of all rules: sangkien explain --lang en",
        )
    return page(rules[rule_id], language)
