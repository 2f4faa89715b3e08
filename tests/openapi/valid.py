"""Every document is valid OpenAPI 3.1, examples and defaults included."""

import json
import sys
import urllib.request

from openapi_spec_validator import OpenAPIV31SpecValidator

wrong = []
for url in sys.argv[1:]:
    document = json.load(urllib.request.urlopen(url))
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        wrong.append(f"{url}: {list(error.absolute_path)}: {error.message}")
assert not wrong, "\n".join(wrong)
assert len(sys.argv) > 1
