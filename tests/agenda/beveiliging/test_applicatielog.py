"""What the portal reports is one line of JSON for each event, also when it tells of a fault."""

import json
import logging
import sys

from agenda import beveiliging

LOG = "proef.van.het.log"


def written(message, *arguments, fault=None, log=LOG) -> dict:
    """What an installation writes of an event; fails when that is more than one line."""
    configuration = beveiliging.logging("WARNING")
    options = configuration["formatters"][configuration["handlers"]["console"]["formatter"]].copy()
    formatter = options.pop("()")(**options)
    record = logging.getLogger(log).makeRecord(log, logging.WARNING, "x.py", 1, message, arguments, fault)
    [line] = formatter.format(record).splitlines()
    return json.loads(line)


def test_an_event_is_one_line_that_a_machine_reads():
    event = written("De mailserver is niet bereikbaar: %s", "één\nnep-regel")
    assert event.pop("tijdstempel").endswith("Z")
    assert event == {"event": "De mailserver is niet bereikbaar: één\nnep-regel", "level": "warning", "logger": LOG}


def test_a_fault_is_one_line_with_where_it_came_from():
    try:
        raise ValueError("nee")
    except ValueError:
        event = written("Fout", fault=sys.exc_info())
        refusal = written("Forbidden: /werk/", fault=sys.exc_info(), log="django.request")
    assert event["exception"].splitlines()[-1] == "ValueError: nee"
    assert "exception" not in refusal
