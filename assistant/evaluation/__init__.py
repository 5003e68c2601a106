"""Measuring search and answers on labelled questions, beside the obvious alternative."""

from assistant.evaluation.evaluating import evaluate, printed

__all__ = ["evaluate", "printed"]
