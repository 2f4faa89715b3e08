/** The pictures on the buttons of what shows, saves and enlarges. */

export const BIN = "M2.8 4.2h10.4M6 4.2V2.8h4v1.4m-6 0 .6 8.3c0 .6.5 1 1 1h4.8c.5 0 1-.4 1-1l.6-8.3";
export const CAMERA = "M5.8 3.2h4.4l1 1.6h1.6c.7 0 1.2.5 1.2 1.2v5.6c0 .7-.5 1.2-1.2 1.2H3.2c-.7 0-1.2-.5-1.2-1.2V6c0-.7.5-1.2 1.2-1.2h1.6zM5.7 8.6a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0";
export const CLIPBOARD = "M5.5 3.2H4.3c-.5 0-.8.3-.8.8v9c0 .5.3.8.8.8h7.4c.5 0 .8-.3.8-.8V4c0-.5-.3-.8-.8-.8h-1.2M6 2.2h4v2H6z";
export const DOWNLOAD = "M8 3v7.5m0 0 3-3m-3 3-3-3M2.5 10.5v1.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-1.8";
export const EXPAND = "M9.5 2.5h4v4m0-4L9 7M6.5 13.5h-4v-4m0 4L7 9";
export const IMAGE = "M3.5 2.8h9c.8 0 1.5.7 1.5 1.5v7.4c0 .8-.7 1.5-1.5 1.5h-9c-.8 0-1.5-.7-1.5-1.5V4.3c0-.8.7-1.5 1.5-1.5zM4.5 6.2a1.1 1.1 0 1 0 2.2 0 1.1 1.1 0 1 0-2.2 0M2.3 11.4l3.4-3 2.4 2.1 2.8-2.9 3 3";
export const MINUS = "M3.5 8h9";
export const NEXT = "M6.2 4l4 4-4 4";
export const PLAY = "M5.5 3.8v8.4l6.6-4.2z";
export const PLUS = "M3.5 8h9M8 3.5v9";
export const PREVIOUS = "M9.8 4l-4 4 4 4";
