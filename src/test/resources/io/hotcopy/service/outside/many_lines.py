"""Runs the vendor's nuocmd for one line after the other, as many processes would, and starts Python only once.

In: a JSON array of arguments a line. Out: a JSON object with exit, out and err a line.
"""
import contextlib
import io
import json
import sys

from pynuoadmin import nuodb_cli

answers = sys.stdout
sys.argv = ["nuocmd"]
for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            nuodb_cli.CommandProcessor().execute(json.loads(line), out, err, nuodb_cli.AdminCommands)
        except SystemExit as end:
            code = end.code or 0
    answers.write(json.dumps({"exit": code, "out": out.getvalue(), "err": err.getvalue()}) + "\n")
    answers.flush()
