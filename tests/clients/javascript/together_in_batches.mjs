// Calls that wait for each other are answered together, each with its own answer.
import { connect, equal } from "./common.mjs";

const client = await connect();
equal((await client.predict("/upper", ["alone"])).data, ["ALONE of 1"]);
const cities = ["a", "b", "c", "d", "e"];
const answers = await Promise.all(cities.map(async (city) => (await client.predict("/upper", [city])).data[0].split(" ")));
equal(answers.map(([city]) => city), ["A", "B", "C", "D", "E"]);
// The first may have gone alone; the others were joined.
equal(Math.max(...answers.map(([, , count]) => Number(count))) > 1, true, JSON.stringify(answers));
process.exit();
