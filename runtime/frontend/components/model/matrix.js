/** What can be done to points in space: by matrices of 4 by 4, column after column. */

/** @typedef {number[]} Matrix */
/** @typedef {[number, number, number]} Point */

/** @type {Matrix} */
export const SAME = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/**
 * First `b`, then `a`.
 * @param {Matrix} a
 * @param {Matrix} b
 * @returns {Matrix}
 */
export function times(a, b) {
    return SAME.map((_, at) => {
        const [row, column] = [at % 4, at - (at % 4)];
        return a[row] * b[column] + a[row + 4] * b[column + 1] + a[row + 8] * b[column + 2] + a[row + 12] * b[column + 3];
    });
}

/**
 * Moves, turns and stretches.
 * @param {number[]} move
 * @param {number[]} turn As a quaternion.
 * @param {number[]} stretch
 * @returns {Matrix}
 */
export function placed([x, y, z], [i, j, k, w], [a, b, c]) {
    return [
        a * (1 - 2 * (j * j + k * k)), a * 2 * (i * j + k * w), a * 2 * (i * k - j * w), 0,
        b * 2 * (i * j - k * w), b * (1 - 2 * (i * i + k * k)), b * 2 * (j * k + i * w), 0,
        c * 2 * (i * k + j * w), c * 2 * (j * k - i * w), c * (1 - 2 * (i * i + j * j)), 0,
        x, y, z, 1,
    ];
}

/**
 * What is further away is smaller.
 * @param {number} angle How much of the world is seen from top to bottom, in radians.
 * @param {number} aspect
 * @param {number} near
 * @param {number} far
 * @returns {Matrix}
 */
export function perspective(angle, aspect, near, far) {
    const f = 1 / Math.tan(angle / 2);
    return [f / aspect, 0, 0, 0, 0, f, 0, 0, 0, 0, (far + near) / (near - far), -1, 0, 0, (2 * far * near) / (near - far), 0];
}

/**
 * The world as it is seen from a point towards another.
 * @param {Point} eye
 * @param {Point} target
 * @returns {{ view: Matrix, right: Point, up: Point }}
 */
export function look(eye, target) {
    const back = unit(minus(eye, target));
    const right = unit(cross([0, 1, 0], back));
    const up = cross(back, right);
    const view = [right[0], up[0], back[0], 0, right[1], up[1], back[1], 0, right[2], up[2], back[2], 0, -dot(right, eye), -dot(up, eye), -dot(back, eye), 1];
    return { view, right, up };
}

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 * @returns {Point}
 */
export function minus(a, b) {
    return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/**
 * @param {Point} a
 * @param {Point} b
 * @returns {Point}
 */
export function cross(a, b) {
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/**
 * @param {Point} point
 * @returns {Point}
 */
export function unit(point) {
    const length = Math.hypot(...point) || 1;
    return [point[0] / length, point[1] / length, point[2] / length];
}

/**
 * @param {Point} a
 * @param {Point} b
 */
function dot(a, b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/**
 * @param {Matrix} m
 * @param {ArrayLike<number>} point
 * @param {0 | 1} moved Whether it is a place, not a direction.
 * @returns {Point}
 */
export function through(m, point, moved) {
    const { 0: x, 1: y, 2: z } = point;
    return [m[0] * x + m[4] * y + m[8] * z + m[12] * moved, m[1] * x + m[5] * y + m[9] * z + m[13] * moved, m[2] * x + m[6] * y + m[10] * z + m[14] * moved];
}
