/** A chart: a picture, or drawn by Plotly if the app was built with it. */
/** @import { Props } from "../types.js" */
import { Component, el, icon, translate } from "../core/component.js";

const CHART = "M2.500 13.500h11M4.500 11V8M8 11V4.500M11.500 11V6.500";

export default class Plot extends Component {
    #place = el("div", { class: "stage plot-stage" });
    /** @type {HTMLElement | null} */
    #chart = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.append(this.#place);
            // Its colours follow the page's.
            new MutationObserver(() => this.#chart && this.#plotly()).observe(document.documentElement, { attributeFilter: ["class"] });
        }
        if (!("value" in changed) && changed !== this.props) return;
        const { type, plot } = this.value ?? {};
        if (type === "plotly") return void this.#plotly();
        this.#chart = null;
        if (type === "matplotlib") this.#picture(plot);
        else if (type) this.#sorry("This cannot be shown here.");
        else this.#place.replaceChildren(el("div", { class: "empty" }, icon(CHART)));
    }

    /** @param {string} url */
    #picture(url) {
        // The picture before stays until the new one can take its place.
        const picture = el("img", { src: url, alt: this.props.label ?? "Plot" });
        const show = () => this.#place.replaceChildren(picture);
        picture.decode().then(show, () => this.#sorry("This cannot be shown here."));
    }

    async #plotly() {
        const { plot } = this.value ?? {};
        // Plotly adds its rules to the sheet with this id, or to one of its own that the page's policy forbids.
        const sheet = document.querySelector('link[href*="components/plot-"]');
        if (sheet) sheet.id = "plotly.js-style-global";
        const { Plotly } = await import("./plot/plotly.js").then(() => /** @type {any} */ (window));
        if (!Plotly) return this.#sorry("This app was built without the feature `plotly`.");
        if (plot !== this.value?.plot) return;
        if (!this.#chart) this.#place.replaceChildren((this.#chart = el("div", { class: "plotly-chart" })));
        try {
            const { data = [], layout = {} } = JSON.parse(plot);
            await Plotly.react(this.#chart, data, this.#lit(layout), { responsive: true, displaylogo: false });
        } catch (error) {
            console.error(error);
            this.#sorry("This cannot be shown here.");
        }
    }

    /**
     * The layout in the colours of the page, as far as its author left them open.
     * @param {any} layout
     */
    #lit(layout) {
        const style = getComputedStyle(this);
        const line = { gridcolor: "rgba(128,128,128,.25)", zerolinecolor: "rgba(128,128,128,.5)" };
        const axes = Object.fromEntries(["xaxis", "yaxis"].map((axis) => [axis, { ...line, ...layout[axis] }]));
        const font = { color: plain(style.color), family: style.fontFamily, ...layout.font };
        return { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", ...layout, ...axes, font };
    }

    /** @param {string} words */
    #sorry(words) {
        this.#chart = null;
        this.#place.replaceChildren(el("div", { class: "empty" }, icon("info"), translate(words)));
    }
}

/**
 * A colour as old libraries read it.
 * @param {string} colour
 */
function plain(colour) {
    const dot = el("canvas", { width: 1, height: 1 }).getContext("2d");
    if (!dot) return colour;
    dot.fillStyle = colour;
    dot.fillRect(0, 0, 1, 1);
    return `rgb(${[...dot.getImageData(0, 0, 1, 1).data].slice(0, 3)})`;
}
