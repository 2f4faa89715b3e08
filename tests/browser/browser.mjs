// What the scripts beside this file share: a browser, and the eyes that see what went wrong in it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const need = createRequire(`${process.env.BROWSER_TOOLS}/`);
const { chromium } = need("playwright-core");

export const base = process.argv[2];
export const { deepEqual: equal, ok, match, notEqual } = assert;

/** How long a page may take for anything, on a machine that has much else to do. */
const LIMIT = 45_000;

const program = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const browser = await chromium.launch({
    executablePath: program,
    // A camera and a microphone that are always there, and may always be used.
    args: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
});

const contexts = [];
const problems = [];

/**
 * A browser profile of its own. All that goes wrong in its pages fails the script at its end:
 * errors in the console, policies that were broken, requests to other hosts, answers that failed.
 * `expected` lists parts of problems that a script provokes.
 */
export async function profile(options = {}, expected = []) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(LIMIT);
    contexts.push(context);
    const tell = (text) => {
        if (!expected.some((part) => text.includes(part))) problems.push(text);
    };
    context.on("weberror", (error) => tell(`error in the page: ${error.error().stack}`));
    context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) tell(`console: ${message.text()}`);
    });
    context.on("request", (request) => {
        const url = new URL(request.url());
        if (!["data:", "blob:"].includes(url.protocol) && url.host !== new URL(base).host) {
            tell(`a request to another host: ${url}`);
        }
    });
    context.on("response", (response) => {
        if (response.status() >= 400) tell(`${response.status()} for ${response.url()}`);
    });
    return context;
}

/** A page at an address of the app, in a profile of its own unless one is given. */
export async function open(path = "/", options = {}, expected = []) {
    const context = typeof options.newPage === "function" ? options : await profile(options, expected);
    const page = await context.newPage();
    await page.goto(base + path);
    return page;
}

/** Waits until `question()` answers with something true, and returns it. */
export async function until(question, what) {
    const end = Date.now() + LIMIT;
    for (;;) {
        const answer = await question();
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`${what}: not within ${LIMIT} ms`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

/** Waits until a field holds `value`. */
export function holds(field, value) {
    let seen;
    const question = async () => (seen = await field.inputValue()) === value;
    return until(question, `the field holds ${JSON.stringify(value)}`).catch((error) => {
        throw new Error(`${error.message}, but ${JSON.stringify(seen)}`);
    });
}

/** All that the rules for accessible pages find wrong, in a form that can be read. */
export async function violations(page) {
    // Colours on their way to others are no colours that anybody reads.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
    const source = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");
    const session = await page.context().newCDPSession(page);
    // By the debugger's door: the page's own policy lets no foreign script in.
    const run = async (expression) => {
        const answer = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
        if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
        return answer.result.value;
    };
    await run(source);
    const { violations, passes } = await run("axe.run(document, { resultTypes: ['violations'] })");
    ok(passes.length > 5, "axe found nothing to look at");
    await session.detach();
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html}\n${node.failureSummary}`));
}

/** Ends the script: what went wrong on the way fails it now. */
export async function done() {
    for (const context of contexts) await context.close();
    await browser.close();
    equal(problems, []);
    process.exit();
}

process.on("unhandledRejection", (error) => {
    console.error(error);
    process.exit(1);
});
