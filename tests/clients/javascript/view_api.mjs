// The client's own listing has the endpoint with its parameters, their types and the docs.
import { connect, equal } from "./common.mjs";

const client = await connect();
const listing = await client.view_api();
equal(Object.keys(listing.named_endpoints), ["/greet"]);
const { parameters, returns } = listing.named_endpoints["/greet"];
equal(parameters.map((p) => [p.parameter_name, p.label, p.type, p.component, p.parameter_has_default]),
    [["name", "name", "string", "Textbox", false]]);
equal(returns.map((r) => [r.label, r.type, r.component]), [["output", "string", "Textbox"]]);
process.exit();
