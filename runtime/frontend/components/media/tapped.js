/** Hands on what a microphone hears, from the thread that plays sound to the page: a tenth of a second at a time, at 48 kHz. */

const AT_ONCE = 4800;

class Tapped extends AudioWorkletProcessor {
    #samples = new Float32Array(AT_ONCE);
    #count = 0;

    /** @param {Float32Array[][]} inputs */
    process([channels]) {
        for (let index = 0; index < (channels[0]?.length ?? 0); index++) {
            const sum = channels.reduce((sum, channel) => sum + channel[index], 0);
            this.#samples[this.#count++] = sum / channels.length;
            if (this.#count < AT_ONCE) continue;
            this.port.postMessage(this.#samples);
            this.#count = 0;
        }
        return true;
    }
}

registerProcessor("tapped", Tapped);
