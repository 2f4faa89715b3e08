/** The words of a part of a film. */

/**
 * What is read between two moments, as a file of its own.
 * @param {HTMLVideoElement} film
 * @param {number} from In seconds.
 * @param {number} to
 * @returns {File[]} None if the film has no words.
 */
export function captions(film, from, to) {
    const [track] = film.textTracks;
    if (!track) return [];
    // Of what is switched off, nothing is told.
    if (track.mode === "disabled") track.mode = "hidden";
    const cues = /** @type {VTTCue[]} */ ([...(track.cues ?? [])]).filter(({ startTime, endTime }) => startTime < to && endTime > from);
    const lines = cues.map(({ startTime, endTime, text }) => `${stamp(Math.max(0, startTime - from))} --> ${stamp(Math.min(to, endTime) - from)}\n${text}\n`);
    return [new File([["WEBVTT\n", ...lines].join("\n")], "subtitles.vtt", { type: "text/vtt" })];
}

/** @param {number} seconds */
function stamp(seconds) {
    return new Date(seconds * 1000).toISOString().slice(11, 23);
}
