"""What the scripts beside this file share: the client under test, and checks that say what they saw."""

import sys
import time

from gradio_client import Client

URL = sys.argv[1]


def connect():
    return Client(URL, verbose=False)


def equal(seen, wanted):
    assert seen == wanted, f"wanted {wanted!r}, saw {seen!r}"


def failure(call):
    """The exception that `call` ends with; a call that succeeds is the mistake."""
    try:
        value = call()
    except Exception as error:
        return error
    raise AssertionError(f"the call should have failed, it returned {value!r}")


def until(question, what, seconds=20):
    """Waits until `question()` is true, and names what never came."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if question():
            return
        time.sleep(0.02)
    raise AssertionError(f"{what}: not within {seconds} s")
