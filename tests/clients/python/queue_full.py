"""A call that finds the queue full is told so; the ones in the queue get their answers."""

from common import connect, equal, failure, until

client = connect()
running = client.submit("one", api_name="/slow")
until(lambda: running.status().code.value == "PROCESSING", "the first call runs")
waiting = client.submit("two", api_name="/slow")
until(lambda: waiting.status().code.value == "IN_QUEUE", "the second call waits")

error = failure(lambda: client.predict("three", api_name="/slow"))
assert "full" in str(error).lower(), f"the error should say that the queue is full: {error!r}"

equal(running.result(timeout=30), "one")
equal(waiting.result(timeout=30), "two")
