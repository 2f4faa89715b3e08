/** Reads models from PLY: points with colours, mostly from scanners, and faces between them. */
/** @import { Mesh } from "./formats.js" */

/** @typedef {{ name: string, type: string, count?: string }} Property */
/** @typedef {{ name: string, size: number, properties: Property[] }} Part */

/** @type {{ [type: string]: [number, (view: DataView, at: number, little: boolean) => number] }} */
const TYPES = {
    char: [1, (view, at) => view.getInt8(at)],
    uchar: [1, (view, at) => view.getUint8(at)],
    short: [2, (view, at, little) => view.getInt16(at, little)],
    ushort: [2, (view, at, little) => view.getUint16(at, little)],
    int: [4, (view, at, little) => view.getInt32(at, little)],
    uint: [4, (view, at, little) => view.getUint32(at, little)],
    float: [4, (view, at, little) => view.getFloat32(at, little)],
    double: [8, (view, at, little) => view.getFloat64(at, little)],
};
/** @type {{ [type: string]: string }} */
const ALSO = { int8: "char", uint8: "uchar", int16: "short", uint16: "ushort", int32: "int", uint32: "uint", float32: "float", float64: "double" };

/**
 * @param {ArrayBuffer} bytes
 * @returns {Mesh}
 */
export function ply(bytes) {
    const head = new TextDecoder("latin1").decode(bytes.slice(0, 1 << 16));
    const end = head.indexOf("\n", head.indexOf("end_header")) + 1;
    const format = /format (\S+)/.exec(head)?.[1];
    const parts = described(head.slice(0, end));
    const next = format === "ascii" ? words(new TextDecoder().decode(bytes.slice(end))) : numbers(new DataView(bytes, end), format !== "binary_big_endian");
    /** @type {number[][]} */
    const [corners, tints, positions, colors] = [[], [], [], []];
    for (const part of parts) {
        for (let n = 0; n < part.size; n++) {
            /** @type {{ [name: string]: number }} */
            const one = {};
            for (const { name, type, count } of part.properties) {
                const list = Array.from({ length: count ? next(count) : 1 }, () => next(type));
                if (!count) one[name] = list[0];
                else if (name.startsWith("vert")) {
                    for (let by = 1; by + 1 < list.length; by++) {
                        for (const at of [list[0], list[by], list[by + 1]]) {
                            positions.push(...corners.slice(at * 3, at * 3 + 3));
                            colors.push(...tints.slice(at * 3, at * 3 + 3));
                        }
                    }
                }
            }
            if (part.name !== "vertex") continue;
            corners.push(one.x, one.y, one.z);
            if ("red" in one) tints.push(one.red / 255, one.green / 255, one.blue / 255);
        }
    }
    const points = !positions.length;
    return { positions: new Float32Array(points ? corners : positions), colors: tints.length ? new Float32Array(points ? tints : colors) : undefined, points };
}

/**
 * @param {string} head
 * @returns {Part[]}
 */
function described(head) {
    /** @type {Part[]} */
    const parts = [];
    const known = (/** @type {string} */ type) => ALSO[type] ?? type;
    for (const line of head.split("\n")) {
        const [kind, ...rest] = line.trim().split(/\s+/);
        if (kind === "element") parts.push({ name: rest[0], size: Number(rest[1]), properties: [] });
        if (kind !== "property") continue;
        const property = rest[0] === "list" ? { count: known(rest[1]), type: known(rest[2]), name: rest[3] } : { type: known(rest[0]), name: rest[1] };
        parts.at(-1)?.properties.push(property);
    }
    return parts;
}

/** @param {string} text */
function words(text) {
    const all = text.matchAll(/\S+/g);
    return () => Number(all.next().value?.[0]);
}

/**
 * @param {DataView} view
 * @param {boolean} little
 */
function numbers(view, little) {
    let at = 0;
    return (/** @type {string} */ type) => {
        const [size, get] = TYPES[type];
        at += size;
        return get(view, at - size, little);
    };
}
