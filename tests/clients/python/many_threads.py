"""Two hundred calls from sixteen threads of one client: none is lost, none is mixed up."""

from concurrent.futures import ThreadPoolExecutor

from common import connect

client = connect()


def call(n):
    try:
        answer = client.submit(str(n), api_name="/greet").result(timeout=60)
    except BaseException as error:  # A lost call ends as CancelledError, which is no Exception.
        return f"{n}: {type(error).__name__} {error}"
    return None if answer == f"Hello {n}!" else f"{n}: {answer!r}"


with ThreadPoolExecutor(max_workers=16) as pool:
    lost = [why for why in pool.map(call, range(200)) if why]

assert not lost, f"{len(lost)} of 200 calls were lost:\n" + "\n".join(lost)
