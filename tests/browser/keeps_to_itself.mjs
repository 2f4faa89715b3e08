// The page asks nobody else for anything, breaks none of its own policies, and is small.
import { done, holds, ok, open, profile } from "./browser.mjs";

const context = await profile();
const page = await context.newPage();
const session = await context.newCDPSession(page);
await session.send("Network.enable");
let bytes = 0;
let requests = 0;
session.on("Network.requestWillBeSent", ({ request }) => {
    if (!request.url.startsWith("data:")) requests++;
});
session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));

const broken = [];
await page.exposeFunction("policyBroken", (text) => broken.push(text));
await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
        window.policyBroken(`${event.violatedDirective}: ${event.blockedURI}`);
    });
});
await page.goto(process.argv[2]);
await page.getByLabel("name").fill("World");
ok(requests <= 10, `${requests} requests to a usable form`);
ok(bytes <= 30_000, `${bytes} bytes to a usable form`);
await page.getByRole("button", { name: "Submit" }).click();
await holds(page.getByLabel("output"), "Hello World!");
await page.getByRole("button", { name: "Settings" }).click();
await page.getByRole("radio", { name: "Dark" }).check();
await page.keyboard.press("Escape");
await page.getByRole("button", { name: "Use via API" }).click();
await page.getByText("/greet").first().waitFor();
ok(broken.length === 0, broken.join("\n"));
await open("/", context);
await done();
