"""A validator's words reach whoever calls, with the name of the parameter; what is valid goes on."""

from common import connect, equal, failure

client = connect()
equal(client.predict(7, "Rome", api_name="/show"), "7 Rome")
error = failure(lambda: client.predict(2, "Rome", api_name="/show"))
assert "Age must be at least 3" in str(error), repr(error)
assert "London" not in str(error), repr(error)
error = failure(lambda: client.predict(2, "London", api_name="/show"))
assert "Age must be at least 3" in str(error) and "City must not be London" in str(error), repr(error)
failure(lambda: client.predict(7, "Rome", api_name="/fails"))
equal(client.predict(None, "Rome", api_name="/show"), "0 Rome")
