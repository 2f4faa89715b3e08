/** Draws a model, and lets somebody turn it, move it and bring it nearer. */
/** @import { Mesh } from "./formats.js" */
/** @import { Point } from "./matrix.js" */
import { look, perspective, times } from "./matrix.js";

/** How much of the world is seen from top to bottom, in radians. */
const ANGLE = 0.8;
/** How far an arrow turns it, in radians, and how much a key or a turn of the wheel brings it nearer. */
const [TURN, NEARER] = [0.15, 1.15];
const RAD = Math.PI / 180;

const CORNERS = `#version 300 es
uniform mat4 seen;
in vec3 position, normal, tint;
in vec2 place;
out vec3 faces, color;
out vec2 at;
void main() {
    gl_Position = seen * vec4(position, 1.);
    gl_PointSize = 3.;
    faces = normal; color = tint; at = place;
}`;

// Light from the eye and a little from above, on both sides.
const DOTS = `#version 300 es
precision highp float;
uniform vec3 eye;
uniform vec4 paint;
uniform bool lit, covered;
uniform sampler2D cover;
in vec3 faces, color;
in vec2 at;
out vec4 dot_;
void main() {
    vec4 base = paint * vec4(color, 1.);
    if (covered) base *= texture(cover, at);
    vec3 n = normalize(faces);
    float light = lit ? .38 + .55 * abs(dot(n, eye)) + .12 * n.y : 1.;
    dot_ = vec4(base.rgb * light * base.a, base.a);
}`;

/** What has no colour of its own. */
const CLAY = [0.74, 0.73, 0.71, 1];

/** @typedef {{ mesh: Mesh, vao: WebGLVertexArrayObject, count: number, mode: number, cover: WebGLTexture | null }} Shape */

export class Scene {
    canvas = document.createElement("canvas");
    /** @type {Shape[]} */
    #shapes = [];
    /** @type {Point} The middle of the model. */
    #middle = [0, 0, 0];
    /** How far it reaches from there. */
    #reach = 1;
    /** @type {Point} What is looked at. */
    #target = [0, 0, 0];
    #around = 0;
    #above = 0;
    #far = 1;
    #asked = 0;
    /** @type {Map<number, PointerEvent>} Fingers, or the mouse. */
    #held = new Map();
    #watch = new ResizeObserver(() => this.draw());

    /** @param {{ [name: string]: any }} props */
    constructor(props) {
        this.props = props;
        const gl = this.canvas.getContext("webgl2", { antialias: true });
        if (!gl) throw new Error("no WebGL");
        this.gl = gl;
        this.program = program(gl);
        this.#listen();
        this.#watch.observe(this.canvas);
    }

    /** @param {Mesh[]} meshes */
    async show(meshes) {
        const ends = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
        for (const { positions } of meshes) {
            positions.forEach((value, n) => {
                const axis = n % 3;
                ends[axis] = Math.min(ends[axis], value);
                ends[axis + 3] = Math.max(ends[axis + 3], value);
            });
        }
        this.#middle = [(ends[0] + ends[3]) / 2, (ends[1] + ends[4]) / 2, (ends[2] + ends[5]) / 2];
        this.#reach = Math.hypot(ends[3] - ends[0], ends[4] - ends[1], ends[5] - ends[2]) / 2 || 1;
        this.#shapes = meshes.map((mesh) => this.#shape(mesh));
        this.reset();
        await Promise.all(this.#shapes.map((shape) => this.#cover(shape)));
        this.draw();
    }

    /** Back to where it was seen from first. */
    reset() {
        const [around, above, far] = this.props.camera_position ?? [];
        this.#target = [...this.#middle];
        this.#around = (around ?? 60) * RAD;
        this.#above = (above ?? 70) * RAD;
        this.#far = far ?? (this.#reach / Math.sin(ANGLE / 2)) * 1.05;
        this.draw();
    }

    close() {
        this.#watch.disconnect();
        cancelAnimationFrame(this.#asked);
        // Browsers give out few of these.
        this.gl.getExtension("WEBGL_lose_context")?.loseContext();
    }

    draw() {
        cancelAnimationFrame(this.#asked);
        this.#asked = requestAnimationFrame(() => this.#draw());
    }

    /**
     * @param {number} around
     * @param {number} above
     */
    turn(around, above) {
        this.#around += around;
        // Not over the top: there it would turn round at once.
        this.#above = Math.min(Math.max(this.#above + above, 0.02), Math.PI - 0.02);
        this.draw();
    }

    /** @param {number} factor */
    nearer(factor) {
        const far = this.#far / factor ** (this.props.zoom_speed ?? 1);
        this.#far = Math.min(Math.max(far, this.#reach / 50), this.#reach * 50);
        this.draw();
    }

    /**
     * @param {number} x In dots of the screen.
     * @param {number} y
     */
    move(x, y) {
        const { right, up } = this.#look();
        const step = ((2 * this.#far * Math.tan(ANGLE / 2)) / (this.canvas.clientHeight || 1)) * (this.props.pan_speed ?? 1);
        for (const axis of [0, 1, 2]) this.#target[axis] += (up[axis] * y - right[axis] * x) * step;
        this.draw();
    }

    #look() {
        const { sin, cos } = Math;
        const [a, b] = [this.#around, this.#above];
        /** @type {Point} */
        const from = [cos(a) * sin(b), cos(b), sin(a) * sin(b)];
        const [x, y, z] = this.#target;
        return { from, ...look([x + from[0] * this.#far, y + from[1] * this.#far, z + from[2] * this.#far], this.#target) };
    }

    #draw() {
        const { gl, canvas, program } = this;
        const dots = Math.min(devicePixelRatio, 2);
        canvas.width = Math.max(1, Math.round(canvas.clientWidth * dots));
        canvas.height = Math.max(1, Math.round(canvas.clientHeight * dots));
        gl.viewport(0, 0, canvas.width, canvas.height);
        const [red, green, blue, solid] = this.props.clear_color ?? [0, 0, 0, 0];
        gl.clearColor(red * solid, green * solid, blue * solid, solid);
        gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
        gl.enable(gl.DEPTH_TEST);
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        gl.useProgram(program);
        const { view, from } = this.#look();
        const lens = perspective(ANGLE, canvas.width / canvas.height, this.#far / 100, this.#far + this.#reach * 4);
        const at = (/** @type {string} */ name) => gl.getUniformLocation(program, name);
        gl.uniformMatrix4fv(at("seen"), false, times(lens, view));
        gl.uniform3fv(at("eye"), from);
        for (const { mesh, vao, count, mode, cover } of this.#shapes) {
            gl.uniform4fv(at("paint"), mesh.color ?? (mesh.colors || cover ? [1, 1, 1, 1] : CLAY));
            gl.uniform1i(at("lit"), mode === gl.TRIANGLES ? 1 : 0);
            gl.uniform1i(at("covered"), cover ? 1 : 0);
            gl.bindTexture(gl.TEXTURE_2D, cover);
            gl.bindVertexArray(vao);
            gl.drawArrays(mode, 0, count);
        }
    }

    /**
     * @param {Mesh} mesh
     * @returns {Shape}
     */
    #shape(mesh) {
        const { gl, program } = this;
        const edges = this.props.display_mode === "wireframe" && !mesh.points;
        const points = mesh.points || this.props.display_mode === "point_cloud";
        const vao = gl.createVertexArray();
        gl.bindVertexArray(vao);
        for (const [name, wide, all, otherwise] of /** @type {const} */ ([["position", 3, mesh.positions, []], ["normal", 3, mesh.normals, [0, 1, 0]], ["tint", 3, mesh.colors, [1, 1, 1]], ["place", 2, mesh.places, [0, 0, 0]]])) {
            const at = gl.getAttribLocation(program, name);
            if (!all) {
                gl.vertexAttrib3fv(at, otherwise);
                continue;
            }
            gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
            gl.bufferData(gl.ARRAY_BUFFER, edges ? sides(all, wide) : all, gl.STATIC_DRAW);
            gl.enableVertexAttribArray(at);
            gl.vertexAttribPointer(at, wide, gl.FLOAT, false, 0, 0);
        }
        const count = (mesh.positions.length / 3) * (edges ? 2 : 1);
        return { mesh, vao, count, mode: points ? gl.POINTS : edges ? gl.LINES : gl.TRIANGLES, cover: null };
    }

    /** @param {Shape} shape */
    async #cover(shape) {
        const { gl } = this;
        if (!shape.mesh.picture || !shape.mesh.places) return;
        const picture = await createImageBitmap(shape.mesh.picture).catch(() => null);
        if (!picture) return;
        shape.cover = gl.createTexture();
        gl.bindTexture(gl.TEXTURE_2D, shape.cover);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
        gl.generateMipmap(gl.TEXTURE_2D);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
        picture.close();
    }

    #listen() {
        const { canvas } = this;
        canvas.addEventListener("wheel", (event) => {
            event.preventDefault();
            this.nearer(Math.exp(-event.deltaY / 500));
        }, { passive: false });
        canvas.addEventListener("pointerdown", (event) => {
            canvas.setPointerCapture(event.pointerId);
            this.#held.set(event.pointerId, event);
        });
        canvas.addEventListener("pointermove", (event) => this.#drag(event));
        for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) canvas.addEventListener(end, ({ pointerId }) => this.#held.delete(pointerId));
        canvas.addEventListener("contextmenu", (event) => event.preventDefault());
        canvas.addEventListener("keydown", (event) => {
            if (this.#key(event)) event.preventDefault();
        });
    }

    /** @param {PointerEvent} event */
    #drag(event) {
        const before = this.#held.get(event.pointerId);
        if (!before) return;
        this.#held.set(event.pointerId, event);
        const [x, y] = [event.clientX - before.clientX, event.clientY - before.clientY];
        const other = [...this.#held.values()].find((it) => it.pointerId !== event.pointerId);
        if (other) {
            const distance = (/** @type {PointerEvent} */ it) => Math.hypot(it.clientX - other.clientX, it.clientY - other.clientY) || 1;
            this.nearer(distance(event) / distance(before));
            this.move(x / 2, y / 2);
        } else if (event.shiftKey || event.buttons & 6) this.move(x, y);
        else this.turn(x / 120, -y / 120);
    }

    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} Whether the key meant something.
     */
    #key({ key, shiftKey }) {
        const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
        if (arrow && shiftKey) this.move(arrow[0] * 20, arrow[1] * 20);
        else if (arrow) this.turn(arrow[0] * TURN, arrow[1] * TURN);
        else if (key === "+" || key === "=") this.nearer(NEARER);
        else if (key === "-") this.nearer(1 / NEARER);
        else if (key === "0" || key === "Home") this.reset();
        else return false;
        return true;
    }
}

/**
 * The sides of triangles, each from end to end.
 * @param {Float32Array} all
 * @param {number} wide
 */
function sides(all, wide) {
    const out = new Float32Array(all.length * 2);
    for (let at = 0, to = 0; at < all.length; at += wide * 3) {
        for (const corner of [0, 1, 1, 2, 2, 0]) {
            out.set(all.subarray(at + corner * wide, at + (corner + 1) * wide), to);
            to += wide;
        }
    }
    return out;
}

/** @param {WebGL2RenderingContext} gl */
function program(gl) {
    const program = gl.createProgram();
    for (const [kind, source] of /** @type {const} */ ([[gl.VERTEX_SHADER, CORNERS], [gl.FRAGMENT_SHADER, DOTS]])) {
        const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    return program;
}
