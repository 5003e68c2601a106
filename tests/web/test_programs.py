"""Other programs call the page by stable names."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from page_steps import PROJECT, Served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def client(served: Served) -> Client:
    """A program that calls the page, once search goes by meaning too."""
    client = Client(served.address, verbose=False)
    ends = time.monotonic() + 60
    while client.predict("What is a walk-in?", api_name="/ask")["engine"] == "words":
        assert time.monotonic() < ends, "the index is not ready"
        time.sleep(0.2)
    return client


def test_only_the_named_events_are_offered(client: Client) -> None:
    offered = client.view_api(return_format="dict", print_info=False)
    assert set(offered["named_endpoints"]) == {
        "/ask",
        "/duties",
        "/paragraph",
        "/cases",
        "/documents",
        "/questionnaire",
        "/wording",
    }
    assert not offered["unnamed_endpoints"]


def test_ask_gives_the_object_that_the_command_prints(client: Client) -> None:
    answer = client.predict("Show paragraph 9.b of NSCID 13", "1955", api_name="/ask")
    assert answer["status"] == "answered"
    assert answer["as_of"] == "1955-12-31"
    assert [citation["id"] for citation in answer["citations"]] == ["NSCID-13#9.b"]


def test_ask_reads_the_history(client: Client) -> None:
    alone = client.predict("And what is it exactly?", api_name="/ask")
    leaning = client.predict("And what is it exactly?", history=["What is inducement?"], api_name="/ask")
    assert alone["citations"] != leaning["citations"]


def test_paragraph_duties_cases_documents(client: Client) -> None:
    paragraph = client.predict("dcid-4/2#5.a.2", api_name="/paragraph")
    assert (paragraph["id"], paragraph["withheld"]) == ("DCID-4/2#5.a.2", "whole")
    rows = client.predict(document="NSCID-13", force="directive", api_name="/duties")
    assert rows
    assert {row["id"].partition("#")[0] for row in rows} == {"NSCID-13"}
    assert client.predict(as_of="1949", force="directive", api_name="/duties") == []
    assert len(client.predict(api_name="/cases")) == 20
    assert {"MI5-1948", "NSCID-13", "STATE-90262", "DCID-4/2"} <= {
        document["id"] for document in client.predict(api_name="/documents")
    }


def test_questionnaire_gives_the_object_that_a_plan_is_exported_as(client: Client) -> None:
    plan = client.predict(
        "cover_name: Kestrel\npost: cipher clerk of an embassy\n",
        ["CIA", "STATE"],
        "first contact",
        60,
        1,
        api_name="/questionnaire",
    )
    assert plan["subject"] == {"cover_name": "Kestrel", "post": "cipher clerk of an embassy"}
    assert (plan["agencies"], plan["stage"], plan["minutes"]) == (["CIA", "STATE"], "first contact", 60)
    assert plan["sections"][0]["id"] == "OPENING"
    everybody = client.predict(api_name="/questionnaire")
    assert len(everybody["agencies"]) == 10
    assert (everybody["stage"], everybody["minutes"]) == ("full debrief", 180)
    with pytest.raises(AppError, match="The profile has an unknown entry"):
        client.predict("shoe_size: 43", api_name="/questionnaire")
    with pytest.raises(AppError, match="Give from 10"):
        client.predict(minutes=3, api_name="/questionnaire")


def test_wording_gives_faults_with_their_places(client: Client) -> None:
    question = "You were the head of the section, weren't you?"
    checked = client.predict(question, api_name="/wording")
    assert checked["question"] == question
    fault = next(fault for fault in checked["faults"] if fault["kind"] == "leading")
    start, end = fault["span"]
    assert question[start:end] == fault["words"]
    assert client.predict("What was your post?", api_name="/wording")["faults"] == []


def test_what_the_caller_can_mend_is_said_in_a_sentence(client: Client) -> None:
    with pytest.raises(AppError, match="There is no paragraph of that id"):
        client.predict("NSCID-13#99", api_name="/paragraph")
    with pytest.raises(AppError, match="The date cannot be read"):
        client.predict("Why?", "31 Foo", api_name="/ask")


def test_a_taken_port_is_said_in_one_sentence(served: Served, tmp_path: Path) -> None:
    second = subprocess.run(
        [sys.executable, "app.py", "--port", str(served.port)],
        cwd=PROJECT,
        env={"PATH": "", "DEBRIEF_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert second.returncode == 2
    said = [line for line in second.stderr.splitlines() if line.startswith("debrief: ")]
    assert len(said) == 1
    assert f"port {served.port}" in said[0]
    assert "--port" in said[0]
    assert "Traceback" not in second.stderr
