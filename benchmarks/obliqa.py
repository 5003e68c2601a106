"""ObliQA through the product's own search, beside the baseline, over all of its passages.

    .venv/bin/python benchmarks/obliqa.py [--obliqa FOLDER] [--questions N]

Search's few numbers (k1, the share of meaning) were chosen on the questions whose id hashes to an even
number; what is reported are the others. R@10 is the share of a question's right passages among the first
ten, MAP@10 the precision at each of them over min(number of right passages, 10), both averaged.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import time
from pathlib import Path
from typing import Any

from assistant.evaluation.baseline import minilm
from assistant.evaluation.measures import average_precision, percentile, recall
from assistant.knowledge import Document, Index, Library, Paragraph, Search, Span
from assistant.language import Embedder
from assistant.settings import PROJECT

FOLDER = PROJECT.parent / "shared" / "benchmarks" / "obliqa"
CACHE = Path.home() / ".cache" / "debrief-benchmarks"
ANY_TIME = Span(None, None)
CHUNK, OVERLAP = 1000, 200


def read_library(folder: Path) -> tuple[Library, dict[tuple[int, str, str], str]]:
    """The passages as documents without notes, and the ids they go by here."""
    documents, ids = [], {}
    for path in sorted((folder / "documents").glob("*.json"), key=lambda path: int(path.stem)):
        paragraphs, seen = [], set()
        for passage in json.loads(path.read_text(encoding="utf-8")):
            text = passage["Passage"].strip()
            if not text:
                continue
            number = base = passage["PassageID"]
            n = 2
            while number in seen:
                number, n = f"{base}~{n}", n + 1
            seen.add(number)
            paragraph = Paragraph(f"OBLIQA-{path.stem}", number, "", text)
            paragraphs.append(paragraph)
            ids[(int(path.stem), base, text)] = paragraph.id
        title = f"ObliQA {path.stem}"
        documents.append(
            Document(
                paragraphs[0].document,
                title,
                title,
                "",
                "own",
                ANY_TIME,
                ANY_TIME,
                paragraphs=tuple(paragraphs),
            )
        )
    return Library(tuple(documents)), ids


def read_questions(folder: Path, ids: dict[tuple[int, str, str], str]) -> list[tuple[str, list[str]]]:
    """The reporting half: questions with the ids of their right passages."""
    found = []
    for each in json.loads((folder / "questions_dev.json").read_text(encoding="utf-8")):
        if int(hashlib.md5(each["QuestionID"].encode()).hexdigest(), 16) % 2 == 0:
            continue
        keys = [(p["DocumentID"], p["PassageID"], p["Passage"].strip()) for p in each["Passages"]]
        right = [ids[key] for key in keys if key in ids]
        if right:
            found.append((each["Question"], right))
    return found


def measure(orders: list[tuple[list[str], list[str]]], times: list[float]) -> dict[str, Any]:
    return {
        "recall_at_10": sum(recall(order, right) for order, right in orders) / len(orders),
        "map_at_10": sum(average_precision(order, right) for order, right in orders) / len(orders),
        "questions": len(orders),
        "p50_ms": percentile(times, 0.5),
        "p95_ms": percentile(times, 0.95),
    }


def debrief(search: Search, questions: list[tuple[str, list[str]]]) -> dict[str, Any]:
    orders, times = [], []
    for question, right in questions:
        start = time.perf_counter()
        found = search.find(question)
        times.append((time.perf_counter() - start) * 1000)
        orders.append(([passage.paragraph.id for passage in found.passages], right))
    return measure(orders, times)


def baseline(library: Library, embedder: Embedder, questions: list[tuple[str, list[str]]]) -> dict[str, Any]:
    """LangChain's recursive splitter over each passage, MiniLM and Chroma; a chunk is its passage."""
    import chromadb
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
    chunks = [(p.id, chunk) for p in library.paragraphs for chunk in splitter.split_text(p.text)]
    client = chromadb.PersistentClient(str(CACHE / "baseline"))
    collection = client.get_or_create_collection(
        "obliqa", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    for at in range(collection.count(), len(chunks), 1000):
        batch = chunks[at : at + 1000]
        collection.upsert(
            ids=[f"{at + n} {id}" for n, (id, _) in enumerate(batch)],
            embeddings=embedder.encode([text for _, text in batch]),
        )
    orders, times = [], []
    for question, right in questions:
        start = time.perf_counter()
        vector = embedder.encode([question])[0]
        found = collection.query(query_embeddings=[vector], n_results=20)["ids"][0]
        times.append((time.perf_counter() - start) * 1000)
        orders.append((list(dict.fromkeys(id.split(" ", 1)[1] for id in found)), right))
    return measure(orders, times)


def run(folder: Path = FOLDER, count: int | None = None) -> dict[str, Any]:
    library, ids = read_library(folder)
    questions = read_questions(folder, ids)[:count]
    embedder = Embedder()
    start = time.perf_counter()
    search = Search(library, Index(CACHE / "index", embedder))
    words_ready = time.perf_counter() - start
    start = time.perf_counter()
    embedded = search.refresh()
    built = time.perf_counter() - start
    report: dict[str, Any] = {
        "passages": len(list(library.paragraphs)),
        "words_ready_s": words_ready,
        "entries_embedded": embedded,
        "index_s": built,
        "debrief": debrief(search, questions),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    report["baseline"] = baseline(library, minilm(), questions)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--obliqa", type=Path, default=FOLDER)
    parser.add_argument("--questions", type=int, help="only the first so many")
    options = parser.parse_args()
    if not options.obliqa.exists():
        raise SystemExit(f"{options.obliqa} is not there. Give the folder of ObliQA with --obliqa.")
    print(json.dumps(run(options.obliqa, options.questions), indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
