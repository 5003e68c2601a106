"""What the scripts share that fit weights to lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression

from assistant.language import LineVectors

Rows = NDArray[np.float64]


def rows_of(meanings: Rows, vectors: LineVectors, lines: Sequence[str]) -> Any:
    """The lines' vectors, sparse; ``meanings`` are the sentence model's part."""
    return hstack([csr_matrix(meanings), vstack([csr_matrix(vectors.words(line)) for line in lines])]).tocsr()


def fitted(rows: Any, right: NDArray[np.bool_]) -> Rows:
    """One row of weights, the constant last."""
    model = LogisticRegression(C=4.0, class_weight="balanced", max_iter=3000).fit(rows, right)
    return np.append(model.coef_[0], model.intercept_[0])


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
