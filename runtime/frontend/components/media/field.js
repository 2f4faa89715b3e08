/** What sounds and films have in common: a place to show them, tools to save and to clear, and sending what was made here. */
/** @import { FileValue, Props } from "../../types.js" */
/** @import { Glyph } from "./icons.js" */
import { Component, el, tool, translate } from "../../core/component.js";
import { saveLink } from "../../core/files.js";
import { send } from "../../core/sending.js";
import { button, glyph } from "./icons.js";

export class MediaField extends Component {
    place = el("div", { class: "media-place" });
    /** @type {any} The value before a part was cut out of it. */
    whole = null;

    /** @returns {FileValue | null} The file that is there. */
    get file() {
        return this.props.value ?? null;
    }

    /** @returns {HTMLMediaElement | null} What plays. Overridden. */
    get media() {
        return null;
    }

    /**
     * What takes the place of something else plays from its start, unless it comes with another place.
     * @param {Props} changed
     */
    begin(changed) {
        if ("value" in changed && this.media && !("playback_position" in changed)) this.props.playback_position = 0;
    }

    /** Goes to where it should play from. */
    seek() {
        const { media, props: { playback_position: at } } = this;
        if (media && Number.isFinite(at) && at >= 0 && at !== media.currentTime) media.currentTime = at;
    }

    /**
     * Keeps where it stands. How long it is may still be looked for, at its end.
     * @param {HTMLMediaElement} media
     */
    follow(media) {
        const keep = () => media === this.media && Number.isFinite(media.duration) && (this.props.playback_position = media.currentTime);
        media.addEventListener("timeupdate", keep);
    }

    /**
     * @param {string} event
     * @param {HTMLMediaElement} media
     */
    tellPlace(event, media) {
        this.tell(event, { playback_position: media.currentTime });
    }

    /** Shows what is there. Overridden. */
    show() {}

    /** Ends what plays and records. Overridden. */
    leave() {}

    /**
     * A person chose a value, or none.
     * @param {any} value
     * @param {string | null} event Told once the value is there.
     */
    take(value, event) {
        // Only a part of something can be made whole again.
        if (event) this.whole = null;
        this.props.playback_position = 0;
        this.change(value);
        this.show();
        if (event) this.tell(event);
    }

    /**
     * Buttons to cut out a part, and to take that back.
     * @param {string} trim
     * @param {string} undo
     * @param {() => Promise<void>} start
     */
    edits(trim, undo, start) {
        const cut = button(trim, "trim", start);
        if (!this.whole) return [cut];
        const back = button(undo, "undo", () => {
            const { whole } = this;
            this.whole = null;
            this.take(whole, null);
        });
        return [cut, back];
    }

    /**
     * A part takes the place of the whole, which can be had back.
     * @param {File[]} part
     * @param {Glyph} picture
     * @param {(...sent: any[]) => any} value
     */
    cut(part, picture, value) {
        const whole = this.whole ?? this.props.value;
        this.leave();
        this.send(part, picture, (...sent) => {
            this.whole = whole;
            this.take(value(...sent), null);
        });
    }

    /** Nothing to see, and nothing to do about it. */
    showNothing(/** @type {Glyph} */ picture) {
        this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty" }, glyph(picture))));
    }

    showTools() {
        const { interactive, show_download_button: shown } = this.props;
        this.querySelector(":scope > .block-head > .block-tools")?.replaceChildren();
        if (!this.file) return;
        if (shown ?? !interactive) {
            const button = { class: "button quiet small icon-only", "aria-label": translate("Download"), title: translate("Download") };
            this.tools.append(saveLink(this.file, button, glyph("download")));
        }
        if (!interactive) return;
        this.tools.append(tool("Clear", "close", () => {
            this.take(null, "clear");
            /** @type {HTMLElement | null} */ (this.place.querySelector("button, input"))?.focus();
        }));
    }

    /**
     * Sends what was made here. What does not get through can be sent again: nobody says it twice.
     * @param {File[]} made
     * @param {Glyph} picture
     * @param {(...sent: FileValue[]) => void} take
     */
    async send(made, picture, take) {
        this.showNothing(picture);
        const sent = await send(this.place, made, { many: true });
        if (sent.length) return take(...sent);
        const again = el("button", { type: "button", class: "button small primary", click: () => this.send(made, picture, take) }, translate("Upload again"));
        const discard = el("button", { type: "button", class: "button small quiet", click: () => this.show() }, translate("Discard"));
        this.place.querySelector(".empty")?.append(translate("It is not uploaded yet."), el("div", { class: "toolbar" }, again, discard));
    }
}
