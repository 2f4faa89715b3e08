/** Reads models from the files they are kept in. */
import { cross, minus, unit } from "./matrix.js";

/**
 * @typedef {object} Mesh Triangles one after the other, or points.
 * @property {Float32Array} positions Three numbers for each corner.
 * @property {Float32Array} [normals] Where each corner faces; worked out where nothing is said.
 * @property {Float32Array} [colors] Red, green and blue of each corner.
 * @property {Float32Array} [places] Two numbers for each corner: where it lies in the picture.
 * @property {number[]} [color] Of all of it, with how solid it is.
 * @property {Blob} [picture] What it is covered with.
 * @property {boolean} [points] Whether these are points without faces.
 */

/** @type {{ [ending: string]: (bytes: ArrayBuffer) => Mesh[] | Promise<Mesh[]> }} */
const READERS = {
    obj: (bytes) => [obj(new TextDecoder().decode(bytes))],
    stl: (bytes) => [stl(bytes)],
    ply: async (bytes) => [(await import("./ply.js")).ply(bytes)],
    gltf: async (bytes) => (await import("./gltf.js")).gltf(bytes),
    glb: async (bytes) => (await import("./gltf.js")).gltf(bytes),
};

/**
 * @param {string} name
 * @param {ArrayBuffer} bytes
 * @returns {Promise<Mesh[]>}
 */
export async function read(name, bytes) {
    const ending = name.split(".").pop()?.toLowerCase() ?? "";
    const meshes = await READERS[ending]?.(bytes);
    if (!meshes?.some(({ positions }) => positions.length)) throw new Error(`nothing to draw in ${name}`);
    return meshes.map((mesh) => (mesh.normals || mesh.points ? mesh : { ...mesh, normals: faced(mesh.positions) }));
}

/**
 * Each triangle faces where its corners say.
 * @param {Float32Array} positions
 */
function faced(positions) {
    const normals = new Float32Array(positions.length);
    for (let at = 0; at < positions.length; at += 9) {
        const [a, b, c] = [0, 3, 6].map((by) => positions.subarray(at + by, at + by + 3));
        const normal = unit(cross(minus(b, a), minus(c, a)));
        for (const by of [0, 3, 6]) normals.set(normal, at + by);
    }
    return normals;
}

/**
 * @param {string} text
 * @returns {Mesh}
 */
function obj(text) {
    /** @type {number[][]} */
    const [corners, directions, positions, normals, colors] = [[], [], [], [], []];
    const faces = { all: true, colored: false };
    /** @type {(list: number[], index: string) => number} Counted from one, or backwards from the end. */
    const at = (list, index) => (Number(index) < 0 ? list.length / 3 + Number(index) : Number(index) - 1) * 3;
    /** @type {number[]} */
    const tints = [];
    for (const line of text.split("\n")) {
        const [kind, ...rest] = line.trim().split(/\s+/);
        if (kind === "v") {
            corners.push(...rest.slice(0, 3).map(Number));
            faces.colored ||= rest.length >= 6;
            tints.push(...(rest.length >= 6 ? rest.slice(3, 6).map(Number) : [1, 1, 1]));
        } else if (kind === "vn") directions.push(...rest.slice(0, 3).map(Number));
        else if (kind === "f") {
            const around = rest.map((corner) => corner.split("/"));
            for (let n = 1; n + 1 < around.length; n++) {
                for (const [corner, , direction] of [around[0], around[n], around[n + 1]]) {
                    const here = at(corners, corner);
                    positions.push(...corners.slice(here, here + 3));
                    colors.push(...tints.slice(here, here + 3));
                    if (!direction) faces.all = false;
                    else if (faces.all) normals.push(...directions.slice(at(directions, direction), at(directions, direction) + 3));
                }
            }
        }
    }
    const points = !positions.length;
    return {
        positions: new Float32Array(points ? corners : positions),
        normals: faces.all && !points ? new Float32Array(normals) : undefined,
        colors: faces.colored ? new Float32Array(points ? tints : colors) : undefined,
        points,
    };
}

/**
 * @param {ArrayBuffer} bytes
 * @returns {Mesh}
 */
function stl(bytes) {
    const view = new DataView(bytes);
    const count = bytes.byteLength >= 84 ? view.getUint32(80, true) : 0;
    // One kind is text; the other says how many there are.
    if (bytes.byteLength !== 84 + count * 50) {
        const numbers = [...new TextDecoder().decode(bytes).matchAll(/vertex\s+(\S+)\s+(\S+)\s+(\S+)/g)];
        return { positions: new Float32Array(numbers.flatMap(([, ...corner]) => corner.map(Number))) };
    }
    const positions = new Float32Array(count * 9);
    for (let face = 0; face < count; face++) {
        for (let n = 0; n < 9; n++) positions[face * 9 + n] = view.getFloat32(84 + face * 50 + 12 + n * 4, true);
    }
    return { positions };
}
