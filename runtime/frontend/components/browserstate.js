/** A value that the browser keeps over visits, encrypted. */
/** @import { Json, Props } from "../types.js" */
import { Component } from "../core/component.js";

const ALGORITHM = "AES-GCM";

export default class BrowserState extends Component {
    /** @type {Promise<CryptoKey> | null} None where the browser does not encrypt. */
    #key = null;
    /** Values are stored in the order they come. */
    #stored = Promise.resolve();

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.#key = crypto.subtle ? keyOf(this.props.secret) : null;
            this.ready = this.#load();
        } else if ("value" in changed) {
            this.#stored = this.#stored.then(() => this.#store(changed.value)).catch(console.error);
        }
    }

    get value() {
        return this.props.value ?? this.props.default_value ?? null;
    }

    async #load() {
        const stored = localStorage.getItem(this.props.storage_key);
        if (!stored || !this.#key) return;
        try {
            this.props.value = await decrypted(stored, await this.#key);
        } catch {
            // Stored with another secret: nobody can read it any more.
            localStorage.removeItem(this.props.storage_key);
        }
    }

    /** @param {Json} value */
    async #store(value) {
        if (this.#key) localStorage.setItem(this.props.storage_key, await encrypted(value, await this.#key));
    }
}

/** @param {string} secret */
async function keyOf(secret) {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
    return crypto.subtle.importKey("raw", bytes, ALGORITHM, false, ["encrypt", "decrypt"]);
}

/**
 * @param {Json} value
 * @param {CryptoKey} key
 */
async function encrypted(value, key) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    const bytes = new Uint8Array(await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, text));
    return btoa(Array.from([...iv, ...bytes], (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * @param {string} stored
 * @param {CryptoKey} key
 * @returns {Promise<Json>}
 */
async function decrypted(stored, key) {
    const bytes = Uint8Array.from(atob(stored), (letter) => letter.charCodeAt(0));
    const text = await crypto.subtle.decrypt({ name: ALGORITHM, iv: bytes.slice(0, 12) }, key, bytes.slice(12));
    return JSON.parse(new TextDecoder().decode(text));
}
