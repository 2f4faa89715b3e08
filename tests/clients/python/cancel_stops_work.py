"""A cancelled call stops working on the server, it is not only ignored."""

import time

from common import connect, equal, until

client = connect()


def ticks():
    return client.predict(api_name="/ticks")


job = client.submit(30, api_name="/work")
until(lambda: ticks() >= 3, "the work has begun")
job.cancel()
until(job.done, "the cancelled job ends")

# A tick takes 50 ms: three looks 300 ms apart tell standing still from going on, and the
# first ones may fall between the request and the end.
def still():
    before = ticks()
    time.sleep(0.3)
    return ticks() == before


until(still, "the work stands still")
before = ticks()
time.sleep(0.5)
equal(ticks(), before)

# Nothing is left behind: the next call runs to its end.
equal(client.predict(0.1, api_name="/work"), "finished")
