"""Calls that wait for each other are answered together, each with its own answer."""

from common import connect, equal, failure

first, second = connect(), connect()
equal(first.predict("alone", api_name="/upper"), "ALONE of 1")
names = ["a", "b", "bad", "c", "d"]
jobs = [(first if n % 2 else second).submit(name, api_name="/upper") for n, name in enumerate(names)]
answers = {}
for name, job in zip(names, jobs):
    if name == "bad":
        assert "bad is no city" in str(failure(lambda: job.result(timeout=30)))
    else:
        city, of, count = job.result(timeout=30).split()
        equal(city, name.upper())
        answers[name] = int(count)
# The first may have gone alone; the others were joined.
assert max(answers.values()) > 1, answers
