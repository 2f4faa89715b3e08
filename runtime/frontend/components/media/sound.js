/** Sound as numbers: from the bytes of a file, and back into those of a WAV file. */

/**
 * @param {ArrayBuffer} bytes Of any format that the browser plays.
 * @param {number} rate How many samples make a second afterwards.
 */
export function decode(bytes, rate) {
    return new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes);
}

/**
 * The loudest moment of each of `count` equal parts, from 0 to 1; the loudest of all is 1.
 * @param {AudioBuffer} sound
 * @param {number} count
 */
export function peaks(sound, count) {
    const part = sound.length / count;
    // A look here and there is enough for a picture of an hour.
    const step = Math.max(1, Math.floor(part / 500));
    const found = new Array(count).fill(0);
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
        const samples = sound.getChannelData(channel);
        for (let at = 0; at < count; at++) {
            const end = Math.min(samples.length, (at + 1) * part);
            for (let index = Math.floor(at * part); index < end; index += step) {
                found[at] = Math.max(found[at], Math.abs(samples[index]));
            }
        }
    }
    const loudest = Math.max(...found);
    return loudest > 0 ? found.map((peak) => peak / loudest) : found;
}

/**
 * A part of a sound as a WAV file.
 * @param {AudioBuffer} sound
 * @param {number} [from] In seconds.
 * @param {number} [to]
 */
export function toWav(sound, from = 0, to = sound.duration) {
    const { numberOfChannels: channels, sampleRate: rate } = sound;
    const first = Math.max(0, Math.round(from * rate));
    const frames = Math.max(0, Math.min(sound.length, Math.round(to * rate)) - first);
    const size = frames * channels * 2;
    const file = new DataView(new ArrayBuffer(44 + size));
    const words = (/** @type {number} */ at, /** @type {string} */ text) => {
        for (let index = 0; index < text.length; index++) file.setUint8(at + index, text.charCodeAt(index));
    };
    words(0, "RIFF");
    file.setUint32(4, 36 + size, true);
    words(8, "WAVEfmt ");
    file.setUint32(16, 16, true);
    file.setUint16(20, 1, true);
    file.setUint16(22, channels, true);
    file.setUint32(24, rate, true);
    file.setUint32(28, rate * channels * 2, true);
    file.setUint16(32, channels * 2, true);
    file.setUint16(34, 16, true);
    words(36, "data");
    file.setUint32(40, size, true);
    for (let channel = 0; channel < channels; channel++) {
        const samples = sound.getChannelData(channel);
        for (let frame = 0; frame < frames; frame++) {
            const sample = Math.max(-1, Math.min(1, samples[first + frame]));
            file.setInt16(44 + (frame * channels + channel) * 2, Math.round(sample * 32767), true);
        }
    }
    return new Blob([file.buffer], { type: "audio/wav" });
}

/**
 * Seconds as a clock shows them.
 * @param {number} seconds
 */
export function clock(seconds) {
    if (!Number.isFinite(seconds)) return "0:00";
    const whole = Math.floor(seconds);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
    return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
