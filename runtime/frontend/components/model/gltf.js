/** Reads models from glTF, as text or in one piece: shapes, where they stand, colours and pictures. Nothing moves. */
/** @import { Mesh } from "./formats.js" */
/** @import { Matrix } from "./matrix.js" */
import { SAME, placed, through, times, unit } from "./matrix.js";

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
/** @type {{ [kind: string]: number }} */
const WIDE = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };
/** @type {{ [type: number]: [number, "getInt8" | "getUint8" | "getInt16" | "getUint16" | "getUint32" | "getFloat32", number] }} How large, how to read, and the largest. */
const TYPES = { 5120: [1, "getInt8", 127], 5121: [1, "getUint8", 255], 5122: [2, "getInt16", 32767], 5123: [2, "getUint16", 65535], 5125: [4, "getUint32", 1], 5126: [4, "getFloat32", 1] };
const [POINTS, TRIANGLES, STRIP, FAN] = [0, 4, 5, 6];

/**
 * @param {ArrayBuffer} bytes
 * @returns {Promise<Mesh[]>}
 */
export async function gltf(bytes) {
    const { json, inside } = opened(bytes);
    const buffers = await Promise.all((json.buffers ?? []).map((/** @type {any} */ { uri }) => (uri ? embedded(uri) : inside)));
    const model = new Model(json, buffers);
    const { nodes: roots } = json.scenes?.[json.scene ?? 0] ?? { nodes: json.nodes?.map((/** @type {any} */ _, /** @type {number} */ at) => at) };
    for (const root of roots ?? []) model.add(root, SAME);
    return model.meshes;
}

/** @param {ArrayBuffer} bytes */
function opened(bytes) {
    const view = new DataView(bytes);
    if (bytes.byteLength < 20 || view.getUint32(0, true) !== MAGIC) return { json: JSON.parse(new TextDecoder().decode(bytes)), inside: bytes };
    let json = null;
    let inside = bytes;
    for (let at = 12; at + 8 <= bytes.byteLength; ) {
        const length = view.getUint32(at, true);
        const chunk = bytes.slice(at + 8, at + 8 + length);
        if (view.getUint32(at + 4, true) === JSON_CHUNK) json = JSON.parse(new TextDecoder().decode(chunk));
        else inside = chunk;
        at += 8 + length;
    }
    return { json, inside };
}

/**
 * What stands in the file itself: others did not come along.
 * @param {string} uri
 */
function embedded(uri) {
    if (!uri.startsWith("data:")) throw new Error(`${uri} is in a file of its own`);
    const text = atob(uri.slice(uri.indexOf(",") + 1));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
}

class Model {
    /** @type {Mesh[]} */
    meshes = [];

    /**
     * @param {any} json
     * @param {ArrayBuffer[]} buffers
     */
    constructor(json, buffers) {
        this.json = json;
        this.buffers = buffers;
    }

    /**
     * @param {number} index
     * @param {Matrix} around
     */
    add(index, around) {
        const { matrix, translation = [0, 0, 0], rotation = [0, 0, 0, 1], scale = [1, 1, 1], mesh, skin, children = [] } = this.json.nodes[index];
        const place = times(around, matrix ?? placed(translation, rotation, scale));
        // What hangs on bones stands where they do, not where its node is.
        if (mesh !== undefined) for (const part of this.json.meshes[mesh].primitives) this.#part(part, skin === undefined ? place : SAME);
        for (const child of children) this.add(child, place);
    }

    /**
     * @param {any} part
     * @param {Matrix} place
     */
    #part({ attributes, indices, material, mode = TRIANGLES }, place) {
        if (![POINTS, TRIANGLES, STRIP, FAN].includes(mode) || attributes.POSITION === undefined) return;
        const corners = this.#numbers(attributes.POSITION);
        const order = ordered(indices === undefined ? [...Array(corners.length / 3).keys()] : [...this.#numbers(indices)], mode);
        const spread = (/** @type {number | undefined} */ at, /** @type {number} */ wide) => {
            if (at === undefined) return undefined;
            const all = this.#numbers(at);
            const step = WIDE[this.json.accessors[at].type];
            const out = new Float32Array(order.length * wide);
            order.forEach((corner, n) => out.set(all.subarray(corner * step, corner * step + wide), n * wide));
            return out;
        };
        const positions = /** @type {Float32Array} */ (spread(attributes.POSITION, 3));
        const normals = spread(attributes.NORMAL, 3);
        for (let at = 0; at < positions.length; at += 3) {
            positions.set(through(place, positions.subarray(at, at + 3), 1), at);
            normals?.set(unit(through(place, normals.subarray(at, at + 3), 0)), at);
        }
        const { baseColorFactor: color, baseColorTexture: texture } = this.json.materials?.[material]?.pbrMetallicRoughness ?? {};
        this.meshes.push({
            positions, normals, color,
            colors: spread(attributes.COLOR_0, 3),
            places: texture && spread(attributes[`TEXCOORD_${texture.texCoord ?? 0}`], 2),
            picture: texture && this.#picture(texture.index),
            points: mode === POINTS,
        });
    }

    /** @param {number} index */
    #picture(index) {
        const { uri, bufferView, mimeType } = this.json.images?.[this.json.textures?.[index]?.source] ?? {};
        if (bufferView === undefined) return uri && new Blob([embedded(uri)]);
        const { buffer, byteOffset = 0, byteLength } = this.json.bufferViews[bufferView];
        return new Blob([this.buffers[buffer].slice(byteOffset, byteOffset + byteLength)], { type: mimeType });
    }

    /** @param {number} index */
    #numbers(index) {
        const { bufferView, byteOffset = 0, componentType, count, type, normalized } = this.json.accessors[index];
        const wide = WIDE[type];
        const out = new Float32Array(count * wide);
        if (bufferView === undefined) return out;
        const { buffer, byteOffset: start = 0, byteStride } = this.json.bufferViews[bufferView];
        const [size, get, most] = TYPES[componentType];
        const view = new DataView(this.buffers[buffer], start + byteOffset);
        for (let n = 0; n < count; n++) {
            for (let part = 0; part < wide; part++) {
                const value = view[get](n * (byteStride ?? size * wide) + part * size, true);
                out[n * wide + part] = normalized ? value / most : value;
            }
        }
        return out;
    }
}

/**
 * The corners of triangles that share some of them, each by itself.
 * @param {number[]} order
 * @param {number} mode
 */
function ordered(order, mode) {
    if (mode === STRIP) return order.slice(2).flatMap((corner, n) => (n % 2 ? [order[n + 1], order[n], corner] : [order[n], order[n + 1], corner]));
    if (mode === FAN) return order.slice(2).flatMap((corner, n) => [order[0], order[n + 1], corner]);
    return order;
}
