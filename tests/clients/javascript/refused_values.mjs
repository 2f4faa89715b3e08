// A value outside its bounds or choices is refused with words that name the argument.
import { call, connect, equal, failure, words } from "./common.mjs";

const client = await connect();
const good = { number: 4, city: "rome", size: 2, tags: ["t1"] };
equal((await call(client, "/pick", good))[1], good);

for (const [argument, value, said] of [
    ["number", 99, "20"],
    ["number", 1, "2"],
    ["city", "Rome", "Rome"],
    ["size", 3, "3"],
    ["tags", ["t1", "nope"], "nope"],
]) {
    const text = words(await failure(call(client, "/pick", { ...good, [argument]: value })));
    equal([text.includes(argument), text.includes(said)], [true, true], text);
}

equal((await call(client, "/pick", good))[1], good);
process.exit();
