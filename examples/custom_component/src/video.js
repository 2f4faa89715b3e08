/** A video: dropped, watched, and written notes on. */
import { Component, dropArea, el, fileName, fileUrl, tool } from "vetrina";

export default class Video extends Component {
    draw(changed) {
        if (!this.place) this.append((this.place = el("div", { class: "video-place" })));
        if ("value" in changed || "interactive" in changed || changed === this.props) this.show();
    }

    /** The drop area while there is no video, then the player. */
    show() {
        const { value, interactive } = this.props;
        this.tools.replaceChildren();
        if (!value) return this.place.replaceChildren(interactive ? this.drop() : el("p", { class: "answer" }));
        const player = this.player(value);
        this.place.replaceChildren(player, this.notes(player));
        if (!interactive) return;
        if (!value.subtitles) this.place.append(this.subtitles());
        this.tools.append(tool(`Remove ${fileName(value.video)}`, "close", () => {
            this.change(null);
            this.show();
        }));
    }

    drop() {
        return dropArea({
            label: this.props.label ?? "Video",
            text: "Drop a video here",
            accept: ["video"],
            take: ([video]) => this.take({ video, subtitles: null }),
        });
    }

    subtitles() {
        return dropArea({
            label: "Subtitles",
            text: "Drop subtitles here (WebVTT)",
            accept: [".vtt"],
            take: ([subtitles]) => this.take({ ...this.value, subtitles }),
        });
    }

    take(value) {
        this.change(value);
        this.show();
    }

    player({ video, subtitles }) {
        const tell = (event) => this.tell(event.type === "ended" ? "end" : event.type, { seconds: event.target.currentTime });
        const track = subtitles ? [el("track", { kind: "subtitles", src: fileUrl(subtitles), label: fileName(subtitles), default: true })] : [];
        const name = this.props.label ?? fileName(video);
        const player = el("video", { controls: true, playsinline: true, "aria-label": name, play: tell, pause: tell, ended: tell }, ...track);
        player.autoplay = this.props.autoplay;
        player.src = fileUrl(video);
        return player;
    }

    /** A line to write at the moment that is shown. */
    notes(player) {
        const text = el("input", { class: "input", name: "note", placeholder: "A note on this moment", "aria-label": "A note on this moment" });
        const submit = (event) => {
            event.preventDefault();
            if (!text.value.trim()) return;
            this.tell("text_submit", { text: text.value.trim(), seconds: player.currentTime });
            text.value = "";
        };
        return el("form", { class: "video-notes", submit }, text, el("button", { class: "button" }, "Add"));
    }
}
