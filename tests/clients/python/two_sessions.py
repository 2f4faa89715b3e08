"""Two clients at once get their own answers."""

from common import connect, equal

first, second = connect(), connect()
assert first.session_hash != second.session_hash
jobs = [(client.submit(f"{n}-{i}", api_name="/greet"), f"Hello {n}-{i}!")
        for i in range(5) for n, client in enumerate((first, second))]
for job, wanted in jobs:
    equal(job.result(timeout=30), wanted)

# A fresh session of the same client works as well.
first.reset_session()
equal(first.predict("anew", api_name="/greet"), "Hello anew!")
