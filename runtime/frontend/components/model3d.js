/** A model of a thing: dropped or picked, turned round, and taken along. */
/** @import { FileValue, Props } from "../types.js" */
import { el, icon, tool, translate } from "../core/component.js";
import { bytes, dropArea, fileName, fileUrl } from "../core/files.js";
import { css } from "../core/size.js";
import { MediaField } from "./media/field.js";

/** @typedef {import("./model/scene.js").Scene} Scene */

/** What changes what is there. */
const SHAPE = ["value", "interactive", "label", "height", "display_mode", "clear_color", "camera_position", "zoom_speed", "pan_speed"];
const KINDS = [".obj", ".stl", ".ply", ".gltf", ".glb", ".splat"];
const BOX = "M8 1.800l5.500 3v6.400L8 14.200l-5.500-3V4.800zM2.500 4.800 8 7.900l5.500-3.100M8 7.900v6.300";

export default class Model3D extends MediaField {
    /** @type {Scene | null} */
    scene = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.dataset.testid = "model3d";
            this.append(this.place);
        }
        if (SHAPE.some((prop) => prop in changed)) this.show();
    }

    disconnectedCallback() {
        this.#leave();
    }

    #leave() {
        this.scene?.close();
        this.scene = null;
    }

    show() {
        this.#leave();
        const { interactive, height } = this.props;
        this.style.setProperty("--stage-size", css(height));
        this.showTools();
        if (this.file) this.#look(this.file);
        else if (interactive) this.place.replaceChildren(this.#drop());
        else this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty" }, icon(BOX))));
    }

    #drop() {
        const take = (/** @type {FileValue[]} */ [file]) => this.take(file, "upload");
        return dropArea({ accept: KINDS, label: "Drop a model here to upload", text: "Drop File Here", take });
    }

    /** @param {FileValue} file */
    async #look(file) {
        const name = fileName(file);
        const stage = el("div", { class: "stage model-stage", "aria-busy": "true" });
        this.place.replaceChildren(stage, el("p", { class: "model-name count" }, `${name}${file.size ? `, ${bytes(file.size)}` : ""}`));
        try {
            const [{ Scene }, { read }] = await Promise.all([import("./model/scene.js"), import("./model/formats.js")]);
            const meshes = await read(name, await (await fetch(fileUrl(file))).arrayBuffer());
            if (!stage.isConnected || this.file !== file) return;
            this.scene = new Scene(this.props);
            const { canvas } = this.scene;
            canvas.tabIndex = 0;
            canvas.setAttribute("role", "img");
            canvas.setAttribute("aria-label", `${name}: ${translate("arrow keys turn it, plus and minus bring it nearer")}`);
            stage.append(canvas);
            await this.scene.show(meshes);
            this.querySelector(".block-tools")?.prepend(tool("Reset", "again", () => this.scene?.reset()));
        } catch (error) {
            console.warn(error);
            stage.append(el("div", { class: "empty" }, icon(BOX), el("span", {}, translate("This cannot be shown here."))));
        }
        stage.removeAttribute("aria-busy");
    }
}
